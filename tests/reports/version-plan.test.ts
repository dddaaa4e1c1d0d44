import { expect, test } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { versionPlan } from "#app/reports/build/version-plan.ts";
import { aReport } from "#tests/support/report.ts";
import { aMeasure, aPortfolio } from "#tests/support/portfolio.ts";
import { aSnapshot } from "#tests/support/snapshot.ts";

const before = aSnapshot(
  aPortfolio({
    measures: [
      aMeasure({ id: 1, startQuarter: quarter("2027-Q1"), endQuarter: quarter("2027-Q4"), status: "resolved" }),
      aMeasure({ id: 2, startQuarter: quarter("2027-Q1"), endQuarter: quarter("2027-Q4"), status: "planned" }),
    ],
  }),
);
const content = aSnapshot(
  aPortfolio({
    measures: [
      aMeasure({ id: 1, startQuarter: quarter("2027-Q2"), endQuarter: quarter("2028-Q1"), status: "inProgress" }),
      aMeasure({ id: 2, startQuarter: quarter("2027-Q1"), endQuarter: quarter("2027-Q4"), status: "inProgress", deadline: plainDate("2027-12-31"), deadlineReason: "Onlinezugangsgesetz" }),
      aMeasure({ id: 3, startQuarter: quarter("2028-Q1"), endQuarter: quarter("2028-Q4"), status: "resolved" }),
    ],
  }),
);
const submission = { committee: "Hauptausschuss", meetingDate: plainDate("2027-03-04"), submittedAt: "2027-02-01T08:00:00Z" };

test("what moved since the version compared with has a ghost there, and what was resolved stays so once it has begun", () => {
  const { measures } = versionPlan(content, before, null);
  expect(measures.map(({ ghost, resolved }) => ({ ghost, resolved }))).toEqual([
    { ghost: { startQuarter: "2027-Q1", endQuarter: "2027-Q4" }, resolved: true },
    { ghost: null, resolved: false },
    { ghost: null, resolved: true },
  ]);
});

test("the first version has no ghosts", () => {
  expect(versionPlan(content, null, null).measures.every(({ ghost }) => ghost === null)).toBe(true);
});

test("meeting and deadlines are lines in the picture and rows of a table, and the horizons are those of the municipality", () => {
  const { marks, bands } = versionPlan(content, before, submission);
  expect(marks?.map(({ kind, from, label }) => ({ kind, from, label }))).toEqual([
    { kind: "meeting", from: "2027-03-04", label: expect.stringContaining("Hauptausschuss") },
    { kind: "legalDeadline", from: "2027-12-31", label: expect.stringContaining("Onlinezugangsgesetz") },
  ]);
  expect(bands?.map(({ horizon }) => horizon)).toContain("shortTerm");
  const section = aReport(content, before).sections.find(({ id }) => id === "timeline");
  const table = section?.blocks.find((block) => block.kind === "table" && block.caption === "timelineDates");
  expect(table?.kind === "table" && table.rows).toHaveLength(1);
});
