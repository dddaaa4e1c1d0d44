import fc from "fast-check";
import { expect, test } from "vitest";
import { groupRanges } from "#app/domain/prioritisation/group-range.ts";
import { rankMeasures } from "#app/domain/prioritisation/rank-measures.ts";
import { aRankable, someDeadline } from "#tests/support/level-tables.ts";

const criteria = [{ id: 1, name: "Nutzen", question: "", weight: 100, reversed: false, position: 1, levels: [] }];
const raterGroups = [
  { id: 1, name: "Verwaltung", kind: "administration" as const, weight: 50, position: 1 },
  { id: 2, name: "Politik", kind: "politics" as const, weight: 50, position: 2 },
  { id: 3, name: "Gäste", kind: "politics" as const, weight: 0, position: 3 },
];

/** Each group's level of every measure; null where it gives none. */
function rangesOf(levels: ReadonlyArray<ReadonlyArray<number | null>>, deadlines: ReadonlyArray<string | null> = []) {
  const measures = levels.map((_, index) => aRankable(index + 1, deadlines[index] ?? null));
  const ratings = levels.flatMap((byGroup, index) => byGroup.map((value, group) => ({ measureId: index + 1, criterionId: 1, userId: group + 1, raterGroupId: group + 1, value })));
  const ranking = rankMeasures({ measures, criteria, raterGroups, ratings });
  return { ranking, ranges: groupRanges({ ranking, measures, groups: raterGroups }) };
}

test("opposite orders are named where they are a third of all places apart; a group without weight disagrees with nobody", () => {
  const { ranges } = rangesOf([[4, 0, 4], [3, 1, 4], [2, 2, 0], [1, 3, 4], [0, 4, 4]]);
  expect(ranges.get(1)?.dissent).toEqual({ highest: { raterGroupId: 1, place: 1 }, lowest: { raterGroupId: 2, place: 5 } });
  expect(ranges.get(2)?.dissent).toBeNull();
  expect(ranges.get(3)).toEqual({
    views: [
      { raterGroupId: 1, scoreTenths: 500, position: 3 },
      { raterGroupId: 2, scoreTenths: 500, position: 3 },
      { raterGroupId: 3, scoreTenths: 0, position: 5 },
    ],
    scores: { lowest: 500, highest: 500 },
    dissent: null,
  });
  expect(ranges.get(5)?.dissent).toEqual({ highest: { raterGroupId: 2, place: 1 }, lowest: { raterGroupId: 1, place: 5 } });
});

test("a group that rated nothing has no place and hides nobody's disagreement", () => {
  const { ranges } = rangesOf([[4, null], [3, null]]);
  expect(ranges.get(1)).toMatchObject({ views: [{ position: 1 }, { scoreTenths: null, position: null }, { position: null }], scores: { lowest: 1000, highest: 1000 }, dissent: null });
});

test("every group's places are a permutation, and the common score lies within the range of the groups with weight", () => {
  const level = fc.option(fc.integer({ min: 0, max: 4 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.tuple(level, level), someDeadline), { maxLength: 8 }), (rows) => {
      const { ranking, ranges } = rangesOf(rows.map(([levels]) => levels), rows.map(([, deadline]) => deadline));
      for (const group of [0, 1]) {
        const places = [...ranges.values()].flatMap((range) => range.views[group]?.position ?? []).sort((a, b) => a - b);
        expect(places).toEqual(places.map((_, index) => index + 1));
      }
      for (const { measureId, scoreTenths } of ranking.entries) {
        const scores = ranges.get(measureId)?.scores;
        expect(scoreTenths).toBeGreaterThanOrEqual(scores?.lowest ?? Infinity);
        expect(scoreTenths).toBeLessThanOrEqual(scores?.highest ?? -Infinity);
      }
    }),
  );
});
