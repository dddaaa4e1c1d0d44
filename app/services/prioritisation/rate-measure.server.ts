import { can } from "#app/domain/permissions/permissions.ts";
import { nextToRate, type RatingState } from "#app/domain/prioritisation/rating-progress.ts";
import { ratingLevels } from "#app/domain/prioritisation/level-units.ts";
import { forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { isRankableMeasure, listRatingsOfUser, storeRatings } from "#db/queries/ratings.server.ts";
import { ratingTasks } from "./list-rating-tasks.server.ts";
import { ratingRound } from "./rating-round.server.ts";

/** A null value is "kann ich nicht beurteilen"; a criterion that is not named keeps its earlier answer, if any. */
export type RateMeasure = { readonly measureId: number; readonly answers: ReadonlyArray<{ readonly criterionId: number; readonly value: number | null }> };

/** Stores the acting user's own answers, in the name of the group the user belongs to; nobody rates for another. */
export function rateMeasure({ db, clock, user }: ServiceContext, { measureId, answers }: RateMeasure): Result<{ changedCount: number; doneCount: number; state: RatingState; nextId: number | null }> {
  return write(db, (tx) => {
    if (!can(user, "rating:write") || user.raterGroupId === null) return forbidden();
    if (!isRankableMeasure(tx, measureId)) return missing();
    const rating = ratingRound({ db: tx, clock, user });
    if (typeof rating === "string") return invalid("", rating);
    const { round, group, criteria } = rating;
    const raterGroupId = group.id;
    const criterionIds = criteria.map((criterion) => criterion.id);
    if (answers.some(({ criterionId, value }) => !criterionIds.includes(criterionId) || !isAnswer(value))) return invalid("", "unknownCriterion");

    const own = listRatingsOfUser(tx, round.id, user.id, measureId);
    const before = new Map(own.map((rating) => [rating.criterionId, rating.value]));
    const isStored = (criterionId: number, value: number | null) =>
      own.some((rating) => rating.criterionId === criterionId && rating.value === value && rating.raterGroupId === raterGroupId);
    const changed = answers.filter(({ criterionId, value }) => !isStored(criterionId, value));
    storeRatings(
      tx,
      round.id,
      changed.map(({ criterionId, value }) => ({ measureId, criterionId, userId: user.id, raterGroupId, value })),
      clock.now(),
    );
    if (changed.length > 0) {
      recordAudit(tx, {
        at: clock.now(),
        userId: user.id,
        action: "rate",
        entity: "rating",
        entityId: measureId,
        before: byCriterion(changed.filter(({ criterionId }) => before.has(criterionId)).map(({ criterionId }) => ({ criterionId, value: before.get(criterionId) ?? null }))),
        after: { roundId: round.id, ...byCriterion(changed) },
      });
    }
    const tasks = ratingTasks(tx, criterionIds, listRatingsOfUser(tx, round.id, user.id));
    const doneCount = tasks.filter((task) => task.state === "done").length;
    return ok({ changedCount: changed.length, doneCount, state: tasks.find((task) => task.id === measureId)?.state ?? "open", nextId: nextToRate(tasks, measureId)?.id ?? null });
  });
}

const isAnswer = (value: number | null): boolean => value === null || ratingLevels.some((level) => level === value);
const byCriterion = (answers: RateMeasure["answers"]) => Object.fromEntries(answers.map(({ criterionId, value }) => [`criterion${criterionId}`, value]));
