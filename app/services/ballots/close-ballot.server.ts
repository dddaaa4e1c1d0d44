import { can } from "#app/domain/permissions/permissions.ts";
import { closeElection, isWithheld, writeResult } from "#app/domain/prioritisation/ballot/ballot-result.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { deletePapers, listPapers, writeWithoutTrace } from "#db/queries/ballot-papers.server.ts";
import { ballotItems, ballotMembers, findBallot, updateBallot } from "#db/queries/ballots.server.ts";

/** What the officer is asked before a ballot is closed. */
export function showClosing({ db, user }: ServiceContext, ballotId: number) {
  if (!can(user, "ballot:manage")) return forbidden();
  const ballot = findBallot(db, ballotId);
  if (ballot === null) return missing();
  const members = ballotMembers(db, ballotId);
  const votedCount = members.filter((member) => member.hasVoted).length;
  const { id, title, state, isSecret, rowVersion } = ballot;
  return ok({ id, title, state, rowVersion, memberCount: members.length, votedCount, isWithheld: isWithheld({ isSecret, paperCount: votedCount }) });
}

/** Ends the vote, counts it both ways and stores the result for good. The papers go into the result, or out of the world when they are too few. */
export function closeBallot({ db, clock, user }: ServiceContext, { ballotId, rowVersion }: { readonly ballotId: number; readonly rowVersion: number }): Result<{ title: string }> {
  return writeWithoutTrace(db, (tx) => {
    if (!can(user, "ballot:manage")) return forbidden();
    const stored = findBallot(tx, ballotId);
    if (stored === null) return missing();
    if (stored.state !== "open") return invalid("", "notOpen");
    const closedAt = clock.now();
    const members = ballotMembers(tx, ballotId);
    const nameOf = new Map(members.map((member) => [member.userId, member.name]));
    const { title, question, kind, pointsPerMember, budgetCents, leftoverRule, isSecret, openedAt } = stored;
    const papers = listPapers(tx, ballotId).map(({ userId, choices }) => ({ voter: userId === null ? null : (nameOf.get(userId) ?? null), choices }));
    const result = closeElection({
      ballot: { title, question, kind, pointsPerMember, budgetCents, leftoverRule, isSecret, openedAt, closedAt, memberCount: members.length },
      items: ballotItems(tx, ballotId),
      papers,
    });
    if (!updateBallot(tx, ballotId, rowVersion, { state: "closed", closedAt, result: writeResult(result) })) return conflict(stored);
    deletePapers(tx, ballotId);
    const after = { state: "closed", closedAt, votedCount: papers.length };
    recordAudit(tx, { at: closedAt, userId: user.id, action: "closeBallot", entity: "ballot", entityId: ballotId, before: { state: "open" }, after });
    return ok({ title });
  });
}
