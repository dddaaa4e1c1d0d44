import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import type { Rating } from "#app/domain/portfolio/portfolio.ts";
import { nextToRate, ratingState } from "#app/domain/prioritisation/rating-progress.ts";
import { forbidden, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { listRankableMeasures, listRatingsOfUser } from "#db/queries/ratings.server.ts";
import { ratingRound, type RatingPageObstacle } from "./rating-round.server.ts";

type Tasks =
  | { readonly obstacle: RatingPageObstacle; readonly canReadPlan: boolean }
  | {
      readonly obstacle: null;
      readonly round: { readonly title: string; readonly question: string; readonly ratesUntil: PlainDate | null };
      readonly raterGroupName: string;
      readonly measures: ReturnType<typeof ratingTasks>;
      readonly doneCount: number;
      readonly nextId: number | null;
      readonly canReadPlan: boolean;
    };

/** The user's own rating list in the open round. Where there is nothing to rate, the page says why. */
export function listRatingTasks({ db, clock, user }: ServiceContext): Result<Tasks> {
  if (!can(user, "rating:write")) return forbidden();
  const canReadPlan = can(user, "plan:read");
  const rating = ratingRound({ db, clock, user });
  if (typeof rating === "string") return ok<Tasks>({ obstacle: rating, canReadPlan });
  const { round, group, criteria } = rating;
  const measures = ratingTasks(db, criteria.map((criterion) => criterion.id), listRatingsOfUser(db, round.id, user.id));
  if (measures.length === 0) return ok<Tasks>({ obstacle: "noMeasures", canReadPlan });
  return ok<Tasks>({
    obstacle: null,
    round: { title: round.title, question: round.question, ratesUntil: group.ratesUntil },
    raterGroupName: group.name,
    measures,
    doneCount: measures.filter((measure) => measure.state === "done").length,
    nextId: nextToRate(measures, null)?.id ?? null,
    canReadPlan,
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
