import type { Browser, BrowserContext, Page } from "playwright-core";
import { mainThreadWork } from "./main-thread.ts";
import type { CandidateName, CandidateServer } from "./candidate-server.ts";
import type { Frames } from "./probe.ts";

export const RUNS = 5;
const SECONDS = 3;
const MOVES = 25;
const DROPS = 5;
const WINDOW = { width: 1200, height: 900 };

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

export type PaintFigures = {
  readonly fromResponse: number;
  readonly fromScript: number;
  readonly cpu: number;
  readonly cpuUntilUsable: number;
  readonly usable: number | null;
  readonly megabytes: number;
  readonly elements: number;
};
export type MotionFigures = { readonly scroll: Frames; readonly pan: Frames; readonly zoom: Frames; readonly drag: Frames; readonly move: number; readonly drop: number };

export async function withPage<T>(browser: Browser, use: (page: Page, window: BrowserContext) => Promise<T>, options: { readonly javaScriptEnabled?: boolean } = {}): Promise<T> {
  const window = await browser.newContext({ viewport: WINDOW, locale: "de-DE", timezoneId: "Europe/Berlin", reducedMotion: "reduce", ...options });
  window.setDefaultTimeout(60_000);
  try {
    return await use(await window.newPage(), window);
  } finally {
    await window.close();
  }
}

/** Of one fresh page. */
export const paintOnce = (browser: Browser, address: string, withKeys: boolean): Promise<PaintFigures> =>
  withPage(browser, async (page) => {
    let paint = { fromResponse: 0, fromScript: 0 };
    let usable: number | null = null;
    const { untilPainted, whole } = await mainThreadWork(browser, page, async () => {
      await page.goto(address, { waitUntil: "commit" });
      // A call into a page that is still loading waits for its document; the probe itself starts with the first line of it.
      paint = await page.evaluate(() => window.probe.firstPaint());
      if (withKeys) usable = await page.evaluate(() => window.probe.usable());
    });
    await page.waitForTimeout(200);
    return { ...paint, usable, cpu: untilPainted, cpuUntilUsable: whole, megabytes: await heapOf(page), elements: await page.evaluate(() => window.probe.elements()) };
  });

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize / 1_048_576;
}

/** One page, worked in. */
export const motionOf = (browser: Browser, server: CandidateServer, name: CandidateName, count: number): Promise<MotionFigures> =>
  withPage(browser, async (page) => {
    await page.goto(server.addressOf(name, count));
    await page.evaluate(() => window.probe.firstPaint());
    await page.waitForTimeout(500);
    const milliseconds = SECONDS * 1000;
    const move = median((await page.evaluate(([id, times]) => window.probe.moves(id, times), [await barInView(page), MOVES] as const)).slice(MOVES / 5));
    const drag = await dragFrames(page);
    const drops: number[] = [];
    for (let drop = 0; drop < DROPS; drop += 1) drops.push(await dropOnce(page, drop % 2 === 0 ? 60 : -60));
    const scroll = await page.evaluate((time) => window.probe.scrollDown(time), milliseconds);
    await page.evaluate(() => window.candidate?.scroll(0, 0));
    const zoom = await page.evaluate((time) => window.probe.zoom(time), milliseconds);
    await page.evaluate(() => window.candidate?.zoom(2));
    await page.waitForTimeout(300);
    const pan = await page.evaluate((time) => window.probe.pan(time), milliseconds);
    return { scroll, pan, zoom, drag, move, drop: median(drops) };
  });

/** What the machine leaves to a page that does nothing. */
export const idleFrames = (browser: Browser, server: CandidateServer, count: number): Promise<Frames> =>
  withPage(browser, async (page) => {
    await page.goto(server.addressOf("blank", count));
    return page.evaluate((time) => window.probe.idle(time), SECONDS * 1000);
  });

/** A bar that lies wholly in the window, wide enough to be taken in its middle. */
async function barInView(page: Page): Promise<number> {
  const id = await page.evaluate(() => window.probe.barInView());
  if (id === null) throw new Error("no bar lies in the window");
  return id;
}

async function hold(page: Page): Promise<{ readonly id: number; readonly x: number; readonly y: number }> {
  const id = await barInView(page);
  const place = await page.evaluate((of) => window.probe.middleOf(of), id);
  await page.mouse.move(place.x, place.y);
  await page.mouse.down();
  return { id, ...place };
}

async function dragFrames(page: Page): Promise<Frames> {
  const { x, y } = await hold(page);
  const frames = page.evaluate((time) => window.probe.idle(time), SECONDS * 1000);
  const until = performance.now() + SECONDS * 1000;
  for (let step = 0; performance.now() < until; step += 1) {
    await page.mouse.move(x + 80 * Math.sin(step / 15), y);
    await page.waitForTimeout(8);
  }
  const seen = await frames;
  await page.mouse.move(x, y);
  await page.mouse.up();
  await page.waitForTimeout(300);
  return seen;
}

async function dropOnce(page: Page, by: number): Promise<number> {
  const { id, x, y } = await hold(page);
  await page.mouse.move(x + by / 2, y, { steps: 4 });
  await page.mouse.move(x + by, y, { steps: 4 });
  await page.waitForTimeout(100);
  const taken = await page.evaluate(([of, left, top]) => window.probe.drop(of, left, top), [id, x + by, y] as const);
  await page.mouse.up();
  await page.waitForTimeout(200);
  return taken;
}
