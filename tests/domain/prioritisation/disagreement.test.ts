import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { combineWeights } from "#app/domain/prioritisation/combined-weights.ts";
import { explainDifference, findDisagreements as findInRanking } from "#app/domain/prioritisation/disagreement.ts";
import { rankRound, type RoundData } from "#app/domain/prioritisation/round-content.ts";

const criterion = (id: number, weight: number, reversed = false) => ({ id, name: `K${id}`, question: "", weight, reversed, position: id, levels: [] });
const group = (id: number, weight: number) => ({ id, name: `G${id}`, kind: "administration" as const, weight, position: id, ratesUntil: null, weightingMethod: "standard" as const });
const rating = (measureId: number, criterionId: number, raterGroupId: number, value: number | null) => ({ measureId, criterionId, userId: raterGroupId, raterGroupId, value });
const round = (data: Partial<RoundData>): RoundData => ({ measures: [], criteria: [], raterGroups: [], groupWeights: [], pairwise: [], ratings: [], overrides: [], ...data });

const findDisagreements = (data: RoundData, groupIds: readonly number[]) => findInRanking(data, rankRound(data), groupIds);

describe("disagreement by hand", () => {
  const data = round({
    measures: [1, 2, 3].map((id) => ({ id, title: `M${id}`, deadline: null })),
    criteria: [criterion(1, 60), criterion(2, 40, true)],
    raterGroups: [group(1, 50), group(2, 50), group(3, 0)],
    ratings: [
      // 25 * (0.6*4 + 0.4*3) = 90 against 25 * (0.6*1 + 0.4*2) = 35; the third group has no weight.
      ...[rating(1, 1, 1, 4), rating(1, 2, 1, 1), rating(1, 1, 2, 1), rating(1, 2, 2, 2), rating(1, 1, 3, 0)],
      // Only one group judged.
      rating(2, 1, 1, 4),
      // 100 on the first criterion alone against 25 * (0.6*4 + 0.4*0) = 60: the criterion only the second could judge pulls it down.
      ...[rating(3, 1, 1, 4), rating(3, 2, 1, null), rating(3, 1, 2, 4), rating(3, 2, 2, 4)],
    ],
  });

  test("is the range of the group scores, the largest first, with the criterion that adds most", () => {
    expect(findDisagreements(data, [1, 2, 3]).map(({ measureId, range }) => [measureId, range?.tenths ?? null, range?.highest.raterGroupId, range?.lowest.raterGroupId, range?.cause?.criterionId])).toEqual([
      [1, 550, 1, 2, 1],
      [3, 400, 1, 2, 2],
      [2, null, undefined, undefined, undefined],
    ]);
    expect(findDisagreements(data, [1, 2])[0]?.range?.cause).toEqual({ criterionId: 1, highest: { meanUnits: 40_000, share: 0.6 }, lowest: { meanUnits: 10_000, share: 0.6 } });
    expect(findDisagreements(data, [1, 2])[1]?.range?.cause).toEqual({ criterionId: 2, highest: null, lowest: { meanUnits: 0, share: 0.4 } });
  });

  test("says nothing of groups that are not to be compared", () => {
    for (const row of findDisagreements(data, [2])) {
      expect(row.range).toBeNull();
      expect(row.groupScores.map((score) => score.raterGroupId)).toEqual([2]);
    }
    expect(findDisagreements(data, []).every((row) => row.groupScores.length === 0)).toBe(true);
  });
});

