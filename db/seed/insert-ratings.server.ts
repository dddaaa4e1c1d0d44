import { insertRound, storeRoundCriteria, storeRoundGroups } from "#db/queries/rounds.server.ts";
import * as schema from "#db/schema/index.ts";
import type { UserKey } from "./musterstadt/shape.ts";
import { raters, ratings } from "./musterstadt/ratings.ts";
import { users } from "./musterstadt/users.ts";
import type { SeedContext } from "./seed-context.server.ts";

/** One answer per rater, measure and criterion: the view of the rater's side, shifted by the rater's own leaning. */
export function insertRatings(context: SeedContext): void {
  const ratedAt = context.daysAgo(32);
  const roundId = insertOpenRound(context);
  for (const { key, group } of users) {
    const rater = raters[key];
    if (rater === undefined || group === null) continue;
    const userId = context.users.get(key);
    for (const [measure, [administration, politics]] of Object.entries(ratings)) {
      if (rater.owes.includes(measure)) continue;
      const digits = rater.side === "politics" ? politics : administration;
      const measureId = context.measures.get(measure);
      context.criterionIds.forEach((criterionId, index) => {
        const value = answer(digits[index], rater.leaning[index] ?? 0, key, measure);
        context.tx.insert(schema.rating).values({ roundId, measureId, criterionId, userId, raterGroupId: context.groups.get(group), value, ratedAt }).run();
      });
      context.audit({ at: ratedAt, userId: null, action: "seed", entity: "rating", entityId: measureId, before: null, after: { userId } });
    }
  }
}

/** The round that is being rated, with all criteria and groups. */
function insertOpenRound({ tx, audit, daysAgo }: SeedContext): number {
  const openedAt = daysAgo(40);
  const title = "Priorisierung 2027";
  const question = "Welche Maßnahmen sollen in den nächsten vier Haushaltsjahren zuerst umgesetzt werden?";
  const roundId = insertRound(tx, { title, question, disclosure: "byGroup", openedAt });
  storeRoundCriteria(tx, roundId, tx.select().from(schema.criterion).all().map(({ id, weight }) => ({ criterionId: id, weight })));
  storeRoundGroups(tx, roundId, tx.select().from(schema.raterGroup).all().map(({ id, weight }) => ({ raterGroupId: id, weight, ratesUntil: null })));
  audit({ at: openedAt, userId: null, action: "seed", entity: "prioritisation_round", entityId: roundId, before: null, after: { title } });
  return roundId;
}

/** Half of the time a leaning shows, so that people of one group differ without any chance involved. */
function answer(digit: string | undefined, leaning: number, rater: UserKey, measure: string): number | null {
  if (digit === undefined || digit === "-") return null;
  const leans = (rater.length + measure.length) % 2 === 0;
  return Math.min(4, Math.max(0, Number(digit) + (leans ? leaning : 0)));
}
