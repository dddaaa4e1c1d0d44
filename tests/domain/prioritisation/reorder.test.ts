import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { levelTable, ratedLevels, rowsOf, type LevelRow } from "#app/domain/prioritisation/level-table.ts";
import { rankMeasures } from "#app/domain/prioritisation/rank-measures.ts";
import { reorder } from "#app/domain/prioritisation/reorder.ts";
import type { Criterion, RaterGroup, Rating } from "#app/domain/portfolio/portfolio.ts";
import { aRankable, someDeadline, weightedTables } from "#tests/support/level-tables.ts";

const inputs = fc
  .record({
    deadlines: fc.array(someDeadline, { maxLength: 7 }),
    weights: fc.array(fc.record({ weight: fc.integer({ min: 0, max: 100 }), reversed: fc.boolean() }), { maxLength: 5 }),
    groupWeights: fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 3 }),
    answers: fc.array(fc.constantFrom("missing" as const, null, 0, 1, 2, 3, 4), { minLength: 210, maxLength: 210 }),
  })
  .map(({ deadlines, weights, groupWeights, answers }) => {
    const measures = deadlines.map((each, index) => aRankable(index + 1, each));
    const criteria = weights.map((each, index): Criterion => ({ id: index + 1, name: "", question: "", ...each, position: index, levels: [] }));
    const raterGroups = groupWeights.map((weight, index): RaterGroup => ({ id: index + 1, name: "", kind: "administration", weight, position: index }));
    const cells = measures.flatMap(({ id }) => criteria.flatMap((criterion) => raterGroups.flatMap((group) => [1, 2].map((member) => [id, criterion.id, group.id, group.id * 10 + member] as const))));
    const ratings = cells.flatMap(([measureId, criterionId, raterGroupId, userId], index): Rating[] => {
      const value = answers[index % answers.length];
      return value === undefined || value === "missing" ? [] : [{ measureId, criterionId, raterGroupId, userId, value }];
    });
    return { measures, criteria, raterGroups, ratings };
  });

describe("re-ranking on prepared levels", () => {
  test("gives the order, the scores and the unrated of the ranking with explanations", () => {
    fc.assert(
      fc.property(inputs, fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 5 }), (input, moved) => {
        const weights = input.criteria.map((_, index) => moved[index]!);
        const full = rankMeasures({ ...input, criteria: input.criteria.map((criterion, index) => ({ ...criterion, weight: weights[index]! })) });
        const lean = reorder({ table: ratedLevels(input).table, weights });
        expect(lean.measureIds).toEqual(full.entries.map((entry) => entry.measureId));
        expect(lean.scoreTenths).toEqual(full.entries.map((entry) => entry.scoreTenths));
        expect(lean.unratedIds).toEqual(full.unrated.map((entry) => entry.measureId));
      }),
      { numRuns: 300 },
    );
  });

  test("starts from the ranking's own weights, with groups that weigh for themselves and whatever places are given by hand", () => {
    const own = fc.array(fc.record({ raterGroupId: fc.integer({ min: 1, max: 3 }), criterionId: fc.integer({ min: 1, max: 5 }), weight: fc.integer({ min: 0, max: 100 }) }), { maxLength: 8 });
    fc.assert(
      fc.property(inputs, own, fc.integer({ min: 1, max: 7 }), (input, groupWeights, position) => {
        const full = rankMeasures({ ...input, groupWeights, overrides: [{ measureId: 1, position, reason: "Frist" }] });
        const computed = [...full.entries].sort((a, b) => a.computedPosition - b.computedPosition);
        const lean = reorder(ratedLevels({ ...input, groupWeights }));
        expect(lean.measureIds).toEqual(computed.map((entry) => entry.measureId));
        expect(lean.scoreTenths).toEqual(computed.map((entry) => entry.scoreTenths));
        expect(lean.unratedIds).toEqual(full.unrated.map((entry) => entry.measureId));
      }),
      { numRuns: 300 },
    );
  });

  test("the table gives back its rows, and refuses rows of another length", () => {
    fc.assert(
      fc.property(weightedTables, ({ table, rows }) => {
        expect([...rowsOf(table)].sort((a, b) => a.measure.id - b.measure.id)).toEqual(rows);
      }),
    );
    expect(() => levelTable({ rows: [{ measure: aRankable(1), levels: [1] }], columnCount: 2 })).toThrow(RangeError);
  });

  test("a dominated measure, or any other, never changes the order of the rest", () => {
    fc.assert(
      fc.property(weightedTables, fc.nat(), fc.nat({ max: 40_000 }), ({ rows, weights }, pick, less) => {
        const model = rows[pick % Math.max(1, rows.length)];
        if (model === undefined) return;
        const dominated = { measure: aRankable(99), levels: model.levels.map((each) => (each === null ? null : Math.max(0, each - less))) };
        const before = reorder({ table: levelTable({ rows, columnCount: weights.length }), weights });
        const after = reorder({ table: levelTable({ rows: [...rows, dominated], columnCount: weights.length }), weights });
        expect(after.measureIds.filter((id) => id !== 99)).toEqual(before.measureIds);
      }),
    );
  });

  test("raising one level never lowers its measure", () => {
    fc.assert(
      fc.property(weightedTables, fc.nat(), fc.nat(), fc.nat({ max: 20_000 }), ({ rows, weights }, pickRow, pickColumn, more) => {
        const row = rows[pickRow % Math.max(1, rows.length)];
        if (row === undefined) return;
        const column = pickColumn % row.levels.length;
        const raised = { ...row, levels: row.levels.map((each, j) => (each !== null && j === column ? Math.min(40_000, each + more) : each)) };
        const placeIn = (all: readonly LevelRow[]) => reorder({ table: levelTable({ rows: all, columnCount: weights.length }), weights }).measureIds.indexOf(row.measure.id);
        expect(placeIn(rows.map((each) => (each === row ? raised : each)))).toBeLessThanOrEqual(placeIn(rows));
      }),
    );
  });
});
