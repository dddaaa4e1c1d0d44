import type { Cents } from "#app/domain/money/cents.ts";

/**
 * An advisory ballot under a budget cap: what stands on it and what was cast. It never decides: the formal vote happens in session.
 *
 * - `approval`: a member approves any number of projects.
 * - `points`: a member spends at most `pointsPerVoter` points (cumulative voting).
 */
export type VoteType = "approval" | "points";

export type BallotProject = {
  readonly id: string;
  /** Known and not negative: a project without a known cost cannot stand on a ballot, because unknown is not zero. */
  readonly costCents: Cents;
};

export type CastBallot = {
  readonly voterId: string;
  /** Project id → strength of support: 1 for an approved project, the points given otherwise. What is missing is 0. */
  readonly support: ReadonlyMap<string, number>;
};

export type Election = {
  readonly voteType: VoteType;
  readonly budgetCents: Cents;
  /** In the order of the ballot paper, announced before the vote: the last tie-break of every rule. */
  readonly projects: readonly BallotProject[];
  /** One for each voter who took part, empty ballots included; their order changes nothing. */
  readonly ballots: readonly CastBallot[];
};

/** The rule is agreed before the vote and shown with the result; what happens to left-over money is part of it. */
export type BallotRule = EqualSharesRule | GreedyRule;

export type EqualSharesRule = {
  readonly method: "equalShares";
  /**
   * `addOne`: raise every voter's endowment by `stepCents` as long as the outcome keeps to the budget (Pabulib's `add1`).
   * `addOneExhaustive`: and stop as soon as no further project would fit (equalshares.net's recommendation, `add1e`).
   */
  readonly completion: "none" | "addOne" | "addOneExhaustive";
  /** One currency unit: 100 cents, as equalshares.net and Pabulib have it. */
  readonly stepCents: number;
  /** What the method leaves over stays unspent, or goes to the projects with the highest score that still fit. */
  readonly leftover: "keep" | "greedy";
  /** Take the greedy outcome where more voters like it better than like the outcome of equal shares. */
  readonly compareWithGreedy: boolean;
  /** Votes (or points) a project needs to be eligible at all; 0 for none. */
  readonly minimumScore: number;
};

export type GreedyRule = {
  readonly method: "greedy";
  readonly orderBy: "score" | "scorePerCost";
  /** A project that no longer fits is passed over, or ends the count. */
  readonly whenTooExpensive: "skip" | "stop";
  readonly minimumScore: number;
};

/** What equalshares.net recommends, with left-over money kept. */
export const EQUAL_SHARES: EqualSharesRule = {
  method: "equalShares",
  completion: "addOneExhaustive",
  stepCents: 100,
  leftover: "keep",
  compareWithGreedy: false,
  minimumScore: 0,
};

export const GREEDY: GreedyRule = { method: "greedy", orderBy: "score", whenTooExpensive: "skip", minimumScore: 0 };
