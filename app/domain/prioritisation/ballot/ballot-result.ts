import { canonicalJson } from "#app/domain/committee/canonical-json.ts";
import { FEWEST_SECRET_PAPERS, type BallotKind, type LeftoverRule } from "#app/domain/prioritisation/ballot-terms.ts";
import type { Cents } from "#app/domain/money/cents.ts";
import { countBallots } from "./count-ballots.ts";
import { EQUAL_SHARES, GREEDY, type BallotRule, type EqualSharesRule } from "./election.ts";
import { resultSchema, type BallotResult } from "./result-schema.ts";

export type BallotItem = { readonly measureId: number; readonly title: string; readonly costCents: Cents };
/** Points by measure; an approval is one point. `voter` is null in a secret ballot. */
export type Paper = { readonly voter: string | null; readonly choices: ReadonlyMap<number, number> };

export type ClosingBallot = {
  readonly title: string;
  readonly question: string;
  readonly kind: BallotKind;
  readonly pointsPerMember: number | null;
  readonly budgetCents: Cents;
  readonly leftoverRule: LeftoverRule;
  readonly isSecret: boolean;
  readonly openedAt: string | null;
  readonly closedAt: string;
  readonly memberCount: number;
};

/** A measure that nobody supports is never funded, however much money is left. */
const minimumScore = 1;
export const GREEDY_RULE: BallotRule = { ...GREEDY, minimumScore };

/** What the officer chose for leftover money as a rule of equal shares; completion as decided in decision 009. */
export function sharesRule(leftoverRule: LeftoverRule): EqualSharesRule {
  switch (leftoverRule) {
    case "none":
      return { ...EQUAL_SHARES, minimumScore, completion: "none", leftover: "keep" };
    case "addOne":
      return { ...EQUAL_SHARES, minimumScore, leftover: "keep" };
    case "addOneGreedy":
      return { ...EQUAL_SHARES, minimumScore, leftover: "greedy" };
  }
}

/** The order of the paper, fixed before the vote because it is the last tie-break: by title. */
export const inPaperOrder = <Item extends Pick<BallotItem, "measureId" | "title">>(items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => a.title.localeCompare(b.title, "de") || a.measureId - b.measureId);

export const isWithheld = ({ isSecret, paperCount }: { readonly isSecret: boolean; readonly paperCount: number }): boolean => isSecret && paperCount < FEWEST_SECRET_PAPERS;

/**
 * Counts a ballot for good, by equal shares and greedily. The result holds the papers, so that it can be counted again:
 * in a secret ballot without names and ordered by what they say, and none at all when they are too few to be counted.
 */
export function closeElection({ ballot, items, papers }: { readonly ballot: ClosingBallot; readonly items: readonly BallotItem[]; readonly papers: readonly Paper[] }): BallotResult {
  const ordered = inPaperOrder(items);
  const common = { formatVersion: 1, ...ballot, voterCount: papers.length, items: ordered } as const;
  if (isWithheld({ isSecret: ballot.isSecret, paperCount: papers.length })) return { ...common, papers: [], equalShares: null, greedy: null };
  const kept = papers.map(({ voter, choices }) => ({
    voter: ballot.isSecret ? null : voter,
    choices: ordered.flatMap(({ measureId }) => {
      const points = choices.get(measureId) ?? 0;
      return points > 0 ? [{ measureId, points }] : [];
    }),
  }));
  kept.sort((a, b) => (a.voter ?? "").localeCompare(b.voter ?? "", "de") || compareTexts(canonicalJson(a.choices), canonicalJson(b.choices)));
  const election = {
    voteType: ballot.kind,
    budgetCents: ballot.budgetCents,
    projects: ordered.map(({ measureId, costCents }) => ({ id: String(measureId), costCents })),
    ballots: kept.map(({ choices }, index) => ({ voterId: String(index), support: new Map(choices.map(({ measureId, points }) => [String(measureId), points])) })),
  };
  return { ...common, papers: kept, equalShares: countBallots(election, sharesRule(ballot.leftoverRule)), greedy: countBallots(election, GREEDY_RULE) };
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const writeResult = (result: BallotResult): string => canonicalJson(result);

/** @throws Error when the text is no result of a known format: what is stored was written by {@link writeResult} */
export function readResult(text: string): BallotResult {
  const parsed = resultSchema.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`not a ballot's result of a known format: ${parsed.error.message}`);
  return parsed.data;
}
