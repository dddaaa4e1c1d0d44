import { contentOf } from "#app/domain/measures/content.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import type { Authorised } from "#app/domain/permissions/permissions.ts";
import type { AdoptableState } from "#app/domain/planning/adoption.ts";
import type { Tx } from "#db/client.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import { updateMeasureContent } from "#db/queries/measure-writes.server.ts";
import { setAdoptedWindow } from "#db/queries/plan-adoptions.server.ts";

type Put = { readonly before: AdoptableState; readonly after: AdoptableState; readonly at: string; readonly userId: number; readonly action: "adoptPlan" | "undoAdoption"; readonly planAdoptionId: number };

/** Writes one measure of an adoption, or of its undoing, with its entry in the log. */
export function putMeasure(tx: Tx, measure: Authorised<Measure>, { before, after, at, userId, action, planAdoptionId }: Put): void {
  const { fundingWindowId, ...fields } = after;
  const content = { ...contentOf(measure), ...fields };
  if (!updateMeasureContent(tx, measure, { rowVersion: measure.rowVersion, content, fields: ["startQuarter", "endQuarter", "status"], at })) {
    throw new Error("the row changed inside its own transaction");
  }
  if (fundingWindowId !== before.fundingWindowId) setAdoptedWindow(tx, measure.id, fundingWindowId);
  const changed = changedFields(before, after);
  recordAudit(tx, { at, userId, action, entity: "measure", entityId: measure.id, before: changed?.before ?? null, after: { ...changed?.after, planAdoptionId } });
}
