import { termsContradictions, type TermsContradiction } from "#app/domain/planning/terms-contradictions.ts";
import type { MeasureTerms } from "#app/domain/planning/planning-terms.ts";
import { conflict, invalid, ok, type Result } from "#app/domain/result.ts";
import { openForWriting } from "#app/services/measures/writable-measure.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import { findMeasureTerms, listWindowsOf, storeMeasureTerms } from "#db/queries/planning-terms.server.ts";

/** A measure with start and end keeps the duration it has, which is not asked then. */
export type MeasureTermsCommand = Pick<MeasureTerms, "measureId" | "durationQuarters" | "mandatory" | "fixed" | "rowVersion">;

/** Stores what the planner must know of a measure. What then contradicts the measure's other data is stored all the same, and told. */
export function saveMeasureTerms({ db, clock, user }: ServiceContext, command: MeasureTermsCommand): Result<{ contradictions: readonly TermsContradiction[] }> {
  return write(db, (tx) => {
    const opened = openForWriting(tx, user, "plan:edit", command.measureId);
    if (!opened.ok) return opened;
    const measure = opened.value;
    const stored = findMeasureTerms(tx, measure.id);
    const isDated = measure.startQuarter !== null && measure.endQuarter !== null;
    const fields = { durationQuarters: isDated ? stored.durationQuarters : command.durationQuarters, mandatory: command.mandatory, fixed: command.fixed };
    if (fields.fixed && !isDated && !(measure.startQuarter !== null && measure.permanentTask)) return invalid("fixed", "fixedWithoutDates");
    if (stored.rowVersion !== command.rowVersion) return conflict(stored);
    const { rowVersion: _version, measureId: _id, ...before } = stored;
    const changed = changedFields(before, fields);
    if (changed !== null) {
      if (!storeMeasureTerms(tx, measure.id, command.rowVersion, fields)) throw new Error("the row changed inside its own transaction");
      recordAudit(tx, { at: clock.now(), userId: user.id, action: "update", entity: "measureTerms", entityId: measure.id, ...changed });
    }
    return ok({ contradictions: termsContradictions({ measure, terms: fields, windows: listWindowsOf(tx, measure.id), today: clock.today() }) });
  });
}
