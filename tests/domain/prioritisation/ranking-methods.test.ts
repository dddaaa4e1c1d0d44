import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { cents } from "#app/domain/money/cents.ts";
import { rankByBenefitPerCost } from "#app/domain/prioritisation/benefit-per-cost.ts";
import { compareMethods } from "#app/domain/prioritisation/compare-methods.ts";
import { rankByIdealDistance } from "#app/domain/prioritisation/ideal-distance.ts";
import type { RankableMeasure } from "#app/domain/prioritisation/rank-measures.ts";
import { rankByWeightedShortestJob, type DelayMapping } from "#app/domain/prioritisation/weighted-shortest-job.ts";

const measure = (id: number, deadline: string | null = null): RankableMeasure => ({ id, deadline: deadline === null ? null : plainDate(deadline) });
const order = (ranking: { readonly entries: ReadonlyArray<{ readonly measureId: number }> }): number[] => ranking.entries.map((entry) => entry.measureId);

describe("benefit per cost", () => {
  const priced = (id: number, scoreTenths: number | null, costCents: number | null, deadline: string | null = null) => ({ measure: measure(id, deadline), scoreTenths, costCents: costCents === null ? null : cents(costCents) });

  test("orders by score per euro and says what is unknown", () => {
    const ranking = rankByBenefitPerCost([priced(1, 800, 10_000_000), priced(2, 500, 2_500_000), priced(3, null, 100), priced(4, 900, null), priced(5, null, null)]);
    expect(ranking.entries).toEqual([
      { position: 1, measureId: 2, tieBrokenBy: null, figures: { scoreTenths: 500, costCents: 2_500_000, pointsPerHundredThousandEuro: 200 } },
      { position: 2, measureId: 1, tieBrokenBy: null, figures: { scoreTenths: 800, costCents: 10_000_000, pointsPerHundredThousandEuro: 80 } },
    ]);
    expect(ranking.notComparable).toEqual([
      { measureId: 3, gap: { isUnrated: true, isCostUnknown: false } },
      { measureId: 4, gap: { isUnrated: false, isCostUnknown: true } },
      { measureId: 5, gap: { isUnrated: true, isCostUnknown: true } },
    ]);
  });

  test("what costs nothing comes first by its score, what is worth nothing last, level ratios by deadline, then id", () => {
    const measures = [priced(1, 0, 0), priced(2, 100, 1), priced(3, 300, 0), priced(4, 400, 0), priced(5, 200, 2), priced(6, 100, 1, "2027-01-01"), priced(7, 0, 5)];
    expect(order(rankByBenefitPerCost(measures))).toEqual([4, 3, 6, 2, 5, 1, 7]);
    expect(rankByBenefitPerCost(measures).entries.map((entry) => entry.tieBrokenBy)).toEqual([null, null, null, "deadline", "id", null, "id"]);
  });
});

const MAPPING: DelayMapping = { userBusinessValue: [1], timeCriticality: [2], riskAndOpportunity: [3] };
const CRITERIA = [1, 2, 3].map((id) => ({ id, weight: 1 }));

