import { can } from "#app/domain/permissions/permissions.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write, type DbOrTx } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { listCandidates } from "#db/queries/ballot-measures.server.ts";
import { ballotItems, ballotMembers, findBallot, listCommitteeMembers, updateBallot } from "#db/queries/ballots.server.ts";

/** From now on members vote and nothing on the paper changes. What changed in the plan since the draft was saved has to be looked at first. */
export function openBallot({ db, clock, user }: ServiceContext, { ballotId, rowVersion }: { readonly ballotId: number; readonly rowVersion: number }): Result<{ title: string }> {
  return write(db, (tx) => {
    if (!can(user, "ballot:manage")) return forbidden();
    const stored = findBallot(tx, ballotId);
    if (stored === null) return missing();
    if (stored.state !== "draft") return invalid("", "notDraft");
    const changed = changedSince(tx, ballotId);
    if (changed.length > 0) return invalid("", "changedSince", { names: changed.map((name) => `„${name}“`).join(", ") });
    const openedAt = clock.now();
    if (!updateBallot(tx, ballotId, rowVersion, { state: "open", openedAt })) return conflict(stored);
    recordAudit(tx, { at: openedAt, userId: user.id, action: "openBallot", entity: "ballot", entityId: ballotId, before: { state: "draft" }, after: { state: "open", openedAt } });
    return ok({ title: stored.title });
  });
}

/** Measures whose title or cost is no longer the one on the paper, and people who are no longer in the committee. */
function changedSince(tx: DbOrTx, ballotId: number): string[] {
  const candidates = new Map(listCandidates(tx).map((candidate) => [candidate.id, candidate]));
  const committee = new Set(listCommitteeMembers(tx).map((member) => member.id));
  const measures = ballotItems(tx, ballotId).filter(({ measureId, title, costCents }) => {
    const now = candidates.get(measureId);
    return now === undefined || now.title !== title || now.costCents !== costCents;
  });
  const members = ballotMembers(tx, ballotId).filter(({ userId }) => !committee.has(userId));
  return [...measures.map(({ title }) => title), ...members.map(({ name }) => name)];
}
