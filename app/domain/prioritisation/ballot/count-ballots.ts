import { cents, subtractCents, sumCents } from "#app/domain/money/cents.ts";
import type { BallotRule, Election, EqualSharesRule } from "./election.ts";
import { runEqualShares } from "./equal-shares.ts";
import { explainShares } from "./explain-shares.ts";
import { roundCents } from "./fraction.ts";
import { countGreedily, type GreedyStep } from "./greedy.ts";
import type { BallotOutcome, Comparison, FundingReason, ProjectOutcome } from "./outcome.ts";
import { equalShare, raiseEndowments } from "./raise-endowments.ts";
import { tallyBallots, type TalliedProject, type Tally } from "./tally.ts";

/**
 * Counts an election by its rule. Deterministic: the order of the ballots changes nothing, and no chance is involved.
 * Ballots are expected to be checked (`check-election.ts`); support for projects that are not on the paper is passed over.
 */
export function countBallots(election: Election, rule: BallotRule): BallotOutcome {
  const tally = tallyBallots(election);
  if (rule.method === "greedy") return greedyOutcome(election, tally, rule, rule);
  const outcome = sharesOutcome(election, tally, rule);
  if (!rule.compareWithGreedy) return outcome;
  const greedy = greedyOutcome(election, tally, rule, { orderBy: "score", whenTooExpensive: "skip", minimumScore: rule.minimumScore });
  const comparison = compare(election, outcome, greedy);
  const chosen = comparison.chosen === "greedy" ? greedy : outcome;
  return { ...chosen, endowment: outcome.endowment, comparison };
}

type GreedyOptions = Parameters<typeof countGreedily>[0]["rule"];

function greedyOutcome(election: Election, tally: Tally, rule: BallotRule, options: GreedyOptions): BallotOutcome {
  const steps = countGreedily({ projects: tally.projects, budgetCents: election.budgetCents, rule: options });
  const stepOf = new Map(steps.map((step) => [step.index, step]));
  return summarise({ election, rule, tally, endowment: null }, (project) => reasonOf(stepOf.get(project.index), options.minimumScore, null));
}

function sharesOutcome(election: Election, tally: Tally, rule: EqualSharesRule): BallotOutcome {
  const { budgetCents } = election;
  const { stepCents, minimumScore } = rule;
  const first = equalShare(tally, budgetCents);
  const untilExhaustive = rule.completion === "addOneExhaustive";
  const endowment = rule.completion === "none" ? first : raiseEndowments({ tally, budgetCents, stepCents, minimumScore, untilExhaustive });
  const run = runEqualShares({ tally, endowment, minimumScore, detailed: true });
  const funded = new Set(run.purchases.map(({ index }) => index));
  const remainingCents = budgetCents - tally.projects.filter(({ index }) => funded.has(index)).reduce((sum, { costCents }) => sum + costCents, 0);
  const others = tally.projects.filter(({ index }) => !funded.has(index));
  const steps =
    rule.leftover === "greedy"
      ? countGreedily({ projects: others, budgetCents: remainingCents, rule: { orderBy: "score", whenTooExpensive: "skip", minimumScore } })
      : [];
  const stepOf = new Map(steps.map((step) => [step.index, step]));
  const context = { election, rule, tally, endowment: { equalShareCents: roundCents(first), finalCents: roundCents(endowment) } };
  return summarise(context, (project) => {
    if (project.score < minimumScore) return { kind: "belowMinimum", minimumScore };
    const reason = explainShares(project, { tally, run, approval: election.voteType === "approval" });
    const step = stepOf.get(project.index);
    return reason.kind === "fundedByShares" || step === undefined ? reason : reasonOf(step, minimumScore, reason);
  });
}

const KIND_OF = { funded: "greedyFunded", tooExpensive: "greedyTooExpensive", countEnded: "greedyCountEnded" } as const;

type ReasonBefore = Extract<FundingReason, { before: unknown }>["before"];

function reasonOf(step: GreedyStep | undefined, minimumScore: number, before: ReasonBefore): FundingReason {
  if (step === undefined || step.verdict === "belowMinimum") return { kind: "belowMinimum", minimumScore };
  return { kind: KIND_OF[step.verdict], rank: step.rank, remainingCents: cents(step.remainingCents), before };
}

type Context = Pick<BallotOutcome, "rule" | "endowment"> & { readonly election: Election; readonly tally: Tally };

function summarise({ election, rule, tally, endowment }: Context, explain: (project: TalliedProject) => FundingReason): BallotOutcome {
  const projects = tally.projects.map((project): ProjectOutcome => {
    const reason = explain(project);
    const funded = reason.kind === "fundedByShares" || reason.kind === "greedyFunded";
    const { id, costCents, voteCount, score } = project;
    return { projectId: id, costCents: cents(costCents), voteCount, score, funded, reason };
  });
  const funded = projects.filter((project) => project.funded);
  const spentCents = sumCents(funded.map(({ costCents }) => costCents));
  return {
    rule,
    voterCount: tally.voterCount,
    fundedIds: funded.map(({ projectId }) => projectId),
    spentCents,
    leftCents: subtractCents(election.budgetCents, spentCents),
    endowment,
    comparison: null,
    projects,
  };
}

/** Each voter prefers the outcome that holds more of what the voter supports; equal shares stays unless greedy has more friends. */
function compare({ ballots }: Election, shares: BallotOutcome, greedy: BallotOutcome): Comparison {
  let preferEqualShares = 0;
  let preferGreedy = 0;
  for (const { support } of ballots) {
    const worth = (outcome: BallotOutcome) => outcome.fundedIds.reduce((sum, id) => sum + Math.max(0, support.get(id) ?? 0), 0);
    const difference = worth(shares) - worth(greedy);
    if (difference > 0) preferEqualShares += 1;
    if (difference < 0) preferGreedy += 1;
  }
  return { preferEqualShares, preferGreedy, chosen: preferGreedy > preferEqualShares ? "greedy" : "equalShares" };
}
