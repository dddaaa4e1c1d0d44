import { expect, test } from "vitest";
import { loadPortfolio } from "#db/queries/portfolio.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { aPortfolioOf } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

test("a stored portfolio is loaded as it was", () => {
  const db = emptyDatabase();
  const portfolio = aPortfolioOf(30);
  storePortfolio(db, portfolio);
  expect(loadPortfolio(db)).toEqual({ ...portfolio, groupWeights: [], overrides: [] });
});
