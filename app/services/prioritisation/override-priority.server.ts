import { can } from "#app/domain/permissions/permissions.ts";
import { rankRound } from "#app/domain/prioritisation/round-content.ts";
import { conflict, forbidden, invalid, missing, ok, type Refusal, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write, type DbOrTx } from "#db/client.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import { deleteOverride, findOverride, insertOverride, updateOverride } from "#db/queries/overrides.server.ts";
import { findRound, loadRoundData } from "#db/queries/rounds.server.ts";

type Key = { readonly roundId: number; readonly measureId: number };

/** Gives a measure of an open round its place by hand, or another one. Only what has a score can be placed, and only with a reason. `rowVersion` null: none was given yet. */
export function overridePriority(
  { db, clock, user }: ServiceContext,
  { roundId, measureId, rowVersion, position, reason }: Key & { readonly rowVersion: number | null; readonly position: number; readonly reason: string },
): Result<{ title: string }> {
  return write(db, (tx) => {
    if (!can(user, "round:manage")) return forbidden();
    const target = findTarget(tx, { roundId, measureId });
    if (!target.ok) return target;
    const { title, placeCount } = target.value;
    if (reason.trim() === "") return invalid("reason", "reasonMissing");
    if (!Number.isInteger(position) || position < 1 || position > placeCount) return invalid("position", "positionOutside", { max: placeCount });
    const before = findOverride(tx, roundId, measureId);
    const fields = { position, reason: reason.trim(), userId: user.id, decidedAt: clock.now() };
    const audit = { at: clock.now(), userId: user.id, action: "override", entity: "priorityOverride", entityId: measureId };
    if (before === null) {
      if (rowVersion !== null) return conflict(null);
      insertOverride(tx, { roundId, measureId }, fields);
      recordAudit(tx, { ...audit, before: null, after: { roundId, position, reason: fields.reason } });
      return ok({ title });
    }
    const changed = changedFields({ position: before.position, reason: before.reason }, { position, reason: fields.reason });
    if (rowVersion !== before.rowVersion) return conflict(before);
    if (changed === null) return ok({ title });
    if (!updateOverride(tx, { roundId, measureId }, rowVersion, fields)) return conflict(before);
    recordAudit(tx, { ...audit, before: { roundId, ...changed.before }, after: changed.after });
    return ok({ title });
  });
}

/** The measure takes its computed place again. */
export function removeOverride({ db, clock, user }: ServiceContext, { roundId, measureId, rowVersion }: Key & { readonly rowVersion: number }): Result<{ title: string }> {
  return write(db, (tx) => {
    if (!can(user, "round:manage")) return forbidden();
    const round = findRound(tx, roundId);
    const before = findOverride(tx, roundId, measureId);
    if (round === null || before === null) return missing();
    if (round.state !== "open") return invalid("", "roundClosed");
    if (!deleteOverride(tx, { roundId, measureId }, rowVersion)) return conflict(before);
    const { position, reason } = before;
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "removeOverride", entity: "priorityOverride", entityId: measureId, before: { roundId, position, reason }, after: null });
    return ok({ title: loadRoundData(tx, roundId).measures.find((each) => each.id === measureId)?.title ?? "" });
  });
}

/** What the form shows: the computed place, the place by hand if there is one, and how many places there are. */
export function showOverride({ db, user }: ServiceContext, { roundId, measureId }: Key) {
  if (!can(user, "round:manage")) return forbidden();
  const target = findTarget(db, { roundId, measureId });
  if (!target.ok) return target.refusal.code === "invalid" ? missing() : target;
  return ok({ ...target.value, override: findOverride(db, roundId, measureId) });
}

function findTarget(db: DbOrTx, { roundId, measureId }: Key): Result<{ roundTitle: string; title: string; position: number; computedPosition: number; placeCount: number }, Refusal> {
  const round = findRound(db, roundId);
  if (round === null) return missing();
  if (round.state !== "open") return invalid("", "roundClosed");
  const data = loadRoundData(db, roundId);
  const measure = data.measures.find((each) => each.id === measureId);
  if (measure === undefined) return missing();
  const { entries } = rankRound(data);
  const entry = entries.find((each) => each.measureId === measureId);
  if (entry === undefined) return invalid("", "withoutScore");
  return ok({ roundTitle: round.title, title: measure.title, position: entry.position, computedPosition: entry.computedPosition, placeCount: entries.length });
}
