import type { AmendmentMotion, AmendmentState } from "#app/domain/committee/amendment.ts";
import { isContentOpen, nextStates } from "#app/domain/committee/amendment-rules.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { deleteMotion, findMotion, touchMotion } from "#db/queries/amendment-motions.server.ts";
import { auditFields } from "./save-amendment-motion.server.ts";

type MotionKey = Pick<AmendmentMotion, "rowVersion"> & { readonly motionId: number };

/** Moves a motion on. What has no line moves nothing and is not submitted. */
export function changeMotionState({ db, clock, user }: ServiceContext, { motionId, rowVersion, state }: MotionKey & { readonly state: AmendmentState }): Result<{ number: string }> {
  return write(db, (tx) => {
    if (!can(user, "amendment:edit")) return forbidden();
    const stored = findMotion(tx, motionId);
    if (stored === null) return missing();
    if (!nextStates(stored.state).includes(state)) return invalid("", "stateNotNext");
    if (stored.state === "draft" && stored.lines.length === 0) return invalid("", "noLines");
    if (!touchMotion(tx, motionId, rowVersion, { state })) return conflict(stored);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "update", entity: "amendmentMotion", entityId: motionId, before: { state: stored.state }, after: { state } });
    return ok({ number: stored.number });
  });
}

/** Only a draft can go; the log keeps what it said. */
export function removeMotion({ db, clock, user }: ServiceContext, { motionId, rowVersion }: MotionKey): Result<{ number: string }> {
  return write(db, (tx) => {
    if (!can(user, "amendment:edit")) return forbidden();
    const stored = findMotion(tx, motionId);
    if (stored === null) return missing();
    if (!isContentOpen(stored.state)) return invalid("", "notDraft");
    if (!deleteMotion(tx, motionId, rowVersion)) return conflict(stored);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "delete", entity: "amendmentMotion", entityId: motionId, before: auditFields(stored), after: null });
    return ok({ number: stored.number });
  });
}
