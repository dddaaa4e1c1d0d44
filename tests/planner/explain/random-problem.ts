import fc from "fast-check";
import type { PlanningProblem } from "#app/planner/problem.ts";

const QUARTERS = 6;

type Seeds = { readonly mandatoryShare: number; readonly capacity: number };

/** Small problems without cycles: two staff rows a quarter, one money row, arrows only to later activities. */
export const problems = ({ mandatoryShare, capacity }: Seeds): fc.Arbitrary<PlanningProblem> =>
  fc.integer({ min: 2, max: 7 }).chain((count) =>
    fc
      .record({
        shapes: fc.array(
          fc.record({
            duration: fc.integer({ min: 1, max: 3 }),
            staff: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })),
            cost: fc.integer({ min: 0, max: 6 }),
            value: fc.integer({ min: 1, max: 50 }),
            deadline: fc.integer({ min: 2, max: QUARTERS }),
            chance: fc.double({ min: 0, max: 1, noNaN: true }),
          }),
          { minLength: count, maxLength: count },
        ),
        capacities: fc.array(fc.integer({ min: 0, max: capacity }), { minLength: 2 * QUARTERS, maxLength: 2 * QUARTERS }),
        budget: fc.integer({ min: 0, max: 5 * capacity }),
        arrows: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1), fc.nat(1)), { maxLength: count }),
        excluded: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 1 }),
      })
      .map(({ shapes, capacities, budget, arrows, excluded }) => ({
        quarters: QUARTERS,
        rows: [...capacities, budget].map((each) => ({ capacity: each })),
        activities: shapes.map(({ duration, staff, cost, value, deadline, chance }) => ({
          mandatory: chance < mandatoryShare,
          options: Array.from({ length: Math.max(0, deadline - duration + 1) }, (_, start) => ({
            start,
            end: start + duration,
            mode: 0,
            value: 10 * value - start,
            usage: [
              ...staff.flatMap((amount, team) => Array.from({ length: duration }, (_, quarter) => ({ row: team * QUARTERS + start + quarter, amount }))),
              { row: 2 * QUARTERS, amount: cost },
            ].filter(({ amount }) => amount > 0),
          })),
        })),
        precedences: arrows.flatMap(([predecessor, successor, lag]) => (predecessor < successor ? [{ predecessor, successor, lag }] : [])),
        exclusions: excluded.filter(([first, second]) => first !== second),
        synergies: [],
      })),
  );
