import type { Rating } from "#app/domain/portfolio/portfolio.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, type JsonValue } from "#app/domain/committee/canonical-json.ts";
import { freezeSnapshot, readSnapshot } from "#app/domain/committee/snapshot.ts";
import { aPortfolioOf } from "#tests/support/portfolio.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { aSnapshotMeta } from "#tests/support/snapshot.ts";

describe("canonical JSON", () => {
  it("does not depend on the order in which keys were written, and says the same as JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as JsonValue);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversedKeys(value as JsonValue))).toBe(text);
      }),
    );
  });

  it("refuses what JSON cannot write", () => {
    expect(() => canonicalJson({ share: Number.NaN })).toThrow(RangeError);
  });
});

describe("a frozen version", () => {
  it("reads back as exactly what was written, whatever its size", () => {
    for (const portfolio of [aPortfolioOf(0), aPortfolioOf(60), aRatedPortfolio()]) {
      const text = freezeSnapshot({ meta: aSnapshotMeta(), portfolio });
      const content = readSnapshot(text);
      const said = (ratings: readonly Rating[]) => ratings.map(({ userId: _userId, ...rating }) => JSON.stringify(rating)).sort();
      expect({ ...content?.portfolio, ratings: said(content?.portfolio.ratings ?? []) }).toEqual({ ...portfolio, ratings: said(portfolio.ratings) });
      expect(canonicalJson({ ...content })).toBe(text);
    }
  });

  it("says what was rated, but numbers those who rated within the version", () => {
    const portfolio = aRatedPortfolio();
    const as = (userId: number) => freezeSnapshot({ meta: aSnapshotMeta(), portfolio: { ...portfolio, ratings: portfolio.ratings.map((rating) => ({ ...rating, userId: rating.userId + userId })) } });
    expect(as(1_000)).toBe(as(0));
  });

  it.each([
    ["open", "byGroup", false],
    ["adopted", "anonymous", false],
    ["adopted", "byGroup", true],
    ["adopted", "named", true],
  ] as const)("of a round that is %s and %s tells what each group said: %s", (state, disclosure, told) => {
    const round = { title: "Runde", state, disclosure, adoptedAt: null, adoptedNote: "", places: null };
    const content = readSnapshot(freezeSnapshot({ meta: aSnapshotMeta(), portfolio: { ...aRatedPortfolio(), round } }));
    expect(content?.portfolio.ratings.length === 0).toBe(!told);
    expect(content?.ranking.entries.every((entry) => entry.groupScores.length === 0)).toBe(!told);
    expect(content?.ranking.entries.length).toBeGreaterThan(0);
  });

  it("is not read when it is of another format or damaged", () => {
    const text = freezeSnapshot({ meta: aSnapshotMeta(), portfolio: aPortfolioOf(3) });
    expect(readSnapshot(text.slice(1))).toBeNull();
    expect(readSnapshot(text.replace('"formatVersion":1', '"formatVersion":2'))).toBeNull();
    expect(readSnapshot(text.replace('"status":"', '"status":"un'))).toBeNull();
  });

  it("holds the ranking and the sums with the data they come from", () => {
    const content = readSnapshot(freezeSnapshot({ meta: aSnapshotMeta(), portfolio: aRatedPortfolio() }));
    expect(content?.ranking.entries.map((entry) => entry.measureId)).toEqual([2, 1]);
    expect(content?.ranking.unratedMeasureIds).toEqual([3]);
    expect(content?.resources.years).toEqual([2027, 2028, 2029, 2030]);
    expect(content?.resources.budget.find((cell) => cell.fiscalYear === 2027 && cell.budgetKind === "consumptive")).toMatchObject({
      expense: 2_300_000,
      frame: 2_000_000,
      unknownCount: 1,
    });
  });
});

function reversedKeys(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map((item: JsonValue) => reversedKeys(item));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversedKeys(member as JsonValue)]),
  );
}
