import type { Browser } from "playwright-core";
import { renderTimelineSvg } from "#app/reports/render/timeline-svg.server.tsx";
import type { ShownTimeline } from "#app/services/planning/show-timeline.server.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { countLine, line, type Line } from "./line.ts";
import { candidateLabels, installPeers, peers, serveCandidates, sizeOf, type CandidateName, type CandidateServer } from "./timeline/candidate-server.ts";
import { measureAccess } from "./timeline/access.ts";
import { idleFrames, median, motionOf, paintOnce, RUNS, type MotionFigures, type PaintFigures } from "./timeline/measure-candidate.ts";
import { measureRealPage, type BareFigures } from "./timeline/real-page.ts";
import { generatedTimeline, TODAY } from "./timeline/timeline-data.ts";

/** The limits that name a size hold for this one; those of the server's picture for both. */
const LARGEST = 5_000;
const SVG_AIMS: Readonly<Record<number, number>> = { 500: 10, [LARGEST]: 80 };
const SIZES_FOR_ACCESS = [50, 500];
const candidates: readonly CandidateName[] = ["ours", ...peers];

/** The bare picture beside two Gantt charts in the same run on the same plans; `print` is called as figures come. */
export async function measureTimeline(sizes: readonly number[], withProgram: boolean, print: (heading: string, lines: readonly Line[]) => void): Promise<void> {
  installPeers();
  const plans = new Map(sizes.map((count) => [count, generatedTimeline(count)]));
  print("what the browser loads, gzipped, without React; of our styles those of the timeline", await sizeLines());
  const server = await serveCandidates(plans);
  const browser = await launchBrowser();
  try {
    for (const [count, plan] of plans) {
      print(`${count} measures: the whole picture on the server`, [svgLine(plan, count)]);
      const { bare, lines } = await paintLines(browser, server, count);
      print(`${count} measures: until it is painted, median of ${RUNS}`, lines);
      print(`${count} measures: at work`, await motionLines(browser, server, count));
      print(`${count} measures: for everybody`, await measureAccess(browser, server, plan, count, SIZES_FOR_ACCESS.includes(count)));
      if (withProgram) print(`${count} measures: the real page, median of ${RUNS}`, await measureRealPage(count, bare));
    }
  } finally {
    await browser.close();
    server.close();
  }
}

async function sizeLines(): Promise<Line[]> {
  const lines: Line[] = [];
  for (const name of candidates) {
    const { script, style } = await sizeOf(name);
    lines.push(line(`${candidateLabels[name]}: JavaScript and CSS`, script + style, "kB", name === "ours" ? 25 : null));
  }
  return lines;
}

function svgLine(plan: ShownTimeline, count: number): Line {
  const { years } = plan;
  const once = (): number => {
    const began = performance.now();
    renderTimelineSvg(plan, TODAY, { years, width: 1400, labelWidth: 320, statuses: "all" });
    return performance.now() - began;
  };
  const times = Array.from({ length: 4 * RUNS }, once);
  return line("complete SVG", median(times.slice(RUNS)), "ms", SVG_AIMS[count] ?? null);
}

async function paintLines(browser: Browser, server: CandidateServer, count: number): Promise<{ readonly bare: BareFigures; readonly lines: Line[] }> {
  const runs: Record<CandidateName | "blank", PaintFigures[]> = { blank: [], ours: [], svar: [], dhtmlx: [] };
  // In turn, so that a busy minute of the machine meets all of them.
  for (let run = 0; run < RUNS; run += 1) {
    for (const name of ["blank", ...candidates] as const) runs[name].push(await paintOnce(browser, server.addressOf(name, count), name === "ours"));
  }
  const of = (name: CandidateName | "blank", figure: (figures: PaintFigures) => number): number => median(runs[name].map(figure));
  const best = (figure: (figures: PaintFigures) => number): number => Math.min(...peers.map((peer) => of(peer, figure)));
  const isLargest = count === LARGEST;
  const heap = (name: CandidateName): number => of(name, ({ megabytes }) => megabytes) - of("blank", ({ megabytes }) => megabytes);
  const bare = { painted: of("ours", ({ fromResponse }) => fromResponse), cpu: of("ours", ({ cpu }) => cpu), usable: of("ours", ({ usable }) => usable ?? Number.NaN) };
  const lines = [
    line("ours: response → painted", of("ours", ({ fromResponse }) => fromResponse), "ms", 0.5 * best(({ fromScript }) => fromScript)),
    ...peers.map((peer) => line(`${candidateLabels[peer]}: script → painted`, of(peer, ({ fromScript }) => fromScript), "ms")),
    line("a blank page: response → painted", of("blank", ({ fromResponse }) => fromResponse), "ms"),
    line("ours: main thread until painted", of("ours", ({ cpu }) => cpu), "ms", 0.6 * best(({ cpu }) => cpu)),
    ...peers.map((peer) => line(`${candidateLabels[peer]}: main thread until painted`, of(peer, ({ cpu }) => cpu), "ms")),
    line("ours: main thread until usable", of("ours", ({ cpuUntilUsable }) => cpuUntilUsable), "ms"),
    line("ours: response → a key moves the focus", of("ours", ({ usable }) => usable ?? Number.NaN), "ms", isLargest ? 400 : null),
    ...candidates.map((name) => line(`${candidateLabels[name]}: heap beyond a blank page`, heap(name), "MB", name === "ours" && isLargest ? 5 : null)),
    ...candidates.map((name) => countLine(`${candidateLabels[name]}: elements`, of(name, ({ elements }) => elements), name === "ours" && isLargest ? 450 : null)),
  ];
  return { bare, lines };
}

async function motionLines(browser: Browser, server: CandidateServer, count: number): Promise<Line[]> {
  const idle = await idleFrames(browser, server, count);
  const lines = [line("a page that does nothing: p95 of a frame", idle.p95, "ms"), countLine("a page that does nothing: frames left out", idle.dropped)];
  for (const name of candidates) lines.push(...linesOfMotion(candidateLabels[name], await motionOf(browser, server, name, count), name === "ours" && count === LARGEST));
  return lines;
}

const motions = ["scroll", "pan", "zoom", "drag"] as const satisfies ReadonlyArray<keyof MotionFigures>;

function linesOfMotion(label: string, figures: MotionFigures, aims: boolean): Line[] {
  return [
    line(`${label}: move by key → painted`, figures.move, "ms", aims ? 16 : null),
    line(`${label}: drop → painted`, figures.drop, "ms", aims ? 16 : null),
    ...motions.flatMap((motion) => [
      line(`${label}: ${motion}, p95 of a frame`, figures[motion].p95, "ms", aims ? 17 : null),
      countLine(`${label}: ${motion}, frames left out in 3 s`, figures[motion].dropped, aims ? 2 : null),
    ]),
  ];
}
