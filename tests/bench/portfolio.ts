import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { buildModel, OPEN } from "#app/planner/bound/linear-model.ts";
import { dataOf, loadSolver, type Solver } from "#app/planner/bound/solver.ts";
import { checkChoice } from "#app/planner/check-choice.ts";
import { compileProblem } from "#app/planner/compile/compile-problem.ts";
import { portfolioInstanceSchema, problemOfInstance, type PortfolioInstance } from "#app/planner/portfolio-instance.ts";
import type { PlanningProblem } from "#app/planner/problem.ts";
import { firstPlan } from "#app/planner/search/first-plan.ts";
import { generateInstance } from "#tests/support/portfolio-instances.ts";
import { atLeast, line, type Line } from "./line.ts";

/** In percent of the best known value, by seconds; `bound` in seconds. */
const AIMS: Readonly<Record<string, Readonly<Record<number, number>>>> = { std: { 2: 98.5, 10: 99.3, 60: 99.8 }, tight: { 2: 96, 10: 98, 60: 99.3 } };
const FIRST_PLAN_MS = 50;
const LARGE = { count: 2_000, quarters: 24, teams: 6, accounts: 5, seed: 1 };
const LARGE_SECONDS = 20;
const answerSchema = z.object({ objective: z.number(), bound: z.number().nullable(), start: z.array(z.number().nullable()), mode: z.array(z.number()), peakMegabytes: z.number().optional() });
const bestKnownSchema = z.record(z.string(), z.object({ bestKnown: z.number() }));

/** Plans every instance of a folder by the command anyone may use, checks what it prints, and lets HiGHS alone have the same time. */
export async function measurePortfolios(folder: string, times: readonly number[], print: (line: Line) => void): Promise<Line[]> {
  const bestKnown = bestKnownSchema.parse(JSON.parse(readFileSync(join(folder, "best_known.json"), "utf8")));
  const solver = await loadSolver();
  for (const name of Object.keys(bestKnown).filter((each) => readdirSync(folder).includes(each))) {
    const path = join(folder, name);
    const instance = portfolioInstanceSchema.parse(JSON.parse(readFileSync(path, "utf8")));
    const problem = problemOfInstance(instance);
    const best = bestKnown[name]?.bestKnown ?? 0;
    const named = (lines: readonly Line[]) => lines.forEach((each) => print({ ...each, what: `${name.replace(".json", "")} ${each.what}` }));
    named([firstPlanLine(problem)]);
    for (const seconds of times) named(comparisonLines({ path, instance, problem, best, seconds, aim: AIMS[name.split("_")[0] ?? ""]?.[seconds] ?? null }, solver));
  }
  return largeLines();
}

function firstPlanLine(problem: PlanningProblem, aim = FIRST_PLAN_MS): Line {
  const begun = performance.now();
  const plan = firstPlan(compileProblem(problem));
  const milliseconds = performance.now() - begun;
  const { violations } = checkChoice(problem, plan.choice());
  return line(violations.length === 0 ? "first plan" : `first plan (lacks ${violations.length} mandatory)`, milliseconds, "ms", aim);
}

type Comparison = { readonly path: string; readonly instance: PortfolioInstance; readonly problem: PlanningProblem; readonly best: number; readonly seconds: number; readonly aim: number | null };

function comparisonLines({ path, instance, problem, best, seconds, aim }: Comparison, solver: Solver): Line[] {
  const begun = performance.now();
  const { objective, bound } = planned(path, instance, problem, seconds);
  const took = (performance.now() - begun) / 1000;
  const alone = highsAlone(problem, solver, seconds);
  return [
    line(`${seconds} s: whole time`, took, "s", seconds + 0.3),
    atLeast(`${seconds} s: of the best known value`, (100 * objective) / best, "%", aim),
    atLeast(`${seconds} s: above HiGHS alone (${((100 * alone) / best).toFixed(2)} %)`, (100 * (objective - alone)) / best, "%", 0),
    line(`${seconds} s: gap to the bound ${bound ?? "–"}`, bound === null ? null : (100 * (bound - objective)) / objective, "%"),
  ];
}

function planned(path: string, instance: PortfolioInstance, problem: PlanningProblem, seconds: number): { objective: number; bound: number | null } {
  const { stdout, stderr } = spawnSync("npm", ["run", "-s", "plan:portfolio", "--", path, "--seconds", String(seconds), "--seed", "1"], { encoding: "utf8" });
  if (stdout === "") throw new Error(stderr);
  const { start, mode, objective, bound } = answerSchema.parse(JSON.parse(stdout));
  const choice = problem.activities.map(({ options }, activity) => {
    const id = instance.measures[activity]?.id ?? -1;
    const position = options.findIndex((option) => option.start === start[id] && option.mode === mode[id]);
    return position < 0 ? null : position;
  });
  const checked = checkChoice(problem, choice);
  if (checked.violations.length > 0 || checked.objective !== objective || (bound !== null && bound < objective)) throw new Error(`${path}: the plan is not what it says: ${JSON.stringify(checked)}`);
  return { objective, bound };
}

/** What HiGHS finds by itself with the same model in the same time; 0 where it finds nothing. */
function highsAlone(problem: PlanningProblem, solver: Solver, seconds: number): number {
  const compiled = compileProblem(problem);
  const model = solver.createModel(dataOf(solver, buildModel(compiled, { decided: new Int32Array(compiled.activityCount).fill(OPEN), forced: true }), true));
  try {
    model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0 });
    model.run();
    const value = model.getObjectiveValue();
    return Number.isFinite(value) ? Math.max(0, value) : 0;
  } finally {
    model.dispose();
  }
}

function largeLines(): Line[] {
  const problem = problemOfInstance(generateInstance(LARGE));
  const worker = `
    const { generateInstance } = await import("#tests/support/portfolio-instances.ts");
    const { problemOfInstance } = await import("#app/planner/portfolio-instance.ts");
    const { solve } = await import("#app/planner/solve.ts");
    const plan = await solve(problemOfInstance(generateInstance(${JSON.stringify(LARGE)})), { seed: 1, limit: { seconds: ${LARGE_SECONDS} }, clock: () => performance.now() });
    console.log(JSON.stringify({ objective: plan.objective, bound: plan.bound, start: [], mode: [], peakMegabytes: process.resourceUsage().maxRSS / 1024 }));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", worker], { encoding: "utf8" });
  if (stdout === "") throw new Error(stderr);
  const { objective, bound, peakMegabytes } = answerSchema.parse(JSON.parse(stdout));
  return [
    { ...firstPlanLine(problem, 1_000), what: `${LARGE.count} × ${LARGE.quarters}: first plan` },
    line(`${LARGE.count} × ${LARGE.quarters}: memory of a process that plans for ${LARGE_SECONDS} s, peak`, peakMegabytes ?? null, "MB", 600),
    line(`${LARGE.count} × ${LARGE.quarters}: gap to the bound after ${LARGE_SECONDS} s`, bound === null ? null : (100 * (bound - objective)) / objective, "%"),
  ];
}
