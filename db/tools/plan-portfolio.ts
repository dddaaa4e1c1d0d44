import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import type { HelpJob } from "#app/planner/help-plan.ts";
import { planOfInstance, portfolioInstanceSchema, problemOfInstance, type PortfolioInstance } from "#app/planner/portfolio-instance.ts";
import { solve } from "#app/planner/solve.ts";

/** What starting by npm and ending take besides, so that the seconds asked for are those one waits. */
const AROUND_SECONDS = 0.25;
const LEAST_SECONDS = 0.1;

/**
 * Plans one of the published instances and prints a single JSON object: the objective, the proven bound, and by measure id the
 * start (null: left out) and the mode. The texts of refusals are loaded only where they are needed: every tenth of a second counts.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { seconds: { type: "string", default: "10" }, seed: { type: "string", default: "1" } } });
const [path] = positionals;
const seconds = Number(values.seconds);
const seed = Number(values.seed);
if (path === undefined || !(seconds > 0) || !Number.isInteger(seed)) await refuse((t) => t("portfolioUsage"));
else await plan(path);

async function plan(file: string): Promise<void> {
  let instance: PortfolioInstance;
  try {
    instance = portfolioInstanceSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    await refuse((t) => t("portfolioRefused", { path: file, reason: error instanceof Error ? error.message : String(error) }));
    return;
  }
  const problem = problemOfInstance(instance);
  // The clock counts from the start of the process.
  const clock = () => performance.now();
  const left = Math.max(LEAST_SECONDS, seconds - AROUND_SECONDS - clock() / 1000);
  const { objective, bound, choice } = await solve(problem, { seed, limit: { seconds: left }, clock, startHelper });
  process.stdout.write(`${JSON.stringify({ objective, bound, ...planOfInstance(instance, problem, choice) })}\n`);
}

/** A thread that fails leaves the search alone; that it ends early is no news. */
function startHelper(workerData: HelpJob): () => void {
  const helper = new Worker(new URL("./plan-helper.js", import.meta.url), { workerData });
  helper.on("error", () => undefined);
  return () => void helper.terminate();
}

async function refuse(sentence: (t: typeof import("#app/i18n/de/tools.ts")["t"]) => string): Promise<void> {
  const { t } = await import("#app/i18n/de/tools.ts");
  process.stderr.write(`${sentence(t)}\n`);
  process.exitCode = 1;
}
