import { can } from "#app/domain/permissions/permissions.ts";
import { MOST_POINTS } from "#app/domain/prioritisation/trial-weights.ts";
import { forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { CurrentUser, ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { findRound, loadRoundData } from "#db/queries/rounds.server.ts";
import { deleteWeightProposal, findWeightProposal, insertWeightProposal, type WeightProposal } from "#db/queries/weight-proposals.server.ts";

/** Who sees the ranking and takes part in it. */
export const mayPropose = (user: CurrentUser): boolean => can(user, "plan:read") && can(user, "rating:write");
/** One's own, and whoever leads the rounds any. */
export const mayDiscard = (user: CurrentUser, proposal: Pick<WeightProposal, "userId">): boolean => can(user, "round:manage") || (mayPropose(user) && proposal.userId === user.id);

type Proposal = { readonly roundId: number; readonly title: string; readonly weights: ReadonlyArray<{ readonly criterionId: number; readonly points: number }> };

/** Keeps weights that somebody tried, for others to look at. It changes no weight and no place. */
export function proposeWeights({ db, clock, user }: ServiceContext, { roundId, title, weights }: Proposal): Result<{ proposalId: number }> {
  return write(db, (tx) => {
    if (!mayPropose(user)) return forbidden();
    if (findRound(tx, roundId) === null) return missing();
    const { criteria } = loadRoundData(tx, roundId);
    const points = new Map(weights.map((each) => [each.criterionId, each.points]));
    const isOfRound = points.size === criteria.length && criteria.every((criterion) => isPoints(points.get(criterion.id)));
    if (!isOfRound) return invalid("", "unknownCriterion");
    if (criteria.every((criterion) => points.get(criterion.id) === 0)) return invalid("", "allZero");
    const at = clock.now();
    const proposalId = insertWeightProposal(tx, { roundId, title, weights: Object.fromEntries(points), userId: user.id, proposedAt: at });
    const inWords = criteria.map(({ id, name }) => `${name}: ${points.get(id) ?? 0}`).join("; ");
    recordAudit(tx, { at, userId: user.id, action: "propose", entity: "weightProposal", entityId: proposalId, before: null, after: { title, roundId, weights: inWords } });
    return ok({ proposalId });
  });
}

const isPoints = (value: number | undefined): boolean => value !== undefined && Number.isInteger(value) && value >= 0 && value <= MOST_POINTS;

/** Removes a proposal; what it said stays in the log. */
export function discardProposal({ db, clock, user }: ServiceContext, proposalId: number): Result<{ title: string; roundId: number }> {
  return write(db, (tx) => {
    if (!mayPropose(user)) return forbidden();
    const proposal = findWeightProposal(tx, proposalId);
    if (proposal === null) return missing();
    if (!mayDiscard(user, proposal)) return forbidden();
    deleteWeightProposal(tx, proposalId);
    const { title, roundId, userId } = proposal;
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "delete", entity: "weightProposal", entityId: proposalId, before: { title, roundId, userId }, after: null });
    return ok({ title, roundId });
  });
}
