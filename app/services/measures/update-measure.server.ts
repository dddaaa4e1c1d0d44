import { contentFields, contentOf, normaliseContent, type ContentField, type MeasureContent } from "#app/domain/measures/content.ts";
import { contentRefusals } from "#app/domain/measures/measure-change.ts";
import { differingFields } from "#app/domain/measures/merge-versions.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { conflict, invalid, ok, refuse, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import { danglingReferences, findLastEditor } from "#db/queries/measure-lookups.server.ts";
import { updateMeasureContent } from "#db/queries/measure-writes.server.ts";
import { openForWriting } from "./writable-measure.server.ts";

/** What a conflict carries: the version now stored, to be put beside the one that was refused. */
export type StoredVersion = { readonly content: MeasureContent; readonly rowVersion: number; readonly changedAt: string; readonly changedBy: string | null };

export type UpdateMeasureCommand = {
  readonly id: number;
  /** The version the change was made on; a newer one in the database is a conflict. */
  readonly rowVersion: number;
  readonly content: MeasureContent;
};

/** Saves the fields that differ. `changed` is empty when nothing did, and then nothing was written. */
export function updateMeasure({ db, clock, user }: ServiceContext, command: UpdateMeasureCommand): Result<{ changed: readonly ContentField[] }> {
  return write(db, (tx) => {
    const opened = openForWriting(tx, user, "measure:edit", command.id);
    if (!opened.ok) return opened;
    const measure = opened.value;
    const stored = contentOf(measure);
    if (measure.rowVersion !== command.rowVersion) {
      const current: StoredVersion = { content: stored, rowVersion: measure.rowVersion, changedAt: measure.updatedAt, changedBy: findLastEditor(tx, measure.id) };
      return conflict(current);
    }
    const content = normaliseContent(command.content);
    const problems = contentRefusals(content);
    if (problems !== null) return refuse({ code: "invalid", fields: problems } as const);
    if (!can(user, "measure:edit", content)) return invalid("leadUnitId", "notOwnUnit");
    const [dangling] = danglingReferences(tx, content);
    if (dangling !== undefined) return invalid(dangling, "unknownChoice");
    const changed = differingFields<ContentField>(contentFields, stored, content);
    const difference = changedFields(stored, Object.fromEntries(changed.map((field) => [field, content[field]])));
    if (difference === null) return ok({ changed: [] });
    const at = clock.now();
    if (!updateMeasureContent(tx, measure, { rowVersion: command.rowVersion, content, fields: changed, at })) throw new Error("the row changed inside its own transaction");
    recordAudit(tx, { at, userId: user.id, action: "update", entity: "measure", entityId: measure.id, ...difference });
    return ok({ changed });
  });
}
