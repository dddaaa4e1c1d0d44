import fc from "fast-check";
import type { Project } from "#app/planner/placing/project.ts";

/** Small projects without a flaw: arrows only lead to later activities, and no activity needs more than there is. */
export const projects: fc.Arbitrary<Project> = fc.record({ count: fc.integer({ min: 1, max: 14 }), resources: fc.integer({ min: 0, max: 3 }) }).chain(({ count, resources }) =>
  fc
    .record({
      durations: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: count, maxLength: count }),
      capacities: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: resources, maxLength: resources }),
      shares: fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: resources, maxLength: resources }), { minLength: count, maxLength: count }),
      arrows: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 2 * count }),
    })
    .map(({ durations, capacities, shares, arrows }) => ({
      durations,
      capacities,
      demands: shares.map((row) => row.map((share, resource) => Math.round(share * (capacities[resource] ?? 0)))),
      successors: durations.map((_, activity) => [...new Set(arrows.flatMap(([from, to]) => (from === activity && to > from ? [to] : [])))]),
    })),
);
