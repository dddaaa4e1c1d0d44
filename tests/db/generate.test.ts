import { expect, it } from "vitest";
import { loadPortfolio } from "#db/queries/portfolio.server.ts";
import { generatePortfolio } from "#db/seed/generate.ts";
import { generatedUsers } from "#db/seed/generated-foundation.ts";
import { storePortfolio } from "#db/seed/store-portfolio.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";

it("the same seed gives the same municipality, another seed another", () => {
  expect(generatePortfolio({ count: 40, seed: 1 })).toEqual(generatePortfolio({ count: 40, seed: 1 }));
  expect(generatePortfolio({ count: 40, seed: 2 }).measures).not.toEqual(generatePortfolio({ count: 40, seed: 1 }).measures);
});

it("a generated municipality satisfies every rule of the database and reads back as it was made", () => {
  const db = emptyDatabase();
  const portfolio = generatePortfolio({ count: 300, seed: 7 });
  storePortfolio(db, portfolio, generatedUsers("hash"));
  const { ratings, ...rest } = loadPortfolio(db);
  const { ratings: expectedRatings, ...expected } = portfolio;
  expect(rest).toEqual({ ...expected, groupWeights: [], overrides: [], round: { title: "Priorisierung", state: "open", disclosure: "byGroup", adoptedAt: null, adoptedNote: "", places: null } });
  expect(ratings).toHaveLength(expectedRatings.length);
  expect(db.$client.prepare("SELECT count(*) FROM user WHERE is_demonstration").pluck().get()).toBe(0);
});

it("has the gaps of a real list: unknown amounts, missing dates, missing units", () => {
  const { measures } = generatePortfolio({ count: 200, seed: 3 });
  expect(measures.some((measure) => measure.startQuarter === null)).toBe(true);
  expect(measures.some((measure) => measure.leadUnitId === null)).toBe(true);
  expect(measures.some((measure) => measure.costItems.some((item) => item.amountCents === null))).toBe(true);
});