const answers = fc.array(fc.constantFrom("missing" as const, null, 0, 1, 2, 3, 4), { minLength: 30, maxLength: 60 });
const rounds = fc
  .record({
    measureCount: fc.integer({ min: 0, max: 4 }),
    criteria: fc.array(fc.record({ weight: fc.integer({ min: 0, max: 100 }), reversed: fc.boolean() }), { minLength: 1, maxLength: 4 }),
    groups: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 4 }),
    own: fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 8 }),
    answers,
  })
  .map(({ measureCount, criteria, groups, own, answers: given }) => {
    const measures = Array.from({ length: measureCount }, (_, index) => ({ id: index + 1, title: "", deadline: null }));
    const all = criteria.map((each, index) => criterion(index + 1, each.weight, each.reversed));
    const raterGroups = groups.map((weight, index) => group(index + 1, weight));
    let next = 0;
    const ratings = measures.flatMap(({ id }) =>
      all.flatMap((one) =>
        raterGroups.flatMap((by) => {
          const value = given[next++ % given.length];
          return value === undefined || value === "missing" ? [] : [rating(id, one.id, by.id, value)];
        }),
      ),
    );
    const groupWeights = own.map((weight, index) => ({ raterGroupId: (index % 2) + 1, criterionId: Math.floor(index / 2) + 1, weight }));
    return round({ measures, criteria: all, raterGroups, ratings, groupWeights });
  });
const ids = (data: RoundData) => data.raterGroups.map((each) => each.id);

describe("laws of disagreement", () => {
  test("it lies between 0 and 100 points and is 0 exactly when all groups have the same score", () => {
    fc.assert(
      fc.property(rounds, (data) => {
        for (const { range, groupScores } of findDisagreements(data, ids(data))) {
          const known = groupScores.flatMap((score) => score.scoreTenths ?? []);
          expect(range === null).toBe(known.length < 2);
          if (range === null) continue;
          expect(range.tenths >= 0 && range.tenths <= 1000).toBe(true);
          expect(range.tenths === 0).toBe(new Set(known).size === 1);
        }
      }),
    );
  });

  test("comparing one group more never lowers it", () => {
    fc.assert(
      fc.property(rounds, (data) => {
        const fewer = new Map(findDisagreements(data, ids(data).slice(1)).map((row) => [row.measureId, row.range?.tenths ?? 0]));
        for (const { measureId, range } of findDisagreements(data, ids(data))) expect(range?.tenths ?? 0).toBeGreaterThanOrEqual(fewer.get(measureId) ?? 0);
      }),
    );
  });

  test("every ranked measure stands once, the largest first, whatever the order of the groups", () => {
    fc.assert(
      fc.property(rounds, (data) => {
        const rows = findDisagreements(data, ids(data));
        expect(rows.map((row) => row.position).sort((a, b) => a - b)).toEqual(rankRound(data).entries.map((entry) => entry.position));
        rows.forEach((row, index) => expect(row.range?.tenths ?? -1).toBeLessThanOrEqual(rows[index - 1]?.range?.tenths ?? (index === 0 ? 1000 : -1)));
        const turned = findDisagreements({ ...data, raterGroups: [...data.raterGroups].reverse() }, ids(data));
        expect(turned.map((row) => [row.measureId, row.range?.tenths])).toEqual(rows.map((row) => [row.measureId, row.range?.tenths]));
      }),
    );
  });

  test("the parts of a difference sum to it, and its cause is the largest of them", () => {
    fc.assert(
      fc.property(rounds, (data) => {
        const { withinGroup } = combineWeights(data);
        const entries = new Map(rankRound(data).entries.map((entry) => [entry.measureId, entry]));
        for (const { measureId, range } of findDisagreements(data, ids(data))) {
          if (range === null || range.tenths === 0) continue;
          const parts = explainDifference(entries.get(measureId)?.contributions ?? [], range.highest.raterGroupId, range.lowest.raterGroupId, withinGroup);
          // Scores are rounded to tenths of a point: the difference by at most one of them.
          expect(Math.abs(parts.reduce((sum, each) => sum + each.part, 0) * 250 - range.tenths)).toBeLessThanOrEqual(1.001);
          expect(parts.find((each) => each.criterionId === range.cause?.criterionId)?.part).toBe(Math.max(...parts.map((each) => each.part)));
        }
      }),
    );
  });
});
