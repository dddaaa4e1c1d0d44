import type { Plan } from "#app/domain/planning/plan.ts";
import { checkChoice } from "#app/planner/check-choice.ts";
import type { Choice } from "#app/planner/problem.ts";
import type { PlanModel } from "./build-problem.ts";
import { choiceOf } from "./read-plan.ts";

/** An earlier plan, and the model it was found for. */
export type EarlierPlan = { readonly model: PlanModel; readonly plan: Plan };

/** The places of an earlier plan as far as the model has them. */
export const placesToStartFrom = (model: PlanModel, { plan }: EarlierPlan): Choice => choiceOf(model, plan.placed);

/** Whether two models ask for the same: what was found for one is then the answer of the other, too. */
export function asksTheSame(one: PlanModel, other: PlanModel): boolean {
  return JSON.stringify(askedBy(one)) === JSON.stringify(askedBy(other));
}

/** Whether a plan could stand in the place of the earlier one, measures and limits being those of that, and would be worth more there. */
export function beats(plan: Plan, earlier: EarlierPlan): boolean {
  const choice = choiceOf(earlier.model, plan.placed);
  const isWhole = choice.filter((each) => each !== null).length === plan.placed.filter((each) => !each.fixed).length;
  if (!isWhole) return false;
  const { violations, objective } = checkChoice(earlier.model.problem, choice);
  return violations.length === 0 && objective > earlier.plan.objective;
}

const askedBy = ({ problem, firstQuarter, activities, bound, rejected }: PlanModel) => ({
  problem,
  firstQuarter,
  activities: activities.map(({ measureId, durationQuarters, assumed, windows }) => ({ measureId, durationQuarters, assumed, windows: windows.map((window) => window?.id ?? null) })),
  bound: bound.map(({ measure: { id, startQuarter, endQuarter }, window }) => ({ id, startQuarter, endQuarter, window: window?.id ?? null })),
  rejected,
});
