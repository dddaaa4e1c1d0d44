import type { Browser, Page } from "playwright-core";
import { barName, timeLabel } from "#app/charts/svg/timeline-texts.ts";
import type { ShownTimeline } from "#app/services/planning/show-timeline.server.ts";
import { axeFindings } from "#tests/support/browser.ts";
import { atLeast, countLine, line, type Line } from "#tests/bench/line.ts";
import { candidateLabels, peers, type CandidateName, type CandidateServer, type Peer } from "./candidate-server.ts";
import { withPage } from "./measure-candidate.ts";

/** What those see who use keys, a screen reader, or no JavaScript. Walking by keys takes a moment per bar: at the sizes for it alone. */
export async function measureAccess(browser: Browser, server: CandidateServer, plan: ShownTimeline, count: number, withWalk: boolean): Promise<Line[]> {
  const lines: Line[] = [];
  if (withWalk) {
    const { named, reached } = await withPage(browser, async (page) => {
      await open(page, server, "ours", count);
      await page.evaluate(() => window.probe.usable());
      return walk(page, plan);
    });
    lines.push(atLeast("ours: bars named with dates in the accessibility tree", (100 * named) / count, "%", 100), atLeast("ours: bars reached by keys", (100 * reached) / count, "%", 100));
    for (const peer of peers) lines.push(await peerNames(browser, server, peer, plan, count));
  }
  for (const name of ["ours", ...peers] as const) {
    const present = await withPage(browser, async (page) => presentWithoutScript(page, server, name, count), { javaScriptEnabled: false });
    lines.push(name === "ours" ? atLeast("ours: bars there without JavaScript", (100 * present) / count, "%", null) : line(`${candidateLabels[name]}: bars there without JavaScript`, (100 * present) / count, "%"));
    if (!withWalk) continue;
    const findings = await withPage(browser, async (page) => {
      await open(page, server, name, count);
      return axeFindings(page);
    });
    lines.push(countLine(`${candidateLabels[name]}: what axe finds`, findings.length, name === "ours" ? 0 : null));
  }
  return lines;
}

async function open(page: Page, server: CandidateServer, name: CandidateName, count: number): Promise<void> {
  await page.goto(server.addressOf(name, count));
  await page.evaluate(() => window.probe.firstPaint());
  await page.waitForTimeout(300);
}

type AxNode = { readonly ignored: boolean; readonly name?: { readonly value?: unknown }; readonly properties?: ReadonlyArray<{ readonly name: string; readonly value: { readonly value?: unknown } }> };

/** From the first stop to the last by the arrow key; the name is the one the browser gives a screen reader. */
async function walk(page: Page, plan: ShownTimeline): Promise<{ readonly named: number; readonly reached: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("Accessibility.enable");
  const entries = new Map([...plan.measures, ...plan.undated].map((entry) => [entry.id, entry]));
  const reached = new Set<number>();
  let named = 0;
  await page.keyboard.press("Home");
  for (let last = ""; ; ) {
    const stop = await page.evaluate(() => document.activeElement?.getAttribute("data-stop") ?? "");
    if (stop === last) return { named, reached: reached.size };
    last = stop;
    const entry = entries.get(Number(stop));
    if (entry !== undefined && !reached.has(entry.id)) {
      reached.add(entry.id);
      const { result } = await session.send("Runtime.evaluate", { expression: "document.activeElement" });
      const { nodes } = (await session.send("Accessibility.getPartialAXTree", { objectId: result.objectId ?? "", fetchRelatives: false })) as { nodes: readonly AxNode[] };
      const name = String(nodes[0]?.name?.value ?? "");
      if (nodes[0]?.ignored === false && name.includes(entry.title) && name.includes(timeLabel(entry)) && name.startsWith(barName({ ...entry, milestones: [], deadline: null, ghost: null, resolved: false }, false))) named += 1;
    }
    await page.keyboard.press("ArrowDown");
  }
}

/** Of the bars a peer draws at first, those whose name in the tree says what and when. */
async function peerNames(browser: Browser, server: CandidateServer, peer: Peer, plan: ShownTimeline, count: number): Promise<Line> {
  const named = await withPage(browser, async (page) => {
    await open(page, server, peer, count);
    const session = await page.context().newCDPSession(page);
    const { nodes } = (await session.send("Accessibility.getFullAXTree")) as { nodes: readonly AxNode[] };
    const names = nodes.filter(({ ignored }) => !ignored).map(({ name }) => String(name?.value ?? ""));
    return [...plan.measures, ...plan.undated].filter(({ title, startQuarter }) => names.some((name) => name.includes(title) && name.includes(startQuarter?.slice(0, 4) ?? "–"))).length;
  });
  return line(`${candidateLabels[peer]}: bars named with dates in the accessibility tree`, (100 * named) / count, "%");
}

async function presentWithoutScript(page: Page, server: CandidateServer, name: CandidateName, count: number): Promise<number> {
  await page.goto(server.addressOf(name, count));
  return page.locator(name === "ours" ? "[data-stop][data-measure]" : ".wx-bar, .gantt_task_line").count();
}
