import fc from "fast-check";
import { expect, test } from "vitest";
import { flatten, useOf } from "#app/planner/placing/direction.ts";
import { createGenerator } from "#app/planner/placing/generation.ts";
import { createMembers, fittest, type Member } from "#app/planner/placing/member.ts";
import { topologicalOrder, type Project } from "#app/planner/placing/project.ts";
import { projects } from "./random-project.ts";

/** Three jobs of 3, 3 and 6 periods that share nothing, between two milestones. */
const free: Project = { durations: [0, 3, 3, 6, 0], capacities: [4], demands: [[0], [1], [1], [1], [0]], successors: [[1, 2, 3], [4], [4], [4], []] };

function membersOf(project: Project) {
  const flat = flatten(project);
  return createMembers(flat, useOf(flat));
}

test("of equally long schedules the one with less in use at the end ranks first", () => {
  const member = membersOf(free);
  const list = Int32Array.of(0, 1, 2, 3, 4);
  const early = member(list, Int32Array.of(0, 0, 0, 0, 6), 6);
  const late = member(list, Int32Array.of(0, 3, 3, 0, 6), 6);
  const longer = member(list, Int32Array.of(0, 0, 0, 3, 9), 9);
  expect(early.length).toBeLessThan(late.length);
  expect(fittest([longer, late, early], 2)).toEqual([early, late]);
});

test("equal schedules count once, and no more are taken than asked for", () => {
  const member = membersOf(free);
  const starts = Int32Array.of(0, 0, 0, 0, 6);
  const [once, twice] = [member(Int32Array.of(0, 1, 2, 3, 4), starts, 6), member(Int32Array.of(0, 3, 2, 1, 4), starts, 6)];
  expect(once.mark).toBe(twice.mark);
  expect(fittest([once, twice], 5)).toHaveLength(1);
  expect(fittest([], 5)).toEqual([]);
});

test("a member is a list for the other direction, and no longer there than it was", () => {
  fc.assert(
    fc.property(projects, (project) => {
      const flat = flatten(project);
      const generator = createGenerator(flat);
      const list = Int32Array.from(topologicalOrder(project.successors));
      const starts = new Int32Array(flat.count);
      const makespan = generator.serial(flat.forwards, list, starts);
      const member: Member = membersOf(project)(list, starts, makespan);
      const place = new Map([...member.list].map((activity, index) => [activity, index]));
      expect(place.size).toBe(flat.count);
      project.successors.forEach((after, activity) => after.forEach((next) => expect(place.get(next)!).toBeLessThan(place.get(activity)!)));
      expect(generator.serial(flat.backwards, member.list, starts)).toBeLessThanOrEqual(makespan);
    }),
  );
});
