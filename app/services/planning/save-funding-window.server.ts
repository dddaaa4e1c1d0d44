import type { FundingWindow } from "#app/domain/planning/planning-terms.ts";
import { termsContradictions, type TermsContradiction } from "#app/domain/planning/terms-contradictions.ts";
import { conflict, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import { openForWriting } from "#app/services/measures/writable-measure.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import { deleteWindow, findMeasureTerms, findWindow, insertWindow, updateWindow, type WindowFields } from "#db/queries/planning-terms.server.ts";

export type FundingWindowCommand = {
  readonly measureId: number;
  /** Null adds a new one. */
  readonly key: Pick<FundingWindow, "id" | "rowVersion"> | null;
  readonly fields: WindowFields;
};

/** Adds or changes a funding window. One that the measure cannot reach is stored all the same, and told. */
export function saveFundingWindow({ db, clock, user }: ServiceContext, { measureId, key, fields }: FundingWindowCommand): Result<{ contradictions: readonly TermsContradiction[] }> {
  return write(db, (tx) => {
    const opened = openForWriting(tx, user, "plan:edit", measureId);
    if (!opened.ok) return opened;
    if (fields.programme.trim() === "") return invalid("programme", "programmeMissing");
    if (fields.closesQuarter < fields.opensQuarter) return invalid("closesQuarter", "closesBeforeOpens");
    const audit = { at: clock.now(), userId: user.id, entity: "fundingWindow" };
    let windowId: number;
    if (key === null) {
      windowId = insertWindow(tx, measureId, fields);
      recordAudit(tx, { ...audit, action: "create", entityId: windowId, before: null, after: { measureId, ...fields } });
    } else {
      windowId = key.id;
      const stored = findWindow(tx, measureId, windowId);
      if (stored === null) return missing();
      if (stored.rowVersion !== key.rowVersion) return conflict(stored);
      const changed = changedFields(stored, fields);
      if (changed !== null) {
        if (!updateWindow(tx, windowId, key.rowVersion, fields)) throw new Error("the row changed inside its own transaction");
        recordAudit(tx, { ...audit, action: "update", entityId: windowId, ...changed });
      }
    }
    const terms = findMeasureTerms(tx, measureId);
    return ok({ contradictions: termsContradictions({ measure: opened.value, terms, windows: [{ id: windowId, ...fields }], today: clock.today() }) });
  });
}

/** Takes a window off its measure; the log keeps what it said. */
export function removeFundingWindow({ db, clock, user }: ServiceContext, command: { readonly measureId: number; readonly windowId: number; readonly rowVersion: number }): Result<{ programme: string }> {
  return write(db, (tx) => {
    const opened = openForWriting(tx, user, "plan:edit", command.measureId);
    if (!opened.ok) return opened;
    const stored = findWindow(tx, command.measureId, command.windowId);
    if (stored === null) return missing();
    if (!deleteWindow(tx, stored.id, command.rowVersion)) return conflict(stored);
    const { id, rowVersion: _version, ...before } = stored;
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "delete", entity: "fundingWindow", entityId: id, before, after: null });
    return ok({ programme: stored.programme });
  });
}
