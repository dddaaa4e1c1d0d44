import { pairContradiction, type PairContradiction } from "#app/domain/planning/terms-contradictions.ts";
import type { MeasurePair } from "#app/domain/planning/planning-terms.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import { findTitles, loadDependencies } from "#db/queries/measure-lookups.server.ts";
import { deletePair, findPair, insertPair, isPairTaken, loadPlanningTerms, updatePair, type PairFields } from "#db/queries/planning-terms.server.ts";

export type MeasurePairCommand = {
  /** Null adds a new one. */
  readonly key: Pick<MeasurePair, "id" | "rowVersion"> | null;
  readonly fields: PairFields;
};

/** Adds or changes a pair of measures, in whichever order they are named. */
export function saveMeasurePair({ db, clock, user }: ServiceContext, { key, fields: asked }: MeasurePairCommand): Result<{ contradiction: PairContradiction | null }> {
  return write(db, (tx) => {
    if (!can(user, "planner:run")) return forbidden();
    const [firstId, secondId] = [Math.min(asked.firstId, asked.secondId), Math.max(asked.firstId, asked.secondId)];
    const fields: PairFields = { ...asked, firstId, secondId, savingCents: asked.kind === "savesTogether" ? asked.savingCents : null };
    const titles = findTitles(tx, [firstId, secondId]);
    for (const name of ["firstId", "secondId"] as const) if (!titles.has(asked[name])) return invalid(name, "measureUnknown");
    if (firstId === secondId) return invalid("secondId", "pairWithItself");
    if (fields.kind === "savesTogether" && (fields.savingCents === null || fields.savingCents === 0)) return invalid("savingCents", "savingMissing");
    if (isPairTaken(tx, fields, key?.id ?? null)) return invalid("secondId", "pairTaken");
    const audit = { at: clock.now(), userId: user.id, entity: "measurePair" };
    if (key === null) {
      const id = insertPair(tx, fields);
      recordAudit(tx, { ...audit, action: "create", entityId: id, before: null, after: fields });
    } else {
      const stored = findPair(tx, key.id);
      if (stored === null) return missing();
      if (stored.rowVersion !== key.rowVersion) return conflict(stored);
      const changed = changedFields(stored, fields);
      if (changed !== null) {
        if (!updatePair(tx, key.id, key.rowVersion, fields)) throw new Error("the row changed inside its own transaction");
        recordAudit(tx, { ...audit, action: "update", entityId: key.id, ...changed });
      }
    }
    const mandatoryIds = new Set(loadPlanningTerms(tx).measures.filter(({ mandatory }) => mandatory).map(({ measureId }) => measureId));
    return ok({ contradiction: pairContradiction(fields, { mandatoryIds, dependencies: loadDependencies(tx) }) });
  });
}

export function removeMeasurePair({ db, clock, user }: ServiceContext, { pairId, rowVersion }: { readonly pairId: number; readonly rowVersion: number }): Result<{ pairId: number }> {
  return write(db, (tx) => {
    if (!can(user, "planner:run")) return forbidden();
    const stored = findPair(tx, pairId);
    if (stored === null) return missing();
    if (!deletePair(tx, pairId, rowVersion)) return conflict(stored);
    const { id, rowVersion: _version, ...before } = stored;
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "delete", entity: "measurePair", entityId: id, before, after: null });
    return ok({ pairId });
  });
}
