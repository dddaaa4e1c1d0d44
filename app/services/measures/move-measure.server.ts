import type { MeasureStatus } from "#app/domain/measures/vocabulary.ts";
import { conflict, ok, type Result } from "#app/domain/result.ts";
import { contentOf } from "#app/domain/measures/content.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { updateMeasureContent } from "#db/queries/measure-writes.server.ts";
import { openForWriting } from "./writable-measure.server.ts";

/** Puts a card of the board into another column. Only the status changes, so a newer version is a conflict only when it changed the status too. */
export function moveMeasure(
  { db, clock, user }: ServiceContext,
  command: { readonly id: number; readonly from: MeasureStatus; readonly to: MeasureStatus },
): Result<{ title: string }> {
  return write(db, (tx) => {
    const opened = openForWriting(tx, user, "measure:edit", command.id);
    if (!opened.ok) return opened;
    const measure = opened.value;
    if (measure.status === command.to) return ok({ title: measure.title });
    if (measure.status !== command.from) return conflict({ status: measure.status });
    const at = clock.now();
    const content = { ...contentOf(measure), status: command.to };
    updateMeasureContent(tx, measure, { rowVersion: measure.rowVersion, content, fields: ["status"], at });
    const change = { before: { status: measure.status }, after: { status: command.to } };
    recordAudit(tx, { at, userId: user.id, action: "update", entity: "measure", entityId: measure.id, ...change });
    return ok({ title: measure.title });
  });
}
