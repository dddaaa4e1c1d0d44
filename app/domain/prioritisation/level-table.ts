import type { Criterion, RaterGroup, Rating } from "#app/domain/portfolio/portfolio.ts";
import { answersOfMeasure } from "./criterion-answers.ts";
import type { RankableMeasure } from "./rank-measures.ts";
import { byDeadlineThenId } from "./tie-order.ts";

/**
 * What the measures reach, laid out for scoring them again and again under other weights.
 * Columns are the criteria; where every rater group has its own weights, the criteria of the first group, then of the second, and so on.
 */
export type LevelTable = {
  /** The rows, already in the order of ties: by deadline, none last, then by id. */
  readonly measures: readonly RankableMeasure[];
  /** One section where all share the weights, otherwise one per rater group; in the order of the columns. */
  readonly sections: readonly LevelSection[];
  readonly columnCount: number;
  /** Ten-thousandths of a level, counted upward, column by column: row i of column j at j · rows + i; 0 where unknown. */
  readonly levels: Float64Array;
};

export type LevelSection = SectionShape & {
  /** Rows with the same known columns in this section share a pattern, and with it the weight that counts: pattern of row i. */
  readonly patternOfRow: Uint32Array;
  readonly patternCount: number;
  /** 1 where known: the section's j-th column in pattern p at j · patternCount + p. */
  readonly known: Uint8Array;
};

/** `weight` is the group's among the groups: whole, not negative. */
export type SectionShape = { readonly weight: number; readonly columnCount: number };

/** `levels` in ten-thousandths (0 to 40,000), counted upward; null where nobody could judge. */
export type LevelRow = { readonly measure: RankableMeasure; readonly levels: ReadonlyArray<number | null> };

/** @throws RangeError when a row has not as many levels as the sections have columns */
export function levelTable({ rows, sections }: { readonly rows: readonly LevelRow[]; readonly sections: readonly SectionShape[] }): LevelTable {
  const columnCount = sections.reduce((sum, section) => sum + section.columnCount, 0);
  const sorted = [...rows].sort((a, b) => byDeadlineThenId(a.measure, b.measure));
  const levels = new Float64Array(columnCount * sorted.length);
  sorted.forEach((row, i) => {
    if (row.levels.length !== columnCount) throw new RangeError(`${row.levels.length} levels for ${columnCount} columns`);
    row.levels.forEach((level, j) => (levels[j * sorted.length + i] = level ?? 0));
  });
  let first = 0;
  const built = sections.map(({ weight, columnCount: width }) => {
    first += width;
    return { weight, columnCount: width, ...patternsOf(sorted.map((row) => row.levels.slice(first - width, first))) };
  });
  return { measures: sorted.map((row) => row.measure), sections: built, columnCount, levels };
}

function patternsOf(rows: ReadonlyArray<ReadonlyArray<number | null>>): Pick<LevelSection, "patternOfRow" | "patternCount" | "known"> {
  const indexes = new Map<string, number>();
  const patternOfRow = Uint32Array.from(rows, (levels) => {
    const pattern = levels.map((level) => (level === null ? "0" : "1")).join("");
    const index = indexes.get(pattern) ?? indexes.size;
    indexes.set(pattern, index);
    return index;
  });
  const patterns = [...indexes.keys()];
  const known = Uint8Array.from(Array.from(rows[0] ?? [], (_, j) => patterns.map((pattern) => Number(pattern[j]))).flat());
  return { patternOfRow, patternCount: patterns.length, known };
}

/** The rated levels where all groups share the criteria's weights: one column per criterion, in the order given. */
export function sharedLevelTable({
  measures,
  criteria,
  raterGroups,
  ratings,
}: {
  readonly measures: readonly RankableMeasure[];
  readonly criteria: readonly Criterion[];
  readonly raterGroups: readonly RaterGroup[];
  readonly ratings: readonly Rating[];
}): LevelTable {
  const ratingsByMeasure = new Map<number, Rating[]>(measures.map((measure) => [measure.id, []]));
  for (const rating of ratings) ratingsByMeasure.get(rating.measureId)?.push(rating);
  return levelTable({
    rows: measures.map((measure) => ({
      measure,
      levels: answersOfMeasure({ criteria, raterGroups, ratings: ratingsByMeasure.get(measure.id) ?? [] }).map((answer) => answer.meanUnits),
    })),
    sections: [{ weight: 1, columnCount: criteria.length }],
  });
}

/** The table's rows as they were given, in the order of ties. */
export function rowsOf(table: LevelTable): LevelRow[] {
  return table.measures.map((measure, row) => {
    let first = 0;
    const levels = table.sections.flatMap((section) => {
      const start = first;
      first += section.columnCount;
      return Array.from({ length: section.columnCount }, (_, j) =>
        section.known[j * section.patternCount + (section.patternOfRow[row] ?? 0)] === 1 ? (table.levels[(start + j) * table.measures.length + row] ?? 0) : null,
      );
    });
    return { measure, levels };
  });
}

/** The table with only the rows wanted. */
export const selectRows = (table: LevelTable, isWanted: (row: number) => boolean): LevelTable =>
  levelTable({ rows: rowsOf(table).filter((_, row) => isWanted(row)), sections: table.sections });
