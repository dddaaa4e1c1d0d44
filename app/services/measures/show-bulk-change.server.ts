import type { Result } from "#app/domain/result.ts";
import { ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { loadChoices } from "#db/queries/measure-lookups.server.ts";
import { previewBulkChange, type BulkPreview, type ChangeMeasuresCommand } from "./change-measures.server.ts";

export type BulkChangePage = {
  /** Null until a value is chosen. */
  readonly preview: BulkPreview | null;
  readonly choices: Readonly<Record<"actionFieldId" | "leadUnitId", ReadonlyArray<{ readonly id: number; readonly name: string; readonly archived: boolean }>>>;
};

/** The page before a bulk change: what can be chosen, and once it is, what would change. */
export function showBulkChange(service: ServiceContext, command: ChangeMeasuresCommand | null, rows: ChangeMeasuresCommand["rows"]): Result<BulkChangePage> {
  const permitted = previewBulkChange(service, command ?? { rows, change: { field: "status", value: "idea" } });
  if (!permitted.ok) return permitted;
  const { actionFields, units } = loadChoices(service.db);
  return ok({ preview: command === null ? null : permitted.value, choices: { actionFieldId: actionFields, leadUnitId: units } });
}
