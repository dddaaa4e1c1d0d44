import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Plan, PlanRunState } from "#app/domain/planning/plan.ts";
import type { PlannerInput } from "#app/domain/planning/planner-input.ts";
import { readRunFailure, type RunFailure } from "#app/domain/planning/run-failure.ts";
import type { PlanningSettings, ScenarioChanges } from "#app/domain/planning/scenario.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { planRun, scenario, user } from "#db/schema/index.ts";

/** A run as lists show it: everything but the long texts of input and plan. */
export type PlanRunRow = {
  readonly id: number;
  readonly scenarioId: number | null;
  readonly scenarioName: string | null;
  readonly state: PlanRunState;
  /** Null while nothing was found. */
  readonly objective: number | null;
  readonly bound: number | null;
  readonly seed: number;
  readonly seconds: number;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly startedBy: string;
  readonly inputHash: string;
  /** The live plan a scenario's search began with; null: it began anew. */
  readonly warmFrom: number | null;
  readonly failure: RunFailure | null;
  readonly rowVersion: number;
};
/** What the run was asked to do, and what it found. */
export type PlanRunContent = { readonly settings: PlanningSettings; readonly changes: ScenarioChanges; readonly input: PlannerInput; readonly plan: Plan | null };

const { id, scenarioId, state, objective, bound, seed, seconds, startedAt, finishedAt, inputHash, warmFrom, failure, rowVersion } = planRun;
const rows = (db: DbOrTx) =>
  db
    .select({ id, scenarioId, scenarioName: scenario.name, state, objective, bound, seed, seconds, startedAt, finishedAt, startedBy: user.name, inputHash, warmFrom, failure, rowVersion })
    .from(planRun)
    .innerJoin(user, eq(user.id, planRun.startedBy))
    .leftJoin(scenario, eq(scenario.id, planRun.scenarioId));
const toRow = ({ failure: text, ...row }: Omit<PlanRunRow, "failure"> & { readonly failure: string }): PlanRunRow => ({ ...row, failure: readRunFailure(text) });

export type ListedRuns = { readonly scenarioId?: number | null; readonly limit: number };

/** Newest first: of one scenario, of the live plan (null), or all. */
export function listPlanRuns(db: DbOrTx, { scenarioId: of, limit }: ListedRuns): PlanRunRow[] {
  const query = rows(db).$dynamic();
  if (of !== undefined) void query.where(of === null ? isNull(scenarioId) : eq(scenarioId, of));
  return query.orderBy(desc(id)).limit(limit).all().map(toRow);
}

export function findPlanRun(db: DbOrTx, runId: number): PlanRunRow | null {
  const row = rows(db).where(eq(id, runId)).get();
  return row === undefined ? null : toRow(row);
}

/** The newest run that ended with a plan, of a scenario or (null) of the live plan. */
export function findLatestPlan(db: DbOrTx, of: number | null): PlanRunRow | null {
  const row = rows(db)
    .where(and(of === null ? isNull(scenarioId) : eq(scenarioId, of), eq(state, "done")))
    .orderBy(desc(id))
    .limit(1)
    .get();
  return row === undefined ? null : toRow(row);
}

const texts = { settings: planRun.settings, changes: planRun.changes, input: planRun.input, plan: planRun.plan };
/** The same as stored, for a thread that reads it itself. */
export type PlanRunTexts = { readonly settings: string; readonly changes: string; readonly input: string; readonly plan: string };

/** Null where there is no run, or no plan yet. */
export function planRunTexts(db: DbOrTx, runId: number): PlanRunTexts | null {
  const row = db.select(texts).from(planRun).where(eq(id, runId)).get();
  return row === undefined || row.plan === null ? null : { ...row, plan: row.plan };
}

/** Written by this program alone, so read without a second look. */
export function planRunContent(db: DbOrTx, runId: number): PlanRunContent | null {
  const row = db.select(texts).from(planRun).where(eq(id, runId)).get();
  if (row === undefined) return null;
  return {
    settings: JSON.parse(row.settings) as PlanningSettings,
    changes: JSON.parse(row.changes) as ScenarioChanges,
    input: JSON.parse(row.input) as PlannerInput,
    plan: row.plan === null ? null : (JSON.parse(row.plan) as Plan),
  };
}

