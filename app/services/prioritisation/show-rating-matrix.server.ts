import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listRatingsOfUser } from "#db/queries/ratings.server.ts";
import { ratingTasks } from "./list-rating-tasks.server.ts";
import { ratingRound, type RatingPageObstacle, type RatingRound } from "./rating-round.server.ts";

const PAGE_SIZE = 25;

/** The user's own answers, measures × criteria, in pages; a page that does not exist is answered with the nearest one. */
export function showRatingMatrix(service: ServiceContext, asked: number): Result<{ readonly obstacle: RatingPageObstacle } | ReturnType<typeof pageOf>> {
  if (!can(service.user, "rating:write")) return forbidden();
  const rating = ratingRound(service);
  if (typeof rating === "string") return ok({ obstacle: rating });
  const page = pageOf(service, rating, asked);
  return ok(page.total === 0 ? { obstacle: "noMeasures" as const } : page);
}

function pageOf({ db, user }: ServiceContext, { round, group, criteria }: RatingRound, asked: number) {
  const ratings = listRatingsOfUser(db, round.id, user.id);
  const tasks = ratingTasks(db, criteria.map((criterion) => criterion.id), ratings);
  const pageCount = Math.max(1, Math.ceil(tasks.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, asked), pageCount);
  const answers = new Map(ratings.map((rating) => [`${rating.measureId}.${rating.criterionId}`, rating.value]));
  const answerTo = (measureId: number, criterionId: number) => {
    const value = answers.get(`${measureId}.${criterionId}`);
    return value === undefined ? ("none" as const) : value;
  };
  return {
    obstacle: null,
    round: { title: round.title },
    raterGroupName: group.name,
    criteria: criteria.map(({ id, name, reversed }) => ({ id, name, reversed })),
    rows: tasks.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(({ id, title }) => ({ id, title, answers: criteria.map((criterion) => answerTo(id, criterion.id)) })),
    doneCount: tasks.filter((task) => task.state === "done").length,
    total: tasks.length,
    page,
    pageCount,
  };
}
