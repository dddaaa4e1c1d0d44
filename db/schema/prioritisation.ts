import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { raterGroupKinds } from "#app/domain/measures/vocabulary.ts";
import { derivationSources } from "#app/domain/prioritisation/derivation.ts";
import { user } from "./administration.ts";
import { id, instant, isBetween, isNotBlank, isOneOf, rowVersion } from "./columns.ts";
import { measure } from "./measures.ts";
import { prioritisationRound } from "./rounds.ts";

/** Rated 0 to 4. `reversed`: a high rating is bad (risk), so it counts as 4 minus the rating. */
export const criterion = sqliteTable(
  "criterion",
  {
    id: id(),
    name: text("name").notNull().unique(),
    question: text("question").notNull().default(""),
    weight: integer("weight").notNull(),
    reversed: integer("reversed", { mode: "boolean" }).notNull().default(false),
    position: integer("position").notNull().default(0),
    archivedAt: instant("archived_at"),
    /** The figure of a measure that suggests its level; null where people judge without one (both or neither: CHECK in migration 0003). */
    derivedFrom: text("derived_from", { enum: derivationSources }),
    /** JSON: the four ascending bounds from which levels 1 to 4 begin, in hours or cents; null like `derivedFrom`. */
    derivedBounds: text("derived_bounds"),
    rowVersion: rowVersion(),
  },
  (table) => [
    check("criterion_name", isNotBlank(table.name)),
    check("criterion_weight", isBetween(table.weight, 0, 100)),
  ],
);

/** What each of the five levels of a criterion means, in a sentence. */
export const criterionLevel = sqliteTable(
  "criterion_level",
  {
    criterionId: integer("criterion_id")
      .notNull()
      .references(() => criterion.id, { onDelete: "cascade" }),
    level: integer("level").notNull(),
    sentence: text("sentence").notNull(),
  },
  (table) => [primaryKey({ columns: [table.criterionId, table.level] }), check("criterion_level_range", isBetween(table.level, 0, 4))],
);

export const raterGroup = sqliteTable(
  "rater_group",
  {
    id: id(),
    name: text("name").notNull().unique(),
    kind: text("kind", { enum: raterGroupKinds }).notNull(),
    weight: integer("weight").notNull(),
    position: integer("position").notNull().default(0),
    /** Its ratings come from a survey that is imported, not from members who log in. */
    isSurvey: integer("is_survey", { mode: "boolean" }).notNull().default(false),
    rowVersion: rowVersion(),
  },
  (table) => [
    check("rater_group_name", isNotBlank(table.name)),
    check("rater_group_kind", isOneOf(table.kind, raterGroupKinds)),
    check("rater_group_weight", isBetween(table.weight, 0, 100)),
  ],
);

/** One user's answer in a round, given in the name of the group the user belonged to. A null value is "kann ich nicht beurteilen", which is not zero. */
export const rating = sqliteTable(
  "rating",
  {
    roundId: integer("round_id")
      .notNull()
      .references(() => prioritisationRound.id),
    measureId: integer("measure_id")
      .notNull()
      .references(() => measure.id, { onDelete: "cascade" }),
    criterionId: integer("criterion_id")
      .notNull()
      .references(() => criterion.id),
    userId: integer("user_id")
      .notNull()
      .references(() => user.id),
    raterGroupId: integer("rater_group_id")
      .notNull()
      .references(() => raterGroup.id),
    value: integer("value"),
    ratedAt: instant("rated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.measureId, table.criterionId, table.userId] }),
    index("rating_measure").on(table.measureId),
    index("rating_criterion").on(table.criterionId),
    index("rating_user").on(table.userId),
    index("rating_rater_group").on(table.raterGroupId),
    check("rating_value", isBetween(table.value, 0, 4)),
  ],
);
