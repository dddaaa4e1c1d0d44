import { quarterDistance, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import type { BudgetKind } from "#app/domain/measures/vocabulary.ts";
import { subtractCents, sumKnown, type Cents, type PartialSum } from "#app/domain/money/cents.ts";
import type { Portfolio } from "#app/domain/portfolio/portfolio.ts";
import { fieldChanges, measureReader, type FieldChange } from "./field-changes.ts";
import { partChanges, type PartChange } from "./part-changes.ts";
import type { FrozenRanking } from "./snapshot.ts";

/** What two versions are compared by. */
export type Comparable = { readonly portfolio: Portfolio; readonly ranking: FrozenRanking };

/** Raw values throughout. Equal versions give empty lists; swapping the versions swaps added with removed and before with after. */
export type VersionChanges = {
  readonly added: readonly MeasureName[];
  readonly removed: readonly MeasureName[];
  readonly changed: readonly MeasureChange[];
  readonly moved: readonly MovedMeasure[];
  readonly costChanged: readonly CostChange[];
  readonly rankChanged: readonly RankChange[];
  readonly frames: readonly FrameChange[];
  readonly weights: readonly WeightChange[];
  readonly groupWeights: readonly GroupWeightChange[];
};

export type MeasureName = { readonly measureId: number; readonly title: string };
export type MeasureChange = MeasureName & { readonly fields: readonly FieldChange[]; readonly parts: readonly PartChange[] };
/** `startShift` is positive for later; null where a start was or is unknown. */
export type MovedMeasure = MeasureName & {
  readonly before: Timespan;
  readonly after: Timespan;
  readonly startShift: number | null;
  readonly endShift: number | null;
};
export type Timespan = { readonly start: Quarter | null; readonly end: Quarter | null };
/** One-off expense and yearly running expense apart; they are never added to each other. */
export type CostChange = MeasureName & { readonly oneOff: SumChange; readonly running: SumChange };
export type SumChange = { readonly before: PartialSum; readonly after: PartialSum; readonly delta: Cents };
/** Null: without a position in that version. */
export type RankChange = MeasureName & { readonly before: number | null; readonly after: number | null };
export type FrameChange = { readonly fiscalYear: number; readonly budgetKind: BudgetKind; readonly before: Cents | null; readonly after: Cents | null };
/** Null: the criterion is not in that version. */
export type WeightChange = { readonly criterion: string; readonly before: number | null; readonly after: number | null };
/** How much a rater group's ratings count. Null: the group is not in that version. */
export type GroupWeightChange = { readonly group: string; readonly before: number | null; readonly after: number | null };

export function compareVersions(before: Comparable, after: Comparable): VersionChanges {
  const old = new Map(before.portfolio.measures.map((measure) => [measure.id, measure]));
  const fresh = new Set(after.portfolio.measures.map((measure) => measure.id));
  const pairs = after.portfolio.measures.flatMap((measure) => {
    const earlier = old.get(measure.id);
    return earlier === undefined ? [] : [{ before: earlier, after: measure }];
  });
  return {
    added: after.portfolio.measures.filter((measure) => !old.has(measure.id)).map(nameOf),
    removed: before.portfolio.measures.filter((measure) => !fresh.has(measure.id)).map(nameOf),
    changed: changedMeasures(before.portfolio, after.portfolio, pairs),
    moved: pairs.flatMap(movement),
    costChanged: pairs.flatMap(costChange),
    rankChanged: rankChanges(before.ranking, after.ranking, pairs),
    frames: frameChanges(before.portfolio, after.portfolio),
    weights: weightChanges(before.portfolio.criteria, after.portfolio.criteria).map(({ name, ...change }) => ({ criterion: name, ...change })),
    groupWeights: weightChanges(before.portfolio.raterGroups, after.portfolio.raterGroups).map(({ name, ...change }) => ({ group: name, ...change })),
  };
}

/** The same sentence everywhere: gross one-off expense and yearly running expense, unknown ones counted. */
export const oneOffExpense = (measure: Pick<Measure, "costItems">): PartialSum => expense(measure, "oneOff");
export const runningExpense = (measure: Pick<Measure, "costItems">): PartialSum => expense(measure, "running");

const expense = (measure: Pick<Measure, "costItems">, rhythm: "oneOff" | "running"): PartialSum =>
  sumKnown(measure.costItems.filter((item) => item.rhythm === rhythm && item.direction === "expense").map((item) => item.amountCents));

type Pair = { readonly before: Measure; readonly after: Measure };
const nameOf = ({ id, title }: Measure): MeasureName => ({ measureId: id, title });

function changedMeasures(before: Portfolio, after: Portfolio, pairs: readonly Pair[]): MeasureChange[] {
  const readBefore = measureReader(before);
  const readAfter = measureReader(after);
  const addressing = { before: addresseeNames(before), after: addresseeNames(after) };
  return pairs
    .map((pair) => ({
      ...nameOf(pair.after),
      fields: fieldChanges(readBefore(pair.before), readAfter(pair.after)),
      parts: partChanges(pair.before, pair.after, addressing),
    }))
    .filter((change) => change.fields.length + change.parts.length > 0);
}

function addresseeNames(portfolio: Portfolio) {
  const teams = new Map(portfolio.teams.map((team) => [team.id, team.name]));
  const units = new Map(portfolio.orgUnits.map((unit) => [unit.id, unit.name]));
  return ({ teamId, orgUnitId }: { readonly teamId: number | null; readonly orgUnitId: number | null }): string =>
    (teamId === null ? units.get(orgUnitId ?? 0) : teams.get(teamId)) ?? "";
}

function movement(pair: Pair): MovedMeasure[] {
  const before = { start: pair.before.startQuarter, end: pair.before.endQuarter };
  const after = { start: pair.after.startQuarter, end: pair.after.endQuarter };
  if (before.start === after.start && before.end === after.end) return [];
  return [{ ...nameOf(pair.after), before, after, startShift: shift(before.start, after.start), endShift: shift(before.end, after.end) }];
}

const shift = (from: Quarter | null, to: Quarter | null): number | null => (from === null || to === null ? null : quarterDistance(from, to));

function costChange(pair: Pair): CostChange[] {
  const oneOff = sumChange(oneOffExpense(pair.before), oneOffExpense(pair.after));
  const running = sumChange(runningExpense(pair.before), runningExpense(pair.after));
  return isSameSum(oneOff) && isSameSum(running) ? [] : [{ ...nameOf(pair.after), oneOff, running }];
}

const sumChange = (before: PartialSum, after: PartialSum): SumChange => ({ before, after, delta: subtractCents(after.known, before.known) });
const isSameSum = ({ before, after }: SumChange): boolean => before.known === after.known && before.unknownCount === after.unknownCount;

function rankChanges(before: FrozenRanking, after: FrozenRanking, pairs: readonly Pair[]): RankChange[] {
  const positionBefore = new Map(before.entries.map((entry) => [entry.measureId, entry.position]));
  const positionAfter = new Map(after.entries.map((entry) => [entry.measureId, entry.position]));
  return pairs
    .map((pair) => ({ ...nameOf(pair.after), before: positionBefore.get(pair.before.id) ?? null, after: positionAfter.get(pair.after.id) ?? null }))
    .filter((change) => change.before !== change.after);
}

function frameChanges(before: Portfolio, after: Portfolio): FrameChange[] {
  const amount = (portfolio: Portfolio, fiscalYear: number, budgetKind: BudgetKind): Cents | null =>
    portfolio.budgetFrames.find((frame) => frame.fiscalYear === fiscalYear && frame.budgetKind === budgetKind)?.amountCents ?? null;
  const keys = new Map([...before.budgetFrames, ...after.budgetFrames].map(({ fiscalYear, budgetKind }) => [`${fiscalYear} ${budgetKind}`, { fiscalYear, budgetKind }]));
  return [...keys.values()]
    .sort((a, b) => a.fiscalYear - b.fiscalYear || (a.budgetKind < b.budgetKind ? -1 : 1))
    .map((key) => ({ ...key, before: amount(before, key.fiscalYear, key.budgetKind), after: amount(after, key.fiscalYear, key.budgetKind) }))
    .filter((change) => change.before !== change.after);
}

type Weighted = { readonly id: number; readonly name: string; readonly weight: number };

function weightChanges(before: readonly Weighted[], after: readonly Weighted[]) {
  const old = new Map(before.map((each) => [each.id, each.weight]));
  const fresh = new Set(after.map((each) => each.id));
  return [
    ...after.map(({ id, name, weight }) => ({ name, before: old.get(id) ?? null, after: weight })),
    ...before.filter(({ id }) => !fresh.has(id)).map(({ name, weight }) => ({ name, before: weight, after: null })),
  ].filter((change) => change.before !== change.after);
}
