import { can } from "#app/domain/permissions/permissions.ts";
import { isSurvey, readSurvey, surveyColumnsOf, type ReadSurveyRow, type SurveyAnswer, type SurveyRow } from "#app/domain/prioritisation/survey-answers.ts";
import { forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write, type DbOrTx } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { listRaterGroups } from "#db/queries/rater-groups.server.ts";
import { listRankableMeasures } from "#db/queries/ratings.server.ts";
import { findOpenRound, roundCriteria, roundGroups } from "#db/queries/rounds.server.ts";
import { roundSurveyAnswers, storeSurveyAnswers } from "#db/queries/surveys.server.ts";

/** A survey's list as text: its headings and rows. */
export type SurveyList = { readonly raterGroupId: number; readonly headings: readonly string[]; readonly rows: readonly SurveyRow[] };
export type SurveyPreview = { readonly rows: readonly ReadSurveyRow[]; readonly newCount: number; readonly replacedCount: number; readonly problemCount: number };

/** The groups of the open round whose ratings come from a survey. */
export function showSurveyGroups({ db, user }: ServiceContext) {
  if (!can(user, "round:manage")) return forbidden();
  const round = findOpenRound(db);
  const stored = round === null ? [] : roundSurveyAnswers(db, round.id);
  const groups = surveyGroups(db).map(({ id, name }) => ({ id, name, answerCount: stored.filter((answer) => answer.raterGroupId === id).length }));
  return ok({ round: round && { title: round.title }, groups });
}

/** What an import would store, row by row; nothing is stored. */
export function previewSurvey(service: ServiceContext, list: SurveyList): Result<SurveyPreview> {
  if (!can(service.user, "round:manage")) return forbidden();
  const read = readList(service.db, list);
  return read.ok ? ok(read.value.preview) : read;
}

/** Stores the rows that are clear as the group's ratings in the open round, in place of its earlier ones of the same measure and criterion. */
export function importSurvey({ db, clock, user }: ServiceContext, list: SurveyList): Result<{ storedCount: number; problemCount: number }> {
  return write(db, (tx) => {
    if (!can(user, "round:manage")) return forbidden();
    const read = readList(tx, list);
    if (!read.ok) return read;
    const { roundId, answers, preview } = read.value;
    if (answers.length === 0) return invalid("", "nothingReadable");
    storeSurveyAnswers(tx, roundId, answers, clock.now());
    recordAudit(tx, {
      at: clock.now(),
      userId: user.id,
      action: "importSurvey",
      entity: "rater_group",
      entityId: list.raterGroupId,
      before: null,
      after: { roundId, created: preview.newCount, updated: preview.replacedCount, skipped: preview.problemCount },
    });
    return ok({ storedCount: answers.length, problemCount: preview.problemCount });
  });
}

function readList(db: DbOrTx, { raterGroupId, headings, rows }: SurveyList): Result<{ roundId: number; answers: readonly SurveyAnswer[]; preview: SurveyPreview }> {
  const round = findOpenRound(db);
  if (round === null) return invalid("", "noRound");
  if (!surveyGroups(db).some((group) => group.id === raterGroupId)) return missing();
  const columns = surveyColumnsOf(headings);
  if (!isSurvey(columns)) return invalid("", "columnsMissing");
  const read = readSurvey({ columns, rows, measures: listRankableMeasures(db).map(({ id, title }) => ({ id, name: title })), criteria: roundCriteria(db, round.id) });
  const answers = read.flatMap((row) => (row.answer === null ? [] : [{ ...row.answer, raterGroupId }]));
  const stored = new Set(roundSurveyAnswers(db, round.id).filter((answer) => answer.raterGroupId === raterGroupId).map((answer) => `${answer.measureId}.${answer.criterionId}`));
  const replacedCount = answers.filter((answer) => stored.has(`${answer.measureId}.${answer.criterionId}`)).length;
  return ok({ roundId: round.id, answers, preview: { rows: read, newCount: answers.length - replacedCount, replacedCount, problemCount: read.length - answers.length } });
}

function surveyGroups(db: DbOrTx) {
  const round = findOpenRound(db);
  const taking = new Set(round === null ? [] : roundGroups(db, round.id).map((group) => group.id));
  return listRaterGroups(db).filter((group) => group.isSurvey && taking.has(group.id));
}
