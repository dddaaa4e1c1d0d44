import { durationInQuarters } from "#app/domain/calendar/quarter.ts";
import type { CostItem, StaffDemand } from "#app/domain/measures/measure.ts";
import type { AssumedFigure } from "./plan.ts";
import type { MeasureTerms } from "./planning-terms.ts";
import type { PlannerMeasure } from "./planner-input.ts";
import type { PlanningSettings } from "./scenario.ts";

export type Estimated = {
  /** With every unknown cost and effort replaced by what is assumed. */
  readonly measure: PlannerMeasure;
  /** Null: a permanent task that has no end. */
  readonly durationQuarters: number | null;
  readonly assumed: readonly AssumedFigure[];
};
/** `missing` are the figures nobody knows; they are assumed only where the settings say so. */
export type Estimate = { readonly missing: readonly AssumedFigure[]; readonly estimated: Estimated };

type Assumptions = Pick<PlanningSettings, "assumedDurationQuarters" | "assumedCostCents" | "assumedPersonDays">;

/** What is known of a measure's duration, cost and effort, and what would be assumed for the rest. Nobody having written down any cost or effort means unknown, not none. */
export function estimate(measure: PlannerMeasure, terms: Pick<MeasureTerms, "durationQuarters">, assumptions: Assumptions): Estimate {
  const duration = knownDuration(measure, terms);
  const expenses = measure.costItems.filter(({ direction }) => direction === "expense");
  const isCostKnown = expenses.length > 0 && expenses.every(({ amountCents }) => amountCents !== null);
  const isEffortKnown = measure.staffDemands.length > 0 && measure.staffDemands.every(({ personDays }) => personDays !== null);
  const missing: AssumedFigure[] = [...(duration === undefined ? (["duration"] as const) : []), ...(isCostKnown ? [] : (["cost"] as const)), ...(isEffortKnown ? [] : (["effort"] as const))];
  return {
    missing,
    estimated: {
      measure: { ...measure, costItems: assumeCosts(measure.costItems, assumptions), staffDemands: assumeEffort(measure, assumptions) },
      durationQuarters: duration === undefined ? assumptions.assumedDurationQuarters : duration,
      assumed: missing,
    },
  };
}

/** Undefined: unknown. Null: without end, which a permanent task can be if no cost or effort of it needs one. */
function knownDuration({ startQuarter, endQuarter, permanentTask, costItems, staffDemands }: PlannerMeasure, terms: Pick<MeasureTerms, "durationQuarters">): number | null | undefined {
  if (startQuarter !== null && endQuarter !== null) return durationInQuarters(startQuarter, endQuarter);
  if (terms.durationQuarters !== null) return terms.durationQuarters;
  const needsEnd = costItems.some(({ rhythm, profile }) => rhythm === "oneOff" && profile !== "atStart") || staffDemands.some(({ basis }) => basis === "total");
  return permanentTask && !needsEnd ? null : undefined;
}

/** An item that was not there has no row of its own: its id is 0. */
const assumedItem: Omit<CostItem, "amountCents"> = { id: 0, title: "", rhythm: "oneOff", budgetKind: "consumptive", direction: "expense", budgetProduct: "", budgetAccount: "", profile: "atStart", estimateNote: "", rowVersion: 0 };

function assumeCosts(items: readonly CostItem[], { assumedCostCents }: Assumptions): CostItem[] {
  // Revenue nobody knows stays unknown: a plan must not rest on hoped-for money.
  const known = items.map((item) => (item.amountCents === null && item.direction === "expense" ? { ...item, amountCents: assumedCostCents } : item));
  return known.some(({ direction }) => direction === "expense") ? known : [...known, { ...assumedItem, amountCents: assumedCostCents }];
}

/** Nobody knows which team: asked of the leading unit. */
function assumeEffort({ staffDemands, leadUnitId, permanentTask, endQuarter }: PlannerMeasure, { assumedPersonDays }: Assumptions): StaffDemand[] {
  if (staffDemands.length > 0) return staffDemands.map((demand) => (demand.personDays === null ? { ...demand, personDays: assumedPersonDays } : demand));
  if (leadUnitId === null) return [];
  const basis = permanentTask && endQuarter === null ? "perQuarter" : "total";
  return [{ id: 0, teamId: null, orgUnitId: leadUnitId, basis, personDays: assumedPersonDays, staffSource: "internal", note: "", rowVersion: 0 }];
}
