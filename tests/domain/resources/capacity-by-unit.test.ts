import fc from "fast-check";
import { expect, test } from "vitest";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { capacityByUnit } from "#app/domain/resources/capacity-by-unit.ts";
import { capacityParts } from "#app/domain/resources/effective-capacity.ts";
import { aTeamStaffing } from "#tests/support/staff-plan.ts";

const quarters = [quarter("2027-Q1"), quarter("2027-Q2")];
const teams = [
  { id: 1, orgUnitId: 5 },
  { id: 2, orgUnitId: 7 },
  { id: 3, orgUnitId: 5 },
];

test("a unit has what its teams have together, in days and in posts of each team's own days", () => {
  const staffing = [aTeamStaffing({ teamId: 1 }), aTeamStaffing({ id: 2, teamId: 3, personDaysPerFte: 40, baseLoadPercent: 0 })];
  const capacities = capacityParts({ entered: [{ teamId: 2, quarter: quarter("2027-Q2"), personDays: 25 }], staffing, posts: [] }, [1, 2, 3], quarters);
  expect(capacityByUnit({ teams, capacities, staffing, quarters })).toEqual([
    { orgUnitId: 5, teamCount: 2, quarters: quarters.map((each) => ({ quarter: each, personDays: 85 + 80, fte: 170 + 200 })) },
    { orgUnitId: 7, teamCount: 1, quarters: [{ quarter: "2027-Q1", personDays: null, fte: null }, { quarter: "2027-Q2", personDays: 25, fte: 50 }] },
  ]);
});

test("it is unknown as soon as that of one team is, and the sum over units is the sum over teams", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 500 }), { freq: 5 }), { minLength: 6, maxLength: 6 }), (days) => {
      const entered = days.flatMap((personDays, index) => (personDays === null ? [] : [{ teamId: (index % 3) + 1, quarter: quarters[index < 3 ? 0 : 1] ?? quarter("2027-Q1"), personDays }]));
      const capacities = capacityParts({ entered, staffing: [], posts: [] }, [1, 2, 3], quarters);
      for (const { orgUnitId, quarters: found } of capacityByUnit({ teams, capacities, staffing: [], quarters })) {
        const ids = teams.filter((team) => team.orgUnitId === orgUnitId).map((team) => team.id);
        for (const each of found) {
          const totals = ids.map((id) => capacities.find((parts) => parts.teamId === id && parts.quarter === each.quarter)?.total ?? null);
          expect(each.personDays).toBe(totals.includes(null) ? null : totals.reduce((sum: number, total) => sum + (total ?? 0), 0));
        }
      }
    }),
  );
});
