import type { Rating } from "#app/domain/portfolio/portfolio.ts";

/** How far one user is with one measure: "done" when every criterion has an answer, "cannot judge" included. */
export type RatingState = "open" | "partial" | "done";

export function ratingState({ measureId, criterionIds, ratings }: { readonly measureId: number; readonly criterionIds: readonly number[]; readonly ratings: readonly Rating[] }): RatingState {
  const answered = new Set(ratings.filter((rating) => rating.measureId === measureId).map((rating) => rating.criterionId));
  const count = criterionIds.filter((criterionId) => answered.has(criterionId)).length;
  if (count === 0) return "open";
  return count === criterionIds.length ? "done" : "partial";
}

/** The next measure that is not done, after the current one and then from the start; null when all are done. */
export function nextToRate<M extends { readonly id: number; readonly state: RatingState }>(measures: readonly M[], currentId: number | null): M | null {
  const at = measures.findIndex((measure) => measure.id === currentId);
  const inTurn = [...measures.slice(at + 1), ...measures.slice(0, at + 1)];
  return inTurn.find((measure) => measure.state !== "done" && measure.id !== currentId) ?? null;
}
