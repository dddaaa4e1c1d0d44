import type { Choice, PlanningProblem } from "#app/planner/problem.ts";

/** Where an activity stands in a plan: its first quarter, and how it is paid. */
export type Place = { readonly start: number; readonly mode: number };

/** By activity; null where it is left out. Unlike a choice it can be read with a problem whose options have changed. */
export type Places = ReadonlyArray<Place | null>;

export function placesOf({ activities }: PlanningProblem, choice: Choice): Places {
  return activities.map(({ options }, activity) => {
    const option = options[choice[activity] ?? -1];
    return option === undefined ? null : { start: option.start, mode: option.mode };
  });
}

/** Left out where the problem has no such option any more. */
export function choiceAt({ activities }: PlanningProblem, places: Places): Choice {
  return activities.map(({ options }, activity) => {
    const place = places[activity] ?? null;
    const position = place === null ? -1 : options.findIndex((option) => option.start === place.start && option.mode === place.mode);
    return position === -1 ? null : position;
  });
}

/** What differs between two plans of the same activities, by position. Quarters. */
export type PlanDifference = {
  /** In both, with another start or mode. */
  readonly moved: ReadonlyArray<{ readonly activity: number; readonly from: Place; readonly to: Place }>;
  readonly dropped: readonly number[];
  readonly added: readonly number[];
  /** In both plans, with the same start and mode. */
  readonly unchanged: number;
};

export function differenceBetween(before: Places, after: Places): PlanDifference {
  const moved: Array<PlanDifference["moved"][number]> = [];
  const dropped: number[] = [];
  const added: number[] = [];
  let unchanged = 0;
  for (let activity = 0; activity < Math.max(before.length, after.length); activity += 1) {
    const [from, to] = [before[activity] ?? null, after[activity] ?? null];
    if (from !== null && to !== null) {
      if (from.start === to.start && from.mode === to.mode) unchanged += 1;
      else moved.push({ activity, from, to });
    } else if (from !== null) dropped.push(activity);
    else if (to !== null) added.push(activity);
  }
  return { moved, dropped, added, unchanged };
}
