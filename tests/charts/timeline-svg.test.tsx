import { describe, expect, test } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import type { TimelinePlan } from "#app/charts/svg/arrange-timeline.ts";
import type { TimelineHeat } from "#app/domain/planning/timeline-entry.ts";
import { euros } from "#app/domain/money/cents.ts";
import { renderTimelinePages, renderTimelineSvg } from "#app/reports/render/timeline-svg.server.tsx";
import { aDependency, aMeasure, aMilestone, aPortfolio, aPortfolioOf } from "#tests/support/portfolio.ts";

const today = plainDate("2027-08-15");

function smallPortfolio() {
  const q = quarter;
  return aPortfolio({
    measures: [
      aMeasure({ id: 1, title: "E-Akte", startQuarter: q("2027-Q1"), endQuarter: q("2027-Q4"), status: "inProgress", progressPercent: 40, trafficLight: "yellow" }),
      aMeasure({ id: 2, title: "Scannen der Bauakten", startQuarter: q("2027-Q4"), endQuarter: q("2028-Q2"), deadline: plainDate("2028-03-31"), trafficLight: "red" }),
      aMeasure({ id: 3, title: "Rechnungsworkflow mit sehr langem Namen, der in zwei Zeilen steht", startQuarter: q("2028-Q3"), endQuarter: null, status: "idea" }),
      aMeasure({ id: 4, title: "Serviceportal", actionFieldId: 2, startQuarter: q("2026-Q2"), endQuarter: q("2027-Q2"), status: "implemented", trafficLight: "green" }),
      aMeasure({
        id: 5,
        title: "Betrieb <Serviceportal> & mehr",
        actionFieldId: 2,
        permanentTask: true,
        startQuarter: q("2027-Q3"),
        endQuarter: null,
        milestones: [aMilestone({ id: 1, dueDate: plainDate("2027-07-20") }), aMilestone({ id: 2, dueDate: plainDate("2028-02-01") })],
      }),
      aMeasure({ id: 6, title: "Verworfen", status: "rejected" }),
      aMeasure({ id: 7, title: "Ohne Termin", startQuarter: null, endQuarter: null }),
    ],
    dependencies: [
      aDependency({ id: 1, predecessorId: 1, successorId: 2 }),
      aDependency({ id: 2, predecessorId: 2, successorId: 3 }),
      aDependency({ id: 3, predecessorId: 4, successorId: 5 }),
    ],
  });
}

/** The same with everything else a view can show. */
function richPlan(): TimelinePlan {
  const { measures, ...rest } = smallPortfolio();
  const ghosts = new Map([[1, { startQuarter: quarter("2026-Q3"), endQuarter: quarter("2027-Q2") }]]);
  return {
    ...rest,
    measures: measures.map((measure) => ({ ...measure, ghost: ghosts.get(measure.id) ?? null, resolved: measure.id === 2 })),
    marks: [
      { kind: "meeting", from: plainDate("2027-03-28"), to: null, label: "Hauptausschuss", measureIds: [] },
      { kind: "fundingWindow", from: plainDate("2027-10-01"), to: plainDate("2028-03-31"), label: "Förderfenster Smart Cities", measureIds: [1] },
      { kind: "legalDeadline", from: plainDate("2028-12-31"), to: null, label: "OZG", measureIds: [2] },
    ],
    bands: [
      { horizon: "shortTerm", first: quarter("2027-Q1"), last: quarter("2027-Q4") },
      { horizon: "midTerm", first: quarter("2028-Q1"), last: null },
    ],
  };
}

const someHeat: TimelineHeat = {
  teams: [{ id: 1, name: "IT-Team", cells: [{ quarter: quarter("2027-Q1"), demand: 150, unknownCount: 0, capacity: 100 }, { quarter: quarter("2027-Q2"), demand: 40, unknownCount: 1, capacity: 100 }, { quarter: quarter("2027-Q3"), demand: 12, unknownCount: 0, capacity: null }] }],
  budget: [{ kind: "investive", cells: [{ fiscalYear: 2027, expense: euros(90_000), unknownCount: 0, frame: euros(100_000) }] }],
};

