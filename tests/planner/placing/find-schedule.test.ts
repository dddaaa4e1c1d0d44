import fc from "fast-check";
import { expect, test } from "vitest";
import { checkSchedule } from "#app/planner/placing/check-schedule.ts";
import { flatten } from "#app/planner/placing/direction.ts";
import { findSchedule } from "#app/planner/placing/find-schedule.ts";
import { createGenerator } from "#app/planner/placing/generation.ts";
import { findFlaw, topologicalOrder, type Project } from "#app/planner/placing/project.ts";
import { projects } from "./random-project.ts";

/** Two machines of one unit, three pairs of jobs: the critical path is 5 periods, the first machine is busy for 8, and 2 must follow. */
const shop: Project = {
  durations: [0, 3, 2, 2, 3, 3, 2, 0],
  capacities: [1, 1],
  demands: [[0, 0], [1, 0], [0, 1], [1, 0], [0, 1], [1, 0], [0, 1], [0, 0]],
  successors: [[1, 3, 5], [2], [7], [4], [7], [6], [7], []],
};

test("every schedule keeps precedences and capacities, stays above the bound and within the number asked for", () => {
  fc.assert(
    fc.property(projects, fc.integer({ min: 1, max: 80 }), fc.integer(), (project, schedules, seed) => {
      const found = findSchedule(project, { schedules, seed });
      expect(checkSchedule(project, found.starts)).toBe(found.makespan);
      expect(found.makespan).toBeGreaterThanOrEqual(found.bound);
      expect(found.schedules).toBeLessThanOrEqual(schedules);
    }),
    { numRuns: 300 },
  );
});

test("no schedule is shorter than the critical path", () => {
  fc.assert(
    fc.property(projects, (project) => {
      const ends = project.durations.map(() => 0);
      const begins = project.durations.map(() => 0);
      for (const activity of topologicalOrder(project.successors)) {
        ends[activity] = begins[activity]! + project.durations[activity]!;
        for (const next of project.successors[activity]!) begins[next] = Math.max(begins[next]!, ends[activity]!);
      }
      expect(findSchedule(project, { schedules: 60, seed: 1 }).bound).toBeGreaterThanOrEqual(Math.max(...ends));
    }),
  );
});

test("the same seed gives the same schedule", () => {
  fc.assert(
    fc.property(projects, fc.integer(), (project, seed) => {
      const once = findSchedule(project, { schedules: 50, seed });
      expect(findSchedule(project, { schedules: 50, seed })).toEqual(once);
    }),
    { numRuns: 50 },
  );
});

test("all ways of generation keep all rules in both directions", () => {
  fc.assert(
    fc.property(projects, fc.nat(6), (project, delay) => {
      const flat = flatten(project);
      const generator = createGenerator(flat);
      const order = topologicalOrder(project.successors);
      const starts = new Int32Array(flat.count);
      const forwards = [generator.serial(flat.forwards, Int32Array.from(order), starts), checkSchedule(project, [...starts])];
      expect(forwards[1]).toBe(forwards[0]);
      const delayed = generator.parallel(flat.forwards, new Float64Array(flat.count), starts, delay);
      expect(checkSchedule(project, [...starts])).toBe(delayed);
      const packed = generator.packing(flat.forwards, Float64Array.from(project.durations, (duration) => 1 / (1 + duration)), starts);
      expect(checkSchedule(project, [...starts])).toBe(packed);
      const backwards = generator.serial(flat.backwards, Int32Array.from(order.toReversed()), starts);
      expect(checkSchedule(project, project.durations.map((duration, activity) => backwards - starts[activity]! - duration))).toBe(backwards);
      expect(generator.generated()).toBe(4);
    }),
    { numRuns: 200 },
  );
});

test("a small shop is scheduled as short as it can be", () => {
  expect(findSchedule(shop, { schedules: 200, seed: 1 }).makespan).toBe(10);
});

test("a project that cannot be scheduled is named before", () => {
  expect(findFlaw(shop)).toBeNull();
  expect(findFlaw({ ...shop, successors: [[1, 3, 5], [2], [1, 7], [4], [7], [6], [7], []] })).toEqual({ code: "cyclic", activities: [1, 2, 7] });
  expect(findFlaw({ ...shop, capacities: [1, 0] })).toEqual({ code: "tooLarge", activity: 2, resource: 1 });
});

test("the checker refuses what breaks a rule", () => {
  const { starts } = findSchedule(shop, { schedules: 50, seed: 3 });
  expect(checkSchedule(shop, starts.slice(1))).toBeNull();
  expect(checkSchedule(shop, starts.map(() => 0))).toBeNull();
  expect(checkSchedule(shop, starts.with(1, -1))).toBeNull();
  expect(checkSchedule(shop, [0, 0, 3, 0, 5, 5, 8, 10])).toBeNull();
});
