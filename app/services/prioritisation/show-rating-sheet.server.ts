import { can } from "#app/domain/permissions/permissions.ts";
import { isRankable } from "#app/domain/prioritisation/rank-portfolio.ts";
import { nextToRate } from "#app/domain/prioritisation/rating-progress.ts";
import { summariseCosts } from "#app/domain/resources/cost-summary.ts";
import { forbidden, missing, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listCriteria } from "#db/queries/criteria.server.ts";
import { findMeasure } from "#db/queries/portfolio.server.ts";
import { findRaterGroup } from "#db/queries/rater-groups.server.ts";
import { listRatingsOfUser } from "#db/queries/ratings.server.ts";
import { ratingTasks } from "./list-rating-tasks.server.ts";

/**
 * One measure to rate, with the user's own answers. Committee members may rate without reading the plan:
 * they get title, Kurzfassung, cost and benefit, and nothing else of it.
 */
export function showRatingSheet({ db, user }: ServiceContext, measureId: number) {
  if (!can(user, "rating:write") || user.raterGroupId === null) return forbidden();
  const measure = findMeasure(db, measureId);
  if (measure === null || measure.archivedAt !== null || !isRankable(measure)) return missing();
  const criteria = listCriteria(db, "active");
  const criterionIds = criteria.map((criterion) => criterion.id);
  const ratings = listRatingsOfUser(db, user.id);
  const own = ratings.filter((rating) => rating.measureId === measureId);
  const tasks = ratingTasks(db, criterionIds, ratings);
  return ok({
    raterGroupName: findRaterGroup(db, user.raterGroupId)?.name ?? "",
    measure: {
      id: measure.id,
      title: measure.title,
      summary: measure.summary,
      costs: summariseCosts(measure.costItems),
      benefits: measure.benefits.map(({ kind, amountCents, hoursPerYear, description }) => ({ kind, amountCents, hoursPerYear, description })),
    },
    criteria: criteria.map(({ id, name, question, reversed, levels }) => {
      const answer = own.find((rating) => rating.criterionId === id);
      return { id, name, question, reversed, levels, answer: answer === undefined ? ("none" as const) : answer.value };
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
