import fc from "fast-check";
import { addQuarters, quarter } from "#app/domain/calendar/quarter.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import { budgetKinds, cashDirections, costProfiles, costRhythms, demandBases, measureStatuses, staffSources } from "#app/domain/measures/vocabulary.ts";
import { cents } from "#app/domain/money/cents.ts";
import { aCostItem, aMeasure, aStaffDemand } from "#tests/support/portfolio.ts";

/** Any measures with any costs and demands: dated inside or outside the horizon, half dated, undated, known or unknown. */
export const anyMeasures: fc.Arbitrary<Measure[]> = fc
  .array(
    fc.record({
      status: fc.constantFrom(...measureStatuses),
      permanentTask: fc.boolean(),
      start: fc.option(fc.integer({ min: -6, max: 20 }), { freq: 6 }),
      duration: fc.option(fc.integer({ min: 1, max: 12 }), { freq: 6 }),
      costs: fc.array(
        fc.record({
          rhythm: fc.constantFrom(...costRhythms),
          profile: fc.constantFrom(...costProfiles),
          budgetKind: fc.constantFrom(...budgetKinds),
          direction: fc.constantFrom(...cashDirections),
          budgetProduct: fc.constantFrom("", "1111", "1115"),
          budgetAccount: fc.constantFrom("", "528100", "783200"),
          amount: fc.option(fc.integer({ min: 0, max: 1_000_000_000 }), { freq: 6 }),
        }),
        { maxLength: 4 },
      ),
      demands: fc.array(
        fc.record({
          addressee: fc.constantFrom({ teamId: 1, orgUnitId: null }, { teamId: 2, orgUnitId: null }, { teamId: null, orgUnitId: 3 }),
          basis: fc.constantFrom(...demandBases),
          staffSource: fc.constantFrom(...staffSources),
          personDays: fc.option(fc.integer({ min: 0, max: 500 }), { freq: 6 }),
        }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 6 },
  )
  .map((list) =>
    list.map(({ start, duration, costs, demands, ...each }, index) => {
      const startQuarter = start === null ? null : addQuarters(quarter("2027-Q1"), start);
      return aMeasure({
        ...each,
        id: index + 1,
        startQuarter,
        endQuarter: startQuarter === null || duration === null ? null : addQuarters(startQuarter, duration - 1),
        costItems: costs.map(({ amount, ...cost }, at) => aCostItem({ ...cost, id: index * 10 + at, amountCents: amount === null ? null : cents(amount) })),
        staffDemands: demands.map(({ addressee, ...demand }, at) => aStaffDemand({ ...demand, ...addressee, id: index * 10 + at })),
      });
    }),
  );