const TITLES = /<text[^>]*>([^<]*)/g;
const words = (svg: string) => [...svg.matchAll(TITLES)].map((match) => match[1]).join("\n");

describe("renderTimelineSvg", () => {
  test("timeline-row-per-measure", async () => {
    await expect(renderTimelineSvg(smallPortfolio(), today).svg).toMatchFileSnapshot("snapshots/timeline-row-per-measure.svg");
  });

  test("timeline-packed", async () => {
    await expect(renderTimelineSvg(smallPortfolio(), today, { rows: "packed", lanesBy: "leadUnit" }).svg).toMatchFileSnapshot("snapshots/timeline-packed.svg");
  });

  test.each(["months", "weeks"] as const)("timeline-%s", async (zoom) => {
    const options = { zoom, years: { firstYear: 2027, lastYear: 2027 }, width: 900, withUndated: true, withCaption: true, withDates: true, collapsed: [2], heat: someHeat } as const;
    await expect(renderTimelineSvg(richPlan(), today, options).svg).toMatchFileSnapshot(`snapshots/timeline-${zoom}.svg`);
  });

  test("timeline-whole: marks, horizons, ghosts, what is resolved, staff and money", async () => {
    const { svg } = renderTimelineSvg(richPlan(), today, { withUndated: true, withCaption: true, withDates: true, heat: someHeat });
    await expect(svg).toMatchFileSnapshot("snapshots/timeline-whole.svg");
    const text = words(svg);
    for (const word of ["Stand 15.08.2027", "kurzfristig", "Hauptausschuss", "01.10.2027 bis 31.03.2028: Förderfenster Smart Cities", "31.12.2028: OZG", "ohne Termin", "IT-Team", "150\u00a0%"]) expect(text).toContain(word);
  });

  test.each(["quarters", "months", "weeks"] as const)("daylight saving cannot shift a bar: %s", (zoom) => {
    const zone = process.env["TZ"];
    const draw = (timeZone: string) => {
      process.env["TZ"] = timeZone;
      return renderTimelineSvg(richPlan(), plainDate("2027-03-28"), { zoom }).svg + renderTimelineSvg(richPlan(), plainDate("2027-10-31"), { zoom }).svg;
    };
    try {
      const [utc, ...elsewhere] = ["UTC", "Europe/Berlin", "America/New_York"].map(draw);
      for (const svg of elsewhere) expect(svg).toBe(utc);
    } finally {
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    }
  });

  test("timeline-empty", async () => {
    const picture = renderTimelineSvg(aPortfolio(), today);
    await expect(picture.svg).toMatchFileSnapshot("snapshots/timeline-empty.svg");
    expect(picture.alternative).toContain("Keine Maßnahme ist terminiert.");
  });

  test("is self-contained: no links, styles, scripts, foreign objects or custom properties, numbers of three decimals at most", () => {
    const { svg } = renderTimelineSvg(aPortfolioOf(60), today);
    expect(svg.match(/foreignObject|<style|<script|style=|class=|href=|var\(|undefined|NaN|Infinity/)).toBeNull();
    expect(svg.match(/="[^"]*\d\.\d{4,}/)).toBeNull();
    expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" ')).toBe(true);
  });

  test("titles are text, whatever they contain, and rejected measures are left out", () => {
    const { svg } = renderTimelineSvg(smallPortfolio(), today);
    expect(svg).toContain("Betrieb &lt;Serviceportal&gt; &amp; mehr");
    expect(svg).not.toContain("Verworfen");
  });
});

describe("renderTimelinePages", () => {
  test("no picture is higher than asked for, each says which sheet it is, the legend stands on the last", () => {
    const pages = renderTimelinePages(aPortfolioOf(60), today, 640);
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page.height).toBeLessThanOrEqual(640);
      expect(page.alternative).toContain(`Blatt ${index + 1} von ${pages.length}`);
      expect(words(page.svg).includes("Idee oder vorgeschlagen")).toBe(index === pages.length - 1);
    }
  });
});
