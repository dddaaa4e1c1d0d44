import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ratioOfIntensity, nearestIntensity, type JudgedPair } from "#app/domain/prioritisation/judged-pair.ts";
import { ACCEPTABLE_CONSISTENCY_RATIO, pairwiseWeights, weightsOfMatrix, type PairwiseWeights } from "#app/domain/prioritisation/pairwise-weights.ts";

/** The upper triangle row by row, as books print it: 4 for four times, −4 for a quarter. */
function judged(count: number, upper: readonly number[]): { ids: number[]; judgements: JudgedPair[] } {
  const ids = Array.from({ length: count }, (_, index) => index + 1);
  const pairs = ids.flatMap((firstCriterionId) => ids.slice(firstCriterionId).map((secondCriterionId) => ({ firstCriterionId, secondCriterionId })));
  expect(pairs).toHaveLength(upper.length);
  return { ids, judgements: pairs.map((pair, index) => ({ ...pair, intensity: upper[index]! - Math.sign(upper[index]!) })) };
}

function complete(input: Parameters<typeof pairwiseWeights>[0]): PairwiseWeights {
  const result = pairwiseWeights(input);
  if (!result.isComplete) throw new Error("comparisons are missing");
  return result;
}

const rounded = (values: readonly number[], digits: number) => values.map((value) => Number(value.toFixed(digits)));

describe("published examples", () => {
  // Saaty, "How to make a decision: the analytic hierarchy process", European Journal of Operational Research 48 (1990), 9–26, table 2.
  test("buying a house: priorities and consistency ratio to 3 decimals", () => {
    const result = complete(
      judged(8, [
        ...[5, 3, 7, 6, 6, -3, -4],
        ...[-3, 5, 3, 3, -5, -7],
        ...[6, 3, 4, 6, -5],
        ...[-3, -4, -7, -8],
        ...[-2, -5, -6],
        ...[-5, -6],
        ...[-2],
      ]),
    );
    expect(rounded(result.weights, 3)).toEqual([0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333]);
    expect(rounded([result.principalEigenvalue, result.consistencyIndex, result.consistencyRatio], 3)).toEqual([9.669, 0.238, 0.169]);
    expect(result.consistencyRatio).toBeGreaterThan(ACCEPTABLE_CONSISTENCY_RATIO);
    // Neighbourhood (3) was judged 6 times condition (7), although size (1) was judged 3 times neighbourhood and a third of condition.
    expect(result.mostInconsistent).toMatchObject({ aId: 1, bId: 3, cId: 7, first: 3, second: 6, direct: 1 / 3, fittingIntensity: 8 });
  });

  // The same paper, table 3: the three houses by size, yard, modern facilities and general condition.
  test.each([
    { by: "size", upper: [6, 8, 4], weights: [0.754, 0.181, 0.065], eigenvalue: 3.136, index: 0.068, ratio: 0.117 },
    { by: "yard", upper: [5, 4, -3], weights: [0.674, 0.101, 0.226], eigenvalue: 3.086, index: 0.043, ratio: 0.074 },
    { by: "modern facilities", upper: [8, 6, -5], weights: [0.747, 0.06, 0.193], eigenvalue: 3.197, index: 0.099, ratio: 0.17 },
    { by: "condition", upper: [-2, -2, 1], weights: [0.2, 0.4, 0.4], eigenvalue: 3, index: 0, ratio: 0 },
  ])("three houses by $by, to 3 decimals", ({ upper, weights, eigenvalue, index, ratio }) => {
    const result = complete(judged(3, upper));
    expect(rounded(result.weights, 3)).toEqual(weights);
    expect(rounded([result.principalEigenvalue, result.consistencyIndex, result.consistencyRatio], 3)).toEqual([eigenvalue, index, ratio]);
  });

  // Saaty 1977, "distance from Philadelphia": Cairo, Tokyo, Chicago, San Francisco, London, Montreal.
  test("distances from Philadelphia", () => {
    const result = complete(judged(6, [-3, 8, 3, 3, 7, 9, 3, 3, 9, -6, -5, 2, -3, 6, 6]));
    // The paper prints Cairo as 0.263, so that the column sums to 1.
    expect(rounded(result.weights, 3)).toEqual([0.262, 0.397, 0.033, 0.116, 0.164, 0.027]);
    expect(result.principalEigenvalue).toBeCloseTo(6.45, 2);
  });

  // "Choosing a leader" (Wikipedia, "Analytic hierarchy process – leader example"): experience, education, charisma, age.
  test("choosing a leader", () => {
    const result = complete(judged(4, [4, 3, 7, -3, 3, 5]));
    // Printed there as 0.547, 0.127, 0.270, 0.056, which sum to 1.
    expect(rounded(result.weights, 3)).toEqual([0.548, 0.127, 0.27, 0.056]);
    expect(result.consistencyRatio).toBeCloseTo(0.044, 3);
    expect(result.points).toEqual([55, 13, 27, 5]);
    const byExperience = complete(judged(3, [-4, 4, 9]));
    expect(rounded(byExperience.weights, 3)).toEqual([0.217, 0.717, 0.066]);
  });

  // Saaty 1980, ch. 1, "satisfaction with school": learning, friends, school life, vocational training, college preparation, music classes.
  test("satisfaction with school, weights to 2 decimals as printed", () => {
    const result = complete(judged(6, [4, 3, 1, 3, 4, 7, 3, -5, 1, -5, -5, -6, 1, -3, 3]));
    expect(rounded(result.weights, 2)).toEqual([0.32, 0.14, 0.03, 0.13, 0.24, 0.14]);
  });
});

