import { analyseRobustness } from "#app/domain/prioritisation/robustness.ts";
import { ratedLevels, type LevelTable } from "#app/domain/prioritisation/level-table.ts";
import { TOP_LEVEL } from "#app/domain/prioritisation/level-units.ts";
import { mulberry } from "#app/domain/prioritisation/mulberry.ts";
import { rankMeasures, type RankableMeasure } from "#app/domain/prioritisation/rank-measures.ts";
import { prepareReorder } from "#app/domain/prioritisation/reorder.ts";
import type { Criterion, RaterGroup, Rating } from "#app/domain/portfolio/portfolio.ts";
import { line, percentile, type Line } from "./line.ts";

const CRITERIA = 10;
const GROUPS = 5;
const WEIGHTINGS = 10_000;
/** How far the slider stands: half the weight chosen, half free. */
const SPREAD = 50;
const MOVES = 200;
const FRAME = 16;

/** Robustness of the ranking, and putting it in a new order after one weight has moved; no server takes part. */
export function measurePrioritisation(count: number, aims: boolean): Line[] {
  const round = aRatedRound(count);
  const weights = round.criteria.map((criterion) => criterion.weight);
  const { table } = ratedLevels(round);
  return [
    line(`robustness, ${CRITERIA} criteria, ${WEIGHTINGS} weightings`, timeOfRobustness(table, weights), "s", aims ? 2 : null),
    ...percentiles("one weight moved, ranking with explanations", movedWeights(weights), (moved) =>
      rankMeasures({ ...round, criteria: round.criteria.map((criterion, index) => ({ ...criterion, weight: moved[index] ?? 0 })) }), null, 20),
    ...percentiles("one weight moved, order only", movedWeights(weights), prepareReorder(table), aims ? FRAME : null),
  ];
}

function timeOfRobustness(table: LevelTable, weights: readonly number[]): number {
  const started = performance.now();
  const result = analyseRobustness({ table, weights, spread: SPREAD, sampleCount: WEIGHTINGS, seed: 1 });
  if (result?.sampleCount !== WEIGHTINGS) throw new Error("the analysis stopped early");
  return (performance.now() - started) / 1000;
}

function percentiles(what: string, moves: readonly number[][], reorder: (weights: number[]) => unknown, aim: number | null, runs = MOVES): Line[] {
  const times = moves.slice(0, runs).map((moved) => {
    const started = performance.now();
    reorder(moved);
    return performance.now() - started;
  });
  times.sort((a, b) => a - b);
  return [line(`${what}: p50`, percentile(times, 50), "ms"), line(`${what}: p99`, percentile(times, 99), "ms", aim)];
}

const movedWeights = (weights: readonly number[]): number[][] =>
  Array.from({ length: MOVES }, (_, move) => weights.map((weight, index) => (index === move % weights.length ? (weight + 7 * move) % 100 : weight)));

function someMeasures(count: number): RankableMeasure[] {
  return Array.from({ length: count }, (_, index) => ({ id: index + 1, deadline: null }));
}

/** Every tenth answer is missing. */
function aRatedRound(count: number): { measures: RankableMeasure[]; criteria: Criterion[]; raterGroups: RaterGroup[]; ratings: Rating[] } {
  const next = mulberry(count);
  const criteria = Array.from({ length: CRITERIA }, (_, index): Criterion => ({ id: index + 1, name: `K${index}`, question: "", weight: 5 + index, reversed: index === 6, position: index, levels: [] }));
  const raterGroups = Array.from({ length: GROUPS }, (_, index): RaterGroup => ({ id: index + 1, name: `G${index}`, kind: "administration", weight: 20, position: index }));
  const measures = someMeasures(count);
  const ratings = measures.flatMap((measure) =>
    criteria.flatMap((criterion) =>
      raterGroups.map((group) => ({ measureId: measure.id, criterionId: criterion.id, userId: group.id, raterGroupId: group.id, value: next() < 0.1 ? null : Math.floor(next() * (TOP_LEVEL + 1)) })),
    ),
  );
  return { measures, criteria, raterGroups, ratings };
}
