import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { horizonOf, lastQuarterOf } from "#app/domain/resources/horizon.ts";
import { claimsStaff, type PlanScope } from "#app/domain/resources/plan-scope.ts";
import { demandByQuarter, staffByQuarter } from "#app/domain/resources/staff-by-quarter.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import type { TeamCapacity } from "#app/domain/portfolio/portfolio.ts";
import { aMeasure, aStaffDemand, someTeams } from "#tests/support/portfolio.ts";
import { anyMeasures } from "./planned-measures.ts";

const horizon = horizonOf({ firstFiscalYear: 2027, fiscalHorizon: 4 });
const staff = (measures: readonly Measure[], capacities: readonly TeamCapacity[] = [], scope: PlanScope = "planned") =>
  staffByQuarter({ measures, teams: someTeams(), capacities, horizon, scope });
const capacity = (teamId: number, at: string, personDays: number): TeamCapacity => ({ teamId, quarter: quarter(at), personDays });

describe("staff by quarter", () => {
  test("sets internal demand against capacity and shows external demand apart", () => {
    const measures = [
      aMeasure({ id: 1, staffDemands: [aStaffDemand({ id: 1, basis: "perQuarter", personDays: 30 })] }),
      aMeasure({ id: 2, staffDemands: [aStaffDemand({ id: 2, basis: "total", personDays: 50 }), aStaffDemand({ id: 3, basis: "perQuarter", personDays: 99, staffSource: "external" })] }),
    ];
    const [cell] = staff(measures, [capacity(1, "2027-Q1", 40)]).rows[0]?.cells ?? [];
    expect(cell).toEqual({
      quarter: "2027-Q1",
      capacity: 40,
      internal: 43,
      external: 99,
      overuse: 3,
      unknownCount: 0,
      shares: [
        { measureId: 1, demandId: 1, staffSource: "internal", personDays: 30 },
        { measureId: 2, demandId: 2, staffSource: "internal", personDays: 13 },
        { measureId: 2, demandId: 3, staffSource: "external", personDays: 99 },
      ],
    });
  });

  test("unknown capacity is not zero: there is no over-use to state", () => {
    const cells = staff([aMeasure({ staffDemands: [aStaffDemand()] })], [capacity(1, "2027-Q2", 0)]).rows[0]?.cells;
    expect(cells?.slice(0, 2).map((cell) => [cell.capacity, cell.overuse])).toEqual([
      [null, null],
      [0, 20],
    ]);
  });

  test("an unknown demand is counted and stays out of the sum", () => {
    const [cell] = staff([aMeasure({ staffDemands: [aStaffDemand({ personDays: null })] })]).rows[0]?.cells ?? [];
    expect(cell).toMatchObject({ internal: 0, unknownCount: 1, shares: [{ measureId: 1, personDays: null }] });
  });

  test("teams come in their order, then archived teams still asked for, then units", () => {
    const demands = [aStaffDemand({ id: 1, teamId: null, orgUnitId: 3 }), aStaffDemand({ id: 2, teamId: 77 })];
    expect(staff([aMeasure({ staffDemands: demands })]).rows.map((row) => row.addressee)).toEqual([
      { kind: "team", teamId: 1 },
      { kind: "team", teamId: 2 },
      { kind: "team", teamId: 77 },
      { kind: "unit", orgUnitId: 3 },
    ]);
  });

  test("lists demands without dates apart; a permanent task recurs to the end of the horizon", () => {
    const permanent = { startQuarter: quarter("2030-Q2"), endQuarter: null, permanentTask: true };
    expect(demandByQuarter(permanent, { basis: "perQuarter", personDays: 5 }, lastQuarterOf(horizon))).toHaveLength(3);
    expect(demandByQuarter(permanent, { basis: "total", personDays: 5 }, lastQuarterOf(horizon))).toBeNull();
    const result = staff([aMeasure({ id: 4, startQuarter: null, staffDemands: [aStaffDemand({ id: 8 })] })]);
    expect(result.undated).toEqual([{ measureId: 4, demandId: 8, staffSource: "internal", personDays: 20, addressee: { kind: "team", teamId: 1 } }]);
  });

  test("an implemented measure needs nobody any more unless it has become a permanent task", () => {
    expect(claimsStaff(aMeasure({ status: "implemented" }), "planned")).toBe(false);
    expect(claimsStaff(aMeasure({ status: "implemented", permanentTask: true }), "planned")).toBe(true);
    expect(claimsStaff(aMeasure({ status: "deferred", permanentTask: true }), "all")).toBe(false);
    expect(claimsStaff(aMeasure({ status: "idea" }), "planned")).toBe(false);
  });

  test("a total is handed out in whole days that sum to it", () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 30 }), (personDays, duration) => {
        const measure = { startQuarter: quarter("2027-Q1"), endQuarter: quarter(`${2026 + Math.ceil(duration / 4)}-Q${((duration - 1) % 4) + 1}`), permanentTask: false };
        const days = demandByQuarter(measure, { basis: "total", personDays }, lastQuarterOf(horizon)) ?? [];
        expect(days).toHaveLength(duration);
        expect(days.reduce((sum, each) => sum + (each.personDays ?? 0), 0)).toBe(personDays);
        expect(Math.max(...days.map((each) => each.personDays ?? 0)) - Math.min(...days.map((each) => each.personDays ?? 0))).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("every cell is the sum of its shares", () => {
    fc.assert(
      fc.property(anyMeasures, (measures) => {
        for (const cell of staff(measures, [capacity(1, "2027-Q3", 100)], "all").rows.flatMap((row) => row.cells)) {
          const known = (source: string) => cell.shares.filter((share) => share.staffSource === source).reduce((sum, share) => sum + (share.personDays ?? 0), 0);
          expect([cell.internal, cell.external]).toEqual([known("internal"), known("external")]);
          expect(cell.unknownCount).toBe(cell.shares.filter((share) => share.personDays === null).length);
          expect(cell.overuse).toBe(cell.capacity === null ? null : Math.max(0, cell.internal - cell.capacity));
        }
      }),
    );
  });
});
