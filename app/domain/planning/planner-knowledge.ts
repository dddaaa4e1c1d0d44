import { durationInQuarters } from "#app/domain/calendar/quarter.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import type { MeasureTerms } from "./planning-terms.ts";

/** How long a measure takes, and where that is known from. "endless": a permanent task that is not said to end. */
export type PlannedDuration =
  | { readonly kind: "dates"; readonly quarters: number }
  | { readonly kind: "terms"; readonly quarters: number }
  | { readonly kind: "endless" }
  | { readonly kind: "unknown" };

type Timed = Pick<Measure, "startQuarter" | "endQuarter" | "permanentTask">;

/** Start and end say it where both are there; only otherwise the duration of the planning terms counts. */
export function plannedDuration({ startQuarter, endQuarter, permanentTask }: Timed, { durationQuarters }: Pick<MeasureTerms, "durationQuarters">): PlannedDuration {
  if (startQuarter !== null && endQuarter !== null && startQuarter <= endQuarter) return { kind: "dates", quarters: durationInQuarters(startQuarter, endQuarter) };
  if (durationQuarters !== null) return { kind: "terms", quarters: durationQuarters };
  return permanentTask ? { kind: "endless" } : { kind: "unknown" };
}

/** Of a list of estimates: how many there are, and how many of them say nothing. No entry at all is unknown, too. */
export type KnownEstimates = { readonly count: number; readonly unknownCount: number };

export type PlannerKnowledge = { readonly duration: PlannedDuration; readonly costs: KnownEstimates; readonly efforts: KnownEstimates };

type Known = Timed & { readonly costItems: ReadonlyArray<Pick<Measure["costItems"][number], "amountCents">>; readonly staffDemands: ReadonlyArray<Pick<Measure["staffDemands"][number], "personDays">> };

/** What the planner can reckon with, and what it would have to assume. */
export const plannerKnowledge = (measure: Known, terms: Pick<MeasureTerms, "durationQuarters">): PlannerKnowledge => ({
  duration: plannedDuration(measure, terms),
  costs: { count: measure.costItems.length, unknownCount: measure.costItems.filter(({ amountCents }) => amountCents === null).length },
  efforts: { count: measure.staffDemands.length, unknownCount: measure.staffDemands.filter(({ personDays }) => personDays === null).length },
});

export const lacksEstimate = ({ count, unknownCount }: KnownEstimates): boolean => count === 0 || unknownCount > 0;
