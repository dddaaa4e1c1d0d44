import type { PlanningProblem } from "#app/planner/problem.ts";
import type { CompiledProblem } from "./compiled-problem.ts";
import { raggedOf } from "./ragged.ts";
import { reduceOptions } from "./reduce-options.ts";

export function compileProblem(problem: PlanningProblem): CompiledProblem {
  const { activities, rows, precedences, exclusions, synergies } = problem;
  const { left, required, order } = reduceOptions(problem);
  const options = activities.flatMap((activity, index) =>
    (left[index] ?? [])
      .flatMap((position) => {
        const option = activity.options[position];
        return option === undefined ? [] : [{ activity: index, position, option }];
      })
      .sort((a, b) => b.option.value - a.option.value || a.option.start - b.option.start || a.position - b.position),
  );
  const optionFrom = new Int32Array(activities.length + 1);
  left.forEach((positions, activity) => {
    optionFrom[activity + 1] = (optionFrom[activity] ?? 0) + positions.length;
  });
  const usageFrom = new Int32Array(options.length + 1);
  options.forEach(({ option }, index) => {
    usageFrom[index + 1] = (usageFrom[index] ?? 0) + option.usage.length;
  });
  const usageRow = new Int32Array(usageFrom[options.length] ?? 0);
  const usageAmount = new Float64Array(usageRow.length);
  let at = 0;
  for (const { option } of options) {
    for (const { row, amount } of option.usage) {
      usageRow[at] = row;
      usageAmount[at] = amount;
      at += 1;
    }
  }
  const before = raggedOf(activities.length, precedences.map(({ predecessor, successor }) => ({ item: successor, value: predecessor })));
  const after = raggedOf(activities.length, precedences.map(({ predecessor, successor }) => ({ item: predecessor, value: successor })));
  const pairs = synergies.flatMap(({ first, second, bonus }) => [
    { item: first, value: second, bonus },
    { item: second, value: first, bonus },
  ]);
  const synergy = raggedOf(activities.length, pairs);
  return {
    problem,
    activityCount: activities.length,
    rowCount: rows.length,
    optionCount: options.length,
    capacity: Float64Array.from(rows, ({ capacity }) => Math.max(0, capacity)),
    optionFrom,
    optionActivity: Int32Array.from(options, ({ activity }) => activity),
    optionPosition: Int32Array.from(options, ({ position }) => position),
    optionStart: Int32Array.from(options, ({ option }) => option.start),
    optionEnd: Int32Array.from(options, ({ option }) => option.end),
    optionValue: Float64Array.from(options, ({ option }) => option.value),
    usageFrom,
    usageRow,
    usageAmount,
    predecessors: before,
    predecessorLag: Int32Array.from(before.link, (link) => precedences[link]?.lag ?? 0),
    successors: after,
    successorLag: Int32Array.from(after.link, (link) => precedences[link]?.lag ?? 0),
    exclusions: raggedOf(activities.length, exclusions.flatMap(([first, second]) => [{ item: first, value: second }, { item: second, value: first }])),
    synergies: synergy,
    synergyBonus: Float64Array.from(synergy.link, (link) => pairs[link]?.bonus ?? 0),
    required,
    impossible: activities.flatMap((_, activity) => (required[activity] === 1 && (left[activity] ?? []).length === 0 ? [activity] : [])),
    order,
  };
}