describe("what is not there, and what contradicts", () => {
  test("missing comparisons are named and nothing is guessed", () => {
    const judgements = [{ firstCriterionId: 7, secondCriterionId: 3, intensity: 2 }];
    expect(pairwiseWeights({ ids: [3, 7, 9], judgements })).toEqual({
      isComplete: false,
      missing: [
        { firstCriterionId: 3, secondCriterionId: 9 },
        { firstCriterionId: 7, secondCriterionId: 9 },
      ],
    });
  });

  test("a pair judged twice, an unknown criterion, a step beyond the scale and too many criteria are refused", () => {
    const one = { firstCriterionId: 1, secondCriterionId: 2, intensity: 0 };
    expect(() => pairwiseWeights({ ids: [1, 2], judgements: [one, { firstCriterionId: 2, secondCriterionId: 1, intensity: 0 }] })).toThrow(RangeError);
    expect(() => pairwiseWeights({ ids: [1, 2], judgements: [{ ...one, secondCriterionId: 1 }] })).toThrow(RangeError);
    expect(() => pairwiseWeights({ ids: [1, 3], judgements: [one] })).toThrow(RangeError);
    expect(() => pairwiseWeights({ ids: [1, 2], judgements: [{ ...one, intensity: 9 }] })).toThrow(RangeError);
    expect(() => pairwiseWeights({ ids: Array.from({ length: 16 }, (_, id) => id), judgements: [] })).toThrow(RangeError);
    expect(() => pairwiseWeights({ ids: [], judgements: [] })).toThrow(RangeError);
  });

  test("names the three that contradict each other most, and what would fit", () => {
    // 1 is twice 2, 2 is three times 3, but 3 was judged twice 1.
    const result = complete(judged(3, [2, -2, 3]));
    expect(result.mostInconsistent).toEqual({ aId: 1, bId: 2, cId: 3, first: 2, second: 3, implied: 6, direct: 1 / 2, fittingIntensity: 5 });
  });

  test("one or two criteria cannot contradict", () => {
    expect(complete({ ids: [4], judgements: [] })).toMatchObject({ weights: [1], points: [100], consistencyRatio: 0, mostInconsistent: null });
    expect(complete(judged(2, [3]))).toMatchObject({ points: [75, 25], consistencyRatio: 0, mostInconsistent: null });
  });

  test("intensity and ratios", () => {
    expect([-8, -1, 0, 3, 8].map(ratioOfIntensity)).toEqual([1 / 9, 1 / 2, 1, 4, 9]);
    expect([1 / 40, 1 / 9, 0.5, 0.95, 1, 6, 6.4, 81].map(nearestIntensity)).toEqual([-8, -8, -1, 0, 0, 5, 5, 8]);
  });
});

