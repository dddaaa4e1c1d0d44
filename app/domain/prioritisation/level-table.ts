import type { Rating } from "#app/domain/portfolio/portfolio.ts";
import { combineWeights } from "./combined-weights.ts";
import { answersOfMeasure } from "./criterion-answers.ts";
import type { RankableMeasure, RankingInput } from "./rank-measures.ts";
import { bySurveyedMeasure } from "./survey-answers.ts";
import { byDeadlineThenId } from "./tie-order.ts";

/** What the measures reach on each column (criterion), laid out for scoring them again and again under other weights. */
export type LevelTable = {
  /** The rows, already in the order of ties: by deadline, none last, then by id. */
  readonly measures: readonly RankableMeasure[];
  readonly columnCount: number;
  /** Ten-thousandths of a level, counted upward, column by column: row i of column j at j · rows + i; 0 where unknown. */
  readonly levels: Float64Array;
  /** Rows with the same known columns share a pattern, and with it the weight that counts: pattern of row i. */
  readonly patternOfRow: Uint32Array;
  readonly patternCount: number;
  /** 1 where known: column j in pattern p at j · patternCount + p. */
  readonly known: Uint8Array;
};

/** `levels` in ten-thousandths (0 to 40,000), counted upward; null where nobody could judge. */
export type LevelRow = { readonly measure: RankableMeasure; readonly levels: ReadonlyArray<number | null> };

/** @throws RangeError when a row has not as many levels as there are columns */
export function levelTable({ rows, columnCount }: { readonly rows: readonly LevelRow[]; readonly columnCount: number }): LevelTable {
  const sorted = [...rows].sort((a, b) => byDeadlineThenId(a.measure, b.measure));
  const levels = new Float64Array(columnCount * sorted.length);
  const indexes = new Map<string, number>();
  const patternOfRow = Uint32Array.from(sorted, (row, i) => {
    if (row.levels.length !== columnCount) throw new RangeError(`${row.levels.length} levels for ${columnCount} columns`);
    row.levels.forEach((level, j) => (levels[j * sorted.length + i] = level ?? 0));
    const pattern = row.levels.map((level) => (level === null ? "0" : "1")).join("");
    const index = indexes.get(pattern) ?? indexes.size;
    indexes.set(pattern, index);
    return index;
  });
  const patterns = [...indexes.keys()];
  const known = Uint8Array.from(Array.from({ length: columnCount }, (_, j) => patterns.map((pattern) => Number(pattern[j]))).flat());
  return { measures: sorted.map((row) => row.measure), columnCount, levels, patternOfRow, patternCount: patterns.length, known };
}

/**
 * What rank-measures.ts computes from, ready for other weights: one column per criterion, in the order given, and the weights it takes now.
 * The common weights may then move freely. Levels depend on the groups' weights and on weights of their own: when one of these moves, prepare anew.
 * Places given by hand play no part: the order is the computed one.
 */
export function ratedLevels({ measures, criteria, raterGroups, ratings, surveyAnswers = [], groupWeights = [] }: RankingInput): { readonly table: LevelTable; readonly weights: readonly number[] } {
  const ratingsByMeasure = new Map<number, Rating[]>(measures.map((measure) => [measure.id, []]));
  for (const rating of ratings) ratingsByMeasure.get(rating.measureId)?.push(rating);
  const surveyed = bySurveyedMeasure(surveyAnswers);
  const weights = combineWeights({ criteria, raterGroups, groupWeights });
  const rows = measures.map((measure): LevelRow => {
    const answers = answersOfMeasure({ criteria, raterGroups, ratings: ratingsByMeasure.get(measure.id) ?? [], surveyAnswers: surveyed.get(measure.id), weights });
    return { measure, levels: answers.map((answer) => answer.meanUnits) };
  });
  return { table: levelTable({ rows, columnCount: criteria.length }), weights: criteria.map((criterion) => weights.ofCriterion(criterion.id)) };
}

/** The table's rows as they were given, in the order of ties. */
export function rowsOf({ measures, columnCount, levels, known, patternCount, patternOfRow }: LevelTable): LevelRow[] {
  return measures.map((measure, i) => ({
    measure,
    levels: Array.from({ length: columnCount }, (_, j) => (known[j * patternCount + (patternOfRow[i] ?? 0)] === 1 ? (levels[j * measures.length + i] ?? 0) : null)),
  }));
}

/** The table with only the rows wanted. */
export const selectRows = (table: LevelTable, isWanted: (row: number) => boolean): LevelTable =>
  levelTable({ rows: rowsOf(table).filter((_, row) => isWanted(row)), columnCount: table.columnCount });
