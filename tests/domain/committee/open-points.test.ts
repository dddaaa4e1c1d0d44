import { describe, expect, it } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { keyFigures } from "#app/domain/committee/key-figures.ts";
import { openPoints } from "#app/domain/committee/open-points.ts";
import { missesDeadline } from "#app/domain/planning/reschedule.ts";
import { aDependency, aMeasure, aPortfolio, aStaffDemand } from "#tests/support/portfolio.ts";
import { aSnapshot } from "#tests/support/snapshot.ts";

const codesOf = (...args: Parameters<typeof aSnapshot>) => openPoints(aSnapshot(...args)).map((point) => point.code);

describe("the open points of a version", () => {
  it.each([
    ["2027-10-15", false],
    ["2027-12-31", false],
    ["2027-09-30", true],
  ])("name a missed deadline of %s by the same rule as timeline and move", (day, missed) => {
    const measure = aMeasure({ endQuarter: quarter("2027-Q4"), deadline: plainDate(day), deadlineReason: "Gesetz" });
    expect(missesDeadline(measure.endQuarter, measure.deadline)).toBe(missed);
    expect(codesOf(aPortfolio({ measures: [measure] })).includes("deadlineMissed")).toBe(missed);
  });

  it.each([
    ["planned", true],
    ["implemented", false],
    ["rejected", false],
    ["deferred", false],
  ] as const)("count a predecessor that is %s as holding up: %s, as the start page does", (status, held) => {
    const measures = [
      aMeasure({ id: 1, status, startQuarter: quarter("2027-Q1"), endQuarter: quarter("2028-Q4") }),
      aMeasure({ id: 2, startQuarter: quarter("2027-Q1"), endQuarter: quarter("2027-Q4") }),
    ];
    expect(codesOf(aPortfolio({ measures, dependencies: [aDependency()] })).includes("startsTooEarly")).toBe(held);
  });
});

describe("the key figures of a version", () => {
  it("count missing staff estimates only of measures that still need staff", () => {
    const unknown = [aStaffDemand({ personDays: null })];
    const measures = [aMeasure({ id: 1, staffDemands: unknown }), aMeasure({ id: 2, status: "implemented", staffDemands: [aStaffDemand({ id: 2, personDays: null })] })];
    expect(keyFigures(aSnapshot(aPortfolio({ measures }))).unknownStaff).toBe(1);
  });
});
