import { asc, eq } from "drizzle-orm";
import type { SurveyAnswer } from "#app/domain/prioritisation/survey-answers.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { surveyAnswer } from "#db/schema/index.ts";

/** Everything surveys said in an open round. */
export const roundSurveyAnswers = (db: DbOrTx, roundId: number): SurveyAnswer[] =>
  db
    .select({ measureId: surveyAnswer.measureId, criterionId: surveyAnswer.criterionId, raterGroupId: surveyAnswer.raterGroupId, meanUnits: surveyAnswer.meanUnits, answerCount: surveyAnswer.answerCount })
    .from(surveyAnswer)
    .where(eq(surveyAnswer.roundId, roundId))
    .orderBy(asc(surveyAnswer.measureId), asc(surveyAnswer.criterionId), asc(surveyAnswer.raterGroupId))
    .all();

/** Stores answers, each in place of the same group's earlier one in the round. */
export function storeSurveyAnswers(tx: DbOrTx, roundId: number, answers: readonly SurveyAnswer[], importedAt: string): void {
  for (const { meanUnits, answerCount, ...key } of answers) {
    tx.insert(surveyAnswer)
      .values({ roundId, ...key, meanUnits, answerCount, importedAt })
      .onConflictDoUpdate({
        target: [surveyAnswer.roundId, surveyAnswer.raterGroupId, surveyAnswer.measureId, surveyAnswer.criterionId],
        set: { meanUnits, answerCount, importedAt },
      })
      .run();
  }
}
