import { launchBrowser, openWindow } from "#tests/support/browser.ts";
import { line, type Line } from "./line.ts";
import type { Answer, MunicipalityServer } from "./municipality-server.ts";

const SECONDS = 10;
const ASKED_EVERY_MS = 20;
/** Pages that others look at meanwhile. */
const MEANWHILE = ["/api/health", "/massnahmen"] as const;

/** What the page reports: the first plan's and the end's moment since the click, and the longest task of its main thread from then on, in milliseconds. */
type Watched = { readonly firstPlan: number; readonly end: number; readonly longestTask: number };

/** A plan of the whole municipality, computed in the real program while a browser shows how it gets better and others go on working. */
export async function measurePlanning(server: MunicipalityServer, aims: boolean): Promise<Line[]> {
  const browser = await launchBrowser();
  try {
    const window = await openWindow(browser, server.origin);
    const [name = "", value = ""] = server.cookie.split("=");
    await window.addCookies([{ name, value, url: server.origin }]);
    const page = await window.newPage();
    await page.goto("/planung");
    await page.locator(`input[name="seconds"][value="${SECONDS}"]`).check();
    for (const path of MEANWHILE) await server.get(path);
    const others = askAllTheWhile(server);
    const clicked = performance.now();
    await page.getByRole("button", { name: "Plan berechnen" }).click();
    await page.waitForURL("**/planung/laeufe/*");
    const shown = performance.now() - clicked;
    const { firstPlan, end, longestTask } = await page.evaluate(watchRun);
    const waits = await others.stop();
    const memory = server.memory();
    return [
      line(`plan of ${SECONDS} s: click until its page`, shown / 1000, "s"),
      line(`plan of ${SECONDS} s: click until the first plan is on the page`, (shown + firstPlan) / 1000, "s"),
      line(`plan of ${SECONDS} s: click until its end is on the page`, (shown + end) / 1000, "s"),
      ...MEANWHILE.map((path, index) => line(`plan of ${SECONDS} s: slowest other answer, ${path}`, waits[index] ?? null, "ms", path === "/api/health" && aims ? 100 : null)),
      line(`plan of ${SECONDS} s: longest task of the page meanwhile`, longestTask, "ms", aims ? 50 : null),
      line(`plan of ${SECONDS} s: resident memory, peak`, memory?.peak ?? null, "MB", aims ? 600 : null),
    ];
  } finally {
    await browser.close();
  }
}

/** Each on a connection of its own, one answer after the other; the slowest in milliseconds. */
function askAllTheWhile(server: MunicipalityServer): { readonly stop: () => Promise<number[]> } {
  let isAsking = true;
  const ask = async (path: string) => {
    let slowest = 0;
    while (isAsking) {
      const answer: Answer = await server.get(path);
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      slowest = Math.max(slowest, answer.milliseconds);
      await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY_MS));
    }
    return slowest;
  };
  const asked = Promise.all(MEANWHILE.map(ask));
  // Whoever never asks for the answers has failed for a reason of its own.
  asked.catch(() => undefined);
  return {
    stop: () => {
      isAsking = false;
      return asked;
    },
  };
}

/** Runs in the browser, on the page of a run that has just begun. Tasks shorter than 50 ms are not reported and count as 0. */
async function watchRun(): Promise<Watched> {
  const begun = performance.now();
  let longestTask = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) if (startTime >= begun) longestTask = Math.max(longestTask, duration);
  });
  observer.observe({ type: "longtask" });
  while (document.getElementById("massnahmen") === null) await new Promise((resolve) => requestAnimationFrame(resolve));
  const firstPlan = performance.now() - begun;
  while (document.querySelector(".run-progress") !== null) await new Promise((resolve) => requestAnimationFrame(resolve));
  const end = performance.now() - begun;
  await new Promise((resolve) => setTimeout(resolve, 200));
  observer.disconnect();
  return { firstPlan, end, longestTask };
}
