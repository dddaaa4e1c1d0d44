import type { Portfolio } from "#app/domain/portfolio/portfolio.ts";
import { TOP_LEVEL } from "#app/domain/prioritisation/level-units.ts";
import { launchBrowser, openWindow } from "#tests/support/browser.ts";
import { line, percentile, type Line } from "./line.ts";
import { startMunicipality } from "./municipality-server.ts";

const MOVES = 200;
const WARM_UP = 20;
const FRAME = 16;

/** What the page reports: milliseconds per move, and how many moves put another order on the page. */
type Moves = { readonly times: number[]; readonly reordered: number; readonly rows: number };

/** From the input event of a slider until the new order is painted, in a real browser with the built page; every measure has a place. */
export async function measureTrialWeights(count: number, aims: boolean): Promise<Line[]> {
  const server = await startMunicipality(count, { adapt: ratedThroughout });
  const browser = await launchBrowser();
  try {
    const window = await openWindow(browser, server.origin);
    await window.setExtraHTTPHeaders({ Cookie: server.cookie });
    const page = await window.newPage();
    await page.goto("/priorisierung/gewichte-probieren");
    await page.getByRole("slider").first().waitFor();
    const { times, reordered, rows } = await page.evaluate(moveSliders, MOVES + WARM_UP);
    if (rows !== count) throw new Error(`${rows} of ${count} measures have a place`);
    if (reordered < MOVES / 2) throw new Error(`only ${reordered} of ${MOVES} moves changed the order`);
    const sorted = times.slice(WARM_UP).sort((a, b) => a - b);
    return [
      line(`slider moved until ${rows} places are painted: p50`, percentile(sorted, 50), "ms", aims ? FRAME : null),
      line(`slider moved until ${rows} places are painted: p95`, percentile(sorted, 95), "ms", aims ? FRAME : null),
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Nothing is settled, and everything is rated on every criterion. */
function ratedThroughout(portfolio: Portfolio): Portfolio {
  const [rater] = portfolio.ratings;
  if (rater === undefined) throw new Error("nobody rated anything");
  const measures = portfolio.measures.map((measure) => ({ ...measure, status: "planned" as const }));
  const ratings = measures.flatMap((measure) => portfolio.criteria.map((criterion, index) => ({ ...rater, measureId: measure.id, criterionId: criterion.id, value: (measure.id * (index + 3) + Math.floor(measure.id / 7)) % (TOP_LEVEL + 1) })));
  return { ...portfolio, measures, ratings };
}

/** Runs in the browser. An input event comes at the beginning of a frame; a message posted in it arrives after the frame was painted. */
async function moveSliders(moves: number): Promise<Moves> {
  const sliders = [...document.querySelectorAll<HTMLInputElement>("input[type=range]")];
  const list = document.querySelector("ol");
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  const times: number[] = [];
  let reordered = 0;
  for (let move = 0; move < moves; move += 1) {
    const slider = sliders[move % sliders.length];
    if (slider === undefined) break;
    const before = list?.innerText;
    times.push(
      await new Promise<number>((resolve) => {
        const painted = new MessageChannel();
        requestAnimationFrame(() => {
          const started = performance.now();
          painted.port1.onmessage = () => resolve(performance.now() - started);
          setValue?.call(slider, String((Number(slider.value) + 37) % 101));
          slider.dispatchEvent(new Event("input", { bubbles: true }));
          painted.port2.postMessage(null);
        });
      }),
    );
    if (list?.innerText !== before) reordered += 1;
  }
  return { times, reordered, rows: list?.children.length ?? 0 };
}
