import { estimate } from "./assumptions.ts";
import type { Plan, PlannedMeasure } from "./plan.ts";
import { noTerms } from "./planning-terms.ts";
import type { PlannerInput, PlannerMeasure } from "./planner-input.ts";
import type { PlanningSettings } from "./scenario.ts";

/** A measure as a plan has it: its dates are the plan's, unknown figures are those assumed for it. */
export type MeasureInPlan = { readonly measure: PlannerMeasure; readonly place: PlannedMeasure };

/** The measures a plan places, in its order, for the sums of the staff and budget pages. */
export function measuresInPlan(input: PlannerInput, settings: PlanningSettings, { placed }: Pick<Plan, "placed">): MeasureInPlan[] {
  const measureOf = new Map(input.measures.map((measure) => [measure.id, measure]));
  const termsOf = new Map(input.terms.measures.map((each) => [each.measureId, each]));
  return placed.flatMap((place) => {
    const measure = measureOf.get(place.measureId);
    if (measure === undefined) return [];
    const known = place.assumed.length === 0 ? measure : estimate(measure, termsOf.get(measure.id) ?? noTerms(measure.id), settings).estimated.measure;
    return [{ place, measure: { ...known, startQuarter: place.startQuarter, endQuarter: place.endQuarter } }];
  });
}
