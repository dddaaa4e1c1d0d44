import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, missing, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listCandidates } from "#db/queries/ballot-measures.server.ts";
import { ballotItems, ballotMembers, findBallot, listCommitteeMembers } from "#db/queries/ballots.server.ts";

/** What a ballot can be drawn up from; `ballot` is null for a new one. */
export function showBallotForm({ db, user }: ServiceContext, ballotId: number | null) {
  if (!can(user, "ballot:manage")) return forbidden();
  const stored = ballotId === null ? null : findBallot(db, ballotId);
  if (ballotId !== null && stored === null) return missing();
  const ballot = stored && {
    ...stored,
    items: ballotItems(db, stored.id),
    measureIds: ballotItems(db, stored.id).map((item) => item.measureId),
    memberIds: ballotMembers(db, stored.id).map((member) => member.userId),
  };
  return ok({ ballot, candidates: listCandidates(db), committee: listCommitteeMembers(db) });
}
