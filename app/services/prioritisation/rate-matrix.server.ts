import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, invalid, ok, refuse, type FieldProblem, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listRatingsOfUser } from "#db/queries/ratings.server.ts";
import { rateMeasure } from "./rate-measure.server.ts";
import { ratingRound } from "./rating-round.server.ts";

/** "empty": nothing stands in the cell. A null value is "kann ich nicht beurteilen". */
export type MatrixCell = { readonly name: string; readonly measureId: number; readonly criterionId: number; readonly value: number | null | "empty" };

/** Stores the acting user's own answers, measure by measure. What was answered cannot be emptied; then nothing is stored. */
export function rateMatrix(service: ServiceContext, cells: readonly MatrixCell[]): Result<{ savedCount: number }> {
  const { db, user } = service;
  if (!can(user, "rating:write") || user.raterGroupId === null) return forbidden();
  const rating = ratingRound(service);
  if (typeof rating === "string") return invalid("", rating);
  const answered = new Set(listRatingsOfUser(db, rating.round.id, user.id).map((each) => `${each.measureId}.${each.criterionId}`));
  const emptied = cells.filter(({ measureId, criterionId, value }) => value === "empty" && answered.has(`${measureId}.${criterionId}`));
  if (emptied.length > 0) return refuse({ code: "invalid", fields: Object.fromEntries(emptied.map(({ name }) => [name, [{ code: "cannotWithdraw" } satisfies FieldProblem]])) });

  const byMeasure = new Map<number, Array<{ criterionId: number; value: number | null }>>();
  for (const { measureId, criterionId, value } of cells) {
    if (value !== "empty") byMeasure.set(measureId, [...(byMeasure.get(measureId) ?? []), { criterionId, value }]);
  }
  let savedCount = 0;
  for (const [measureId, answers] of byMeasure) {
    const result = rateMeasure(service, { measureId, answers });
    if (!result.ok) return result;
    savedCount += result.value.changedCount;
  }
  return ok({ savedCount });
}
