import fc from "fast-check";
import { expect, test } from "vitest";
import { mulberry } from "#app/domain/prioritisation/mulberry.ts";
import { checkSchedule } from "#app/planner/placing/check-schedule.ts";
import { flatten } from "#app/planner/placing/direction.ts";
import { createGenerator } from "#app/planner/placing/generation.ts";
import { keepOrder } from "#app/planner/placing/kept-order.ts";
import { topologicalOrder, type Project } from "#app/planner/placing/project.ts";
import { shorten } from "#app/planner/placing/shorten.ts";
import { createWindowSearch } from "#app/planner/placing/window-search.ts";
import { projects } from "./random-project.ts";

const small = projects.filter(({ durations }) => durations.length <= 6);

/** The shortest makespan there is: some order of the activities gives it. */
function shortestOf(project: Project): number {
  const flat = flatten(project);
  const { serial } = createGenerator(flat);
  const starts = new Int32Array(flat.count);
  const extend = (list: readonly number[]): number => {
    if (list.length === flat.count) return serial(flat.forwards, Int32Array.from(list), starts);
    const open = project.durations.flatMap((_, activity) => (!list.includes(activity) && project.successors.every((after, each) => !after.includes(activity) || list.includes(each)) ? [activity] : []));
    return Math.min(...open.map((activity) => extend([...list, activity])));
  };
  return extend([]);
}

function firstPlacement(project: Project) {
  const flat = flatten(project);
  const starts = new Int32Array(flat.count);
  const makespan = createGenerator(flat).serial(flat.forwards, Int32Array.from(topologicalOrder(project.successors)), starts);
  return { flat, starts, makespan };
}

test("what is called impossible is, and what is found keeps all rules and the deadline", () => {
  fc.assert(
    fc.property(small, fc.nat(3), fc.integer(), (project, less, seed) => {
      const { flat, starts, makespan } = firstPlacement(project);
      const found = new Int32Array(flat.count);
      const deadline = Math.max(0, makespan - less);
      const outcome = createWindowSearch(flat, mulberry(seed))(flat.forwards, starts, new Uint8Array(flat.count).fill(1), deadline, found);
      if (outcome === "found") expect(checkSchedule(project, [...found])).toBeLessThanOrEqual(deadline);
      if (outcome === "impossible") expect(shortestOf(project)).toBeGreaterThan(deadline);
    }),
  );
});

test("a shortened schedule keeps all rules, and a bound that rose is the shortest makespan", () => {
  fc.assert(
    fc.property(small, fc.integer({ min: 0, max: 30 }), fc.integer(), (project, attempts, seed) => {
      const { flat, starts, makespan } = firstPlacement(project);
      const shortened = shorten(flat, mulberry(seed), { placements: [{ starts, isForwards: true, makespan }], bound: 0, attempts });
      const reached = shortened.placement?.makespan ?? makespan;
      if (shortened.placement !== null) expect(checkSchedule(project, [...shortened.placement.starts])).toBe(reached);
      expect(shortened.attempts).toBeLessThanOrEqual(attempts);
      expect(shortened.bound).toBeLessThanOrEqual(shortestOf(project));
      if (shortened.bound > 0) expect(reached).toBe(shortestOf(project));
    }),
  );
});

test("the order that is kept holds for the schedule it was read from", () => {
  fc.assert(
    fc.property(projects, fc.infiniteStream(fc.boolean()), (project, coin) => {
      const { flat, starts } = firstPlacement(project);
      const isFree = Uint8Array.from(project.durations, () => (coin.next().value === true ? 1 : 0));
      const { before, order } = keepOrder(flat, flat.forwards, starts, isFree);
      expect([...order].sort((a, b) => a - b)).toEqual([...project.durations.keys()]);
      before.forEach((list, activity) => list.forEach((each) => expect(starts[each]! + project.durations[each]!).toBeLessThanOrEqual(starts[activity]!)));
    }),
  );
});
