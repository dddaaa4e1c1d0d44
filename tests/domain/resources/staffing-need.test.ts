import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { capacityParts, type CapacitySources } from "#app/domain/resources/effective-capacity.ts";
import { quartersOf } from "#app/domain/resources/horizon.ts";
import { staffingNeed } from "#app/domain/resources/staffing-need.ts";
import { aMeasure, aStaffDemand, someTeams } from "#tests/support/portfolio.ts";
import { aPost, aTeamStaffing } from "#tests/support/staff-plan.ts";

const horizon = { firstYear: 2027, lastYear: 2028 };
const quarters = quartersOf(horizon);
const entered = quarters.map((each) => ({ teamId: 1, quarter: each, personDays: 50 }));
const need = (measures: Parameters<typeof staffingNeed>[0]["measures"], sources: Partial<CapacitySources> = {}) => {
  const all = { entered: [], staffing: [], posts: [], ...sources };
  return staffingNeed({ measures, teams: someTeams(), capacities: capacityParts(all, [1, 2], quarters), staffing: all.staffing, horizon, scope: "planned" });
};

describe("staffing need", () => {
  const measure = aMeasure({
    startQuarter: quarter("2027-Q1"),
    endQuarter: quarter("2027-Q4"),
    staffDemands: [
      aStaffDemand({ personDays: 75, purpose: "Barrierefreiheit" }),
      aStaffDemand({ id: 2, personDays: 25, staffSource: "external", purpose: "Barrierefreiheit" }),
      aStaffDemand({ id: 3, personDays: null }),
    ],
  });

  it("is the mean of the quarters in posts, bought-in work apart, unknown demands counted once a year", () => {
    const { teams, purposes, measures } = need([measure], { entered });
    expect(teams[0]?.years).toMatchObject([
      { fiscalYear: 2027, internal: 150, external: 50, unknownCount: 1, present: 100, newPosts: 0, missing: 50 },
      { fiscalYear: 2028, internal: 0, external: 0, unknownCount: 0, present: 100, missing: 0 },
    ]);
    expect(purposes.map(({ purpose, years }) => [purpose, years[0]?.internal, years[0]?.unknownCount])).toEqual([["Barrierefreiheit", 150, 0], ["", 0, 1]]);
    expect(measures.map(({ measureId, purpose }) => [measureId, purpose])).toEqual([[1, "Barrierefreiheit"], [1, ""]]);
  });

  it("does not let spare days of one quarter make up for another's shortage", () => {
    const peak = aMeasure({ startQuarter: quarter("2027-Q2"), endQuarter: quarter("2027-Q2"), staffDemands: [aStaffDemand({ basis: "total", personDays: 150 })] });
    expect(need([peak], { entered }).teams[0]?.years[0]).toMatchObject({ internal: 75, present: 100, missing: 50 });
  });

  it("shrinks by posts to come", () => {
    expect(need([measure], { entered, posts: [aPost({ fromQuarter: quarter("2027-Q3") })] }).teams[0]?.years[0]).toMatchObject({ present: 100, newPosts: 50, missing: 25 });
  });

  it("says unknown where nobody knows the capacity of a quarter with demand, and nothing missing without demand", () => {
    expect(need([measure]).teams.map(({ years }) => [years[0]?.present, years[0]?.missing])).toEqual([[null, null], [null, 0]]);
  });

  it("reckons with the days of the team's own staffing", () => {
    const staffing = [aTeamStaffing({ personDaysPerFte: 60, absencePercent: 50, baseLoadPercent: 0 })];
    expect(need([measure], { staffing }).teams[0]?.years[0]).toMatchObject({ internal: 250, present: 200, missing: 50 });
  });

  it("counts demands without dates and keeps them out", () => {
    expect(need([aMeasure({ startQuarter: null, endQuarter: null, staffDemands: [aStaffDemand()] })])).toMatchObject({ undatedCount: 1, purposes: [] });
  });

  it("law: the purposes' demands are the teams' demands, up to rounding", () => {
    const someMeasure = fc.record({ start: fc.constantFrom(...quarters), days: fc.nat(200), purpose: fc.constantFrom("", "A", "B"), teamId: fc.constantFrom(1, 2) });
    fc.assert(
      fc.property(fc.array(someMeasure, { maxLength: 8 }), (list) => {
        const measures = list.map(({ start, days, purpose, teamId }, id) => aMeasure({ id, startQuarter: start, endQuarter: quarter("2028-Q4"), staffDemands: [aStaffDemand({ id, personDays: days, purpose, teamId })] }));
        const { teams, purposes, measures: ofMeasures } = need(measures);
        const sum = (rows: ReadonlyArray<{ years: ReadonlyArray<{ internal: number }> }>) => rows.reduce((total, row) => total + row.years.reduce((all, year) => all + year.internal, 0), 0);
        expect(Math.abs(sum(teams) - sum(purposes))).toBeLessThanOrEqual(5);
        expect(Math.abs(sum(teams) - sum(ofMeasures))).toBeLessThanOrEqual(9);
      }),
    );
  });
});
