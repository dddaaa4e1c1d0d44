import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { rankMeasures, type RankableMeasure } from "#app/domain/prioritisation/rank-measures.ts";
import type { Criterion, RaterGroup, Rating } from "#app/domain/portfolio/portfolio.ts";

const criterion = (id: number, weight: number, reversed = false): Criterion => ({ id, name: `K${id}`, question: "", weight, reversed, position: id, levels: [] });
const group = (id: number, weight: number): RaterGroup => ({ id, name: `G${id}`, kind: "administration", weight, position: id });
const rating = (measureId: number, criterionId: number, userId: number, raterGroupId: number, value: number | null): Rating => ({
  measureId,
  criterionId,
  userId,
  raterGroupId,
  value,
});
const measure = (id: number, deadline: string | null = null): RankableMeasure => ({ id, deadline: deadline === null ? null : plainDate(deadline) });

describe("a ranking by hand", () => {
  const criteria = [criterion(1, 60), criterion(2, 40, true)];
  const raterGroups = [group(1, 50), group(2, 50)];

  test("weighs group means, turns reversed criteria round, and shows what each criterion gives", () => {
    const ranking = rankMeasures({
      measures: [measure(1)],
      criteria,
      raterGroups,
      // Criterion 1: groups 3.5 and 2 -> 2.75. Criterion 2 reversed: 4-1=3 -> 3.
      ratings: [rating(1, 1, 1, 1, 4), rating(1, 1, 2, 1, 3), rating(1, 1, 3, 2, 2), rating(1, 2, 1, 1, 1)],
    });
    const [entry] = ranking.entries;
    // 100/4 * (0.6*2.75 + 0.4*3) = 71.25 -> 71.3; contributions 41.25 and 30.
    expect(entry?.scoreTenths).toBe(713);
    expect(entry?.contributions.map((each) => each.contributionTenths)).toEqual([413, 300]);
    expect(entry?.contributions.map((each) => each.meanUnits)).toEqual([27_500, 30_000]);
    // Group 1 alone: 25 * (0.6*3.5 + 0.4*3) = 82.5; group 2 judged criterion 1 only: 25 * 2 = 50.
    expect(entry?.groupScores).toEqual([
      { raterGroupId: 1, scoreTenths: 825 },
      { raterGroupId: 2, scoreTenths: 500 },
    ]);
    expect(entry).toMatchObject({ position: 1, coveredWeight: 100, totalWeight: 100, missingCount: 1, expectedCount: 4 });
  });

  test("a criterion nobody could judge leaves the basis instead of counting as zero", () => {
    const ratings = [rating(1, 1, 1, 1, 4), rating(1, 2, 1, 1, null)];
    const [entry] = rankMeasures({ measures: [measure(1)], criteria, raterGroups, ratings }).entries;
    expect(entry).toMatchObject({ scoreTenths: 1000, coveredWeight: 60, totalWeight: 100, missingCount: 3 });
    expect(entry?.contributions.map((each) => each.contributionTenths)).toEqual([1000, null]);
  });

  test("a measure nobody could judge has no score and no position", () => {
    const ranking = rankMeasures({ measures: [measure(1), measure(2)], criteria, raterGroups, ratings: [rating(1, 1, 1, 1, 0), rating(2, 1, 1, 1, null)] });
    expect(ranking.entries.map((entry) => [entry.measureId, entry.scoreTenths])).toEqual([[1, 0]]);
    expect(ranking.unrated).toEqual([{ measureId: 2, missingCount: 4, expectedCount: 4 }]);
  });

  test("equal scores are ordered by deadline, none last, then by id, and say so", () => {
    const measures = [measure(4), measure(3), measure(2, "2027-06-30"), measure(1, "2028-01-01")];
    const ranking = rankMeasures({ measures, criteria, raterGroups, ratings: [1, 2, 3, 4].map((id) => rating(id, 1, 1, 1, 2)) });
    expect(ranking.entries.map((entry) => [entry.measureId, entry.tieBrokenBy])).toEqual([
      [2, null],
      [1, "deadline"],
      [3, "deadline"],
      [4, "id"],
    ]);
  });

  test("without criteria, or with weights that are all zero, nothing is ranked", () => {
    const ratings = [rating(1, 1, 1, 1, 4)];
    expect(rankMeasures({ measures: [measure(1)], criteria: [], raterGroups, ratings }).entries).toEqual([]);
    expect(rankMeasures({ measures: [measure(1)], criteria: [criterion(1, 0)], raterGroups, ratings }).unrated).toHaveLength(1);
    expect(rankMeasures({ measures: [measure(1)], criteria, raterGroups: [group(1, 0)], ratings }).unrated).toHaveLength(1);
    expect(rankMeasures({ measures: [], criteria, raterGroups, ratings })).toEqual({ entries: [], unrated: [] });
  });
});

const answer = fc.constantFrom("missing" as const, null, 0, 1, 2, 3, 4);

