import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import type { Criterion, Rating } from "#app/domain/portfolio/portfolio.ts";
import { compareRounds } from "#app/domain/prioritisation/compare-rounds.ts";
import { areBounds, derivedLevel } from "#app/domain/prioritisation/derivation.ts";
import { placeByHand } from "#app/domain/prioritisation/place-by-hand.ts";
import { rankMeasures } from "#app/domain/prioritisation/rank-measures.ts";
import { freezeRound, rankRound, readRound, type RoundData, type RoundGroup } from "#app/domain/prioritisation/round-content.ts";
import { mayStillRate } from "#app/domain/prioritisation/round.ts";

const criterion = (id: number, weight: number): Criterion => ({ id, name: `K${id}`, question: "", weight, reversed: false, position: id, levels: [] });
const group = (id: number, weight: number): RoundGroup => ({ id, name: `G${id}`, kind: "politics", weight, position: id, ratesUntil: null, weightingMethod: "standard" });
const rating = (measureId: number, criterionId: number, userId: number, raterGroupId: number, value: number | null): Rating => ({ measureId, criterionId, userId, raterGroupId, value });
const round = (parts: Partial<RoundData> = {}): RoundData => ({
  measures: [1, 2, 3].map((id) => ({ id, title: `M${id}`, deadline: null })),
  criteria: [criterion(1, 50), criterion(2, 50)],
  raterGroups: [group(1, 50), group(2, 50)],
  groupWeights: [],
  pairwise: [],
  ratings: [rating(1, 1, 7, 1, 4), rating(1, 2, 7, 1, 0), rating(2, 1, 7, 1, 0), rating(2, 2, 7, 1, 4), rating(1, 1, 8, 2, 4), rating(1, 2, 8, 2, 0), rating(2, 1, 8, 2, 0), rating(2, 2, 8, 2, 4)],
  overrides: [],
  ...parts,
});

describe("groups with weights of their own", () => {
  it("count with them; the common score is the weighted mean of the groups' scores when everybody rated everything", () => {
    // Group 1 sees only criterion 1, group 2 shares it 3 : 1. M1: 100 and 75; M2: 0 and 25.
    const data = round({ groupWeights: [{ raterGroupId: 1, criterionId: 1, weight: 100 }, { raterGroupId: 2, criterionId: 1, weight: 75 }, { raterGroupId: 2, criterionId: 2, weight: 25 }] });
    const { entries } = rankMeasures(data);
    expect(entries.map((entry) => [entry.measureId, entry.scoreTenths])).toEqual([[1, 875], [2, 125]]);
    expect(entries[0]?.groupScores.map((each) => each.scoreTenths)).toEqual([1000, 750]);
    expect(entries[0]?.contributions.map((each) => each.contributionTenths)).toEqual([875, 0]);
  });

  it("that give nothing a weight take the round's", () => {
    const zero = round({ groupWeights: [{ raterGroupId: 1, criterionId: 1, weight: 0 }] });
    expect(rankMeasures(zero)).toEqual(rankMeasures(round()));
  });

  it("with the round's own weights change nothing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 4 }), (first, second, value) => {
        const criteria = [criterion(1, first), criterion(2, second)];
        const ratings = [...round().ratings, rating(3, 1, 7, 1, value)];
        const same = [1, 2].flatMap((raterGroupId) => criteria.map(({ id, weight }) => ({ raterGroupId, criterionId: id, weight })));
        const order = (data: RoundData) => rankMeasures(data).entries.map((entry) => entry.measureId);
        expect(order(round({ criteria, ratings, groupWeights: same }))).toEqual(order(round({ criteria, ratings })));
      }),
    );
  });
});

describe("a place given by hand", () => {
  const computed = [5, 6, 7, 8].map((measureId, index) => ({ measureId, position: index + 1, overrideReason: null }));
  const order = (overrides: Parameters<typeof placeByHand>[1]) => placeByHand(computed, overrides).map((entry) => entry.measureId);

  it("is taken exactly, with its reason; the others keep their order", () => {
    expect(order([{ measureId: 8, position: 1, reason: "gesetzliche Frist 31.12.2027" }])).toEqual([8, 5, 6, 7]);
    expect(order([{ measureId: 5, position: 3, reason: "wartet" }])).toEqual([6, 7, 5, 8]);
    expect(order([{ measureId: 5, position: 99, reason: "zuletzt" }])).toEqual([6, 7, 8, 5]);
    expect(order([{ measureId: 8, position: 2, reason: "a" }, { measureId: 7, position: 2, reason: "b" }])).toEqual([5, 7, 8, 6]);
    expect(order([{ measureId: 77, position: 1, reason: "unbekannt" }])).toEqual([5, 6, 7, 8]);
  });

  it("keeps every measure once, and the order of all that nobody touched", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ measureId: fc.integer({ min: 5, max: 8 }), position: fc.integer({ min: 1, max: 6 }), reason: fc.constant("x") }), { maxLength: 4 }), (overrides) => {
        const placed = placeByHand(computed, overrides);
        expect(placed.map((entry) => entry.measureId).sort()).toEqual([5, 6, 7, 8]);
        expect(placed.map((entry) => entry.position)).toEqual([1, 2, 3, 4]);
        const touched = new Set(overrides.map((each) => each.measureId));
        expect(placed.filter((entry) => !touched.has(entry.measureId)).map((entry) => entry.measureId)).toEqual([5, 6, 7, 8].filter((id) => !touched.has(id)));
      }),
    );
  });
});

