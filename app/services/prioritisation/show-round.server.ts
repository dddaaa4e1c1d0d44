import { can } from "#app/domain/permissions/permissions.ts";
import { rankRound, type RoundContent, type RoundData } from "#app/domain/prioritisation/round-content.ts";
import { forbidden, missing, ok } from "#app/domain/result.ts";
import { sha256Of } from "#app/services/committee/freeze-version.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { listCriteria } from "#db/queries/criteria.server.ts";
import { listRaterGroups } from "#db/queries/rater-groups.server.ts";
import { listRaterProgress } from "#db/queries/round-progress.server.ts";
import { findOpenRound, findRound, findRoundInForce, listRounds, loadRoundData, roundContent, roundCriteria, roundGroups, storedContent } from "#db/queries/rounds.server.ts";

/** One round: what it asks, by what and by whom it is rated, how far everybody is, and, when closed, what may be known about who rated. */
export function showRound({ db, user }: ServiceContext, roundId: number) {
  if (!can(user, "plan:read")) return forbidden();
  const round = findRound(db, roundId);
  if (round === null) return missing();
  const mayManage = can(user, "round:manage");
  const data = loadRoundData(db, roundId);
  const { criteria, raterGroups } = data;
  const inForce = findRoundInForce(db);
  const content = roundContent(db, roundId);
  const progress = round.state === "open" ? progressOf(db, roundId, raterGroups) : null;
  return ok({
    round: { ...round, isInForce: inForce?.id === roundId },
    criteria: criteria.map(({ id, name, weight, reversed }) => ({ id, name, weight, reversed })),
    groups: raterGroups.map(({ id, name, weight, ratesUntil, weightingMethod }) => ({ id, name, weight, ratesUntil, weightingMethod })),
    progress: progress === null ? null : { measureCount: progress.measureCount, groups: progress.groups.map(({ raters, ...group }) => ({ ...group, raters: mayManage ? raters : [] })) },
    raters: content === null ? null : disclosedRaters(content),
    // A digest that no longer fits says that somebody wrote past the program.
    isIntact: content === null || sha256Of(storedContent(db, roundId) ?? "") === round.contentHash,
    overrides: overridesOf(data),
    others: listRounds(db).filter((other) => other.id !== roundId).map(({ id, title }) => ({ id, title })),
    /** The adopted order that another adoption would replace. */
    inForceTitle: inForce?.state === "adopted" && inForce.id !== roundId ? inForce.title : null,
    mayManage,
  });
}

/** How far each group is: "Politik: 3 von 4 Personen fertig". */
function progressOf(db: Db, roundId: number, groups: ReadonlyArray<{ readonly id: number; readonly name: string }>) {
  const { measureCount, raters } = listRaterProgress(db, roundId);
  return {
    measureCount,
    groups: groups.map(({ id, name }) => {
      const own = raters.filter((rater) => rater.raterGroupId === id).map((rater) => ({ userId: rater.userId, name: rater.name, done: rater.done, answerCount: rater.answerCount }));
      return { id, name, memberCount: own.length, doneCount: own.filter((rater) => rater.done >= measureCount).length, startedCount: own.filter((rater) => rater.answerCount > 0).length, raters: own };
    }),
  };
}

/** As the round disclosed it: people by name, groups by the number of their people, or nothing but how many answers there were. */
function disclosedRaters({ disclosure, ratings, surveyAnswers = [], raters, raterGroups }: RoundContent) {
  const asked = (of: typeof surveyAnswers) => of.reduce((sum, answer) => sum + answer.answerCount, 0);
  const answerCount = ratings.length + asked(surveyAnswers);
  if (disclosure === "anonymous") return { disclosure, answerCount, groups: [] };
  const names = new Map(raters.map(({ userId, name }) => [userId, name]));
  return {
    disclosure,
    answerCount,
    groups: raterGroups.map(({ id, name }) => {
      const own = ratings.filter((rating) => rating.raterGroupId === id);
      const people = [...new Set(own.map((rating) => rating.userId))].map((userId) => ({ name: names.get(userId) ?? "", answerCount: own.filter((rating) => rating.userId === userId).length }));
      return { id, name, personCount: people.length, answerCount: own.length + asked(surveyAnswers.filter((answer) => answer.raterGroupId === id)), people: disclosure === "named" ? people.sort((a, b) => a.name.localeCompare(b.name, "de")) : [] };
    }),
  };
}

/** Places given by hand beside the computed ones; a measure that has no score any more has neither. */
function overridesOf(data: RoundData) {
  const titles = new Map(data.measures.map(({ id, title }) => [id, title]));
  const { entries } = rankRound(data);
  return data.overrides
    .map(({ measureId, reason }) => {
      const entry = entries.find((each) => each.measureId === measureId);
      return { measureId, title: titles.get(measureId) ?? "", reason, position: entry?.position ?? null, computedPosition: entry?.computedPosition ?? null };
    })
    .sort((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity));
}

/** What the form of a round starts from: the catalogue, and what the round has of it. */
export function showRoundForm({ db, user }: ServiceContext, roundId: number | null) {
  if (!can(user, "round:manage")) return forbidden();
  const round = roundId === null ? null : findRound(db, roundId);
  if (roundId !== null && round === null) return missing();
  const [criteria, groups] = round === null ? [null, null] : [roundCriteria(db, round.id), roundGroups(db, round.id)];
  return ok({
    round,
    otherOpen: findOpenRound(db)?.id ?? null,
    criteria: listCriteria(db, "active").map(({ id, name, weight }) => {
      const own = criteria?.find((each) => each.id === id);
      return { id, name, isIn: criteria === null || own !== undefined, weight: own?.weight ?? weight };
    }),
    groups: listRaterGroups(db).map(({ id, name, weight, memberCount }) => {
      const own = groups?.find((each) => each.id === id);
      return { id, name, memberCount, isIn: groups === null || own !== undefined, weight: own?.weight ?? weight, ratesUntil: own?.ratesUntil ?? null };
    }),
  });
}

/** What closing or adopting would do, for the page that asks once more. */
export function showRoundDecision(service: ServiceContext, roundId: number) {
  return can(service.user, "round:manage") ? showRound(service, roundId) : forbidden();
}
