import type { Measure } from "#app/domain/measures/measure.ts";
import { conflict, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write, type Tx } from "#db/client.server.ts";
import { changedFields, recordAudit, type AuditFields } from "#db/queries/audit.server.ts";
import { partAddresseeExists } from "#db/queries/measure-lookups.server.ts";
import { insertPart, touchMeasure, updatePart, type MeasurePart, type PartKind } from "#db/queries/measure-writes.server.ts";
import { openForWriting } from "./writable-measure.server.ts";

export type SavePartCommand = {
  readonly measureId: number;
  /** Null adds a new one. */
  readonly key: { readonly id: number; readonly rowVersion: number } | null;
  readonly part: MeasurePart;
};

/** Adds or changes a cost item, staff demand, benefit or milestone; the measure's own version counts up with it. */
export function saveMeasurePart({ db, clock, user }: ServiceContext, { measureId, key, part }: SavePartCommand): Result<{ id: number }> {
  return write(db, (tx) => {
    const opened = openForWriting(tx, user, "measure:edit", measureId);
    if (!opened.ok) return opened;
    const measure = opened.value;
    const problem = problemOf(tx, part);
    if (problem !== null) return problem;
    const at = clock.now();
    const record = (action: string, id: number, before: AuditFields | null, after: AuditFields) =>
      recordAudit(tx, {
        at,
        userId: user.id,
        action,
        entity: "measure",
        entityId: measureId,
        before: before && { part: part.kind, id, ...before },
        after: { part: part.kind, id, ...after },
      });
    if (key === null) {
      const id = insertPart(tx, measure, part);
      touchMeasure(tx, measure, at);
      record("addPart", id, null, part.values);
      return ok({ id });
    }
    const stored = findPart(measure, part.kind, key.id);
    if (stored === null) return missing();
    if (stored.rowVersion !== key.rowVersion) return conflict(stored);
    const difference = changedFields(stored, part.values);
    if (difference === null) return ok({ id: key.id });
    if (!updatePart(tx, measure, key, part)) throw new Error("the row changed inside its own transaction");
    touchMeasure(tx, measure, at);
    record("changePart", key.id, { name: partName(stored), ...difference.before }, { name: partName(stored), ...difference.after });
    return ok({ id: key.id });
  });
}

type StoredPart = { readonly id: number; readonly rowVersion: number };

export function findPart(measure: Measure, kind: PartKind, id: number): StoredPart | null {
  const parts: Record<PartKind, readonly StoredPart[]> = {
    costItem: measure.costItems,
    staffDemand: measure.staffDemands,
    benefit: measure.benefits,
    milestone: measure.milestones,
  };
  return parts[kind].find((part) => part.id === id) ?? null;
}

/** What a person would call the part in the history; empty where it has no name of its own. */
export const partName = (part: StoredPart): string => ("title" in part && typeof part.title === "string" ? part.title : "");

function problemOf(tx: Tx, part: MeasurePart) {
  if (part.kind === "staffDemand") {
    const { teamId, orgUnitId } = part.values;
    if ((teamId === null) === (orgUnitId === null)) return invalid("addressee", "oneAddressee");
    if (!partAddresseeExists(tx, { teamId, orgUnitId })) return invalid("addressee", "unknownChoice");
  }
  if (part.kind === "milestone" && part.values.title.trim() === "") return invalid("title", "titleMissing");
  if (part.kind === "costItem" && part.values.title.trim() === "") return invalid("title", "titleMissing");
  if (part.kind === "benefit" && part.values.kind === "serviceGain" && part.values.description.trim() === "") return invalid("description", "serviceGainMissing");
  return null;
}
