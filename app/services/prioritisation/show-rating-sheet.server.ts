import { can } from "#app/domain/permissions/permissions.ts";
import { suggestLevel } from "#app/domain/prioritisation/derivation.ts";
import { isRankable } from "#app/domain/prioritisation/rank-portfolio.ts";
import { nextToRate } from "#app/domain/prioritisation/rating-progress.ts";
import { summariseCosts } from "#app/domain/resources/cost-summary.ts";
import { forbidden, missing, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listDerivations } from "#db/queries/criteria.server.ts";
import { findMeasure } from "#db/queries/portfolio.server.ts";
import { listRatingsOfUser } from "#db/queries/ratings.server.ts";
import { ratingRound } from "./rating-round.server.ts";
import { ratingTasks } from "./list-rating-tasks.server.ts";

/**
 * One measure to rate, with the user's own answers. Committee members may rate without reading the plan:
 * they get title, Kurzfassung, cost and benefit, and nothing else of it.
 */
export function showRatingSheet({ db, clock, user }: ServiceContext, measureId: number) {
  if (!can(user, "rating:write") || user.raterGroupId === null) return forbidden();
  const rating = ratingRound({ db, clock, user });
  if (typeof rating === "string") return missing();
  const { round, group, criteria } = rating;
  const measure = findMeasure(db, measureId);
  if (measure === null || measure.archivedAt !== null || !isRankable(measure)) return missing();
  const criterionIds = criteria.map((criterion) => criterion.id);
  const ratings = listRatingsOfUser(db, round.id, user.id);
  const own = ratings.filter((each) => each.measureId === measureId);
  const derivations = listDerivations(db);
  const tasks = ratingTasks(db, criterionIds, ratings);
  return ok({
    raterGroupName: group.name,
    measure: {
      id: measure.id,
      title: measure.title,
      summary: measure.summary,
      costs: summariseCosts(measure.costItems),
      benefits: measure.benefits.map(({ kind, amountCents, hoursPerYear, description }) => ({ kind, amountCents, hoursPerYear, description })),
    },
    criteria: criteria.map(({ id, name, question, reversed, levels }) => {
      const answer = own.find((each) => each.criterionId === id);
      const derivation = derivations.get(id);
      return { id, name, question, reversed, levels, suggestion: derivation === undefined ? null : suggestLevel(derivation, measure), answer: answer === undefined ? ("none" as const) : answer.value };
    }),
    number: tasks.findIndex((task) => task.id === measureId) + 1,
    total: tasks.length,
    doneCount: tasks.filter((task) => task.state === "done").length,
    previousId: tasks[tasks.findIndex((task) => task.id === measureId) - 1]?.id ?? null,
    followingId: tasks[tasks.findIndex((task) => task.id === measureId) + 1]?.id ?? null,
    nextOpenId: nextToRate(tasks, measureId)?.id ?? null,
    canReadPlan: can(user, "plan:read"),
  });
}
