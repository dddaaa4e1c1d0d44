import { z } from "zod";
import { cents } from "#app/domain/money/cents.ts";
import { ballotKinds, leftoverRules } from "#app/domain/prioritisation/ballot-terms.ts";
import type { BallotOutcome, FundingReason, UnaffordableForSupporters } from "./outcome.ts";

/** A closed ballot as it is stored for good: what was voted on, the papers, and both outcomes with their reasons. */
const money = z.number().int().transform(cents);
const count = z.number().int();
const payers = z.object({ voterCount: count, paidCents: money });

const unaffordable = z.object({
  kind: z.literal("supportersCannotPay"),
  afterRound: count,
  heldCents: money,
  leftCents: money,
  spentOn: z.array(z.object({ projectId: z.string(), round: count, paidCents: money })),
}) satisfies z.ZodType<UnaffordableForSupporters>;
const noSupport = z.object({ kind: z.literal("noSupport") });

const reason: z.ZodType<FundingReason> = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("fundedByShares"),
    round: count,
    pricePerUtility: z.number(),
    effectiveVotes: z.number().nullable(),
    shareCents: money,
    paidInFull: payers,
    paidWithTheRest: payers,
  }),
  unaffordable,
  z.object({
    kind: z.enum(["greedyFunded", "greedyTooExpensive", "greedyCountEnded"]),
    rank: count,
    remainingCents: money,
    before: z.discriminatedUnion("kind", [unaffordable, noSupport]).nullable(),
  }),
  noSupport,
  z.object({ kind: z.literal("belowMinimum"), minimumScore: z.number() }),
]);

const outcome: z.ZodType<BallotOutcome> = z.object({
  rule: z.discriminatedUnion("method", [
    z.object({
      method: z.literal("equalShares"),
      completion: z.enum(["none", "addOne", "addOneExhaustive"]),
      stepCents: z.number(),
      leftover: z.enum(["keep", "greedy"]),
      compareWithGreedy: z.boolean(),
      minimumScore: z.number(),
    }),
    z.object({ method: z.literal("greedy"), orderBy: z.enum(["score", "scorePerCost"]), whenTooExpensive: z.enum(["skip", "stop"]), minimumScore: z.number() }),
  ]),
  voterCount: count,
  fundedIds: z.array(z.string()),
  spentCents: money,
  leftCents: money,
  endowment: z.object({ equalShareCents: money, finalCents: money }).nullable(),
  comparison: z.object({ preferEqualShares: count, preferGreedy: count, chosen: z.enum(["equalShares", "greedy"]) }).nullable(),
  projects: z.array(z.object({ projectId: z.string(), costCents: money, voteCount: count, score: z.number(), funded: z.boolean(), reason })),
});

export const resultSchema = z.object({
  formatVersion: z.literal(1),
  title: z.string(),
  question: z.string(),
  kind: z.enum(ballotKinds),
  pointsPerMember: count.nullable(),
  budgetCents: money,
  leftoverRule: z.enum(leftoverRules),
  isSecret: z.boolean(),
  /** ISO instants in UTC. */
  openedAt: z.string().nullable(),
  closedAt: z.string(),
  memberCount: count,
  voterCount: count,
  /** In the order of the ballot paper. */
  items: z.array(z.object({ measureId: count, title: z.string(), costCents: money })),
  /** Empty when too few of a secret ballot were cast; `voter` is a name in an open ballot only. */
  papers: z.array(z.object({ voter: z.string().nullable(), choices: z.array(z.object({ measureId: count, points: count })) })),
  equalShares: outcome.nullable(),
  greedy: outcome.nullable(),
});
export type BallotResult = z.infer<typeof resultSchema>;
