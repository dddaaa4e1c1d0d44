import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { planRunStates } from "#app/domain/planning/plan.ts";
import { planMoveKinds } from "#app/domain/planning/plan-move.ts";
import { measurePairKinds } from "#app/domain/planning/planning-terms.ts";
import { orgUnit, user } from "./administration.ts";
import { amountCents, id, instant, isBetween, isNotBlank, isOneOf, isQuarter, quarterText, rowVersion } from "./columns.ts";
import { measure } from "./measures.ts";

export const fundingWindow = sqliteTable(
  "funding_window",
  {
    id: id(),
    measureId: integer("measure_id")
      .notNull()
      .references(() => measure.id, { onDelete: "cascade" }),
    programme: text("programme").notNull(),
    opensQuarter: quarterText("opens_quarter").notNull(),
    closesQuarter: quarterText("closes_quarter").notNull(),
    ratePercent: integer("rate_percent").notNull(),
    maxGrantCents: amountCents("max_grant_cents"),
    required: integer("required", { mode: "boolean" }).notNull().default(false),
    note: text("note").notNull().default(""),
    rowVersion: rowVersion(),
  },
  (table) => [
    index("funding_window_measure").on(table.measureId),
    check("funding_window_programme", isNotBlank(table.programme)),
    check("funding_window_opens", isQuarter(table.opensQuarter)),
    check("funding_window_closes", isQuarter(table.closesQuarter)),
    check("funding_window_order", sql`${table.opensQuarter} <= ${table.closesQuarter}`),
    check("funding_window_rate", isBetween(table.ratePercent, 1, 100)),
    check("funding_window_max_grant", isBetween(table.maxGrantCents, 0, 100_000_000_000_00)),
  ],
);

/** No row: the values of `noTerms`. */
export const measureTerms = sqliteTable(
  "measure_terms",
  {
    measureId: integer("measure_id")
      .primaryKey()
      .references(() => measure.id, { onDelete: "cascade" }),
    durationQuarters: integer("duration_quarters"),
    mandatory: integer("mandatory", { mode: "boolean" }).notNull().default(false),
    fixed: integer("fixed", { mode: "boolean" }).notNull().default(false),
    fundingWindowId: integer("funding_window_id").references(() => fundingWindow.id, { onDelete: "set null" }),
    rowVersion: rowVersion(),
  },
  (table) => [index("measure_terms_funding_window").on(table.fundingWindowId), check("measure_terms_duration", isBetween(table.durationQuarters, 1, 40))],
);

export const measurePair = sqliteTable(
  "measure_pair",
  {
    id: id(),
    kind: text("kind", { enum: measurePairKinds }).notNull(),
    firstId: integer("first_id")
      .notNull()
      .references(() => measure.id, { onDelete: "cascade" }),
    secondId: integer("second_id")
      .notNull()
      .references(() => measure.id, { onDelete: "cascade" }),
    savingCents: amountCents("saving_cents"),
    reason: text("reason").notNull().default(""),
    rowVersion: rowVersion(),
  },
  (table) => [
    uniqueIndex("measure_pair_measures").on(table.firstId, table.secondId),
    index("measure_pair_second").on(table.secondId),
    check("measure_pair_kind", isOneOf(table.kind, measurePairKinds)),
    // The smaller id first, so that a pair is there once.
    check("measure_pair_order", sql`${table.firstId} < ${table.secondId}`),
    check("measure_pair_saving", isBetween(table.savingCents, 0, 100_000_000_000_00)),
  ],
);

export const startLimit = sqliteTable(
  "start_limit",
  {
    orgUnitId: integer("org_unit_id")
      .primaryKey()
      .references(() => orgUnit.id),
    startsPerQuarter: integer("starts_per_quarter").notNull(),
    rowVersion: rowVersion(),
  },
  (table) => [check("start_limit_number", isBetween(table.startsPerQuarter, 1, 100))],
);

