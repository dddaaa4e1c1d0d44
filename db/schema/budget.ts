import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { budgetKinds, cashDirections } from "#app/domain/measures/vocabulary.ts";
import { user } from "./administration.ts";
import { amountCents, id, instant, isBetween, isNotBlank, isOneOf, rowVersion } from "./columns.ts";
import { measure } from "./measures.ts";

const AMOUNT = [0, 100_000_000_000_00] as const;

export const budgetLine = sqliteTable(
  "budget_line",
  {
    id: id(),
    fiscalYear: integer("fiscal_year").notNull(),
    budgetProduct: text("budget_product").notNull().default(""),
    budgetAccount: text("budget_account").notNull(),
    label: text("label").notNull().default(""),
    budgetKind: text("budget_kind", { enum: budgetKinds }).notNull(),
    direction: text("direction", { enum: cashDirections }).notNull().default("expense"),
    appropriationCents: amountCents("appropriation_cents"),
    committedCents: amountCents("committed_cents"),
    spentCents: amountCents("spent_cents"),
    commitmentAppropriationCents: amountCents("commitment_appropriation_cents"),
    locked: integer("locked", { mode: "boolean" }).notNull().default(false),
    lockNote: text("lock_note").notNull().default(""),
    coverage: text("coverage").notNull().default(""),
    budgetReference: text("budget_reference").notNull().default(""),
    limitsPlan: integer("limits_plan", { mode: "boolean" }).notNull().default(false),
    rowVersion: rowVersion(),
  },
  (table) => [
    uniqueIndex("budget_line_code").on(table.fiscalYear, table.budgetProduct, table.budgetAccount, table.direction),
    check("budget_line_year", isBetween(table.fiscalYear, 2000, 2200)),
    check("budget_line_account", isNotBlank(table.budgetAccount)),
    check("budget_line_kind", isOneOf(table.budgetKind, budgetKinds)),
    check("budget_line_direction", isOneOf(table.direction, cashDirections)),
    check("budget_line_appropriation", isBetween(table.appropriationCents, ...AMOUNT)),
    check("budget_line_committed", isBetween(table.committedCents, ...AMOUNT)),
    check("budget_line_spent", isBetween(table.spentCents, ...AMOUNT)),
    check("budget_line_commitment_appropriation", isBetween(table.commitmentAppropriationCents, ...AMOUNT)),
  ],
);

/** Measures paid from a line, as mapped by hand. */
export const budgetLineMeasure = sqliteTable(
  "budget_line_measure",
  {
    budgetLineId: integer("budget_line_id")
      .notNull()
      .references(() => budgetLine.id, { onDelete: "cascade" }),
    measureId: integer("measure_id")
      .notNull()
      .references(() => measure.id, { onDelete: "cascade" }),
  },
  (table) => [primaryKey({ columns: [table.budgetLineId, table.measureId] }), index("budget_line_measure_measure").on(table.measureId)],
);

/** A list of the budget that was imported, with what stood there before, so that it can be taken back. */
export const budgetImport = sqliteTable(
  "budget_import",
  {
    id: id(),
    userId: integer("user_id")
      .notNull()
      .references(() => user.id),
    fileName: text("file_name").notNull(),
    importedAt: instant("imported_at").notNull(),
    createdCount: integer("created_count").notNull(),
    updatedCount: integer("updated_count").notNull(),
    skippedCount: integer("skipped_count").notNull(),
    /** JSON list: each line with its version after the import and its fields before it (null: it was created). */
    changes: text("changes").notNull(),
    undoneAt: instant("undone_at"),
    undoneBy: integer("undone_by").references(() => user.id),
  },
  (table) => [index("budget_import_user").on(table.userId), index("budget_import_undone_by").on(table.undoneBy), check("budget_import_changes", sql`json_valid(${table.changes})`)],
);
