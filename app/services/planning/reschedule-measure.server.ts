import { contentOf } from "#app/domain/measures/content.ts";
import { reschedule, type MoveWarning, type Placement } from "#app/domain/planning/reschedule.ts";
import { conflict, ok, type Result } from "#app/domain/result.ts";
import { openForWriting } from "#app/services/measures/writable-measure.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import { findLastEditor } from "#db/queries/measure-lookups.server.ts";
import { updateMeasureContent } from "#db/queries/measure-writes.server.ts";
import { loadPlanDates } from "#db/queries/timeline.server.ts";

export type RescheduleMeasureCommand = Placement & {
  readonly id: number;
  /** The version the move was decided on; a newer one in the database is a conflict. */
  readonly rowVersion: number;
  /** "Trotzdem verschieben": what the move breaks was seen and accepted, for the reason given. */
  readonly confirmed: boolean;
  readonly reason: string;
};

/** What a conflict carries: where the measure now stands, and who put it there. */
export type StoredPlacement = Placement & { readonly rowVersion: number; readonly changedAt: string; readonly changedBy: string | null };

/** Moves a measure to other quarters. What cannot be is refused; what breaks something else needs a confirmation with its reason. */
export function rescheduleMeasure(
  { db, clock, user }: ServiceContext,
  command: RescheduleMeasureCommand,
): Result<{ readonly title: string; readonly placement: Placement; readonly warnings: readonly MoveWarning[] }> {
  return write(db, (tx) => {
    const opened = openForWriting(tx, user, "plan:edit", command.id);
    if (!opened.ok) return opened;
    const measure = opened.value;
    const { startQuarter, endQuarter, rowVersion } = measure;
    if (rowVersion !== command.rowVersion) {
      const current: StoredPlacement = { startQuarter, endQuarter, rowVersion, changedAt: measure.updatedAt, changedBy: findLastEditor(tx, measure.id) };
      return conflict(current);
    }
    const decided = reschedule(measure, command, loadPlanDates(tx));
    if (!decided.ok) return decided;
    const { placement, warnings } = decided.value;
    const at = clock.now();
    const content = { ...contentOf(measure), ...placement };
    if (!updateMeasureContent(tx, measure, { rowVersion, content, fields: ["startQuarter", "endQuarter"], at })) {
      throw new Error("the row changed inside its own transaction");
    }
    const change = changedFields({ startQuarter, endQuarter }, placement);
    if (change === null) throw new Error("a move without a change is refused before");
    const after = command.reason.trim() === "" ? change.after : { ...change.after, reason: command.reason.trim() };
    recordAudit(tx, { at, userId: user.id, action: "reschedule", entity: "measure", entityId: measure.id, before: change.before, after });
    return ok({ title: measure.title, placement, warnings });
  });
}
