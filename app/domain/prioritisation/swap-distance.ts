import { rowsOf, type LevelTable } from "./level-table.ts";
import { prepareReorder } from "./reorder.ts";

/** How far one weight has to move until the lower of two neighbours overtakes the upper. */
export type SwapDistance = {
  readonly upperId: number;
  readonly lowerId: number;
  /**
   * "tied": their displayed scores are the same already, only deadline or id keeps them apart;
   * "never": no single weight can swap them;
   * "byWeight": the smallest change there is.
   */
  readonly outcome: { readonly kind: "tied" } | { readonly kind: "never" } | ({ readonly kind: "byWeight" } & WeightMove);
};

export type WeightMove = {
  /** Column of the table. */
  readonly column: number;
  /** The weight's share of all weights, 0 to 1, now and where the scores cross; `change` is the difference, negative downward. */
  readonly shareNow: number;
  readonly shareAtSwap: number;
  readonly change: number;
};

/**
 * For every pair of neighbours in the ranking the smallest change of one weight's share that swaps them, the others
 * keeping their proportions (local weight sensitivity: Triantaphyllou & Sánchez 1997, Decision Sciences 28, 151–194).
 * Closed form: with the weight x and the others as they are, each score is (x·m·r + N) / (x·m + M) with m = 1 where the level r is known
 * and N, M the sums over the other known columns; two such scores are level where a quadratic in x is 0.
 * Works on scores before rounding. Columns of weight 0 are switched off and stay so; the only weight has nothing to give way to.
 * @param weights one whole number per column, not negative
 */
export function swapDistances({ table, weights }: { readonly table: LevelTable; readonly weights: readonly number[] }): SwapDistance[] {
  const { measureIds, scoreTenths } = prepareReorder(table)(weights);
  const levelsById = new Map(rowsOf(table).map(({ measure, levels }) => [measure.id, levels]));
  const columns = movableColumns(weights);
  return measureIds.slice(1).map((lowerId, index): SwapDistance => {
    const upperId = measureIds[index] ?? lowerId;
    if (scoreTenths[index] === scoreTenths[index + 1]) return { upperId, lowerId, outcome: { kind: "tied" } };
    const [upper, lower] = [levelsById.get(upperId) ?? [], levelsById.get(lowerId) ?? []];
    const moves = columns.flatMap((column) => movesOf(column, partsOf(upper, weights, column.column), partsOf(lower, weights, column.column)));
    const [smallest] = moves.sort((a, b) => Math.abs(a.change) - Math.abs(b.change) || a.column - b.column);
    return { upperId, lowerId, outcome: smallest === undefined ? { kind: "never" } : { kind: "byWeight", ...smallest } };
  });
}

type MovableColumn = { readonly column: number; readonly weight: number; readonly others: number };

function movableColumns(weights: readonly number[]): MovableColumn[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.flatMap((weight, column) => (weight > 0 && weight < total ? [{ column, weight, others: total - weight }] : []));
}

/** m·r, m, N and M of a measure's score as a function of one weight. */
type ScoreParts = { readonly level: number; readonly isKnown: 0 | 1; readonly sum: number; readonly covered: number };

function partsOf(levels: ReadonlyArray<number | null>, weights: readonly number[], moved: number): ScoreParts {
  let sum = 0;
  let covered = 0;
  levels.forEach((level, j) => {
    if (level === null || j === moved) return;
    sum += (weights[j] ?? 0) * level;
    covered += weights[j] ?? 0;
  });
  const level = levels[moved] ?? null;
  return { level: level ?? 0, isKnown: level === null ? 0 : 1, sum, covered };
}

/** Upper minus lower, times both denominators: its sign is that of the difference, its roots are where the scores are level. */
function movesOf({ column, weight, others }: MovableColumn, a: ScoreParts, b: ScoreParts): WeightMove[] {
  const quadratic = a.level * b.isKnown - b.level * a.isKnown;
  const linear = a.level * b.covered + a.sum * b.isKnown - b.level * a.covered - b.sum * a.isKnown;
  const constant = a.sum * b.covered - b.sum * a.covered;
  const shareNow = weight / (weight + others);
  return crossings(quadratic, linear, constant)
    .filter((x) => x > 0)
    .map((x) => {
      const shareAtSwap = x / (x + others);
      return { column, shareNow, shareAtSwap, change: shareAtSwap - shareNow };
    });
}

/** Where a·x² + b·x + c changes its sign. */
function crossings(a: number, b: number, c: number): number[] {
  if (a === 0) return b === 0 ? [] : [-c / b];
  const discriminant = b * b - 4 * a * c;
  if (discriminant <= 0) return [];
  // Without taking the difference of two nearly equal numbers.
  const half = -(b + (b < 0 ? -1 : 1) * Math.sqrt(discriminant)) / 2;
  return half === 0 ? [] : [half / a, c / half];
}
