import { divideRoundingHalfUp } from "./level-units.ts";
import { rankJudged, type Judged, type MethodRanking } from "./method-ranking.ts";
import type { RankableMeasure } from "./rank-measures.ts";

/** The three parts of the cost of delay. */
export const delayParts = ["userBusinessValue", "timeCriticality", "riskAndOpportunity"] as const;
export type DelayPart = (typeof delayParts)[number];

/** Which criteria feed which part, by id. A criterion may feed several or none; a part without a weighted criterion is left out for every measure. */
export type DelayMapping = Readonly<Record<DelayPart, readonly number[]>>;

export type ShortestJob = {
  /** In ten-thousandths of a level; null where the part is left out for all. */
  readonly parts: Readonly<Record<DelayPart, number | null>>;
  /** The parts' sum. */
  readonly costOfDelay: number;
  /** In whatever unit the caller measures size. */
  readonly jobSize: number;
  readonly costOfDelayPerSize: number;
};

/** `missing`: the criteria of every part nobody could judge at all. */
export type ShortestJobGap = { readonly missing: ReadonlyArray<{ readonly part: DelayPart; readonly criterionIds: readonly number[] }>; readonly isSizeUnknown: boolean };

/**
 * Weighted shortest job first: cost of delay / job size, largest first
 * (D. G. Reinertsen, The Principles of Product Development Flow, 2009, ch. 7; cost of delay as the sum of user and business value,
 * time criticality, and risk reduction or opportunity enablement: Scaled Agile Framework, "WSJF").
 * A part is the mean of its criteria's levels with the criteria's weights over those that somebody could judge, as in the weighted sum.
 * A measure with a part nobody could judge, or without a positive size, gets no place.
 *
 * @param rows levels in ten-thousandths counted upward, in the order of `criteria`; null where unknown; size positive, null where unknown
 */
export function rankByWeightedShortestJob({
  criteria,
  mapping,
  rows,
}: {
  readonly criteria: ReadonlyArray<{ readonly id: number; readonly weight: number }>;
  readonly mapping: DelayMapping;
  readonly rows: ReadonlyArray<{ readonly measure: RankableMeasure; readonly levels: ReadonlyArray<number | null>; readonly jobSize: number | null }>;
}): MethodRanking<ShortestJob, ShortestJobGap> {
  const columns = criteria.map((criterion, index) => ({ ...criterion, index })).filter((criterion) => criterion.weight > 0);
  const columnsOf = (part: DelayPart) => columns.filter((column) => mapping[part].includes(column.id));
  const counting = delayParts.filter((part) => columnsOf(part).length > 0);
  if (counting.length === 0) throw new RangeError("no weighted criterion feeds the cost of delay");

  const judge = ({ measure, levels, jobSize }: (typeof rows)[number]): Judged<ShortestJob, ShortestJobGap> => {
    const parts = Object.fromEntries(delayParts.map((part) => [part, meanLevel(columnsOf(part), levels)])) as Record<DelayPart, number | null>;
    const missing = counting.filter((part) => parts[part] === null).map((part) => ({ part, criterionIds: columnsOf(part).map((column) => column.id) }));
    if (missing.length > 0 || jobSize === null || !(jobSize > 0)) return { measure, gap: { missing, isSizeUnknown: jobSize === null || !(jobSize > 0) } };
    const costOfDelay = counting.reduce((sum, part) => sum + (parts[part] ?? 0), 0);
    return { measure, figures: { parts, costOfDelay, jobSize, costOfDelayPerSize: costOfDelay / jobSize } };
  };
  return rankJudged(rows.map(judge), (a, b) => b.costOfDelayPerSize - a.costOfDelayPerSize);
}

/** Null where none of the columns is known. */
function meanLevel(columns: ReadonlyArray<{ readonly index: number; readonly weight: number }>, levels: ReadonlyArray<number | null>): number | null {
  let sum = 0;
  let covered = 0;
  for (const { index, weight } of columns) {
    const level = levels[index] ?? null;
    if (level === null) continue;
    sum += weight * level;
    covered += weight;
  }
  return covered === 0 ? null : divideRoundingHalfUp(sum, covered);
}
