import fc from "fast-check";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { levelTable, type LevelRow, type LevelTable } from "#app/domain/prioritisation/level-table.ts";
import type { RankableMeasure } from "#app/domain/prioritisation/rank-measures.ts";

export const aRankable = (id: number, deadline: string | null = null): RankableMeasure => ({ id, deadline: deadline === null ? null : plainDate(deadline) });

/** Measures 1, 2, … without deadlines. */
export const aLevelTable = (rows: ReadonlyArray<ReadonlyArray<number | null>>): LevelTable =>
  levelTable({ rows: rows.map((levels, index) => ({ measure: aRankable(index + 1), levels })), columnCount: rows[0]?.length ?? 0 });

export const someDeadline = fc.constantFrom(null, "2027-03-31", "2028-12-31");
const level = fc.option(fc.oneof(fc.integer({ min: 0, max: 4 }).map((whole) => whole * 10_000), fc.integer({ min: 0, max: 40_000 })), { freq: 5 });

/** Rows with unknown levels and equal ones, and weights that may be 0. */
export const weightedTables = fc
  .record({ columnCount: fc.integer({ min: 1, max: 6 }), rowCount: fc.nat({ max: 8 }) })
  .chain(({ columnCount, rowCount }) =>
    fc.record({
      rows: fc.array(fc.record({ deadline: someDeadline, levels: fc.array(level, { minLength: columnCount, maxLength: columnCount }) }), { minLength: rowCount, maxLength: rowCount }),
      weights: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: columnCount, maxLength: columnCount }),
    }),
  )
  .map(({ rows: given, weights }) => {
    const rows = given.map(({ deadline, levels }, index): LevelRow => ({ measure: aRankable(index + 1, deadline), levels }));
    return { rows, weights, table: levelTable({ rows, columnCount: weights.length }) };
  });
