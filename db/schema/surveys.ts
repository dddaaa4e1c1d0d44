import { check, index, integer, primaryKey, sqliteTable } from "drizzle-orm/sqlite-core";
import { instant, isBetween } from "./columns.ts";
import { measure } from "./measures.ts";
import { criterion, raterGroup } from "./prioritisation.ts";
import { prioritisationRound } from "./rounds.ts";

/** What a survey said in a round on one criterion of one measure: a mean and how many people stand behind it, nobody by name. */
export const surveyAnswer = sqliteTable(
  "survey_answer",
  {
    roundId: integer("round_id")
      .notNull()
      .references(() => prioritisationRound.id),
    raterGroupId: integer("rater_group_id")
      .notNull()
      .references(() => raterGroup.id),
    measureId: integer("measure_id")
      .notNull()
      .references(() => measure.id, { onDelete: "cascade" }),
    criterionId: integer("criterion_id")
      .notNull()
      .references(() => criterion.id),
    /** Ten-thousandths of a level, as asked: 27,000 is 2.7. */
    meanUnits: integer("mean_units").notNull(),
    answerCount: integer("answer_count").notNull(),
    importedAt: instant("imported_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.raterGroupId, table.measureId, table.criterionId] }),
    index("survey_answer_rater_group").on(table.raterGroupId),
    index("survey_answer_measure").on(table.measureId),
    index("survey_answer_criterion").on(table.criterionId),
    check("survey_answer_mean", isBetween(table.meanUnits, 0, 40_000)),
    check("survey_answer_count", isBetween(table.answerCount, 1, 1_000_000)),
  ],
);
