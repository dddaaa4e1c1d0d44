import { describe, expect, test } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
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

const TITLES = /<text[^>]*>([^<]*)/g;
const words = (svg: string) => [...svg.matchAll(TITLES)].map((match) => match[1]).join("\n");

describe("renderTimelineSvg", () => {
  test("timeline-row-per-measure", async () => {
    await expect(renderTimelineSvg(smallPortfolio(), today).svg).toMatchFileSnapshot("snapshots/timeline-row-per-measure.svg");
  });

  test("timeline-packed", async () => {
    await expect(renderTimelineSvg(smallPortfolio(), today, { rows: "packed", lanesBy: "leadUnit" }).svg).toMatchFileSnapshot("snapshots/timeline-packed.svg");
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
