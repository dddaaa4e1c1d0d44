import { insertRound, storeRoundCriteria, storeRoundGroups } from "#db/queries/rounds.server.ts";
import type { Tx } from "#db/client.server.ts";
import * as schema from "#db/schema/index.ts";
import type { GroupKey, UserKey } from "./musterstadt/shape.ts";
import { raters, ratings } from "./musterstadt/ratings.ts";
import { users } from "./musterstadt/users.ts";
import type { SeedContext } from "./seed-context.server.ts";

/** The round that is being rated, with all criteria and groups. */
export function insertRatings(context: SeedContext): void {
  const { tx, audit, daysAgo } = context;
  const openedAt = daysAgo(40);
  const title = "Priorisierung 2027";
  const question = "Welche Maßnahmen sollen in den nächsten vier Haushaltsjahren zuerst umgesetzt werden?";
  const roundId = insertRound(tx, { title, question, disclosure: "byGroup", openedAt });
  takeEverybodyIn(tx, roundId);
  audit({ at: openedAt, userId: null, action: "seed", entity: "prioritisation_round", entityId: roundId, before: null, after: { title } });
  storeEveryAnswer(context, { roundId, ratedAt: () => daysAgo(32), answerOf: (today) => today });
}

/** All criteria and groups, with their weights. */
export function takeEverybodyIn(tx: Tx, roundId: number): void {
  storeRoundCriteria(tx, roundId, tx.select().from(schema.criterion).all().map(({ id, weight }) => ({ criterionId: id, weight })));
  storeRoundGroups(tx, roundId, tx.select().from(schema.raterGroup).all().map(({ id, weight }) => ({ raterGroupId: id, weight, ratesUntil: null })));
}

/**
 * One answer per rater, measure and criterion: the view of the rater's side, shifted by the rater's own leaning, as
 * `answerOf` makes it the round's; undefined leaves the measure out.
 */
export function storeEveryAnswer(
  context: SeedContext,
  {
    roundId,
    ratedAt,
    answerOf,
  }: {
    readonly roundId: number;
    readonly ratedAt: (group: GroupKey) => string;
    readonly answerOf: (today: number | null, asked: { readonly measure: string; readonly criterion: number; readonly rater: UserKey }) => number | null | undefined;
  },
): void {
  for (const { key, group } of users) {
    const rater = raters[key];
    if (rater === undefined || group === null) continue;
    const userId = context.users.get(key);
    for (const [measure, [administration, politics]] of Object.entries(ratings)) {
      if (rater.owes.includes(measure)) continue;
      const digits = rater.side === "politics" ? politics : administration;
      const measureId = context.measures.get(measure);
      let rated = false;
      context.criterionIds.forEach((criterionId, criterion) => {
        const value = answerOf(answer(digits[criterion], rater.leaning[criterion] ?? 0, key, measure), { measure, criterion, rater: key });
        if (value === undefined) return;
        rated = true;
        context.tx.insert(schema.rating).values({ roundId, measureId, criterionId, userId, raterGroupId: context.groups.get(group), value, ratedAt: ratedAt(group) }).run();
      });
      if (rated) context.audit({ at: ratedAt(group), userId: null, action: "seed", entity: "rating", entityId: measureId, before: null, after: { userId, roundId } });
    }
  }
}

/** Half of the time a leaning shows, so that people of one group differ without any chance involved. */
function answer(digit: string | undefined, leaning: number, rater: UserKey, measure: string): number | null {
  if (digit === undefined || digit === "-") return null;
  const leans = (rater.length + measure.length) % 2 === 0;
  return Math.min(4, Math.max(0, Number(digit) + (leans ? leaning : 0)));
}
