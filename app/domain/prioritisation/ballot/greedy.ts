import type { GreedyRule } from "./election.ts";
import type { TalliedProject } from "./tally.ts";

/** One look at a project, in the order of the count. */
export type GreedyStep = {
  readonly index: number;
  /** 1 for the project looked at first. */
  readonly rank: number;
  readonly remainingCents: number;
  readonly verdict: "funded" | "tooExpensive" | "belowMinimum" | "countEnded";
};

/**
 * The usual count: by votes (or points), highest first, each project funded that still fits.
 * With `scorePerCost` by votes per euro, exactly compared; what costs nothing comes first.
 * Ties: the order of the ballot paper, as in the files of Pabulib, whose outcomes this reproduces.
 */
export function countGreedily({
  projects,
  budgetCents,
  rule,
}: {
  readonly projects: readonly TalliedProject[];
  readonly budgetCents: number;
  readonly rule: Omit<GreedyRule, "method">;
}): GreedyStep[] {
  const ordered = [...projects].sort((a, b) => (rule.orderBy === "score" ? b.score - a.score : compareValue(b, a)) || a.index - b.index);
  let remainingCents = budgetCents;
  let ended = false;
  return ordered.map((project, position) => {
    const step = { index: project.index, rank: position + 1, remainingCents };
    if (project.score < rule.minimumScore) return { ...step, verdict: "belowMinimum" };
    if (ended) return { ...step, verdict: "countEnded" };
    if (project.costCents > remainingCents) {
      ended = rule.whenTooExpensive === "stop";
      return { ...step, verdict: "tooExpensive" };
    }
    remainingCents -= project.costCents;
    return { ...step, verdict: "funded" };
  });
}

function compareValue(a: TalliedProject, b: TalliedProject): number {
  const left = BigInt(a.score) * BigInt(b.costCents);
  const right = BigInt(b.score) * BigInt(a.costCents);
  if (left === right) return b.costCents === 0 && a.costCents > 0 ? -1 : a.costCents === 0 && b.costCents > 0 ? 1 : 0;
  return left < right ? -1 : 1;
}
