import { expect, test } from "vitest";
import { rankPortfolio } from "#app/domain/prioritisation/rank-portfolio.ts";
import { aMeasure } from "#tests/support/portfolio.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";

const round = { title: "Priorisierung 2026", state: "adopted", disclosure: "byGroup", adoptedAt: "2026-07-07T08:00:00.000Z", adoptedNote: "Rat" } as const;
const place = (measureId: number, position: number, overrideReason: string | null = null) => ({ measureId, position, computedPosition: position, overrideReason });

test("after closing every measure keeps its place: implemented since, beside one archived since, and before what came later", () => {
  const portfolio = aRatedPortfolio();
  const measures = [...portfolio.measures.map((measure) => (measure.id === 2 ? { ...measure, status: "implemented" as const } : measure)), aMeasure({ id: 9, title: "Später erfasst" })];
  // Place 1 belongs to a measure that is archived by now.
  const ranking = rankPortfolio({ ...portfolio, measures, round: { ...round, places: [place(77, 1), place(1, 2, "gesetzliche Frist"), place(2, 3)] } });
  expect(ranking.entries.map((entry) => [entry.measureId, entry.position, entry.overrideReason])).toEqual([
    [1, 2, "gesetzliche Frist"],
    [2, 3, null],
  ]);
  expect(ranking.unrated.map((entry) => entry.measureId).sort()).toEqual([3, 9]);
});

test("while the round is open places are computed of what competes", () => {
  const portfolio = aRatedPortfolio();
  const open = rankPortfolio({ ...portfolio, round: { ...round, state: "open", adoptedAt: null, places: null } });
  expect(open).toEqual(rankPortfolio(portfolio));
});
