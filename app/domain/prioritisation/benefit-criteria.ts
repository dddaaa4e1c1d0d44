import type { Criterion } from "#app/domain/portfolio/portfolio.ts";

type Named = Pick<Criterion, "id" | "name" | "reversed">;

/** Word stems of criteria that ask what a measure takes instead of what it gives. */
const EFFORT = /umsetz|machbar|aufwand|kosten|risik/i;

/**
 * The criteria that count as benefit: those asked for, in the order of the criteria, or where none of them exists all that
 * count upward and whose name does not speak of effort ("Umsetzbarkeit", "Machbarkeit", "Aufwand", "Kosten", "Risiko").
 * If that leaves nothing, all criteria.
 */
export function benefitCriteria<C extends Named>(criteria: readonly C[], askedFor: readonly number[]): readonly C[] {
  const chosen = criteria.filter((criterion) => askedFor.includes(criterion.id));
  if (chosen.length > 0) return chosen;
  const suggested = criteria.filter(({ name, reversed }) => !reversed && !EFFORT.test(name));
  return suggested.length > 0 ? suggested : criteria;
}
