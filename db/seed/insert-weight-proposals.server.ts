import { findOpenRound } from "#db/queries/rounds.server.ts";
import { insertWeightProposal } from "#db/queries/weight-proposals.server.ts";
import { weightProposals } from "./musterstadt/weight-proposals.ts";
import type { SeedContext } from "./seed-context.server.ts";

/** Weights that people tried and put up for discussion in the round that is being rated. */
export function insertWeightProposals({ tx, audit, daysAgo, users, criterionIds }: SeedContext): void {
  const round = findOpenRound(tx);
  if (round === null) return;
  for (const { title, by, daysAgo: days, points } of weightProposals) {
    const [userId, at] = [users.get(by), daysAgo(days)];
    const weights = Object.fromEntries(criterionIds.map((criterionId, index) => [criterionId, points[index] ?? 0]));
    const entityId = insertWeightProposal(tx, { roundId: round.id, title, weights, userId, proposedAt: at });
    audit({ at, userId, action: "propose", entity: "weightProposal", entityId, before: null, after: { title, roundId: round.id } });
  }
}
