import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { amendmentStates } from "#app/domain/committee/amendment.ts";
import { amountCents, id, instant, isBetween, isNotBlank, isOneOf, isPlainDate, plainDateText, rowVersion } from "./columns.ts";

export const amendmentMotion = sqliteTable(
  "amendment_motion",
  {
    id: id(),
    number: text("number").notNull(),
    title: text("title").notNull(),
    applicant: text("applicant").notNull().default(""),
    movedOn: plainDateText("moved_on"),
    state: text("state", { enum: amendmentStates }).notNull().default("draft"),
    reasoning: text("reasoning").notNull().default(""),
    statement: text("statement").notNull().default(""),
    createdAt: instant("created_at").notNull(),
    rowVersion: rowVersion(),
  },
  (table) => [
    uniqueIndex("amendment_motion_number").on(table.number),
    check("amendment_motion_number_set", isNotBlank(table.number)),
    check("amendment_motion_title", isNotBlank(table.title)),
    check("amendment_motion_state", isOneOf(table.state, amendmentStates)),
    check("amendment_motion_moved_on", isPlainDate(table.movedOn)),
  ],
);

export const amendmentLine = sqliteTable(
  "amendment_line",
  {
    id: id(),
    motionId: integer("motion_id")
      .notNull()
      .references(() => amendmentMotion.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    fiscalYear: integer("fiscal_year").notNull(),
    budgetProduct: text("budget_product").notNull().default(""),
    budgetAccount: text("budget_account").notNull(),
    label: text("label").notNull().default(""),
    budgetReference: text("budget_reference").notNull().default(""),
    appropriationCents: amountCents("appropriation_cents"),
    amendedCents: amountCents("amended_cents").notNull(),
    locked: integer("locked", { mode: "boolean" }).notNull().default(false),
    lockNote: text("lock_note").notNull().default(""),
    postDeltaHundredths: integer("post_delta_hundredths").notNull().default(0),
    note: text("note").notNull().default(""),
  },
  (table) => [
    index("amendment_line_motion").on(table.motionId),
    check("amendment_line_year", isBetween(table.fiscalYear, 2000, 2200)),
    check("amendment_line_account", isNotBlank(table.budgetAccount)),
    check("amendment_line_appropriation", isBetween(table.appropriationCents, 0, 100_000_000_000_00)),
    check("amendment_line_amended", isBetween(table.amendedCents, 0, 100_000_000_000_00)),
    check("amendment_line_posts", isBetween(table.postDeltaHundredths, -100_000, 100_000)),
  ],
);