const someJudgements = fc.integer({ min: 1, max: 9 }).chain((count) => {
  const ids = Array.from({ length: count }, (_, index) => 10 + index);
  const pairs = ids.flatMap((firstCriterionId, i) => ids.slice(i + 1).map((secondCriterionId) => ({ firstCriterionId, secondCriterionId })));
  return fc.tuple(...pairs.map((pair) => fc.integer({ min: -8, max: 8 }).map((intensity) => ({ ...pair, intensity })))).map((judgements) => ({ ids, judgements: judgements as JudgedPair[] }));
});

describe("laws", () => {
  test("a matrix without contradiction gives back its weights, with ratio 0", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 15 }), (given) => {
        const total = given.reduce((sum, weight) => sum + weight, 0);
        const result = weightsOfMatrix(given.map((a) => given.map((b) => a / b)));
        result.weights.forEach((weight, index) => expect(weight).toBeCloseTo(given[index]! / total, 9));
        expect(result.principalEigenvalue).toBeCloseTo(given.length, 8);
        expect(result.consistencyRatio).toBeCloseTo(0, 8);
      }),
    );
  });

  test("weights sum to 1 and points to 100, the eigenvector is one, and λ is at least n", () => {
    fc.assert(
      fc.property(someJudgements, (input) => {
        const result = complete(input);
        expect(result.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
        expect(result.points.reduce((sum, point) => sum + point, 0)).toBe(100);
        const ratio = (a: number, b: number) => {
          const straight = input.judgements.find((each) => each.firstCriterionId === a && each.secondCriterionId === b);
          const turned = input.judgements.find((each) => each.firstCriterionId === b && each.secondCriterionId === a);
          return straight ? ratioOfIntensity(straight.intensity) : turned ? 1 / ratioOfIntensity(turned.intensity) : 1;
        };
        input.ids.forEach((a, i) => {
          const product = input.ids.reduce((sum, b, j) => sum + ratio(a, b) * result.weights[j]!, 0);
          expect(product / result.weights[i]!).toBeCloseTo(result.principalEigenvalue, 8);
        });
        expect(result.principalEigenvalue).toBeGreaterThan(input.ids.length - 1e-9);
      }),
    );
  });

  test("neither the order of criteria nor the direction of a comparison matters", () => {
    fc.assert(
      fc.property(
        someJudgements.chain((input) => fc.tuple(fc.constant(input), fc.shuffledSubarray(input.ids, { minLength: input.ids.length }), fc.infiniteStream(fc.boolean()))),
        ([input, ids, turns]) => {
          const judgements = input.judgements.map((each) => (turns.next().value ? { firstCriterionId: each.secondCriterionId, secondCriterionId: each.firstCriterionId, intensity: -each.intensity } : each));
          const [one, other] = [complete(input), complete({ ids, judgements })];
          expect(other.consistencyRatio).toBeCloseTo(one.consistencyRatio, 8);
          input.ids.forEach((id, index) => expect(other.weights[ids.indexOf(id)]).toBeCloseTo(one.weights[index]!, 8));
        },
      ),
    );
  });

  test("the chain of the named triple never goes down, and no triple deviates more", () => {
    fc.assert(
      fc.property(someJudgements, (input) => {
        const triple = complete(input).mostInconsistent;
        if (triple === null) return;
        expect(Math.min(triple.first, triple.second)).toBeGreaterThanOrEqual(1);
        expect(triple.implied).toBeCloseTo(triple.first * triple.second, 9);
        expect(new Set([triple.aId, triple.bId, triple.cId]).size).toBe(3);
        expect(triple.direct).not.toBeCloseTo(triple.implied, 6);
      }),
    );
  });
});