const inputs = fc
  .record({
    deadlines: fc.array(fc.constantFrom(null, "2027-03-31", "2028-12-31"), { maxLength: 6 }),
    weights: fc.array(fc.record({ weight: fc.integer({ min: 0, max: 100 }), reversed: fc.boolean() }), { maxLength: 5 }),
    groupWeights: fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 3 }),
    answers: fc.array(answer, { minLength: 180, maxLength: 180 }),
  })
  .map(({ deadlines, weights, groupWeights, answers }) => {
    const measures = deadlines.map((deadline, index) => measure(index + 1, deadline));
    const criteria = weights.map((each, index) => criterion(index + 1, each.weight, each.reversed));
    const raterGroups = groupWeights.map((weight, index) => group(index + 1, weight));
    const ratings: Rating[] = [];
    let next = 0;
    for (const each of measures)
      for (const one of criteria)
        for (const by of raterGroups)
          for (const member of [1, 2]) {
            const value = answers[next++ % answers.length];
            if (value !== undefined && value !== "missing") ratings.push(rating(each.id, one.id, by.id * 10 + member, by.id, value));
          }
    return { measures, criteria, raterGroups, ratings };
  });

const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
const withShuffles = inputs.chain((input) =>
  fc.record({
    input: fc.constant(input),
    measures: shuffled(input.measures),
    ratings: shuffled(input.ratings),
  }),
);
describe("laws of the ranking", () => {
  test("every measure stands once, ranked or unrated, in positions 1 to n and falling scores", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { entries, unrated } = rankMeasures(input);
        expect([...entries, ...unrated].map((entry) => entry.measureId).sort()).toEqual(input.measures.map((each) => each.id));
        expect(entries.map((entry) => entry.position)).toEqual(entries.map((_, index) => index + 1));
        entries.forEach((entry, index) => expect(entry.scoreTenths).toBeLessThanOrEqual(entries[index - 1]?.scoreTenths ?? 1000));
      }),
    );
  });

  test("contributions are not negative and sum to the score", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        for (const entry of rankMeasures(input).entries) {
          const parts = entry.contributions.map((each) => each.contributionTenths ?? 0);
          expect(parts.every((part) => part >= 0)).toBe(true);
          expect(parts.reduce((total, part) => total + part, 0)).toBe(entry.scoreTenths);
        }
      }),
    );
  });

  test("the order of the input does not matter", () => {
    fc.assert(
      fc.property(withShuffles, ({ input, measures, ratings }) => {
        expect(rankMeasures({ ...input, measures, ratings })).toEqual(rankMeasures(input));
      }),
    );
  });

  test("a better rating never lowers the measure it is given to", () => {
    fc.assert(
      fc.property(inputs, fc.nat(), (input, pick) => {
        const known = input.ratings.filter((each) => each.value !== null);
        const chosen = known[pick % Math.max(1, known.length)];
        if (chosen === undefined || chosen.value === null) return;
        const reversed = input.criteria.find((each) => each.id === chosen.criterionId)?.reversed ?? false;
        const better = chosen.value + (reversed ? -1 : 1);
        if (better < 0 || better > 4) return;
        const before = rankMeasures(input).entries.find((entry) => entry.measureId === chosen.measureId);
        const ratings = input.ratings.map((each) => (each === chosen ? { ...each, value: better } : each));
        const after = rankMeasures({ ...input, ratings }).entries.find((entry) => entry.measureId === chosen.measureId);
        if (before === undefined) return;
        expect(after?.scoreTenths).toBeGreaterThanOrEqual(before.scoreTenths);
        expect(after?.position).toBeLessThanOrEqual(before.position);
      }),
    );
  });

  test("a group of weight zero changes neither order nor score nor contribution", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const judged = ({ entries, unrated }: ReturnType<typeof rankMeasures>) => ({
          entries: entries.map(({ groupScores: _groups, contributions, ...entry }) => ({
            ...entry,
            contributions: contributions.map(({ criterionId, contributionTenths, meanUnits }) => ({ criterionId, contributionTenths, meanUnits })),
          })),
          unrated,
        });
        const withoutIt = { ...input, raterGroups: input.raterGroups.filter((each) => each.id !== 1) };
        const weightless = { ...input, raterGroups: input.raterGroups.map((each) => (each.id === 1 ? { ...each, weight: 0 } : each)) };
        expect(judged(rankMeasures(weightless))).toEqual(judged(rankMeasures(withoutIt)));
      }),
    );
  });

  test("multiplying all criterion weights changes nothing but the weights", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const doubled = { ...input, criteria: input.criteria.map((each) => ({ ...each, weight: each.weight * 2 })) };
        const scores = (given: typeof input) => rankMeasures(given).entries.map((entry) => [entry.measureId, entry.scoreTenths]);
        expect(scores(doubled)).toEqual(scores(input));
      }),
    );
  });
});
