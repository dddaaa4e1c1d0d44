import { noTerms, type MeasureTerms } from "./planning-terms.ts";
import type { PlannerInput, PlannerMeasure } from "./planner-input.ts";
import type { PlanningSettings } from "./scenario.ts";

/**
 * How a measure enters a plan. "bound": stands at its dates and takes its share first (implemented, running, resolved or
 * fixed by hand). "candidate": the planner finds its place. "switchedOff": a scenario leaves it out. "out": is not planned.
 */
export type Standing = { readonly kind: "out" } | { readonly kind: "bound" } | { readonly kind: "switchedOff" } | { readonly kind: "candidate"; readonly mandatory: boolean };

/** A running measure without dates must find a place, as must a resolved one. */
export function standingOf(measure: PlannerMeasure, terms: MeasureTerms, choice: PlannerInput["switches"][number]["choice"] | null, settings: Pick<PlanningSettings, "includeIdeas">): Standing {
  const { status } = measure;
  if (status === "rejected" || status === "deferred") return { kind: "out" };
  if (status === "implemented") return { kind: "bound" };
  const isRunning = status === "inProgress";
  if (choice === "leaveOut" && !isRunning) return { kind: "switchedOff" };
  const dated = measure.startQuarter !== null && (measure.endQuarter !== null || measure.permanentTask);
  const stands = isRunning || choice === "fixed" || (choice !== "free" && (terms.fixed || status === "resolved"));
  if (stands && dated) return { kind: "bound" };
  const mandatory = isRunning || choice === "mandatory" || (choice !== "free" && (terms.mandatory || status === "resolved"));
  if (status === "idea" && !settings.includeIdeas && !mandatory) return { kind: "out" };
  return { kind: "candidate", mandatory };
}

/** Standing of every measure of the input, by id. */
export function standings(input: PlannerInput, settings: Pick<PlanningSettings, "includeIdeas">): Map<number, Standing> {
  const terms = new Map(input.terms.measures.map((each) => [each.measureId, each]));
  const choices = new Map(input.switches.map((each) => [each.measureId, each.choice]));
  return new Map(input.measures.map((measure) => [measure.id, standingOf(measure, terms.get(measure.id) ?? noTerms(measure.id), choices.get(measure.id) ?? null, settings)]));
}
