import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import { openForWriting } from "#app/services/measures/writable-measure.server.ts";
import { beside } from "#app/services/beside.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { findAdoption, isFundingWindow, markUndone } from "#db/queries/plan-adoptions.server.ts";
import { hasManyMeasures } from "./many-measures.server.ts";
import { putMeasure } from "./put-measure.server.ts";
import { changedSince, liveStates } from "./show-adoption.server.ts";

export type UndoAdoptionCommand = {
  readonly runId: number;
  readonly adoptionId: number;
  /** Leave alone what somebody has changed since, and take the rest back. */
  readonly skipChanged: boolean;
};

/** Puts back exactly what stood before a plan was taken over. Measures changed since are never touched: without `skipChanged` they stop everything. */
export function undoAdoption({ db, clock, user }: ServiceContext, { runId, adoptionId, skipChanged }: UndoAdoptionCommand): Result<{ readonly count: number; readonly skipped: number }> {
  return write(db, (tx) => {
    if (!can(user, "planner:run")) return forbidden();
    const adoption = findAdoption(tx, adoptionId);
    if (adoption === null || adoption.planRunId !== runId) return missing();
    if (adoption.undoneAt !== null) return invalid("", "alreadyUndone");
    const changed = new Set(changedSince(adoption, liveStates(tx)).map((each) => each.measureId));
    if (changed.size > 0 && !skipChanged) return invalid("", "changedSince", { count: changed.size });
    const restored = adoption.changes.filter(({ measureId }) => !changed.has(measureId));
    if (restored.length === 0) return invalid("", "nothingToUndo");
    const at = clock.now();
    for (const { measureId, before, after } of restored) {
      const opened = openForWriting(tx, user, "plan:edit", measureId);
      if (!opened.ok) return opened;
      // A window that was deleted since cannot be counted on again.
      const fundingWindowId = before.fundingWindowId !== null && isFundingWindow(tx, before.fundingWindowId) ? before.fundingWindowId : null;
      putMeasure(tx, opened.value, { before: after, after: { ...before, fundingWindowId }, at, userId: user.id, action: "undoAdoption", planAdoptionId: adoptionId });
    }
    if (!markUndone(tx, adoptionId, { at, by: user.id })) throw new Error("the row changed inside its own transaction");
    recordAudit(tx, { at, userId: user.id, action: "undoAdoption", entity: "planAdoption", entityId: adoptionId, before: null, after: { planRunId: runId, placed: restored.length, skipped: changed.size } });
    return ok({ count: restored.length, skipped: changed.size });
  });
}

/** The same for many measures, without holding up other requests. */
export const undoAdoptionBeside = beside({ lane: "planning", name: "undoAdoption", isLarge: hasManyMeasures, isWrite: true }, undoAdoption);
