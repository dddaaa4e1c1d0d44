import type { CompiledProblem } from "#app/planner/compile/compiled-problem.ts";
import { LEFT_OUT, type PlanInWork } from "./plan-in-work.ts";

/**
 * Serial schedule generation (Kolisch & Hartmann 1999) for a portfolio: takes the activities in the order given and chooses for
 * each the most valuable option that fits beside what is there already; what does not fit is left out. A predecessor that is
 * missing is inserted first, where it fits, and taken out again where the activity itself then does not.
 */
export function insertInOrder(plan: PlanInWork, order: Iterable<number>): void {
  for (const activity of order) insertWithPredecessors(plan, activity);
}

/** Whether the activity is in the plan afterwards. */
export function insertWithPredecessors(plan: PlanInWork, activity: number): boolean {
  if (plan.chosen[activity] !== LEFT_OUT) return true;
  const added: number[] = [];
  const { predecessors } = plan.compiled;
  const visit = (each: number): boolean => {
    for (let at = predecessors.from[each] ?? 0; at < (predecessors.from[each + 1] ?? 0); at += 1) {
      const predecessor = predecessors.values[at] ?? 0;
      if (plan.chosen[predecessor] === LEFT_OUT && !visit(predecessor)) return false;
    }
    const option = bestFitting(plan, each);
    if (option === LEFT_OUT) return false;
    plan.place(each, option);
    added.push(each);
    return true;
  };
  if (hasOptions(plan.compiled, activity) && visit(activity)) return true;
  // In reverse, so that nothing stands without its predecessor; what is worth something by itself comes in on its own turn.
  for (const each of added.reverse()) plan.remove(each);
  return false;
}

/** The most valuable option that keeps every rule; LEFT_OUT where there is none. */
export function bestFitting(plan: PlanInWork, activity: number): number {
  const { optionFrom, optionStart, optionEnd } = plan.compiled;
  const earliest = plan.earliestStart(activity);
  const latest = plan.latestEnd(activity);
  const to = optionFrom[activity + 1] ?? 0;
  for (let option = optionFrom[activity] ?? 0; option < to; option += 1) {
    if ((optionStart[option] ?? 0) >= earliest && (optionEnd[option] ?? 0) <= latest && plan.hasRoom(option)) return option;
  }
  return LEFT_OUT;
}

/** A cycle of precedences leaves its activities without options, so that following predecessors always ends. */
const hasOptions = ({ optionFrom }: CompiledProblem, activity: number): boolean => optionFrom[activity] !== optionFrom[activity + 1];
