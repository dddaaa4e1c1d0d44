import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addQuarters, quarter } from "#app/domain/calendar/quarter.ts";
import { budgetKinds, cashDirections, costProfiles, costRhythms, demandBases, measureStatuses, staffSources } from "#app/domain/measures/vocabulary.ts";
import { cents } from "#app/domain/money/cents.ts";
import { moveShare } from "#app/domain/planning/move-share.ts";
import type { AdoptedWindow } from "#app/domain/resources/earmarked-grants.ts";
import { heatOf } from "#tests/support/heat.ts";
import { aCostItem, aMeasure, aStaffDemand } from "#tests/support/portfolio.ts";

const q = quarter;
const years = { firstYear: 2027, lastYear: 2029 };
const teams = [1, 2].map((id) => ({ id, orgUnitId: 2, name: `Team ${id}`, position: id }));
const costArb = fc
  .record({ rhythm: fc.constantFrom(...costRhythms), budgetKind: fc.constantFrom(...budgetKinds), direction: fc.constantFrom(...cashDirections), profile: fc.constantFrom(...costProfiles), amount: fc.option(fc.nat(1_000_003)), budgetAccount: fc.constantFrom("5281", "7831") })
  .map(({ amount, ...rest }) => aCostItem({ ...rest, amountCents: amount === null ? null : cents(amount) }));
const demandArb = fc.record({ teamId: fc.constantFrom(1, 2), basis: fc.constantFrom(...demandBases), personDays: fc.option(fc.nat(400)), staffSource: fc.constantFrom(...staffSources) }).map((rest) => aStaffDemand({ ...rest, orgUnitId: null }));
const placeArb = fc.record({ at: fc.nat(18), length: fc.option(fc.nat(8)) }).map(({ at, length }) => {
  const startQuarter = addQuarters(q("2026-Q1"), at);
  return { startQuarter, endQuarter: length === null ? null : addQuarters(startQuarter, length) };
});
const measureArb = fc
  .record({ status: fc.constantFrom(...measureStatuses), permanentTask: fc.boolean(), costItems: fc.array(costArb, { maxLength: 3 }), staffDemands: fc.array(demandArb, { maxLength: 3 }), granted: fc.boolean() })
  .map(({ granted, costItems, staffDemands, ...rest }) => {
    const measure = aMeasure({ ...rest, costItems: costItems.map((item, index) => ({ ...item, id: index + 1 })), staffDemands: staffDemands.map((demand, index) => ({ ...demand, id: index + 1 })) });
    const window: AdoptedWindow = { measureId: measure.id, programme: "Digital.Bund", opensQuarter: q("2027-Q1"), closesQuarter: q("2028-Q2"), ratePercent: 37, maxGrantCents: cents(500_000) };
    return { measure, window: granted ? window : null };
  });

describe("a measure's share of the strip", () => {
  test("is what the strip holds of it, at every place", () => {
    fc.assert(
      fc.property(measureArb, placeArb, ({ measure, window }, place) => {
        const placed = [{ ...measure, ...place }];
        const heat = heatOf({ measures: placed, teams, capacities: [], budgetFrames: [] }, years, window === null ? [] : [window]);
        const share = moveShare({ ...measure, window }, place, years);
        for (const { id, cells } of heat.teams) {
          for (const { quarter: at, demand, unknownCount } of cells) {
            const own = share.staff.find((cell) => cell.teamId === id && cell.quarter === at);
            expect([own?.demand ?? 0, own?.unknownCount ?? 0]).toEqual([demand, unknownCount]);
          }
        }
        for (const { kind, cells } of heat.budget) {
          for (const { fiscalYear, expense, unknownCount } of cells) {
            const own = share.budget.find((cell) => cell.kind === kind && cell.fiscalYear === fiscalYear);
            expect([own?.expense ?? 0, own?.unknownCount ?? 0]).toEqual([expense, unknownCount]);
          }
        }
      }),
    );
  });
});
