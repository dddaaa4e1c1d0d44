import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { build } from "vite";
import { checkChoice } from "#app/planner/check-choice.ts";
import { placesOf } from "#app/planner/explain/places.ts";
import { replanWithFewestMoves, usualStability } from "#app/planner/explain/replan.ts";
import { portfolioInstanceSchema, problemOfInstance } from "#app/planner/portfolio-instance.ts";
import type { Choice, PlanningProblem } from "#app/planner/problem.ts";
import { solve } from "#app/planner/solve.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { line, percentile, type Line } from "./line.ts";
import { whatIfTimes } from "./what-if-times.ts";

/** The aims hold at this size. */
const MEASURES = 300;
const PLAN_SECONDS = 5;
const REPLAN_SECONDS = 10;
/** From the project's root: the second thread that a run of the planner has, too. */
const HELPER = resolve("db/tools/plan-helper.js");
/** What is left of the account that is fullest in one year. */
const LEFT_OF_ACCOUNT = 0.85;

/** Planning anew after an account has lost 15 % in one year, and what-if after a drag, on the instances of a folder with 300 measures. */
export async function measureReplan(folder: string): Promise<Line[]> {
  const lines: Line[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json")).sort()) {
    const parsed = portfolioInstanceSchema.safeParse(JSON.parse(readFileSync(join(folder, file), "utf8")));
    if (!parsed.success || parsed.data.N !== MEASURES) continue;
    const problem = problemOfInstance(parsed.data);
    const { choice } = await solve(problem, { seed: 1, limit: { seconds: PLAN_SECONDS }, clock: () => performance.now() });
    const name = file.replace(".json", "");
    const firstMoney = parsed.data.K * parsed.data.T;
    lines.push(...(await measureCut(name, problem, choice, firstMoney)), ...nodeTimes(name, problem, choice), ...(await browserTimes(name, problem, choice)));
  }
  return lines;
}

async function measureCut(name: string, problem: PlanningProblem, choice: Choice, firstMoney: number): Promise<Line[]> {
  const cut = withCut(problem, choice, firstMoney);
  const before = placesOf(problem, choice);
  let first: number | null = null;
  const { solved, unchanged, moved, dropped, added, choice: after } = await replanWithFewestMoves(cut, before, usualStability(problem), {
    seed: 1,
    limit: { seconds: REPLAN_SECONDS },
    clock: () => performance.now(),
    startHelper: (workerData) => {
      const helper = new Worker(HELPER, { workerData });
      return () => void helper.terminate();
    },
    onProgress: ({ objective, seconds }) => {
      if (Number.isFinite(objective)) first ??= seconds;
    },
  });
  if (checkChoice(cut, after).violations.length > 0) throw new Error(`the new plan of ${name} breaks a rule`);
  const planned = before.filter((place) => place !== null).length;
  return [
    line(`${name}, account cut by 15 %: first plan after`, first, "s", 1),
    line(`${name}: gap to its bound after ${REPLAN_SECONDS} s`, solved.gap === null ? null : 100 * solved.gap, "%", 0.5),
    line(`${name}: touched of ${planned} (${moved.length} moved, ${dropped.length} out, ${added.length} in)`, (100 * (planned - unchanged)) / planned, "%", 10),
  ];
}

function withCut(problem: PlanningProblem, choice: Choice, firstMoney: number): PlanningProblem {
  const used = problem.rows.map(() => 0);
  problem.activities.forEach(({ options }, activity) => {
    for (const { row, amount } of options[choice[activity] ?? -1]?.usage ?? []) used[row] = (used[row] ?? 0) + amount;
  });
  const share = (row: number) => (used[row] ?? 0) / Math.max(1, problem.rows[row]?.capacity ?? 1);
  const fullest = problem.rows.reduce((best, _, row) => (row >= firstMoney && share(row) > share(best) ? row : best), firstMoney);
  return { ...problem, rows: problem.rows.map(({ capacity }, row) => ({ capacity: row === fullest ? Math.floor(capacity * LEFT_OF_ACCOUNT) : capacity })) };
}

function nodeTimes(name: string, problem: PlanningProblem, choice: Choice): Line[] {
  return timeLines(`${name}, what-if in Node`, whatIfTimes(problem, choice), false);
}

/** The same functions, bundled as a page gets them, in a real browser. */
async function browserTimes(name: string, problem: PlanningProblem, choice: Choice): Promise<Line[]> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, lib: { entry: join(import.meta.dirname, "what-if-times.ts"), formats: ["iife"], name: "planner" } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const code = output !== undefined && "output" in output ? output.output[0].code : "";
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: `${code};globalThis.planner = planner;` });
    const times = await page.evaluate(([given, chosen]) => {
      const { planner } = globalThis as typeof globalThis & { planner: { whatIfTimes: typeof whatIfTimes } };
      return planner.whatIfTimes(given, chosen);
    }, [problem, choice] as const);
    return timeLines(`${name}, what-if in Chromium`, times, true);
  } finally {
    await browser.close();
  }
}

function timeLines(label: string, times: readonly number[], aims: boolean): Line[] {
  const sorted = [...times].sort((a, b) => a - b);
  return [line(`${label}: p50 of ${sorted.length}`, percentile(sorted, 50), "ms", aims ? 2 : null), line(`${label}: p95`, percentile(sorted, 95), "ms", aims ? 2 : null)];
}
