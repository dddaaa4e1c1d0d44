import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { FteHundredths } from "#app/domain/resources/fte.ts";
import { payRateKinds, postStates } from "#app/domain/resources/posts.ts";
import { orgUnit } from "./administration.ts";
import { amountCents, id, isBetween, isNotBlank, isOneOf, isPlainDate, isQuarter, plainDateText, quarterText, rowVersion } from "./columns.ts";
import { team } from "./resources.ts";

const fteColumn = (name: string) => integer(name).$type<FteHundredths>();

export const post = sqliteTable(
  "post",
  {
    id: id(),
    title: text("title").notNull(),
    orgUnitId: integer("org_unit_id")
      .notNull()
      .references(() => orgUnit.id),
    teamId: integer("team_id").references(() => team.id),
    fte: fteColumn("fte_hundredths").notNull(),
    payGrade: text("pay_grade").notNull().default(""),
    yearlyCostCents: amountCents("yearly_cost_cents"),
    state: text("state", { enum: postStates }).notNull(),
    limitedUntil: plainDateText("limited_until"),
    fromQuarter: quarterText("from_quarter"),
    hiringDelayQuarters: integer("hiring_delay_quarters").notNull().default(0),
    counted: integer("counted", { mode: "boolean" }).notNull().default(true),
    purpose: text("purpose").notNull().default(""),
    note: text("note").notNull().default(""),
    rowVersion: rowVersion(),
  },
  (table) => [
    index("post_org_unit").on(table.orgUnitId),
    index("post_team").on(table.teamId),
    check("post_title", isNotBlank(table.title)),
    check("post_fte", isBetween(table.fte, 1, 100_000)),
    check("post_state", isOneOf(table.state, postStates)),
    check("post_yearly_cost", isBetween(table.yearlyCostCents, 0, 100_000_000_000_00)),
    check("post_limited_until", isPlainDate(table.limitedUntil)),
    check("post_from_quarter", isQuarter(table.fromQuarter)),
    check("post_hiring_delay", isBetween(table.hiringDelayQuarters, 0, 20)),
  ],
);

export const teamStaffing = sqliteTable(
  "team_staffing",
  {
    id: id(),
    teamId: integer("team_id")
      .notNull()
      .references(() => team.id, { onDelete: "cascade" }),
    fromQuarter: quarterText("from_quarter").notNull(),
    fte: fteColumn("fte_hundredths").notNull(),
    personDaysPerFte: integer("person_days_per_fte").notNull(),
    absencePercent: integer("absence_percent").notNull().default(0),
    baseLoadPercent: integer("base_load_percent").notNull().default(0),
    note: text("note").notNull().default(""),
    rowVersion: rowVersion(),
  },
  (table) => [
    uniqueIndex("team_staffing_team_quarter").on(table.teamId, table.fromQuarter),
    check("team_staffing_quarter", isQuarter(table.fromQuarter)),
    check("team_staffing_fte", isBetween(table.fte, 0, 100_000)),
    check("team_staffing_days", isBetween(table.personDaysPerFte, 1, 66)),
    check("team_staffing_absence", isBetween(table.absencePercent, 0, 100)),
    check("team_staffing_base_load", isBetween(table.baseLoadPercent, 0, 100)),
  ],
);

export const payRate = sqliteTable(
  "pay_rate",
  {
    id: id(),
    kind: text("kind", { enum: payRateKinds }).notNull(),
    payGrade: text("pay_grade").notNull().default(""),
    validFrom: plainDateText("valid_from").notNull(),
    yearlyCostCents: amountCents("yearly_cost_cents"),
    percent: integer("percent"),
    source: text("source").notNull(),
    fullCost: integer("full_cost", { mode: "boolean" }).notNull().default(false),
    rowVersion: rowVersion(),
  },
  (table) => [
    uniqueIndex("pay_rate_kind_grade_from").on(table.kind, table.payGrade, table.validFrom),
    check("pay_rate_kind", isOneOf(table.kind, payRateKinds)),
    check("pay_rate_valid_from", isPlainDate(table.validFrom)),
    check("pay_rate_source", isNotBlank(table.source)),
    check("pay_rate_grade", sql`(${table.kind} = 'personnel') = (trim(${table.payGrade}) <> '')`),
    check("pay_rate_amount", sql`(${table.kind} = 'overhead') = (${table.yearlyCostCents} IS NULL) AND (${table.kind} = 'overhead') = (${table.percent} IS NOT NULL)`),
    check("pay_rate_percent", isBetween(table.percent, 0, 200)),
    check("pay_rate_yearly_cost", isBetween(table.yearlyCostCents, 0, 100_000_000_00)),
  ],
);