describe("weighted shortest job first", () => {
  // Rows of a published worksheet after Scaled Agile's article: value, time criticality, risk or opportunity, size, and WSJF.
  test("a worksheet with the three parts", () => {
    const worksheet = [
      { levels: [8, 5, 13], jobSize: 5, expected: 5.2 },
      { levels: [8, 5, 8], jobSize: 5, expected: 4.2 },
      { levels: [13, 5, 8], jobSize: 8, expected: 3.25 },
      { levels: [5, 3, 8], jobSize: 5, expected: 3.2 },
      { levels: [13, 3, 8], jobSize: 8, expected: 3 },
      { levels: [8, 1, 5], jobSize: 5, expected: 2.8 },
      { levels: [5, 1, 5], jobSize: 5, expected: 2.2 },
    ];
    const rows = worksheet.map(({ levels, jobSize }, index) => ({ measure: measure(index + 1), levels, jobSize }));
    const ranking = rankByWeightedShortestJob({ criteria: CRITERIA, mapping: MAPPING, rows: [...rows].reverse() });
    expect(order(ranking)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(ranking.entries.map((entry) => entry.figures.costOfDelayPerSize)).toEqual(worksheet.map((each) => each.expected));
    expect(ranking.entries[0]?.figures).toMatchObject({ costOfDelay: 26, jobSize: 5, parts: { userBusinessValue: 8, timeCriticality: 5, riskAndOpportunity: 13 } });
  });

  // Reinertsen 2009, ch. 7: three projects of duration 1, 3, 10 with cost of delay 10, 3, 1 per period; the opposite order costs 160 instead of 7.
  test("Reinertsen's three projects: the cheapest of all orders", () => {
    const projects = [
      { id: 1, costOfDelay: 10, duration: 1 },
      { id: 2, costOfDelay: 3, duration: 3 },
      { id: 3, costOfDelay: 1, duration: 10 },
    ];
    const mapping: DelayMapping = { userBusinessValue: [1], timeCriticality: [], riskAndOpportunity: [] };
    const ranking = rankByWeightedShortestJob({ criteria: CRITERIA, mapping, rows: projects.map((each) => ({ measure: measure(each.id), levels: [each.costOfDelay, null, null], jobSize: each.duration })) });
    const delayCost = (ids: readonly number[]): number => {
      let begins = 0;
      let cost = 0;
      for (const id of ids) {
        const project = projects.find((each) => each.id === id)!;
        cost += begins * project.costOfDelay;
        begins += project.duration;
      }
      return cost;
    };
    expect(delayCost(order(ranking))).toBe(7);
    expect(delayCost([...order(ranking)].reverse())).toBe(160);
    expect(ranking.entries[0]?.figures.parts).toEqual({ userBusinessValue: 10, timeCriticality: null, riskAndOpportunity: null });
  });

  test("a part takes the weighted mean of what is known; a part nobody judged, or no size, is no place", () => {
    const criteria = [{ id: 1, weight: 3 }, { id: 2, weight: 1 }, { id: 3, weight: 2 }, { id: 4, weight: 0 }];
    const mapping: DelayMapping = { userBusinessValue: [1, 2], timeCriticality: [3], riskAndOpportunity: [4] };
    const row = (id: number, levels: (number | null)[], jobSize: number | null) => ({ measure: measure(id), levels, jobSize });
    const rows = [row(1, [40_000, 20_000, 10_000, null], 10), row(2, [null, 20_000, 10_000, 0], 10), row(3, [null, null, null, 0], 5), row(4, [1, 1, 1, 1], null), row(5, [1, 1, 1, 1], 0)];
    const ranking = rankByWeightedShortestJob({ criteria, mapping, rows });
    expect(ranking.entries.map((entry) => [entry.measureId, entry.figures.costOfDelay, entry.figures.parts.riskAndOpportunity])).toEqual([
      [1, 45_000, null],
      [2, 30_000, null],
    ]);
    expect(ranking.notComparable).toEqual([
      { measureId: 3, gap: { missing: [{ part: "userBusinessValue", criterionIds: [1, 2] }, { part: "timeCriticality", criterionIds: [3] }], isSizeUnknown: false } },
      { measureId: 4, gap: { missing: [], isSizeUnknown: true } },
      { measureId: 5, gap: { missing: [], isSizeUnknown: true } },
    ]);
    expect(() => rankByWeightedShortestJob({ criteria, mapping: { ...mapping, userBusinessValue: [], timeCriticality: [] }, rows })).toThrow(RangeError);
  });
});

describe("distance from the ideal (TOPSIS)", () => {
  // Hwang & Yoon 1981, the selection of a fighter aircraft: speed, range, payload, cost, reliability, manoeuvrability.
  const criteria = [20, 10, 10, 10, 20, 30].map((weight, index) => ({ id: index + 1, weight, isCost: index === 3 }));
  const aircraft = [
    [2.0, 1500, 20_000, 5.5, 5, 9],
    [2.5, 2700, 18_000, 6.5, 3, 5],
    [1.8, 2000, 21_000, 4.5, 7, 7],
    [2.2, 1800, 20_000, 5.0, 5, 5],
  ].map((values, index) => ({ measure: measure(index + 1), values }));

  test("the aircraft of Hwang and Yoon: distances, closeness and order", () => {
    const { entries } = rankByIdealDistance({ criteria, rows: aircraft });
    expect(entries.map((entry) => entry.measureId)).toEqual([1, 3, 4, 2]);
    const byId = [...entries].sort((a, b) => a.measureId - b.measureId).map((entry) => entry.figures);
    // The book rounds on the way: its closeness is 0.643, 0.268, 0.613, 0.312, its distances are printed with 4 decimals.
    [0.643, 0.268, 0.613, 0.312].forEach((closeness, index) => expect(Math.abs(byId[index]!.closeness / 10_000 - closeness)).toBeLessThan(0.0015));
    [0.0545, 0.1197, 0.058, 0.1009].forEach((distance, index) => expect(Math.abs(byId[index]!.toIdeal - distance)).toBeLessThan(0.0003));
    [0.0983, 0.0439, 0.092, 0.0458].forEach((distance, index) => expect(Math.abs(byId[index]!.toAntiIdeal - distance)).toBeLessThan(0.0003));
  });

  test("an unknown makes a measure incomparable and leaves the others as if it were not there", () => {
    const rows = [...aircraft, { measure: measure(9), values: [99, 9900, 99_000, null, null, 9] }];
    const ranking = rankByIdealDistance({ criteria, rows });
    expect(ranking.notComparable).toEqual([{ measureId: 9, gap: { missingCriterionIds: [4, 5] } }]);
    expect(ranking.entries).toEqual(rankByIdealDistance({ criteria, rows: aircraft }).entries);
  });

  test("a criterion without weight may be unknown; all alike are all ideal; no weight at all is refused", () => {
    const rows = [2, 1].map((id) => ({ measure: measure(id), values: [3, 0, null] }));
    const ranking = rankByIdealDistance({ criteria: [{ id: 1, weight: 1 }, { id: 2, weight: 1 }, { id: 3, weight: 0 }], rows });
    expect(ranking.entries.map((entry) => [entry.measureId, entry.figures.closeness, entry.tieBrokenBy])).toEqual([
      [1, 10_000, null],
      [2, 10_000, "id"],
    ]);
    expect(() => rankByIdealDistance({ criteria: [{ id: 1, weight: 0 }], rows: [] })).toThrow(RangeError);
  });
});

describe("methods side by side", () => {
  test("names the measures that stand most differently, among those all can place", () => {
    const comparison = compareMethods([
      { name: "weightedSum", measureIds: [1, 2, 3, 4, 5] },
      { name: "benefitPerCost", measureIds: [5, 3, 1, 2] },
      { name: "topsis", measureIds: [4, 1, 2, 3, 5] },
    ]);
    expect(comparison.commonCount).toBe(4);
    expect(comparison.measures.map((each) => [each.measureId, each.spread, each.highest, each.lowest])).toEqual([
      [5, 3, "benefitPerCost", "weightedSum"],
      [1, 2, "weightedSum", "benefitPerCost"],
      [2, 2, "weightedSum", "benefitPerCost"],
      [3, 1, "benefitPerCost", "weightedSum"],
      [4, null, null, null],
    ]);
    expect(comparison.measures[0]?.places).toEqual([
      { name: "weightedSum", position: 5, commonPosition: 4 },
      { name: "benefitPerCost", position: 1, commonPosition: 1 },
      { name: "topsis", position: 5, commonPosition: 4 },
    ]);
    expect(comparison.measures[4]?.places[1]).toEqual({ name: "benefitPerCost", position: null, commonPosition: null });
    expect(compareMethods([])).toEqual({ measures: [], commonCount: 0 });
    expect(() => compareMethods([{ name: "a", measureIds: [1, 1] }])).toThrow(RangeError);
  });
});

const level = fc.option(fc.integer({ min: 0, max: 40_000 }), { freq: 6 });
const rowsOf = fc.array(
  fc.record({ levels: fc.array(level, { minLength: 3, maxLength: 3 }), cost: fc.option(fc.integer({ min: 0, max: 5_000_000 })), score: fc.option(fc.integer({ min: 0, max: 1000 })), deadline: fc.constantFrom(null, "2027-03-31", "2028-12-31") }),
  { maxLength: 12 },
);

const methods = {
  benefitPerCost: (rows: Given) => rankByBenefitPerCost(rows.map(({ measure: each, score, cost }) => ({ measure: each, scoreTenths: score, costCents: cost === null ? null : cents(cost) }))),
  weightedShortestJob: (rows: Given) => rankByWeightedShortestJob({ criteria: CRITERIA, mapping: MAPPING, rows: rows.map((row) => ({ ...row, jobSize: row.cost })) }),
  idealDistance: (rows: Given) => rankByIdealDistance({ criteria: CRITERIA, rows: rows.map((row) => ({ ...row, values: row.levels })) }),
};
type Given = ReadonlyArray<{ readonly measure: RankableMeasure; readonly levels: (number | null)[]; readonly cost: number | null; readonly score: number | null }>;
const given = rowsOf.map((rows): Given => rows.map(({ deadline, ...row }, index) => ({ ...row, measure: measure(index + 1, deadline) })));

describe.each(Object.entries(methods))("laws of %s", (_name, rank) => {
  test("every measure stands once, placed 1 to n or not comparable, whatever the order of the input", () => {
    fc.assert(
      fc.property(given.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows], { minLength: rows.length }))), ([rows, shuffled]) => {
        const ranking = rank(rows);
        const ids = [...ranking.entries, ...ranking.notComparable].map((entry) => entry.measureId);
        expect(ids.sort((a, b) => a - b)).toEqual(rows.map((row) => row.measure.id));
        expect(ranking.entries.map((entry) => entry.position)).toEqual(ranking.entries.map((_, index) => index + 1));
        expect(order(rank(shuffled))).toEqual(order(ranking));
      }),
    );
  });

  test("a higher level, a higher score or a lower cost never lowers a measure", () => {
    fc.assert(
      fc.property(given, fc.nat(), fc.nat({ max: 2 }), (rows, pick, column) => {
        const chosen = rows[pick % Math.max(1, rows.length)];
        if (chosen === undefined) return;
        const place = (all: Given) => rank(all).entries.find((entry) => entry.measureId === chosen.measure.id)?.position;
        const before = place(rows);
        if (before === undefined) return;
        const better = { ...chosen, cost: chosen.cost === null ? null : Math.ceil(chosen.cost / 2), score: chosen.score === null ? null : Math.min(1000, chosen.score + 50) };
        expect(place(rows.map((row) => (row === chosen ? better : row)))).toBeLessThanOrEqual(before);
        // TOPSIS has no such law for its values: raising one changes every other's share of the column.
        if (rank === methods.idealDistance) return;
        const raised = { ...chosen, levels: chosen.levels.map((each, index) => (each !== null && index === column ? Math.min(40_000, each + 5_000) : each)) };
        expect(place(rows.map((row) => (row === chosen ? raised : row)))).toBeLessThanOrEqual(before);
      }),
    );
  });
});
