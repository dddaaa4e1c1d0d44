import * as schema from "#db/schema/index.ts";
import type { UserKey } from "./musterstadt/shape.ts";
import { raters, ratings } from "./musterstadt/ratings.ts";
import { users } from "./musterstadt/users.ts";
import type { SeedContext } from "./seed-context.server.ts";

/** One answer per rater, measure and criterion: the view of the rater's side, shifted by the rater's own leaning. */
export function insertRatings(context: SeedContext): void {
  const ratedAt = context.daysAgo(32);
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
        context.tx.insert(schema.rating).values({ measureId, criterionId, userId, raterGroupId: context.groups.get(group), value, ratedAt }).run();
      });
      context.audit({ at: ratedAt, userId: null, action: "seed", entity: "rating", entityId: measureId, before: null, after: { userId } });
    }
  }
}

/** Half of the time a leaning shows, so that people of one group differ without any chance involved. */
function answer(digit: string | undefined, leaning: number, rater: UserKey, measure: string): number | null {
  if (digit === undefined || digit === "-") return null;
  const leans = (rater.length + measure.length) % 2 === 0;
  return Math.min(4, Math.max(0, Number(digit) + (leans ? leaning : 0)));
}
