import { contentFields, contentOf, emptyContent, normaliseContent, type ContentField, type MeasureContent } from "#app/domain/measures/content.ts";
import { differingFields } from "#app/domain/measures/merge-versions.ts";
import type { MeasureStatus } from "#app/domain/measures/vocabulary.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, invalid, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write, type Tx } from "#db/client.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import { danglingReferences } from "#db/queries/measure-lookups.server.ts";
import { updateMeasureContent } from "#db/queries/measure-writes.server.ts";
import { openForWriting } from "./writable-measure.server.ts";

/** One field for many measures. */
export type BulkChange =
  | { readonly field: "status"; readonly value: MeasureStatus }
  | { readonly field: "actionFieldId"; readonly value: number | null }
  | { readonly field: "leadUnitId"; readonly value: number | null };

export type ChangeMeasuresCommand = { readonly rows: ReadonlyArray<{ readonly id: number; readonly rowVersion: number }>; readonly change: BulkChange };

/** Why one row stands in the way of all. */
export type RowObstacle = { readonly id: number; readonly title: string; readonly reason: "forbidden" | "missing" | "archived" | "changedMeanwhile" };

export type BulkPreview = {
  readonly rows: ReadonlyArray<{ readonly id: number; readonly title: string; readonly before: string | number | null; readonly changes: boolean }>;
  readonly obstacles: readonly RowObstacle[];
};

function survey(tx: Tx, user: ServiceContext["user"], { rows, change }: ChangeMeasuresCommand): BulkPreview {
  const preview = rows.map(({ id, rowVersion }) => {
    const opened = openForWriting(tx, user, "measure:bulkEdit", id);
    if (!opened.ok) {
      const reason = opened.refusal.code === "forbidden" ? ("forbidden" as const) : opened.refusal.code === "missing" ? ("missing" as const) : ("archived" as const);
      return { row: null, obstacle: { id, title: "", reason } };
    }
    const { title } = opened.value;
    const before = opened.value[change.field];
    const obstacle = opened.value.rowVersion === rowVersion ? null : { id, title, reason: "changedMeanwhile" as const };
    return { row: { id, title, before, changes: before !== change.value }, obstacle };
  });
  return { rows: preview.flatMap(({ row }) => row ?? []), obstacles: preview.flatMap(({ obstacle }) => obstacle ?? []) };
}

/** What a bulk change would do, for the person to confirm. */
export const previewBulkChange = ({ db, user }: ServiceContext, command: ChangeMeasuresCommand): Result<BulkPreview> =>
  can(user, "measure:bulkEdit") ? ok(write(db, (tx) => survey(tx, user, command))) : forbidden();

/** Changes all rows or none: one obstacle and nothing is written. */
export function changeMeasures({ db, clock, user }: ServiceContext, command: ChangeMeasuresCommand): Result<{ changed: number }> {
  return write(db, (tx) => {
    if (!can(user, "measure:bulkEdit")) return forbidden();
    if (command.rows.length === 0) return invalid("", "nothingSelected");
    if (survey(tx, user, command).obstacles.length > 0) return invalid("", "bulkObstacles");
    const { field, value } = command.change;
    const change: Partial<MeasureContent> = { [field]: value };
    if (danglingReferences(tx, { ...emptyContent, ...change }).length > 0) return invalid("", "unknownChoice");
    const at = clock.now();
    let changed = 0;
    for (const { id } of command.rows) {
      const opened = openForWriting(tx, user, "measure:bulkEdit", id);
      if (!opened.ok) throw new Error("a surveyed row changed inside its own transaction");
      const stored = contentOf(opened.value);
      const content = normaliseContent({ ...stored, ...change });
      const fields = differingFields<ContentField>(contentFields, stored, content);
      const difference = changedFields(stored, Object.fromEntries(fields.map((name) => [name, content[name]])));
      if (difference === null) continue;
      updateMeasureContent(tx, opened.value, { rowVersion: opened.value.rowVersion, content, fields, at });
      recordAudit(tx, { at, userId: user.id, action: "update", entity: "measure", entityId: id, ...difference });
      changed += 1;
    }
    return ok({ changed });
  });
}
