import { contentOf } from "#app/domain/measures/content.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import type { Authorised } from "#app/domain/permissions/permissions.ts";
import type { Placement } from "#app/domain/planning/reschedule.ts";
import type { Tx } from "#db/client.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import { updateMeasureContent } from "#db/queries/measure-writes.server.ts";

export type PlaceAction = "reschedule" | "moveAlong" | "undoMove" | "redoMove";
/** Where a measure now stands, and the version to move it on from. */
export type PutPlace = Placement & { readonly measureId: number; readonly title: string; readonly rowVersion: number };

/** Writes one measure's new place with its entry in the log. */
export function putPlace(
  tx: Tx,
  measure: Authorised<Measure>,
  { place, at, userId, action, note }: { readonly place: Placement; readonly at: string; readonly userId: number; readonly action: PlaceAction; readonly note: Readonly<Record<string, string>> },
): PutPlace {
  const { id, title, rowVersion, startQuarter, endQuarter } = measure;
  const { startQuarter: start, endQuarter: end } = place;
  if (!updateMeasureContent(tx, measure, { rowVersion, content: { ...contentOf(measure), startQuarter: start, endQuarter: end }, fields: ["startQuarter", "endQuarter"], at })) {
    throw new Error("the row changed inside its own transaction");
  }
  const change = changedFields({ startQuarter, endQuarter }, { startQuarter: start, endQuarter: end });
  recordAudit(tx, { at, userId, action, entity: "measure", entityId: id, before: change?.before ?? null, after: { ...change?.after, ...note } });
  return { measureId: id, title, startQuarter: start, endQuarter: end, rowVersion: rowVersion + 1 };
}
