import { ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { setArchived } from "#db/queries/measure-writes.server.ts";
import { openForWriting } from "./writable-measure.server.ts";

/** Takes a measure out of the living plan. Nothing is deleted: frozen versions, history and dependencies still name it. */
export const archiveMeasure = (service: ServiceContext, command: { readonly id: number }): Result<{ title: string }> => setArchivedState(service, command.id, true);

function setArchivedState({ db, clock, user }: ServiceContext, id: number, archive: boolean): Result<{ title: string }> {
  return write(db, (tx) => {
    const opened = openForWriting(tx, user, "measure:archive", id, { archived: !archive });
    if (!opened.ok) return opened;
    const measure = opened.value;
    const at = clock.now();
    const archivedAt = archive ? at : null;
    setArchived(tx, measure, archivedAt, at);
    const change = { before: { archivedAt: measure.archivedAt }, after: { archivedAt } };
    recordAudit(tx, { at, userId: user.id, action: archive ? "archive" : "restore", entity: "measure", entityId: id, ...change });
    return ok({ title: measure.title });
  });
}

/** Brings an archived measure back as it was. */
export const restoreMeasure = (service: ServiceContext, command: { readonly id: number }): Result<{ title: string }> => setArchivedState(service, command.id, false);
