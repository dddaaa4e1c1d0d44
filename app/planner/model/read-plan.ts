import { addQuarters } from "#app/domain/calendar/quarter.ts";
import type { Plan, PlannedMeasure } from "#app/domain/planning/plan.ts";
import type { Choice } from "#app/planner/problem.ts";
import type { PlanModel } from "./build-problem.ts";
import { datesFrom } from "./placed-usage.ts";

/** Of the planner as a whole; raised with every change that may lead to another plan. */
export const PLANNER_VERSION = "3";

/** What the optimiser found, as measures and quarters; what stands already comes along. By measure id. */
export function planOf(model: PlanModel, found: { readonly choice: Choice; readonly objective: number; readonly bound: number; readonly steps: number; readonly threads?: number }, seed: number): Plan {
  const placed: PlannedMeasure[] = model.bound.flatMap(({ measure: { id, startQuarter, endQuarter }, window }) =>
    startQuarter === null ? [] : [{ measureId: id, startQuarter, endQuarter, fundingWindowId: window?.id ?? null, fixed: true, assumed: [] }],
  );
  const leftOut = [...model.rejected];
  model.activities.forEach(({ measureId, durationQuarters, assumed, windows }, index) => {
    const chosen = found.choice[index] ?? null;
    const activity = model.problem.activities[index];
    const option = chosen === null ? undefined : activity?.options[chosen];
    if (option === undefined) leftOut.push({ measureId, reason: "notChosen", mandatory: activity?.mandatory ?? false });
    else placed.push({ measureId, ...datesFrom(addQuarters(model.firstQuarter, option.start), durationQuarters), fundingWindowId: windows[option.mode]?.id ?? null, fixed: false, assumed });
  });
  const byId = (a: { measureId: number }, b: { measureId: number }) => a.measureId - b.measureId;
  return { placed: placed.sort(byId), leftOut: leftOut.sort(byId), objective: found.objective, bound: found.bound, seed, steps: found.steps, threads: found.threads ?? 1, plannerVersion: PLANNER_VERSION };
}

/** The choice a plan stands for in a model; what the model has no such option for is left out. */
export function choiceOf(model: PlanModel, placed: ReadonlyArray<Pick<PlannedMeasure, "measureId" | "startQuarter" | "fundingWindowId">>): Choice {
  const placeOf = new Map(placed.map((each) => [each.measureId, each]));
  return model.activities.map(({ measureId, windows }, index) => {
    const place = placeOf.get(measureId);
    if (place === undefined) return null;
    const options = model.problem.activities[index]?.options ?? [];
    const at = options.findIndex((option) => addQuarters(model.firstQuarter, option.start) === place.startQuarter && (windows[option.mode]?.id ?? null) === place.fundingWindowId);
    return at < 0 ? null : at;
  });
}
