// Measures prioritisation, then the built server over generated municipalities, and prints every figure beside its aim.
// `npm run bench -- prioritisation` leaves the server out, `-- weights` measures only what its pages of the prioritisation
// do in server and browser, `-- planning` only a plan that is computed in the program; numbers are the sizes wanted. `-- psplib FOLDER`, `-- replan FOLDER` and
// `-- portfolio FOLDER --seconds 2,10` (optimised plans after so many seconds) measure the planner on instances of a folder
// and nothing else. `-- timeline 50 500` measures the timeline beside two Gantt charts from
// npm, then the real page; `bare` leaves the page out.
import { spawnSync } from "node:child_process";
import { cpus } from "node:os";
import type { Line } from "./line.ts";
import { COMPILED_AFTER, REQUESTS, WARM_UP, measureImport, measureMemory, measurePages, measureReports } from "./measurements.ts";
import { startMunicipality } from "./municipality-server.ts";
import { measurePlanning } from "./planning-server.ts";
import { measurePortfolios } from "./portfolio.ts";
import { measurePrioritisation } from "./prioritisation.ts";
import { measurePsplib } from "./psplib.ts";
import { measureReplan } from "./replan.ts";
import { measureRobustnessPage } from "./robustness-page.ts";
import { measureTrialWeights } from "./trial-weights.ts";

const SIZES = [60, 400, 2_000];
/** The aims hold for a large municipality's plan. */
const SIZE_WITH_AIMS = 400;
/** Planning is to hold for the largest. */
const SIZE_PLANNED = 2_000;
const TIMELINE_SIZES = [500, 5_000];
const NAME_WIDTH = 60;

const wanted = process.argv.slice(2).map(Number).filter(Number.isInteger);
const sizes = wanted.length > 0 ? wanted : SIZES;
const onlyWeights = process.argv.includes("weights");
const onlyPlanning = process.argv.includes("planning");
const withServer = !process.argv.includes("prioritisation");
let missed = 0;
console.log(`Node ${process.version}, ${cpus().length} cores`);
const onFolders: Record<string, (folder: string) => Line[] | Promise<Line[]>> = {
  psplib: measurePsplib,
  replan: measureReplan,
  portfolio: (given) => measurePortfolios(given, timesWanted(), (line) => print([line])),
};
const [kind = "", folder] = process.argv.slice(2);
const onFolder = onFolders[kind];
if (kind === "timeline") {
  // React looks at this when it is loaded, and is several times as slow without it.
  Object.assign(process.env, { NODE_ENV: "production" });
  const withProgram = !process.argv.includes("bare");
  const { measureTimeline } = await import("./timeline.ts");
  if (withProgram) buildProgram();
  await measureTimeline(wanted.length > 0 ? wanted : TIMELINE_SIZES, withProgram, printUnder);
} else if (onFolder === undefined) await measureProduct();
else if (folder === undefined) console.log(`Name the folder: npm run bench -- ${kind} FOLDER`);
else print(await onFolder(folder));
console.log(missed === 0 ? "\nEvery aim holds." : `\n${missed} ${missed === 1 ? "aim is" : "aims are"} missed.`);

async function measureProduct(): Promise<void> {
  for (const size of onlyPlanning ? [] : sizes) {
    console.log(`\nprioritisation of ${size} measures`);
    print(measurePrioritisation(size, size === SIZE_WITH_AIMS));
  }
  if (withServer) await measureServer();
}

/** `--seconds 2,10,60`; a full run over twelve instances, with HiGHS alone beside it, takes half an hour. */
function timesWanted(): number[] {
  const at = process.argv.indexOf("--seconds");
  const times = at < 0 ? [2, 10, 60] : (process.argv[at + 1] ?? "").split(",").map(Number);
  return times.filter((seconds) => seconds > 0);
}

function printUnder(heading: string, lines: readonly Line[]): void {
  console.log(`\n${heading}`);
  print(lines);
}

function print(lines: readonly Line[]): void {
  for (const { what, value, unit, aim, isLeast = false } of lines) {
    const figure = value === null ? "–" : `${value.toFixed(decimalsOf(value, unit))} ${unit}`;
    const holds = aim !== null && value !== null && (isLeast ? value >= aim : value <= aim);
    if (aim !== null && !holds) missed += 1;
    console.log(`  ${what.padEnd(NAME_WIDTH)}  ${figure.padStart(10)}${aim === null ? "" : `   aim ${isLeast ? "at least " : ""}${Number.isInteger(aim) ? aim : aim.toFixed(1)} ${unit}: ${holds ? "holds" : "MISSED"}`}`);
  }
}

function buildProgram(): void {
  const built = spawnSync("npm", ["run", "build", "--silent"], { encoding: "utf8" });
  if (built.status === 0) return;
  console.error(built.stderr);
  process.exit(1);
}

function decimalsOf(value: number, unit: Line["unit"]): number {
  if (unit === "×") return 0;
  if (unit === "kB" || unit === "MB") return value < 100 ? 1 : 0;
  return value < 10 || unit === "%" ? 2 : 0;
}

async function measureServer(): Promise<void> {
  buildProgram();
  console.log(`\nThe server: ${REQUESTS} requests per page after ${WARM_UP} to warm up; CPU where it has an aim also after ${COMPILED_AFTER}`);
  for (const size of sizes) {
    const aims = size === SIZE_WITH_AIMS;
    const server = await startMunicipality(size);
    try {
      console.log(`\n${size} measures`);
      print(await measurePlanning(server, size === SIZE_PLANNED));
      if (onlyPlanning) continue;
      if (!onlyWeights) {
        print(await measurePages(server, aims));
        print(measureMemory(server, "after the pages", aims));
        print(await measureReports(server, aims));
        print(await measureImport(server));
      }
      print(await measureRobustnessPage(server, aims));
      print(await measureTrialWeights(size, aims));
      print(measureMemory(server, "after all of it", false));
    } finally {
      await server.stop();
    }
  }
}
