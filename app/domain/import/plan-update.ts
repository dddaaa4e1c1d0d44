import { contentFields, type ContentField, type MeasureContent } from "#app/domain/measures/content.ts";
import type { Benefit, CostItem, Measure, StaffDemand } from "#app/domain/measures/measure.ts";
import { sameValue } from "#app/domain/measures/merge-versions.ts";
import { normaliseWord } from "./cell.ts";
import type { OpenCode } from "./problems.ts";
import { REASON_FROM_LIST } from "./read-times.ts";
import type { ProposedBenefit, ProposedCost, ProposedDemand, ReadRow } from "./row.ts";

/** A part keeps its id where the measure already has it; a new part has none. */
export type PlannedPart<T> = Omit<T, "id" | "rowVersion"> & { readonly id: number | null };

/** What an update writes: only what differs. */
export type UpdatePlan = {
  readonly content: Partial<MeasureContent>;
  readonly costItems: ReadonlyArray<PlannedPart<CostItem>>;
  readonly staffDemands: ReadonlyArray<PlannedPart<StaffDemand>>;
  readonly benefits: ReadonlyArray<PlannedPart<Benefit>>;
  /** "costBesideExisting": the same money twice? "endBeforeStart": with what is stored, the dates would contradict; they are left out. */
  readonly problems: readonly OpenCode[];
};

export type UpdateTarget = Pick<Measure, ContentField | "costItems" | "staffDemands" | "benefits">;

export function planUpdate(row: Pick<ReadRow, "content" | "costItems" | "staffDemand" | "benefits">, target: UpdateTarget): UpdatePlan {
  const proposed = withoutStopgaps(row.content, target);
  const merged = { ...target, ...proposed };
  const contradicts = merged.startQuarter !== null && merged.endQuarter !== null && merged.endQuarter < merged.startQuarter;
  const differing = contentFields.filter((field) => {
    const value = proposed[field];
    return value !== undefined && !sameValue(value, target[field]) && !(contradicts && (field === "startQuarter" || field === "endQuarter"));
  });
  const costItems = row.costItems.flatMap((proposed) => planCost(proposed, target.costItems));
  return {
    content: Object.fromEntries(differing.map((field) => [field, proposed[field]])),
    costItems,
    staffDemands: row.staffDemand === null ? [] : planDemand(row.staffDemand, target.staffDemands),
    benefits: row.benefits.flatMap((proposed) => planBenefit(proposed, target.benefits)),
    problems: [...(costItems.some((item) => isBeside(item, target.costItems)) ? (["costBesideExisting"] as const) : []), ...(contradicts ? (["endBeforeStart"] as const) : [])],
  };
}

/** The reason given for want of a better one never replaces a better one. */
function withoutStopgaps(content: Partial<MeasureContent>, target: UpdateTarget): Partial<MeasureContent> {
  const { deadlineReason, trafficLightReason, ...rest } = content;
  const kept = (value: string | undefined, stored: string) => value !== undefined && !(value === REASON_FROM_LIST && stored !== "");
  return {
    ...rest,
    ...(kept(deadlineReason, target.deadlineReason) && { deadlineReason }),
    ...(kept(trafficLightReason, target.trafficLightReason) && { trafficLightReason }),
  };
}

/** Would the new item stand beside one of the same kind that is already there? */
const isBeside = (item: PlannedPart<CostItem>, stored: readonly CostItem[]): boolean =>
  item.id === null && stored.some((other) => other.rhythm === item.rhythm && other.direction === item.direction);

export const changesNothing = (plan: UpdatePlan): boolean =>
  Object.keys(plan.content).length + plan.costItems.length + plan.staffDemands.length + plan.benefits.length === 0;

/** An amount that stays unclear never wipes out a known one, and codes the list lacks stay. */
function planCost(proposed: ProposedCost, existing: readonly CostItem[]): Array<PlannedPart<CostItem>> {
  const same = existing.find((item) => normaliseWord(item.title) === normaliseWord(proposed.title) && item.direction === proposed.direction);
  if (same === undefined) return [{ ...proposed, id: null }];
  const { rowVersion: _rowVersion, ...before } = same;
  const keepsNote = proposed.amountCents === null || proposed.amountCents === before.amountCents;
  const after = {
    ...before,
    rhythm: proposed.rhythm,
    budgetProduct: proposed.budgetProduct || before.budgetProduct,
    budgetAccount: proposed.budgetAccount || before.budgetAccount,
    amountCents: proposed.amountCents ?? before.amountCents,
    estimateNote: proposed.estimateNote || (keepsNote ? before.estimateNote : ""),
  };
  return sameRecord(before, after) ? [] : [after];
}

function planDemand(proposed: ProposedDemand, existing: readonly StaffDemand[]): Array<PlannedPart<StaffDemand>> {
  // A list speaks of the unit's own people; what is bought in beside them is another demand.
  const same = existing.find((other) => other.orgUnitId === proposed.orgUnitId && other.basis === "total" && other.staffSource === "internal");
  if (same === undefined) return [{ ...proposed, id: null, teamId: null, basis: "total", staffSource: "internal" }];
  if (proposed.personDays === null || proposed.personDays === same.personDays) return [];
  const { rowVersion: _rowVersion, ...before } = same;
  return [{ ...before, personDays: proposed.personDays }];
}

function planBenefit(proposed: ProposedBenefit, existing: readonly Benefit[]): Array<PlannedPart<Benefit>> {
  const same = existing.find((other) => other.kind === proposed.kind);
  if (same === undefined) return [{ ...proposed, id: null }];
  const { rowVersion: _rowVersion, ...before } = same;
  const after = {
    ...before,
    amountCents: proposed.amountCents ?? before.amountCents,
    hoursPerYear: proposed.hoursPerYear ?? before.hoursPerYear,
    estimateBasis: proposed.estimateBasis || before.estimateBasis,
  };
  return sameRecord(before, after) ? [] : [after];
}

const sameRecord = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean => Object.keys(b).every((key) => a[key] === b[key]);
