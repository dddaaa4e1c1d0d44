import { expect, test } from "vitest";
import { freezeResources } from "#app/domain/committee/freeze-resources.ts";
import { portfolioSchema } from "#app/domain/committee/portfolio-schema.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { euros } from "#app/domain/money/cents.ts";
import { loadPortfolio } from "#db/queries/portfolio.server.ts";
import { fundingWindow, measure, measureTerms } from "#db/schema/index.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const window = { measureId: 1, programme: "Digitale Kommune", opensQuarter: quarter("2027-Q1"), closesQuarter: quarter("2027-Q2"), ratePercent: 50, maxGrantCents: null };

test("a window nobody adopted, or of an archived measure, pays nothing; an adopted one is frozen with the version", () => {
  const db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio());
  const { id } = db.insert(fundingWindow).values(window).returning({ id: fundingWindow.id }).get();
  expect(loadPortfolio(db).adoptedWindows).toBeUndefined();
  expect(freezeResources(loadPortfolio(db)).budget.some((cell) => "earmarked" in cell)).toBe(false);

  db.insert(measureTerms).values({ measureId: 1, fundingWindowId: id }).run();
  const portfolio = loadPortfolio(db);
  expect(portfolioSchema.parse(portfolio).adoptedWindows).toEqual([window]);
  expect(freezeResources(portfolio).budget[1]).toMatchObject({ fiscalYear: 2027, budgetKind: "consumptive", expense: euros(23_000), earmarked: euros(11_500) });

  db.update(measure).set({ archivedAt: "2027-01-01T00:00:00.000Z" }).run();
  expect(loadPortfolio(db).adoptedWindows).toBeUndefined();
});
