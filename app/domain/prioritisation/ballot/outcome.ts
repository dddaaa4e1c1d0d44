import type { Cents } from "#app/domain/money/cents.ts";
import type { BallotRule } from "./election.ts";

/**
 * The result and its reasons as data; the sentences are made where they are shown. Sums over supporters only, never a
 * single voter's money: the ballot stays secret. Amounts of one list are rounded together and add up.
 */
export type BallotOutcome = {
  readonly rule: BallotRule;
  /** Ballots cast, empty ones included. */
  readonly voterCount: number;
  /** In the order of the ballot paper. */
  readonly fundedIds: readonly string[];
  readonly spentCents: Cents;
  readonly leftCents: Cents;
  /** Null for greedy. */
  readonly endowment: Endowment | null;
  /** Null unless the rule compares. */
  readonly comparison: Comparison | null;
  /** Every project of the ballot paper, in its order. */
  readonly projects: readonly ProjectOutcome[];
};

/** What each voter could spend, rounded to the cent: at first an equal share of the budget, then what the completion raised it to. */
export type Endowment = { readonly equalShareCents: Cents; readonly finalCents: Cents };

/** How many voters support more of one outcome's projects (give them more points) than of the other's. */
export type Comparison = { readonly preferEqualShares: number; readonly preferGreedy: number; readonly chosen: "equalShares" | "greedy" };

export type ProjectOutcome = {
  readonly projectId: string;
  readonly costCents: Cents;
  readonly voteCount: number;
  /** Votes under approval, points otherwise. */
  readonly score: number;
  readonly funded: boolean;
  readonly reason: FundingReason;
};

export type FundingReason =
  | FundedByShares
  | UnaffordableForSupporters
  /** Left-over money was spent by the highest score, or the whole count was greedy. */
  | {
      readonly kind: "greedyFunded" | "greedyTooExpensive" | "greedyCountEnded";
      /** 1 for the highest score among the projects looked at. */
      readonly rank: number;
      /** Budget left when the project's turn came. */
      readonly remainingCents: Cents;
      /** Where equal shares came first: why its own supporters could not pay for it. */
      readonly before: UnaffordableForSupporters | { readonly kind: "noSupport" } | null;
    }
  | { readonly kind: "noSupport" }
  | { readonly kind: "belowMinimum"; readonly minimumScore: number };

export type FundedByShares = {
  readonly kind: "fundedByShares";
  /** 1 for the project funded first. */
  readonly round: number;
  /** ρ: cents paid for each unit of utility (a cent's worth of an approved project, or a point). Rounded; for comparison and display. */
  readonly pricePerUtility: number;
  /** Approval: supporters counted by the part of the share they could pay, cost ÷ share. Null with points. */
  readonly effectiveVotes: number | null;
  /** What a supporter pays for each unit of support (a vote, a point). */
  readonly shareCents: Cents;
  /** Together always the cost. */
  readonly paidInFull: PayerSum;
  /** Supporters who had less than their share left and paid all of it, including those who had nothing left. */
  readonly paidWithTheRest: PayerSum;
};

export type PayerSum = { readonly voterCount: number; readonly paidCents: Cents };

export type UnaffordableForSupporters = {
  readonly kind: "supportersCannotPay";
  /** The number of projects that had been funded when it became too expensive; 0 if it was from the start. */
  readonly afterRound: number;
  /** What its supporters held together then: less than the cost. */
  readonly heldCents: Cents;
  /** At the end: what its supporters had left, and where the rest of their endowments went, in the order of the rounds. */
  readonly leftCents: Cents;
  readonly spentOn: readonly { readonly projectId: string; readonly round: number; readonly paidCents: Cents }[];
};
