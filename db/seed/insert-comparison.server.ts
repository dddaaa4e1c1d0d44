import { contentOfTemplate } from "#app/domain/comparisons/templates.ts";
import { findComparison, insertComparison, storeOptionRatings, type StoredAnswer } from "#db/queries/comparisons.server.ts";
import { answers, figures, notes, ownProposal, recommendation } from "./musterstadt/comparison.ts";
import type { UserKey } from "./musterstadt/shape.ts";
import type { SeedContext } from "./seed-context.server.ts";

/** One Variantenvergleich with figures, answers of some people and a recommendation. */
export function insertComparisonOfForms({ tx, daysAgo, audit, users }: SeedContext): void {
  const template = contentOfTemplate("digitalOrganisation");
  const last = template.options.length - 1;
  const options = template.options.map((option, index) => ({ ...option, ...figures[index], ...(index === last ? ownProposal : {}) }));
  const [at, ratedAt] = [daysAgo(21), daysAgo(12)];
  const id = insertComparison(tx, { ...template, options, recommendation }, at);
  audit({ at, userId: null, action: "seed", entity: "optionComparison", entityId: id, before: null, after: { title: template.title } });
  const stored = findComparison(tx, id);
  for (const [key, digits] of Object.entries(answers) as ReadonlyArray<[UserKey, readonly string[]]>) {
    const userId = users.get(key);
    const given = digits.flatMap((row, option) => Array.from(row, (digit, criterion) => answerOf(digit, option, criterion)));
    storeOptionRatings(tx, given, ratedAt);
    audit({ at: ratedAt, userId: null, action: "seed", entity: "optionRating", entityId: id, before: null, after: { userId } });

    function answerOf(digit: string, option: number, criterion: number): StoredAnswer {
      const [optionId, criterionId] = [stored?.options[option]?.id, stored?.criteria[criterion]?.id];
      if (optionId === undefined || criterionId === undefined) throw new Error(`${key} rates something the comparison does not have`);
      const note = notes.find((each) => each.user === key && each.option === option && each.criterion === criterion)?.note ?? "";
      return { optionId, criterionId, userId, value: digit === "-" ? null : Number(digit), note };
    }
  }
}
