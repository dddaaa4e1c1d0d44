import type { CompiledProblem } from "#app/planner/compile/compiled-problem.ts";
import type { Choice } from "#app/planner/problem.ts";
import { LEFT_OUT, mandatoryBonusOf, PlanInWork } from "./plan-in-work.ts";
import { insertInOrder } from "./serial-insertion.ts";

const ATTEMPTS = 24;

/**
 * A plan at once: mandatory activities first, the one with the least room in time before the others, then the rest by what
 * they bring for what they take. Where mandatory ones do not fit, those left out come to the front of the list and all begins
 * anew ("squeaky wheel", Joslin & Clements 1999). No chance is involved.
 */
export function firstPlan(compiled: CompiledProblem): PlanInWork {
  const { optionFrom, optionEnd, problem } = compiled;
  const activities = possibleActivities(compiled);
  const slack = (activity: number): number => {
    const options = optionEnd.subarray(optionFrom[activity] ?? 0, optionFrom[activity + 1] ?? 0);
    return options.reduce((latest, end) => Math.max(latest, end), -Infinity);
  };
  let mandatory = activities
    .filter((activity) => problem.activities[activity]?.mandatory)
    .map((activity) => ({ activity, latest: slack(activity) }))
    .sort((a, b) => a.latest - b.latest || a.activity - b.activity)
    .map(({ activity }) => activity);
  const bonus = mandatoryBonusOf(compiled);

  let best: PlanInWork | null = null;
  let fewest = Infinity;
  for (let attempt = 0; attempt < ATTEMPTS && fewest > 0; attempt += 1) {
    const plan = new PlanInWork(compiled, bonus);
    insertInOrder(plan, mandatory);
    const missing = mandatory.filter((activity) => plan.chosen[activity] === LEFT_OUT);
    if (missing.length < fewest) {
      fewest = missing.length;
      best = plan;
    }
    mandatory = [...missing, ...mandatory.filter((activity) => plan.chosen[activity] !== LEFT_OUT)];
  }
  const plan = best ?? new PlanInWork(compiled, bonus);
  insertInOrder(plan, byDensity(compiled, activities));
  return plan;
}

/** What of a choice keeps the rules, predecessors first, and then whatever else fits. */
export function planFrom(compiled: CompiledProblem, choice: Choice): PlanInWork {
  const { optionStart, optionEnd, order, required } = compiled;
  const plan = new PlanInWork(compiled);
  // What is mandatory, and what it needs, before anything else can take its place.
  const byNeed = [...order.filter((activity) => required[activity] === 1), ...order.filter((activity) => required[activity] !== 1)];
  for (const activity of byNeed) {
    const option = optionAt(compiled, activity, choice[activity] ?? null);
    if (option === LEFT_OUT || (optionStart[option] ?? 0) < plan.earliestStart(activity) || (optionEnd[option] ?? 0) > plan.latestEnd(activity)) continue;
    if (plan.hasRoom(option)) plan.place(activity, option);
  }
  const activities = possibleActivities(compiled);
  insertInOrder(plan, activities.filter((activity) => required[activity] === 1));
  insertInOrder(plan, byDensity(compiled, activities));
  return plan;
}

/** Where a search begins: the first plan, or what the plan given becomes, if that is better. */
export function startingPlan(compiled: CompiledProblem, warmStart: Choice | undefined): PlanInWork {
  const first = firstPlan(compiled);
  if (warmStart === undefined) return first;
  const warm = planFrom(compiled, warmStart);
  return warm.worth >= first.worth ? warm : first;
}

/** The option at a position of the activity's own list, or the one of the same time that beats it and stands in its place. */
function optionAt({ optionFrom, optionPosition, optionStart, optionEnd, optionValue, problem }: CompiledProblem, activity: number, position: number | null): number {
  const wanted = position === null ? undefined : problem.activities[activity]?.options[position];
  let inPlace = LEFT_OUT;
  for (let option = optionFrom[activity] ?? 0; wanted !== undefined && option < (optionFrom[activity + 1] ?? 0); option += 1) {
    if (optionPosition[option] === position) return option;
    if (optionStart[option] === wanted.start && optionEnd[option] === wanted.end && (optionValue[option] ?? 0) >= wanted.value) inPlace = option;
  }
  return inPlace;
}

const possibleActivities = ({ activityCount, optionFrom }: CompiledProblem): number[] =>
  Array.from({ length: activityCount }, (_, activity) => activity).filter((activity) => optionFrom[activity] !== optionFrom[activity + 1]);

/** Value for each share of what all rows together have to give; the share of a row counts by how much it is wanted. */
function byDensity({ rowCount, optionFrom, optionCount, optionActivity, optionValue, usageFrom, usageRow, usageAmount, capacity }: CompiledProblem, activities: readonly number[]): number[] {
  const wanted = new Float64Array(rowCount);
  for (let option = 0; option < optionCount; option += 1) {
    const activity = optionActivity[option] ?? 0;
    const weight = 1 / ((optionFrom[activity + 1] ?? 0) - (optionFrom[activity] ?? 0));
    for (let at = usageFrom[option] ?? 0; at < (usageFrom[option + 1] ?? 0); at += 1) wanted[usageRow[at] ?? 0] = (wanted[usageRow[at] ?? 0] ?? 0) + weight * (usageAmount[at] ?? 0);
  }
  const density = activities.map((activity) => {
    const option = optionFrom[activity] ?? 0;
    let cost = 1e-6;
    for (let at = usageFrom[option] ?? 0; at < (usageFrom[option + 1] ?? 0); at += 1) {
      const row = usageRow[at] ?? 0;
      const most = Math.max(capacity[row] ?? 0, 1e-9);
      cost += ((usageAmount[at] ?? 0) / most) * ((wanted[row] ?? 0) / most);
    }
    return { activity, density: (optionValue[option] ?? 0) / cost };
  });
  // What brings nothing comes in only as the predecessor of something.
  return density
    .filter((each) => each.density > 0)
    .sort((a, b) => b.density - a.density || a.activity - b.activity)
    .map(({ activity }) => activity);
}
