import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { benefitKinds, budgetKinds, cashDirections, costProfiles, costRhythms, demandBases, staffSources } from "#app/domain/measures/vocabulary.ts";
import { orgUnit } from "./administration.ts";
import { amountCents, id, instant, isBetween, isNotBlank, isOneOf, isQuarter, quarterText, rowVersion } from "./columns.ts";
import { measure } from "./measures.ts";

export const costItem = sqliteTable(
  "cost_item",
  {
    id: id(),
    measureId: integer("measure_id")
      .notNull()
      .references(() => measure.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    /** "oneOff": the whole amount over the measure's duration. "running": the amount per full year from go-live on. */
    rhythm: text("rhythm", { enum: costRhythms }).notNull(),
    budgetKind: text("budget_kind", { enum: budgetKinds }).notNull(),
    direction: text("direction", { enum: cashDirections }).notNull(),
    budgetProduct: text("budget_product").notNull().default(""),
    budgetAccount: text("budget_account").notNull().default(""),
    profile: text("profile", { enum: costProfiles }).notNull().default("even"),
    /** Null: the estimate is unknown; it stays out of sums and the sum says so. Never negative: `direction` says which way it flows. */
    amountCents: amountCents("amount_cents"),
    /** What the source said about the amount, word for word: "ca. 15 T€". */
    estimateNote: text("estimate_note").notNull().default(""),
    rowVersion: rowVersion(),
  },
  (table) => [
    index("cost_item_measure").on(table.measureId),
    check("cost_item_title", isNotBlank(table.title)),
    check("cost_item_rhythm", isOneOf(table.rhythm, costRhythms)),
    check("cost_item_budget_kind", isOneOf(table.budgetKind, budgetKinds)),
    check("cost_item_direction", isOneOf(table.direction, cashDirections)),
    check("cost_item_profile", isOneOf(table.profile, costProfiles)),
    check("cost_item_amount", isBetween(table.amountCents, 0, 100_000_000_000_00)),
  ],
);

export const team = sqliteTable(
  "team",
  {
    id: id(),
    orgUnitId: integer("org_unit_id")
      .notNull()
      .references(() => orgUnit.id),
    name: text("name").notNull().unique(),
    position: integer("position").notNull().default(0),
    archivedAt: instant("archived_at"),
    rowVersion: rowVersion(),
  },
  (table) => [index("team_org_unit").on(table.orgUnitId), check("team_name", isNotBlank(table.name))],
);

/** Person-days a team can give to measures in a quarter, base load already taken off. No row: capacity unknown. */
export const teamCapacity = sqliteTable(
  "team_capacity",
  {
    teamId: integer("team_id")
      .notNull()
      .references(() => team.id, { onDelete: "cascade" }),
    quarter: quarterText("quarter").notNull(),
    personDays: integer("person_days").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.quarter] }),
    check("team_capacity_quarter", isQuarter(table.quarter)),
    check("team_capacity_person_days", isBetween(table.personDays, 0, 100_000)),
  ],
);

/** Asked of a team, or of a unit where the team is not settled: exactly one of the two. */
export const staffDemand = sqliteTable(
  "staff_demand",
  {
    id: id(),
    measureId: integer("measure_id")
      .notNull()
      .references(() => measure.id, { onDelete: "cascade" }),
    teamId: integer("team_id").references(() => team.id),
    orgUnitId: integer("org_unit_id").references(() => orgUnit.id),
    basis: text("basis", { enum: demandBases }).notNull(),
    /** Null: unknown. */
    personDays: integer("person_days"),
    staffSource: text("staff_source", { enum: staffSources }).notNull().default("internal"),
    note: text("note").notNull().default(""),
    /** What the staff is for, in the words of the staff plan: "Barrierefreiheit". */
    purpose: text("purpose").notNull().default(""),
    rowVersion: rowVersion(),
  },
  (table) => [
    index("staff_demand_measure").on(table.measureId),
    index("staff_demand_team").on(table.teamId),
    index("staff_demand_org_unit").on(table.orgUnitId),
    check("staff_demand_one_addressee", sql`(${table.teamId} IS NULL) <> (${table.orgUnitId} IS NULL)`),
    check("staff_demand_basis", isOneOf(table.basis, demandBases)),
    check("staff_demand_source", isOneOf(table.staffSource, staffSources)),
    check("staff_demand_person_days", isBetween(table.personDays, 0, 1_000_000)),
  ],
);

export const benefit = sqliteTable(
  "benefit",
  {
    id: id(),
    measureId: integer("measure_id")
      .notNull()
      .references(() => measure.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: benefitKinds }).notNull(),
    /** For "savingPerYear"; null: unknown. */
    amountCents: amountCents("amount_cents"),
    /** For "hoursPerYear"; null: unknown. */
    hoursPerYear: integer("hours_per_year"),
    /** For "serviceGain": what gets better for whom. */
    description: text("description").notNull().default(""),
    /** On what the estimate rests. */
    estimateBasis: text("estimate_basis").notNull().default(""),
    rowVersion: rowVersion(),
  },
  (table) => [
    index("benefit_measure").on(table.measureId),
    check("benefit_kind", isOneOf(table.kind, benefitKinds)),
    check("benefit_amount", isBetween(table.amountCents, 0, 100_000_000_000_00)),
    check("benefit_hours", isBetween(table.hoursPerYear, 0, 100_000_000)),
    check("benefit_amount_only_for_saving", sql`${table.kind} = 'savingPerYear' OR ${table.amountCents} IS NULL`),
    check("benefit_hours_only_for_hours", sql`${table.kind} = 'hoursPerYear' OR ${table.hoursPerYear} IS NULL`),
  ],
);

/** What the council grants per fiscal year and kind. No row: no frame is set, which is not a frame of zero. */
export const budgetFrame = sqliteTable(
  "budget_frame",
  {
    id: id(),
    fiscalYear: integer("fiscal_year").notNull(),
    budgetKind: text("budget_kind", { enum: budgetKinds }).notNull(),
    amountCents: amountCents("amount_cents").notNull(),
    updatedAt: instant("updated_at").notNull(),
    rowVersion: rowVersion(),
  },
  (table) => [
    uniqueIndex("budget_frame_year_kind").on(table.fiscalYear, table.budgetKind),
    check("budget_frame_kind", isOneOf(table.budgetKind, budgetKinds)),
    check("budget_frame_year", isBetween(table.fiscalYear, 2000, 2200)),
    check("budget_frame_amount", isBetween(table.amountCents, 0, 100_000_000_000_00)),
  ],
);
