import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Comparison, OptionRating } from "#app/domain/comparisons/comparison.ts";
import { costOverYears, readPosts } from "#app/domain/comparisons/option-costs.ts";
import { rankOptions } from "#app/domain/comparisons/rank-options.ts";
import { contentOfTemplate, templateKeys } from "#app/domain/comparisons/templates.ts";
import { cents } from "#app/domain/money/cents.ts";

const criterion = (id: number, weight: number, reversed = false) => ({ id, name: `Kriterium ${id}`, question: "", weight, reversed, position: id, levels: [] });
const option = (id: number) => ({ id, name: `Variante ${id}`, description: "", oneOffCents: null, yearlyCents: null, postHundredths: null });
const rating = (userId: number, optionId: number, criterionId: number, value: number | null): OptionRating => ({ userId, optionId, criterionId, value, note: "" });

describe("the ranking of options", () => {
  it("is computed as for measures: 100 · Σ weight·mean / (4 · Σ weight), every person counting the same", () => {
    const comparison = { criteria: [criterion(1, 30), criterion(2, 10, true)], options: [option(7), option(5)] };
    const ratings = [rating(1, 7, 1, 2), rating(1, 7, 2, 4), rating(1, 5, 1, 3), rating(1, 5, 2, 0), rating(2, 5, 1, 4), rating(2, 5, 2, null)];
    const { entries, raterCount } = rankOptions(comparison, ratings);
    // Option 5: (30·3.5 + 10·4) / (4·40) = 90.625 %; option 7: (30·2 + 10·0) / 160 = 37.5 %.
    expect(entries.map(({ optionId, scoreTenths, lowestTenths, highestTenths }) => [optionId, scoreTenths, lowestTenths, highestTenths])).toEqual([
      [5, 906, 813, 1000],
      [7, 375, 375, 375],
    ]);
    expect(entries.map((entry) => [entry.missingCount, entry.expectedCount])).toEqual([[1, 4], [2, 4]]);
    expect(raterCount).toBe(2);
  });

  it("keeps the listed order where points are equal, whatever the numbers of the rows", () => {
    const { entries } = rankOptions({ criteria: [criterion(1, 1)], options: [option(9), option(3)] }, [rating(1, 3, 1, 2), rating(1, 9, 1, 2)]);
    expect(entries.map(({ optionId, position, isTied }) => [optionId, position, isTied])).toEqual([[9, 1, false], [3, 2, true]]);
  });

  it("says which place an option would have if all criteria weighed the same, those of weight 0 left out", () => {
    const comparison = { criteria: [criterion(1, 90), criterion(2, 10), criterion(3, 0)], options: [option(1), option(2)] };
    const ratings = [rating(1, 1, 1, 3), rating(1, 1, 2, 0), rating(1, 1, 3, 0), rating(1, 2, 1, 2), rating(1, 2, 2, 4), rating(1, 2, 3, 4)];
    expect(rankOptions(comparison, ratings).entries.map(({ optionId, positionUnderEqualWeights }) => [optionId, positionUnderEqualWeights])).toEqual([[1, 2], [2, 1]]);
    expect(rankOptions(comparison, []).entries).toEqual([]);
    expect(rankOptions(comparison, []).unratedIds).toEqual([1, 2]);
  });

  it("says which single weight has to move how far to change the first place", () => {
    const comparison = { criteria: [criterion(1, 60), criterion(2, 40)], options: [option(5), option(8), option(6)] };
    const of = (optionId: number, first: number, second: number) => [rating(1, optionId, 1, first), rating(1, optionId, 2, second)];
    // 4x + 1·(1 − x) = 2x + 3·(1 − x) at x = 1/2: the first weight falls from 60 to 50 percent, or the second rises from 40 to 50.
    expect(rankOptions(comparison, [...of(5, 4, 1), ...of(8, 2, 3), ...of(6, 0, 2)]).firstPlace).toEqual({ kind: "byWeight", criterionId: 1, challengerId: 8, nowPermille: 600, thenPermille: 500 });
    expect(rankOptions(comparison, [...of(5, 4, 3), ...of(8, 2, 2)]).firstPlace).toEqual({ kind: "never" });
    expect(rankOptions(comparison, [...of(5, 2, 2), ...of(8, 2, 2)]).firstPlace).toEqual({ kind: "tied" });
    expect(rankOptions(comparison, of(5, 2, 2)).firstPlace).toBeNull();
  });

  it("gives every rated option one place, and parts that sum to its points", () => {
    const values = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }), fc.option(fc.integer({ min: 0, max: 4 }))), { maxLength: 40 });
    fc.assert(
      fc.property(values, fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }), (given, weights) => {
        const comparison: Pick<Comparison, "criteria" | "options"> = { criteria: weights.map((weight, index) => criterion(index + 1, weight, index === 1)), options: [1, 2, 3, 4].map(option) };
        const unique = new Map(given.map(([userId, optionId, criterionId, value]) => [`${userId}-${optionId}-${criterionId}`, rating(userId, optionId, criterionId, value)]));
        const { entries, unratedIds } = rankOptions(comparison, [...unique.values()]);
        expect([...entries.map((entry) => entry.optionId), ...unratedIds].sort()).toEqual([1, 2, 3, 4]);
        expect(entries.map((entry) => entry.position)).toEqual(entries.map((_entry, index) => index + 1));
        for (const entry of entries) {
          expect(entry.contributions.reduce((sum, part) => sum + (part.contributionTenths ?? 0), 0)).toBe(entry.scoreTenths);
          expect(entry.lowestTenths).toBeLessThanOrEqual(entry.highestTenths);
        }
      }),
    );
  });
});

describe("cost and posts", () => {
  it("sums one-off and yearly cost over the years, and counts what is unknown instead of taking it for 0", () => {
    expect(costOverYears({ oneOffCents: cents(1_000), yearlyCents: cents(250) }, 5)).toEqual({ known: 2_250, unknownCount: 0 });
    expect(costOverYears({ oneOffCents: null, yearlyCents: cents(250) }, 4)).toEqual({ known: 1_000, unknownCount: 1 });
    expect(costOverYears({ oneOffCents: null, yearlyCents: null }, 4)).toEqual({ known: 0, unknownCount: 2 });
  });

  it.each([
    ["1,5", 150],
    ["10,50", 1050],
    ["0,25", 25],
    ["2", 200],
    ["1.5", null],
    ["-1", null],
    ["1,555", null],
    ["anderthalb", null],
  ])("reads %s posts as %s hundredths", (text, hundredths) => {
    expect(readPosts(text)).toBe(hundredths);
  });
});

describe("templates", () => {
  it.each(templateKeys)("%s names no figure, explains all levels, and its weights make 100", (key) => {
    const { options, criteria } = contentOfTemplate(key);
    for (const { oneOffCents, yearlyCents, postHundredths } of options) expect([oneOffCents, yearlyCents, postHundredths]).toEqual([null, null, null]);
    for (const { levels } of criteria) expect(levels.filter((sentence) => sentence !== "")).toHaveLength(5);
    expect(criteria.reduce((sum, each) => sum + each.weight, 0)).toBe(100);
    expect(new Set(criteria.map((each) => each.name)).size).toBe(criteria.length);
  });

  it("offers the five forms of organisation and room for an own one", () => {
    expect(contentOfTemplate("digitalOrganisation").options.map((each) => each.name)).toEqual(["Digitales Büro", "Fachdienst", "Zentrale Koordinierungsstelle", "Digitalbeauftragte*r", "Stabsstelle", "Eigener Vorschlag"]);
  });
});
