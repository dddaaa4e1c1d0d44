import type { Project } from "./project.ts";

/**
 * Whether a schedule keeps precedences and capacities, counted period by period and with nothing taken from the generators.
 * The makespan in periods, or null where a rule is broken.
 */
export function checkSchedule({ durations, capacities, demands, successors }: Project, starts: readonly number[]): number | null {
  if (starts.length !== durations.length || starts.some((start) => !Number.isInteger(start) || start < 0)) return null;
  const ends = durations.map((duration, activity) => (starts[activity] ?? 0) + duration);
  if (successors.some((list, activity) => list.some((next) => (starts[next] ?? 0) < (ends[activity] ?? 0)))) return null;
  const makespan = Math.max(0, ...ends);
  for (let period = 0; period < makespan; period += 1) {
    const running = durations.flatMap((_, activity) => ((starts[activity] ?? 0) <= period && period < (ends[activity] ?? 0) ? [activity] : []));
    const isExceeded = capacities.some((capacity, resource) => running.reduce((sum, activity) => sum + (demands[activity]?.[resource] ?? 0), 0) > capacity);
    if (isExceeded) return null;
  }
  return makespan;
}
