import type { Benefit, CostItem, Measure, Milestone, StaffDemand } from "#app/domain/measures/measure.ts";

/** What hangs on a measure and came, went or changed; matched by id, so a renamed cost item is one change, not two. */
export type PartChange =
  | PartPair<"costItem", CostItem>
  | PartPair<"staffDemand", StaffDemand & { readonly addressee: string }>
  | PartPair<"milestone", Milestone>
  | PartPair<"benefit", Benefit>;

/** `before` is null for what was added, `after` for what was removed; never both. */
type PartPair<K extends string, T> = { readonly part: K; readonly before: T | null; readonly after: T | null };

type Addressing = (demand: StaffDemand) => string;

export function partChanges(before: Measure, after: Measure, addressing: { readonly before: Addressing; readonly after: Addressing }): PartChange[] {
  const demandsBefore = before.staffDemands.map((demand) => ({ ...demand, addressee: addressing.before(demand) }));
  const demandsAfter = after.staffDemands.map((demand) => ({ ...demand, addressee: addressing.after(demand) }));
  return [
    ...pairs(before.costItems, after.costItems).map((pair) => ({ part: "costItem" as const, ...pair })),
    ...pairs(demandsBefore, demandsAfter).map((pair) => ({ part: "staffDemand" as const, ...pair })),
    ...pairs(before.milestones, after.milestones).map((pair) => ({ part: "milestone" as const, ...pair })),
    ...pairs(before.benefits, after.benefits).map((pair) => ({ part: "benefit" as const, ...pair })),
  ];
}

type Part = { readonly id: number; readonly rowVersion: number };

function pairs<T extends Part>(before: readonly T[], after: readonly T[]): Array<{ before: T | null; after: T | null }> {
  const old = new Map(before.map((part) => [part.id, part]));
  const fresh = new Set(after.map((part) => part.id));
  return [
    ...after.map((part) => ({ before: old.get(part.id) ?? null, after: part })),
    ...before.filter((part) => !fresh.has(part.id)).map((part) => ({ before: part, after: null })),
  ].filter((pair) => pair.before === null || pair.after === null || !sameContent(pair.before, pair.after));
}

/** The row version counts saves, not content. */
const sameContent = (a: Part, b: Part): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (part: Part) =>
  Object.entries({ ...part, rowVersion: 0 }).sort(([a], [b]) => (a < b ? -1 : 1));
