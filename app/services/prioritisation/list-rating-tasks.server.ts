import { can } from "#app/domain/permissions/permissions.ts";
import type { Rating } from "#app/domain/portfolio/portfolio.ts";
import { nextToRate, ratingState } from "#app/domain/prioritisation/rating-progress.ts";
import { forbidden, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { listCriteria } from "#db/queries/criteria.server.ts";
import { findRaterGroup } from "#db/queries/rater-groups.server.ts";
import { listRankableMeasures, listRatingsOfUser } from "#db/queries/ratings.server.ts";

/** The user's own rating list. Without a rater group there is nothing to rate, and the page says why. */
export function listRatingTasks({ db, user }: ServiceContext) {
  if (!can(user, "rating:write")) return forbidden();
  const group = user.raterGroupId === null ? null : findRaterGroup(db, user.raterGroupId);
  const criteria = listCriteria(db, "active");
  const criterionIds = criteria.map((criterion) => criterion.id);
  const measures = ratingTasks(db, criterionIds, listRatingsOfUser(db, user.id));
  return ok({
    raterGroup: group && { id: group.id, name: group.name },
    criterionCount: criteria.length,
    measures,
    doneCount: measures.filter((measure) => measure.state === "done").length,
    nextId: nextToRate(measures, null)?.id ?? null,
    canReadPlan: can(user, "plan:read"),
  });
}

/** Everything that can be rated, by title, with how far these ratings are. */
export function ratingTasks(db: DbOrTx, criterionIds: readonly number[], ratings: readonly Rating[]) {
  const byMeasure = new Map<number, Rating[]>();
  for (const rating of ratings) byMeasure.set(rating.measureId, [...(byMeasure.get(rating.measureId) ?? []), rating]);
  const collator = new Intl.Collator("de");
  return listRankableMeasures(db)
    .map(({ id, title }) => ({ id, title, state: ratingState({ measureId: id, criterionIds, ratings: byMeasure.get(id) ?? [] }) }))
    .sort((a, b) => collator.compare(a.title, b.title) || a.id - b.id);
}
