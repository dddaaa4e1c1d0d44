import { can } from "#app/domain/permissions/permissions.ts";
import type { BallotItem } from "#app/domain/prioritisation/ballot/ballot-result.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write, type DbOrTx } from "#db/client.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import { listCandidates } from "#db/queries/ballot-measures.server.ts";
import { ballotItems, ballotMembers, deleteBallot, findBallot, insertBallot, listCommitteeMembers, storeBallotItems, storeBallotMembers, updateBallot, type BallotFields } from "#db/queries/ballots.server.ts";

export type BallotCommand = BallotFields & { readonly measureIds: readonly number[]; readonly memberIds: readonly number[] };
export const MOST_POINTS = 100;

/** Draws up a ballot. Title and cost of each measure are taken over as they stand. */
export function createBallot({ db, clock, user }: ServiceContext, command: BallotCommand): Result<{ ballotId: number }> {
  return write(db, (tx) => {
    if (!can(user, "ballot:manage")) return forbidden();
    const checked = checkCommand(tx, command);
    if (!checked.ok) return checked;
    const { fields, items, memberIds } = checked.value;
    const at = clock.now();
    const ballotId = insertBallot(tx, { ...fields, createdAt: at });
    storeBallotItems(tx, ballotId, items);
    storeBallotMembers(tx, ballotId, memberIds);
    recordAudit(tx, { at, userId: user.id, action: "create", entity: "ballot", entityId: ballotId, before: null, after: auditFields(tx, ballotId) });
    return ok({ ballotId });
  });
}

/** Changes a draft; what members already see is never changed. */
export function saveBallot({ db, clock, user }: ServiceContext, { ballotId, rowVersion, ...command }: BallotCommand & { readonly ballotId: number; readonly rowVersion: number }): Result<{ ballotId: number }> {
  return write(db, (tx) => {
    if (!can(user, "ballot:manage")) return forbidden();
    const stored = findBallot(tx, ballotId);
    if (stored === null) return missing();
    if (stored.state !== "draft") return invalid("", "notDraft");
    const checked = checkCommand(tx, command);
    if (!checked.ok) return checked;
    const { fields, items, memberIds } = checked.value;
    const before = auditFields(tx, ballotId);
    if (!updateBallot(tx, ballotId, rowVersion, fields)) return conflict(stored);
    storeBallotItems(tx, ballotId, items);
    storeBallotMembers(tx, ballotId, memberIds);
    const changed = changedFields(before, auditFields(tx, ballotId));
    if (changed) recordAudit(tx, { at: clock.now(), userId: user.id, action: "update", entity: "ballot", entityId: ballotId, ...changed });
    return ok({ ballotId });
  });
}

/** Throws a draft away; a ballot that was open stays for good. */
export function discardBallot({ db, clock, user }: ServiceContext, { ballotId, rowVersion }: { readonly ballotId: number; readonly rowVersion: number }): Result<{ title: string }> {
  return write(db, (tx) => {
    if (!can(user, "ballot:manage")) return forbidden();
    const stored = findBallot(tx, ballotId);
    if (stored === null) return missing();
    if (stored.state !== "draft") return invalid("", "notDraft");
    const before = auditFields(tx, ballotId);
    if (!deleteBallot(tx, ballotId, rowVersion)) return conflict(stored);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "delete", entity: "ballot", entityId: ballotId, before, after: null });
    return ok({ title: stored.title });
  });
}

type Checked = { readonly fields: BallotFields; readonly items: readonly BallotItem[]; readonly memberIds: readonly number[] };

function checkCommand(tx: DbOrTx, { measureIds, memberIds, ...fields }: BallotCommand): Result<Checked> {
  const pointsPerMember = fields.kind === "points" ? fields.pointsPerMember : null;
  if (fields.kind === "points" && (pointsPerMember === null || pointsPerMember < 1 || pointsPerMember > MOST_POINTS)) return invalid("pointsPerMember", "points", { max: MOST_POINTS });
  if (fields.budgetCents <= 0) return invalid("budgetCents", "budgetMissing");
  if (measureIds.length === 0) return invalid("measureIds", "noMeasures");
  const candidates = new Map(listCandidates(tx).map((candidate) => [candidate.id, candidate]));
  const items: BallotItem[] = [];
  for (const measureId of new Set(measureIds)) {
    const candidate = candidates.get(measureId);
    if (candidate === undefined) return invalid("measureIds", "notACandidate");
    if (candidate.costCents === null) return invalid("measureIds", candidate.obstacle, { title: candidate.title });
    if (candidate.costCents > fields.budgetCents) return invalid("measureIds", "dearerThanBudget", { title: candidate.title });
    items.push({ measureId, title: candidate.title, costCents: candidate.costCents });
  }
  const committee = new Set(listCommitteeMembers(tx).map((member) => member.id));
  if (memberIds.length === 0) return invalid("memberIds", "noMembers");
  if (memberIds.some((memberId) => !committee.has(memberId))) return invalid("memberIds", "notInCommittee");
  return ok({ fields: { ...fields, pointsPerMember }, items, memberIds: [...new Set(memberIds)] });
}

function auditFields(tx: DbOrTx, ballotId: number) {
  const { title, question, kind, pointsPerMember, budgetCents, leftoverRule, isSecret } = findBallot(tx, ballotId) ?? {};
  const items = Object.fromEntries(ballotItems(tx, ballotId).map((item) => [item.title, item.costCents]));
  return { title, question, kind, pointsPerMember, budgetCents, leftoverRule, isSecret, items, members: ballotMembers(tx, ballotId).map((member) => member.name) };
}