/** A what-if: in what it differs from the live plan, and how it is planned. Both are JSON of app/domain/planning/scenario.ts. */
export const scenario = sqliteTable(
  "scenario",
  {
    id: id(),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    changes: text("changes").notNull(),
    settings: text("settings").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: integer("created_by")
      .notNull()
      .references(() => user.id),
    archivedAt: instant("archived_at"),
    rowVersion: rowVersion(),
  },
  (table) => [uniqueIndex("scenario_name").on(table.name), index("scenario_created_by").on(table.createdBy), check("scenario_name_set", isNotBlank(table.name))],
);

/** One run of the planner, of a scenario or (without one) of the live plan. Its input is frozen with it, so that what was planned can be shown again without solving. */
export const planRun = sqliteTable(
  "plan_run",
  {
    id: id(),
    scenarioId: integer("scenario_id").references(() => scenario.id),
    state: text("state", { enum: planRunStates }).notNull(),
    /** JSON: settings and changes as planned with. */
    settings: text("settings").notNull(),
    changes: text("changes").notNull(),
    /** JSON of the planner's input: everything the plan and its explanations are computed from. */
    input: text("input").notNull(),
    inputHash: text("input_hash").notNull(),
    /** JSON of app/domain/planning/plan.ts; null while nothing was found. */
    plan: text("plan"),
    objective: integer("objective"),
    bound: integer("bound"),
    seed: integer("seed").notNull(),
    /** How long it was asked to search, in seconds. */
    seconds: integer("seconds").notNull(),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at"),
    startedBy: integer("started_by")
      .notNull()
      .references(() => user.id),
    /** The plan of the live data that a scenario's search began with. */
    warmFrom: integer("warm_from").references((): AnySQLiteColumn => planRun.id),
    /** What went wrong, for "failed". */
    failure: text("failure").notNull().default(""),
    rowVersion: rowVersion(),
  },
  (table) => [
    index("plan_run_scenario").on(table.scenarioId),
    index("plan_run_started_by").on(table.startedBy),
    index("plan_run_warm_from").on(table.warmFrom),
    check("plan_run_state", isOneOf(table.state, planRunStates)),
    check("plan_run_seconds", isBetween(table.seconds, 1, 600)),
    check("plan_run_done_has_plan", sql`${table.state} <> 'done' OR ${table.plan} IS NOT NULL`),
  ],
);

/** A plan that was taken over into the live plan, with what stood there before, so that it can be undone. */
export const planAdoption = sqliteTable(
  "plan_adoption",
  {
    id: id(),
    planRunId: integer("plan_run_id")
      .notNull()
      .references(() => planRun.id),
    adoptedAt: instant("adopted_at").notNull(),
    adoptedBy: integer("adopted_by")
      .notNull()
      .references(() => user.id),
    /** JSON: what was changed, each with its values before and after. */
    changes: text("changes").notNull(),
    undoneAt: instant("undone_at"),
    undoneBy: integer("undone_by").references(() => user.id),
    rowVersion: rowVersion(),
  },
  (table) => [index("plan_adoption_run").on(table.planRunId), index("plan_adoption_adopted_by").on(table.adoptedBy), index("plan_adoption_undone_by").on(table.undoneBy)],
);

/** What one person put where by hand, in one step, so that it can be undone and redone: those not undone are a stack, the newest on top. */
export const planMove = sqliteTable(
  "plan_move",
  {
    id: id(),
    userId: integer("user_id")
      .notNull()
      .references(() => user.id),
    /** The measure that was moved; the others moved because of it. */
    measureId: integer("measure_id")
      .notNull()
      .references(() => measure.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: planMoveKinds }).notNull(),
    movedAt: instant("moved_at").notNull(),
    /** Why it stays although something does not hold. */
    reason: text("reason").notNull().default(""),
    /** JSON of app/domain/planning/stored-move.ts. */
    changes: text("changes").notNull(),
    undoneAt: instant("undone_at"),
    redoneAt: instant("redone_at"),
    /** Somebody moved one of its measures since, and its person goes on with the step before. */
    passedOverAt: instant("passed_over_at"),
  },
  (table) => [
    index("plan_move_user").on(table.userId, table.id),
    index("plan_move_measure").on(table.measureId),
    check("plan_move_kind", isOneOf(table.kind, planMoveKinds)),
    check("plan_move_changes", sql`json_valid(${table.changes})`),
  ],
);
