import { allocateInteger } from "#app/domain/money/allocate.ts";
import { mostInconsistentTriple, type InconsistentTriple } from "./inconsistent-triple.ts";
import { judgementMatrix, type JudgedPair } from "./judged-pair.ts";

/**
 * Weights from pairwise comparisons by the analytic hierarchy process:
 * T. L. Saaty, "A scaling method for priorities in hierarchical structures", Journal of Mathematical Psychology 15 (1977), 234–281;
 * The Analytic Hierarchy Process, McGraw-Hill 1980.
 * The weights are the principal right eigenvector of the reciprocal matrix; its eigenvalue λ is n for a matrix without contradiction,
 * CI = (λ − n) / (n − 1), CR = CI / RI(n).
 */
export type PairwiseResult =
  /** Nothing is guessed for a pair that was not compared: there are no weights before all are. */
  | { readonly isComplete: false; readonly missing: ReadonlyArray<{ readonly firstCriterionId: number; readonly secondCriterionId: number }> }
  | ({ readonly isComplete: true } & PairwiseWeights);

export type PairwiseWeights = {
  /** In the order of the ids: shares that sum to 1. */
  readonly weights: readonly number[];
  /** The same as whole points that sum to 100, by largest remainder. */
  readonly points: readonly number[];
  readonly principalEigenvalue: number;
  readonly consistencyIndex: number;
  /** 0 for one or two criteria, which cannot contradict each other. */
  readonly consistencyRatio: number;
  /** The three criteria whose judgements contradict each other most; null when none do. */
  readonly mostInconsistent: InconsistentTriple | null;
};

/** Saaty's limit: above it the judgements should be looked at again. */
export const ACCEPTABLE_CONSISTENCY_RATIO = 0.1;

/** RI(n) for n from 0: the mean consistency index of random reciprocal matrices (Saaty 1980, p. 21). */
const RANDOM_INDEX = [0, 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59] as const;
export const MOST_COMPARED = RANDOM_INDEX.length - 1;

/**
 * @param ids of the criteria, each once, 1 to 15
 * @param judgements at most one per pair, in either direction
 * @throws RangeError when ids or judgements are not as described
 */
export function pairwiseWeights({ ids, judgements }: { readonly ids: readonly number[]; readonly judgements: readonly JudgedPair[] }): PairwiseResult {
  if (ids.length === 0 || ids.length > MOST_COMPARED || new Set(ids).size !== ids.length) throw new RangeError(`not 1 to ${MOST_COMPARED} different criteria`);
  const matrix = judgementMatrix(ids, judgements);
  const missing = ids.flatMap((firstCriterionId, i) => ids.slice(i + 1).flatMap((secondCriterionId, offset) => (matrix[i]?.[i + 1 + offset] === null ? [{ firstCriterionId, secondCriterionId }] : [])));
  if (missing.length > 0) return { isComplete: false, missing };
  const complete = matrix.map((row) => row.map((ratio) => ratio ?? 1));
  return { isComplete: true, ...weightsOfMatrix(complete), mostInconsistent: mostInconsistentTriple(ids, complete) };
}

const POINTS = 100;
/** Shares are handed to the allocation as whole billionths. */
const FINENESS = 1_000_000_000;

/** @param matrix positive and reciprocal, n × n with n from 1 to 15: row i, column j says how many times as important i is as j */
export function weightsOfMatrix(matrix: ReadonlyArray<readonly number[]>): Omit<PairwiseWeights, "mostInconsistent"> {
  const n = matrix.length;
  const { eigenvector: weights, eigenvalue } = principalEigenpair(matrix);
  // Rounding could leave λ a hair below n, which no reciprocal matrix has.
  const consistencyIndex = n < 3 ? 0 : Math.max(0, eigenvalue - n) / (n - 1);
  const randomIndex = RANDOM_INDEX[n] ?? 0;
  return {
    weights,
    points: allocateInteger(POINTS, weights.map((weight) => Math.round(weight * FINENESS))),
    principalEigenvalue: eigenvalue,
    consistencyIndex,
    consistencyRatio: randomIndex === 0 ? 0 : consistencyIndex / randomIndex,
  };
}

const CONVERGED = 1e-14;
const MOST_ITERATIONS = 10_000;

/** Power iteration: a positive matrix has one largest eigenvalue, with a positive eigenvector (Perron–Frobenius). The vector sums to 1. */
function principalEigenpair(matrix: ReadonlyArray<readonly number[]>): { eigenvector: number[]; eigenvalue: number } {
  let eigenvector = matrix.map(() => 1 / matrix.length);
  for (let iteration = 0; ; iteration += 1) {
    const product = matrix.map((row) => row.reduce((sum, ratio, j) => sum + ratio * (eigenvector[j] ?? 0), 0));
    const eigenvalue = product.reduce((sum, value) => sum + value, 0);
    const next = product.map((value) => value / eigenvalue);
    const change = Math.max(...next.map((value, i) => Math.abs(value / (eigenvector[i] ?? 1) - 1)));
    eigenvector = next;
    if (change < CONVERGED || iteration === MOST_ITERATIONS) return { eigenvector, eigenvalue };
  }
}
