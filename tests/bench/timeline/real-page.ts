import type { Browser } from "playwright-core";
import { launchBrowser, openWindow } from "#tests/support/browser.ts";
import { countLine, line, type Line } from "#tests/bench/line.ts";
import { startMunicipality } from "#tests/bench/municipality-server.ts";
import { mainThreadWork } from "./main-thread.ts";
import { probeScript } from "./candidate-server.ts";
import { median, RUNS } from "./measure-candidate.ts";

type RealFigures = { readonly answered: number; readonly painted: number; readonly cpu: number; readonly cpuUntilUsable: number; readonly usable: number; readonly bytes: number; readonly elements: number };
/** What the bare picture took, to say what the application adds. */
export type BareFigures = { readonly painted: number; readonly cpu: number; readonly usable: number };

/** The page as the digital officer opens it in the built program, over a database as `npm run db:seed -- --generate` makes it. */
export async function measureRealPage(count: number, bare: BareFigures): Promise<Line[]> {
  const server = await startMunicipality(count, { withHistory: true });
  const browser = await launchBrowser();
  const script = await probeScript();
  try {
    const runs: RealFigures[] = [];
    // The first one warms the server up.
    for (let run = 0; run <= RUNS; run += 1) runs.push(await openOnce(browser, server.origin, server.cookie, script));
    const of = (figure: (figures: RealFigures) => number): number => median(runs.slice(1).map(figure));
    const [painted, cpu, usable] = [of((figures) => figures.painted), of((figures) => figures.cpu), of((figures) => figures.usable)];
    return [
      line("/zeitplan: request → response begins", of(({ answered }) => answered), "ms"),
      line("/zeitplan: response → painted", painted, "ms"),
      line("/zeitplan: main thread until painted", cpu, "ms"),
      line("/zeitplan: main thread until usable", of(({ cpuUntilUsable }) => cpuUntilUsable), "ms"),
      line("/zeitplan: response → a key moves the focus", usable, "ms"),
      line("/zeitplan: document, gzipped", of(({ bytes }) => bytes) / 1024, "kB"),
      countLine("/zeitplan: elements of the whole page", of(({ elements }) => elements)),
      line("the application adds: until painted", painted - bare.painted, "ms"),
      line("the application adds: main thread until painted", cpu - bare.cpu, "ms"),
      line("the application adds: until usable", usable - bare.usable, "ms"),
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function openOnce(browser: Browser, origin: string, cookie: string, script: string): Promise<RealFigures> {
  const context = await openWindow(browser, origin);
  try {
    await context.setExtraHTTPHeaders({ Cookie: cookie });
    const page = await context.newPage();
    // Runs before the page's own scripts and is not subject to its content policy.
    await page.addInitScript({ content: `window.chart={bar:"a[data-stop][data-measure]",least:12};${script}` });
    let figures = { answered: 0, painted: 0, usable: 0, bytes: 0 };
    const { untilPainted, whole } = await mainThreadWork(browser, page, async () => {
      await page.goto("/zeitplan", { waitUntil: "commit" });
      const { fromResponse, bytes } = await page.evaluate(() => window.probe.firstPaint());
      const usable = await page.evaluate(() => window.probe.usable());
      const answered = await page.evaluate(() => (performance.getEntriesByType("navigation") as PerformanceNavigationTiming[])[0]?.responseStart ?? 0);
      figures = { answered, painted: fromResponse, usable, bytes };
    });
    return { ...figures, cpu: untilPainted, cpuUntilUsable: whole, elements: await page.locator("*").count() };
  } finally {
    await context.close();
  }
}