describe("a closed round", () => {
  const meta = { title: "Runde", question: "", openedAt: "2026-01-01T00:00:00.000Z", closedAt: "2026-02-01T00:00:00.000Z" };
  const freeze = (disclosure: "named" | "byGroup" | "anonymous", data = round()) => readRound(freezeRound({ meta: { ...meta, disclosure }, data, names: new Map([[7, "Jana"], [8, "Cem"]]) }));

  it("recomputes to the result it was closed with", () => {
    const content = freeze("byGroup", round({ overrides: [{ measureId: 2, position: 1, reason: "Frist" }] }));
    if (content === null) throw new Error("unreadable");
    expect(rankRound(content).entries.map(({ measureId, position, scoreTenths }) => [measureId, position, scoreTenths])).toEqual(content.result.entries.map(({ measureId, position, scoreTenths }) => [measureId, position, scoreTenths]));
    expect(content.result.entries[0]).toMatchObject({ measureId: 2, overrideReason: "Frist", computedPosition: 2 });
    expect(content.result.unratedMeasureIds).toEqual([3]);
  });

  it("names its raters only where the round says so, and nobody's account number ever", () => {
    expect(freeze("named")?.raters).toEqual([{ userId: 1, name: "Jana" }, { userId: 2, name: "Cem" }]);
    for (const disclosure of ["byGroup", "anonymous"] as const) {
      const content = freeze(disclosure);
      expect(content?.raters).toEqual([]);
      expect(content?.ratings.every((each) => each.userId !== 7 && each.userId !== 8)).toBe(true);
    }
  });

  it("is refused when it is no content", () => {
    expect([readRound("{}"), readRound("x"), readRound("null")]).toEqual([null, null, null]);
  });
});

describe("two rounds beside each other", () => {
  it("say who rose, because of which criterion, and what is new or gone", () => {
    const before = round();
    const after = round({
      measures: [1, 2].map((id) => ({ id, title: `M${id}`, deadline: null })),
      ratings: [...before.ratings.filter((each) => each.measureId === 2), rating(1, 1, 7, 1, 0), rating(1, 2, 7, 1, 0)],
    });
    const { changes, added, dropped } = compareRounds(before, after);
    expect(changes.map(({ measureId, rise }) => [measureId, rise])).toEqual([[2, 1], [1, -1]]);
    expect(changes[1]?.causes).toEqual([{ criterionId: 1, name: "K1", changeTenths: -500 }]);
    expect([added, dropped]).toEqual([[], []]);
    expect(compareRounds(after, round({ ratings: [...before.ratings, rating(3, 1, 7, 1, 1)] })).added).toEqual([{ measureId: 3, title: "M3", position: 3 }]);
  });
});

describe("smaller rules", () => {
  it("a group rates until the end of its last day while the round is open", () => {
    const until = { ratesUntil: plainDate("2027-03-31") };
    expect(mayStillRate({ state: "open" }, until, plainDate("2027-03-31"))).toBe(true);
    expect(mayStillRate({ state: "open" }, until, plainDate("2027-04-01"))).toBe(false);
    expect(mayStillRate({ state: "open" }, { ratesUntil: null }, plainDate("2099-01-01"))).toBe(true);
    expect(mayStillRate({ state: "closed" }, { ratesUntil: null }, plainDate("2027-01-01"))).toBe(false);
  });

  it("a figure becomes a level by its bounds; an unknown figure becomes none", () => {
    const derivation = { source: "annualSavings", bounds: [1, 500_000, 2_500_000, 10_000_000] } as const;
    expect([0, 1, 499_999, 500_000, 2_500_000, 99_999_999].map((figure) => derivedLevel(derivation, figure))).toEqual([0, 1, 1, 2, 3, 4]);
    expect(derivedLevel(derivation, null)).toBeNull();
    expect([areBounds([1, 2, 3, 4]), areBounds([1, 2, 2, 4]), areBounds([1, 2, 3]), areBounds([-1, 2, 3, 4])]).toEqual([true, false, false, false]);
  });
});
