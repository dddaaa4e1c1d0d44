import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { staffByQuarter } from "#app/domain/resources/staff-by-quarter.ts";
import { staffByUnit } from "#app/domain/resources/staff-by-unit.ts";
import { aMeasure, aStaffDemand } from "#tests/support/portfolio.ts";
import { anyMeasures } from "./planned-measures.ts";

const teams = [
  { id: 1, orgUnitId: 2, name: "Fachverfahren", position: 1 },
  { id: 2, orgUnitId: 2, name: "Netze", position: 2 },
  { id: 3, orgUnitId: 3, name: "Bürgerbüro", position: 3 },
];
const horizon = { firstYear: 2027, lastYear: 2027 };
const q = quarter("2027-Q1");
const rowsOf = (measures: Parameters<typeof staffByQuarter>[0]["measures"], capacities: Array<{ teamId: number; quarter: typeof q; personDays: number }>) =>
  staffByQuarter({ measures, teams, capacities, horizon, scope: "all" }).rows;

describe("staff by unit", () => {
  const measure = aMeasure({ staffDemands: [aStaffDemand({ personDays: 60 }), aStaffDemand({ id: 2, teamId: 2, personDays: 10 }), aStaffDemand({ id: 3, teamId: null, orgUnitId: 2, personDays: 5 })] });

  it("adds the teams of a unit and what is asked of it without a team", () => {
    const units = staffByUnit(rowsOf([measure], [{ teamId: 1, quarter: q, personDays: 40 }, { teamId: 2, quarter: q, personDays: 30 }]), teams);
    expect(units.map((unit) => unit.orgUnitId)).toEqual([2, 3]);
    expect(units[0]?.cells[0]).toMatchObject({ quarter: "2027-Q1", capacity: 70, internal: 75, overuse: 5, unknownCount: 0 });
    expect(units[0]?.cells[0]?.shares.map((share) => share.demandId)).toEqual([1, 2, 3]);
  });

  it("does not know the capacity of a unit while one of its teams' is unknown, nor of a unit without teams", () => {
    const [it] = staffByUnit(rowsOf([measure], [{ teamId: 1, quarter: q, personDays: 40 }]), teams);
    expect(it?.cells[0]).toMatchObject({ capacity: null, overuse: null, internal: 75 });
    const ofUnit = aMeasure({ staffDemands: [aStaffDemand({ teamId: null, orgUnitId: 9 })] });
    expect(staffByUnit(rowsOf([ofUnit], []), teams).at(-1)).toMatchObject({ orgUnitId: 9, cells: [{ capacity: null, internal: 20 }, {}, {}, {}] });
  });

  it("law: no demand is lost or counted twice", () => {
    fc.assert(
      fc.property(anyMeasures, (measures) => {
        const rows = rowsOf(measures, []);
        const total = (list: ReadonlyArray<{ cells: ReadonlyArray<{ internal: number; external: number; unknownCount: number }> }>) =>
          list.flatMap((row) => row.cells).reduce((sum, cell) => ({ internal: sum.internal + cell.internal, external: sum.external + cell.external, unknown: sum.unknown + cell.unknownCount }), { internal: 0, external: 0, unknown: 0 });
        const known = rows.filter(({ addressee }) => addressee.kind === "unit" || teams.some((team) => team.id === addressee.teamId));
        expect(total(staffByUnit(rows, teams))).toEqual(total(known));
      }),
    );
  });
});
