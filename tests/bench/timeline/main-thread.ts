import type { Browser, Page } from "playwright-core";

type TraceEvent = { readonly name: string; readonly ph: string; readonly pid: number; readonly tid: number; readonly ts: number; readonly tdur?: number };

const CATEGORIES = ["-*", "toplevel", "blink.user_timing"];

/** Milliseconds the page's main thread worked during `act`, by the processor's clock: until the mark "painted", and in all. */
export async function mainThreadWork(browser: Browser, page: Page, act: () => Promise<void>): Promise<{ readonly untilPainted: number; readonly whole: number }> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString("utf8")) as { readonly traceEvents: readonly TraceEvent[] };
  const painted = traceEvents.find(({ name }) => name === "painted");
  if (painted === undefined) throw new Error("the trace does not say when the chart was painted");
  const tasks = traceEvents.filter(({ name, ph, pid, tid }) => name.endsWith("RunTask") && ph === "X" && pid === painted.pid && tid === painted.tid);
  const workBefore = (end: number): number => tasks.filter(({ ts }) => ts < end).reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
  return { untilPainted: workBefore(painted.ts), whole: workBefore(Infinity) };
}
