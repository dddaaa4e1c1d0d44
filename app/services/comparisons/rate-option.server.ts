import type { Comparison } from "#app/domain/comparisons/comparison.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { ratingLevels } from "#app/domain/prioritisation/level-units.ts";
import { forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { findComparison, listOptionRatings, storeOptionRatings, type NamedRating } from "#db/queries/comparisons.server.ts";

type Answer = { readonly criterionId: number; readonly value: number | null; readonly note: string };

const mayRate = (user: ServiceContext["user"]): boolean => can(user, "comparison:read") && can(user, "rating:write");

/** One option with the acting user's own answers, and how far the user has come with all of them. */
export function showOptionRating({ db, user }: ServiceContext, id: number, optionId: number | null) {
  if (!mayRate(user)) return forbidden();
  const comparison = findComparison(db, id);
  if (comparison === null || comparison.archivedAt !== null) return missing();
  const own = listOptionRatings(db, id).filter((rating) => rating.userId === user.id);
  const progress = progressOf(comparison, own);
  const chosen = optionId ?? (progress.find((each) => !each.isComplete) ?? progress[0])?.optionId ?? null;
  const option = comparison.options.find((each) => each.id === chosen) ?? null;
  if (option === null && optionId !== null) return missing();
  return ok({
    title: comparison.title,
    question: comparison.question,
    option,
    progress,
    criteria: comparison.criteria.map((criterion) => {
      const answer = own.find((rating) => rating.optionId === option?.id && rating.criterionId === criterion.id);
      return { ...criterion, answer: answer === undefined ? ("none" as const) : answer.value, note: answer?.note ?? "" };
    }),
  });
}

/**
 * Stores the acting user's own answers; nobody rates for another. A criterion that is not named keeps its earlier answer.
 * The log says that a reason was given, not which: reasons are for the person and the digital officer.
 */
export function rateOption({ db, clock, user }: ServiceContext, { id, optionId, answers }: { readonly id: number; readonly optionId: number; readonly answers: readonly Answer[] }): Result<{ changedCount: number; nextId: number | null }> {
  return write(db, (tx) => {
    if (!mayRate(user)) return forbidden();
    const comparison = findComparison(tx, id);
    if (comparison === null || !comparison.options.some((option) => option.id === optionId)) return missing();
    if (comparison.archivedAt !== null) return invalid("", "archived");
    const known = new Set(comparison.criteria.map((criterion) => criterion.id));
    if (answers.some(({ criterionId, value }) => !known.has(criterionId) || !isAnswer(value))) return invalid("", "unknownRow");
    const own = () => listOptionRatings(tx, id).filter((rating) => rating.userId === user.id);
    const before = own().filter((rating) => rating.optionId === optionId);
    const changed = answers.filter(({ criterionId, value, note }) => !before.some((each) => each.criterionId === criterionId && each.value === value && each.note === note));
    storeOptionRatings(tx, changed.map((answer) => ({ ...answer, optionId, userId: user.id })), clock.now());
    if (changed.length > 0) {
      const ids = new Set(changed.map((each) => each.criterionId));
      const [was, is] = [before.filter((each) => ids.has(each.criterionId)), changed].map((each) => each.map(({ criterionId, value, note }) => ({ criterionId, value, hasReason: note !== "" })));
      recordAudit(tx, { at: clock.now(), userId: user.id, action: "rate", entity: "optionRating", entityId: optionId, before: was?.length === 0 ? null : { values: was }, after: { values: is } });
    }
    return ok({ changedCount: changed.length, nextId: nextOf(progressOf(comparison, own()), optionId) });
  });
}

const isAnswer = (value: number | null): boolean => value === null || ratingLevels.some((level) => level === value);

/** How many of its criteria the person has answered, per option. */
export const progressOf = ({ criteria, options }: Comparison, own: readonly NamedRating[]) =>
  options.map(({ id, name }) => {
    const answered = own.filter((rating) => rating.optionId === id).length;
    return { optionId: id, name, answered, total: criteria.length, isComplete: answered >= criteria.length };
  });

/** The next option without all answers, beginning after this one; null when all are complete. */
function nextOf(progress: ReturnType<typeof progressOf>, optionId: number): number | null {
  const at = progress.findIndex((each) => each.optionId === optionId);
  return [...progress.slice(at + 1), ...progress.slice(0, at)].find((each) => !each.isComplete)?.optionId ?? null;
}
