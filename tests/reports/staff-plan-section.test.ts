import { describe, expect, it } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { capacityParts } from "#app/domain/resources/effective-capacity.ts";
import { fteHundredths } from "#app/domain/resources/fte.ts";
import { horizonOf, quartersOf } from "#app/domain/resources/horizon.ts";
import type { Post } from "#app/domain/resources/posts.ts";
import { formatQuarter } from "#app/i18n/format.ts";
import { formatCell, formatValue } from "#app/reports/format.ts";
import type { TableBlock } from "#app/reports/model.ts";
import { aMeasure, aPortfolio, aStaffDemand } from "#tests/support/portfolio.ts";
import { aReport } from "#tests/support/report.ts";
import { aSnapshot } from "#tests/support/snapshot.ts";
import { aPayRate, aPost } from "#tests/support/staff-plan.ts";

const plan = aPortfolio({
  measures: [
    aMeasure({
      startQuarter: quarter("2027-Q1"),
      endQuarter: quarter("2027-Q4"),
      staffDemands: [aStaffDemand({ id: 1, personDays: 75, purpose: "Barrierefreiheit" }), aStaffDemand({ id: 2, personDays: 25, purpose: "" }), aStaffDemand({ id: 3, personDays: null, purpose: "Barrierefreiheit" })],
    }),
    aMeasure({ id: 2, status: "idea", staffDemands: [aStaffDemand({ id: 4, personDays: 900, purpose: "Barrierefreiheit" })] }),
  ],
});
const quarters = quartersOf(horizonOf(plan.municipality));
const version = (posts: readonly Post[]) => aSnapshot(plan, {}, { posts, rates: [aPayRate({ payGrade: "E 11" })], staffing: [], capacities: capacityParts({ entered: [], staffing: [], posts }, [1, 2], quarters) });
const sectionOf = (content: ReturnType<typeof aSnapshot>) => aReport(content).sections.find((section) => section.id === "staffPlan");
const table = (content: ReturnType<typeof aSnapshot>, caption: TableBlock["caption"]) => sectionOf(content)?.blocks.find((block): block is TableBlock => block.kind === "table" && block.caption === caption);

describe("staff plan and need for staff in the report", () => {
  const posts = [
    aPost({ id: 1, title: "Anwendungsbetreuung", payGrade: "E 11", purpose: "Barrierefreiheit", state: "filled", fte: fteHundredths(50) }),
    aPost({ id: 2, title: "Prozesse", payGrade: "", purpose: "", limitedUntil: plainDate("2029-12-31"), yearlyCostCents: null }),
  ];

  it("lists every post with its cost, unknown ones counted and never nothing", () => {
    const found = table(version(posts), "postsTable");
    expect(found?.rows.map((row) => row.map(formatCell))).toEqual([
      ["Anwendungsbetreuung", expect.any(String), "0,5", "E 11", "39.800,00", "besetzt", "unbefristet", "–", "Barrierefreiheit"],
      ["Prozesse", expect.any(String), "1", "–", "k. A.", "beantragt", "31.12.2029", formatQuarter(quarter("2027-Q1")), "–"],
    ]);
    expect(found?.totals[0]?.slice(2, 5).map(formatCell)).toEqual(["1,5", "–", "39.800,00 zzgl. 1 ohne Schätzung"]);
  });

  it("says per purpose and year what is needed at which cost, what is there and what is open; ideas are left out", () => {
    const found = table(version(posts), "needTable");
    const [first] = (found?.rows ?? []).map((row) => row.map(formatCell));
    expect(first).toEqual(["Barrierefreiheit", "2027", "1,5", "119.400,00", "0", "0,5", "39.800,00", "0", "0,00", "1", "1"]);
    expect(found?.rows.map((row) => row.slice(0, 2).map(formatCell).join(" "))).toContain("ohne Zweck 2027");
    expect(found?.totals[0]?.slice(0, 4).map(formatCell)).toEqual(["Summe", "2027", "2", "159.200,00"]);
  });

  it("does not know what the need costs where no post has a cost", () => {
    const found = table(version([]), "needTable");
    expect(found?.rows[0]?.[3] && formatCell(found.rows[0][3])).toBe("k. A.");
  });

  it("says so where there is nothing, and nothing at all in versions from before there was a staff plan", () => {
    const empty = aSnapshot(aPortfolio({ measures: [] }), {}, { posts: [], rates: [], staffing: [], capacities: [] });
    expect(sectionOf(empty)?.blocks.map((block) => (block.kind === "paragraph" ? formatValue(block.text) : block.kind))).toEqual(["Der Stellenplan enthält keine Stelle, und keine Maßnahme nennt einen Bedarf."]);
    expect(sectionOf(aSnapshot(plan))).toBeUndefined();
  });
});
