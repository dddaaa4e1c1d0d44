import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { effectDirections, measureStatuses, planningHorizons, targetGroups, trafficLights } from "#app/domain/measures/vocabulary.ts";
import { orgUnit, user } from "./administration.ts";
import { id, instant, isBetween, isNotBlank, isOneOf, isPlainDate, isQuarter, plainDateText, quarterText, rowVersion } from "./columns.ts";
import { actionField, goal } from "./strategy.ts";

export const measure = sqliteTable(
  "measure",
  {
    id: id(),
    title: text("title").notNull(),
    /** Kurzfassung in plain language. */
    summary: text("summary").notNull().default(""),
    description: text("description").notNull().default(""),
    actionFieldId: integer("action_field_id").references(() => actionField.id),
    effectDirection: text("effect_direction", { enum: effectDirections }),
    leadUnitId: integer("lead_unit_id").references(() => orgUnit.id),
    responsiblePerson: text("responsible_person").notNull().default(""),
    status: text("status", { enum: measureStatuses }).notNull().default("idea"),
    permanentTask: integer("permanent_task", { mode: "boolean" }).notNull().default(false),
    planningHorizon: text("planning_horizon", { enum: planningHorizons }),
    startQuarter: quarterText("start_quarter"),
    endQuarter: quarterText("end_quarter"),
    /** A time frame that could not be read as quarters, kept word for word: "ab 2022 schrittweise". */
    timeframeText: text("timeframe_text").notNull().default(""),
    earliestStart: plainDateText("earliest_start"),
    deadline: plainDateText("deadline"),
    /** The legal or other reason of the deadline. */
    deadlineReason: text("deadline_reason").notNull().default(""),
    progressPercent: integer("progress_percent"),
    trafficLight: text("traffic_light", { enum: trafficLights }),
    trafficLightReason: text("traffic_light_reason").notNull().default(""),
    source: text("source").notNull().default(""),
    externalReference: text("external_reference").notNull().default(""),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    archivedAt: instant("archived_at"),
    rowVersion: rowVersion(),
  },
  (table) => [
    index("measure_action_field").on(table.actionFieldId),
    index("measure_lead_unit").on(table.leadUnitId),
    index("measure_status").on(table.status),
    check("measure_title", isNotBlank(table.title)),
    check("measure_status_known", isOneOf(table.status, measureStatuses)),
    check("measure_effect_direction", isOneOf(table.effectDirection, effectDirections)),
    check("measure_planning_horizon", isOneOf(table.planningHorizon, planningHorizons)),
    check("measure_traffic_light", isOneOf(table.trafficLight, trafficLights)),
    check("measure_start_quarter", isQuarter(table.startQuarter)),
    check("measure_end_quarter", isQuarter(table.endQuarter)),
    check("measure_quarter_order", sql`${table.startQuarter} IS NULL OR ${table.endQuarter} IS NULL OR ${table.startQuarter} <= ${table.endQuarter}`),
    check("measure_earliest_start", isPlainDate(table.earliestStart)),
    check("measure_deadline", isPlainDate(table.deadline)),
    check("measure_progress", isBetween(table.progressPercent, 0, 100)),
  ],
);

export const measureTargetGroup = sqliteTable(
  "measure_target_group",
  {
    measureId: integer("measure_id")
      .notNull()
      .references(() => measure.id, { onDelete: "cascade" }),
    targetGroup: text("target_group", { enum: targetGroups }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.measureId, table.targetGroup] }), check("measure_target_group_known", isOneOf(table.targetGroup, targetGroups))],
);

/** Participating units; the lead unit stands in the measure itself. */
export const measureUnit = sqliteTable(
  "measure_unit",
  {
    measureId: integer("measure_id")
      .notNull()
      .references(() => measure.id, { onDelete: "cascade" }),
    orgUnitId: integer("org_unit_id")
      .notNull()
      .references(() => orgUnit.id),
  },
  (table) => [primaryKey({ columns: [table.measureId, table.orgUnitId] }), index("measure_unit_org_unit").on(table.orgUnitId)],
);

export const measureGoal = sqliteTable(
  "measure_goal",
  {
    measureId: integer("measure_id")
      .notNull()
      .references(() => measure.id, { onDelete: "cascade" }),
    goalId: integer("goal_id")
      .notNull()
      .references(() => goal.id),
  },
  (table) => [primaryKey({ columns: [table.measureId, table.goalId] }), index("measure_goal_goal").on(table.goalId)],
);

/** Finish-to-start: the successor starts at the earliest `lagQuarters` quarters after the quarter that follows the predecessor's end. */
export const dependency = sqliteTable(
  "dependency",
  {
    id: id(),
    predecessorId: integer("predecessor_id")
      .notNull()
      .references(() => measure.id, { onDelete: "cascade" }),
    successorId: integer("successor_id")
      .notNull()
      .references(() => measure.id, { onDelete: "cascade" }),
    lagQuarters: integer("lag_quarters").notNull().default(0),
  },
  (table) => [
    uniqueIndex("dependency_pair").on(table.predecessorId, table.successorId),
    index("dependency_successor").on(table.successorId),
    check("dependency_not_itself", sql`${table.predecessorId} <> ${table.successorId}`),
    check("dependency_lag", isBetween(table.lagQuarters, 0, 40)),
  ],
);

export const milestone = sqliteTable(
  "milestone",
  {
    id: id(),
    measureId: integer("measure_id")
      .notNull()
      .references(() => measure.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    dueDate: plainDateText("due_date").notNull(),
    reachedOn: plainDateText("reached_on"),
    rowVersion: rowVersion(),
  },
  (table) => [
    index("milestone_measure").on(table.measureId),
    check("milestone_title", isNotBlank(table.title)),
    check("milestone_due_date", isPlainDate(table.dueDate)),
    check("milestone_reached_on", isPlainDate(table.reachedOn)),
  ],
);

/** Who last looked at what: the day a user confirmed that a measure's data is still true. */
export const measureConfirmation = sqliteTable(
  "measure_confirmation",
  {
    measureId: integer("measure_id")
      .primaryKey()
      .references(() => measure.id, { onDelete: "cascade" }),
    userId: integer("user_id")
      .notNull()
      .references(() => user.id),
    confirmedAt: instant("confirmed_at").notNull(),
  },
  (table) => [index("measure_confirmation_user").on(table.userId)],
);
