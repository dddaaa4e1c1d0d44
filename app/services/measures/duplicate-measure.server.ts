import { contentOf, type MeasureContent } from "#app/domain/measures/content.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import { authorise, can } from "#app/domain/permissions/permissions.ts";
import { forbidden, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { insertMeasure, insertPart, type MeasurePart } from "#db/queries/measure-writes.server.ts";
import { findMeasure } from "#db/queries/portfolio.server.ts";

const COPY_SUFFIX = " (Kopie)";

/** A new idea with everything the original says about costs, staff, benefits and milestones; its progress and dependencies stay behind. */
export function duplicateMeasure({ db, clock, user }: ServiceContext, command: { readonly id: number }): Result<{ id: number }> {
  return write(db, (tx) => {
    if (!can(user, "measure:create")) return forbidden();
    const original = findMeasure(tx, command.id);
    if (original === null) return missing();
    const copy: MeasureContent = {
      ...contentOf(original),
      title: original.title + COPY_SUFFIX,
      status: "idea",
      progressPercent: null,
      trafficLight: null,
      trafficLightReason: "",
    };
    const content = authorise(user, "measure:create", copy);
    if (content === null) return forbidden();
    const at = clock.now();
    const id = insertMeasure(tx, content, at);
    const created = authorise(user, "measure:create", { id, leadUnitId: content.leadUnitId });
    if (created === null) return forbidden();
    for (const part of partsOf(original)) insertPart(tx, created, part);
    recordAudit(tx, { at, userId: user.id, action: "duplicate", entity: "measure", entityId: id, before: null, after: { ...copy, copiedFrom: original.id } });
    return ok({ id });
  });
}

function partsOf(measure: Measure): MeasurePart[] {
  const bare = <T extends { id: number; rowVersion: number }>({ id: _id, rowVersion: _rowVersion, ...values }: T) => values;
  return [
    ...measure.costItems.map((item) => ({ kind: "costItem", values: bare(item) }) as const),
    ...measure.staffDemands.map((demand) => ({ kind: "staffDemand", values: bare(demand) }) as const),
    ...measure.benefits.map((benefit) => ({ kind: "benefit", values: bare(benefit) }) as const),
    ...measure.milestones.map((milestone) => ({ kind: "milestone", values: { ...bare(milestone), reachedOn: null } }) as const),
  ];
}
