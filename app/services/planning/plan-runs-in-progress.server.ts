import { setImmediate as nextTurn } from "node:timers/promises";
import type { Plan } from "#app/domain/planning/plan.ts";
import type { RunFailure } from "#app/domain/planning/run-failure.ts";
import type { PlanningSettings, ScenarioChanges } from "#app/domain/planning/scenario.ts";
import type { Clock } from "#app/services/service-context.server.ts";
import { isWrittenBeside, writesAtRest } from "#app/services/writes-beside.server.ts";
import type { Db } from "#db/client.server.ts";
import { findStartOf, keepPlan, noteStart, type PlanRunTexts } from "#db/queries/plan-runs.server.ts";
import { finishPlanRun } from "./finish-plan-run.server.ts";
import { makePlan, questionOf } from "./make-plan.server.ts";

/**
 * What a thread needs to plan; plain data. `input` and `startFrom`, an earlier plan with what it was planned for, are the
 * stored texts, which cost nobody time to hand over.
 */
export type PlanWork = { readonly input: string; readonly changes: ScenarioChanges; readonly settings: PlanningSettings; readonly seed: number; readonly seconds: number; readonly startFrom?: PlanRunTexts };
/** How far a run is. `plan` comes along where it is to be kept, and has passed the checker by then. */
export type PlanNews = { readonly objective: number | null; readonly bound: number | null; readonly plan: Plan | null };
/** Every plan in it has passed the checker; a plan that did not is a failure. */
export type PlanOutcome = { readonly kind: "planned"; readonly plan: Plan } | { readonly kind: "failed"; readonly failure: RunFailure };
/** Plans somewhere until the seconds are over or `stop` is raised, and then still gives the best plan found. Rejects when it was lost on the way. */
export type PlanRunner = (work: PlanWork, onNews: (news: PlanNews) => void, stop: AbortSignal) => Promise<PlanOutcome>;

export type RunProgress = {
  /** Runs before it that have not ended. */
  readonly waitingFor: number;
  readonly objective: number | null;
  readonly bound: number | null;
  readonly elapsedMs: number;
};

type Run = { readonly stop: AbortController; objective: number | null; bound: number | null; beganAt: number | null; readonly end: Promise<void> };
type Runs = { runner: PlanRunner; readonly open: Map<number, Run>; last: Promise<void> };

const runsPerConnection = new WeakMap<Db, Runs>();

function runsOf(db: Db): Runs {
  let runs = runsPerConnection.get(db);
  if (runs === undefined) runsPerConnection.set(db, (runs = { runner: runHere, open: new Map(), last: Promise.resolve() }));
  return runs;
}

/** From now on runs are planned there; without this they run in the thread of the caller. */
export function runPlansBy(db: Db, runner: PlanRunner): void {
  runsOf(db).runner = runner;
}

export const countOpenRuns = (db: Db): number => runsOf(db).open.size;

/** One run plans at a time, so that each has the machine it was promised; the others wait in their order. */
export function beginPlanRun({ db, clock }: { readonly db: Db; readonly clock: Clock }, runId: number, work: PlanWork): void {
  const runs = runsOf(db);
  const stop = new AbortController();
  const run: Run = { stop, objective: null, bound: null, beganAt: null, end: runs.last.then(() => perform({ db, clock }, runId, work, run)).finally(() => runs.open.delete(runId)) };
  runs.open.set(runId, run);
  runs.last = run.end.catch(() => undefined);
}

const runHere: PlanRunner = (work, onNews, stop) => makePlan(questionOf(work), { clock: () => performance.now(), isStopped: () => stop.aborted, onNews });

async function perform({ db, clock }: { readonly db: Db; readonly clock: Clock }, runId: number, work: PlanWork, run: Run): Promise<void> {
  const { runner } = runsOf(db);
  // Who starts a run is answered before it begins.
  await nextTurn();
  const { signal } = run.stop;
  if (signal.aborted) return finishPlanRun({ db, clock }, runId, { outcome: null, isCancelled: true });
  run.beganAt = performance.now();
  try {
    const outcome = await runner(withStart(db, runId, work), (news) => tell(db, runId, run, news), signal);
    await writesAtRest(db);
    finishPlanRun({ db, clock }, runId, { outcome, isCancelled: signal.aborted });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    if (db.$client.open) finishPlanRun({ db, clock }, runId, { outcome: { kind: "failed", failure: { code: "lost", details: [] } }, isCancelled: signal.aborted });
  }
}

/** A scenario's plan starts from the newest live plan there is when it begins, so that the two differ by the scenario and not by chance. */
function withStart(db: Db, runId: number, work: PlanWork): PlanWork {
  const live = findStartOf(db, runId);
  if (live === null) return work;
  noteStart(db, runId, live.runId);
  return { ...work, startFrom: live.texts };
}

function tell(db: Db, runId: number, run: Run, { objective, bound, plan }: PlanNews): void {
  run.objective = objective ?? run.objective;
  run.bound = bound ?? run.bound;
  if (plan === null) return;
  const keep = () => void (db.$client.open && keepPlan(db, runId, plan));
  if (isWrittenBeside(db)) void writesAtRest(db).then(keep);
  else keep();
}

/** Null when it does not run here (any more). */
export function progressOf(db: Db, runId: number): RunProgress | null {
  const { open } = runsOf(db);
  const run = open.get(runId);
  if (run === undefined) return null;
  const { objective, bound, beganAt } = run;
  return { waitingFor: beganAt === null ? [...open.keys()].indexOf(runId) : 0, objective, bound, elapsedMs: beganAt === null ? 0 : Math.round(performance.now() - beganAt) };
}

/** Asks a run to end with the best plan it has; false when it does not run here. */
export function stopPlanRun(db: Db, runId: number): boolean {
  const run = runsOf(db).open.get(runId);
  run?.stop.abort();
  return run !== undefined;
}

/** Asks all runs to end and waits for it, so that nothing found is lost when the program ends. */
export async function plansAtRest(db: Db): Promise<void> {
  const runs = [...runsOf(db).open.values()];
  for (const run of runs) run.stop.abort();
  await Promise.all(runs.map((run) => run.end));
}

/** When the run has ended and its end is stored; at once where it does not run. */
export const planRunEnded = (db: Db, runId: number): Promise<void> => runsOf(db).open.get(runId)?.end ?? Promise.resolve();