/** The newest plan of the live data, for a run of a scenario to begin with; null where there is none, or it is no scenario's run. */
export function findStartOf(db: DbOrTx, runId: number): { readonly runId: number; readonly texts: PlanRunTexts } | null {
  const run = findPlanRun(db, runId);
  const live = run === null || run.scenarioId === null ? null : findLatestPlan(db, null);
  const found = live === null ? null : planRunTexts(db, live.id);
  return live === null || found === null ? null : { runId: live.id, texts: found };
}

export const noteStart = (db: DbOrTx, runId: number, from: number): void => void db.update(planRun).set({ warmFrom: from }).where(eq(id, runId)).run();

/** How many measures a run's plan holds and leaves out, counted where it is stored; null where there is no plan. */
export function planCounts(db: DbOrTx, runId: number): { readonly placed: number | null; readonly leftOut: number | null } {
  const length = (list: string) => sql<number | null>`json_array_length(${planRun.plan}, ${`$.${list}`})`;
  return db.select({ placed: length("placed"), leftOut: length("leftOut") }).from(planRun).where(eq(id, runId)).get() ?? { placed: null, leftOut: null };
}

export type NewPlanRun = {
  readonly scenarioId: number | null;
  readonly settings: PlanningSettings;
  readonly changes: ScenarioChanges;
  /** The JSON whose hash is `inputHash`. */
  readonly input: string;
  readonly inputHash: string;
  readonly seed: number;
  readonly seconds: number;
  readonly startedAt: string;
  readonly startedBy: number;
};

export function insertPlanRun(db: DbOrTx, { settings, changes, ...run }: NewPlanRun): number {
  return db
    .insert(planRun)
    .values({ ...run, state: "running", settings: JSON.stringify(settings), changes: JSON.stringify(changes) })
    .returning({ id })
    .get().id;
}

/** The best plan so far of a run that goes on; false when it has ended meanwhile. */
export function keepPlan(db: DbOrTx, runId: number, plan: Plan): boolean {
  const { changes } = db
    .update(planRun)
    .set({ plan: JSON.stringify(plan), objective: plan.objective, bound: plan.bound })
    .where(and(eq(id, runId), eq(state, "running")))
    .run();
  return changes > 0;
}

export type PlanRunEnd = { readonly state: Exclude<PlanRunState, "running">; readonly finishedAt: string; readonly failure: RunFailure | null; readonly plan: Plan | null };

/** Ends a run that still runs; without a plan the one kept before stays. False when it has ended before. */
export function endPlanRun(db: DbOrTx, runId: number, { state: end, finishedAt: at, failure: reason, plan }: PlanRunEnd): boolean {
  const found = plan === null ? {} : { plan: JSON.stringify(plan), objective: plan.objective, bound: plan.bound };
  const { changes } = db
    .update(planRun)
    .set({ ...found, state: end, finishedAt: at, failure: reason === null ? "" : JSON.stringify(reason) })
    .where(and(eq(id, runId), eq(state, "running")))
    .run();
  return changes > 0;
}

/** A refused plan must not stay where it could be shown. */
export const dropPlan = (db: DbOrTx, runId: number): void => void db.update(planRun).set({ plan: null, objective: null, bound: null }).where(eq(id, runId)).run();

export const listRunningIds = (db: DbOrTx): number[] => db.select({ id }).from(planRun).where(eq(state, "running")).orderBy(id).all().map((row) => row.id);

export const isScenario = (db: DbOrTx, wanted: number): boolean => db.select({ id: scenario.id }).from(scenario).where(eq(scenario.id, wanted)).get() !== undefined;

/** What the live plan was planned with last, to begin with the next time. */
export function latestSettings(db: DbOrTx): PlanningSettings | null {
  const row = db.select({ settings: planRun.settings }).from(planRun).where(isNull(scenarioId)).orderBy(desc(id)).limit(1).get();
  return row === undefined ? null : (JSON.parse(row.settings) as PlanningSettings);
}
