import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { user } from "./administration.ts";
import { amountCents, id, instant, isBetween, isNotBlank, rowVersion } from "./columns.ts";

/** A Variantenvergleich: organisational options weighed by criteria of their own. */
export const optionComparison = sqliteTable(
  "option_comparison",
  {
    id: id(),
    title: text("title").notNull(),
    question: text("question").notNull().default(""),
    recommendation: text("recommendation").notNull().default(""),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    archivedAt: instant("archived_at"),
    rowVersion: rowVersion(),
  },
  (table) => [check("option_comparison_title", isNotBlank(table.title))],
);

export const comparisonCriterion = sqliteTable(
  "comparison_criterion",
  {
    id: id(),
    comparisonId: integer("comparison_id")
      .notNull()
      .references(() => optionComparison.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    question: text("question").notNull().default(""),
    weight: integer("weight").notNull(),
    reversed: integer("reversed", { mode: "boolean" }).notNull().default(false),
    position: integer("position").notNull().default(0),
    /** JSON: the sentences for levels 0 to 4; an empty list where none are written. */
    levels: text("levels", { mode: "json" }).$type<readonly string[]>().notNull().default([]),
  },
  (table) => [
    index("comparison_criterion_comparison").on(table.comparisonId),
    check("comparison_criterion_name", isNotBlank(table.name)),
    check("comparison_criterion_weight", isBetween(table.weight, 0, 100)),
  ],
);

export const comparisonOption = sqliteTable(
  "comparison_option",
  {
    id: id(),
    comparisonId: integer("comparison_id")
      .notNull()
      .references(() => optionComparison.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    oneOffCents: amountCents("one_off_cents"),
    yearlyCents: amountCents("yearly_cents"),
    /** Full-time posts in hundredths: 1,5 VZÄ is 150; null where unknown. */
    postHundredths: integer("post_hundredths"),
    position: integer("position").notNull().default(0),
  },
  (table) => [
    index("comparison_option_comparison").on(table.comparisonId),
    check("comparison_option_name", isNotBlank(table.name)),
    check("comparison_option_figures", sql`coalesce(${table.oneOffCents}, 0) >= 0 AND coalesce(${table.yearlyCents}, 0) >= 0 AND coalesce(${table.postHundredths}, 0) >= 0`),
  ],
);

/** A rating 0 to 4 with its reason; null is "kann ich nicht beurteilen". */
export const optionRating = sqliteTable(
  "option_rating",
  {
    optionId: integer("option_id")
      .notNull()
      .references(() => comparisonOption.id, { onDelete: "cascade" }),
    criterionId: integer("criterion_id")
      .notNull()
      .references(() => comparisonCriterion.id, { onDelete: "cascade" }),
    userId: integer("user_id")
      .notNull()
      .references(() => user.id),
    value: integer("value"),
    note: text("note").notNull().default(""),
    ratedAt: instant("rated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.optionId, table.criterionId, table.userId] }),
    index("option_rating_criterion").on(table.criterionId),
    index("option_rating_user").on(table.userId),
    check("option_rating_value", isBetween(table.value, 0, 4)),
  ],
);
