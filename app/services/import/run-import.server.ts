import { effectiveDecision, type ImportDecision } from "#app/domain/import/match-rows.ts";
import { changesNothing, type UpdatePlan } from "#app/domain/import/plan-update.ts";
import { progressCounter, type OnProgress } from "#app/domain/import/task-progress.ts";
import { contentFields, emptyContent, normaliseContent, type MeasureContent } from "#app/domain/measures/content.ts";
import { conflict, invalid, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write, type Db } from "#db/client.server.ts";
import { changedFields, recordAudit, type AuditFields } from "#db/queries/audit.server.ts";
import { loadDecisions, markImported, saveOutcome, type ImportRight } from "#db/queries/import.server.ts";
import { changeImportedMeasure, findImportPart, importMeasure, recordImportEvent, writeImportPart, type ImportPart } from "#db/queries/import-writes.server.ts";
import { loadMeasures } from "#db/queries/portfolio.server.ts";
import { analyseImportNow, importStamp, type AnalysedRow } from "./analyse-import.server.ts";
import { openImport } from "./open-import.server.ts";

export type ImportCounts = { readonly created: number; readonly updated: number; readonly unchanged: number; readonly skipped: number };

/**
 * Writes all rows in one transaction: all of them or none. `stamp` is the state the user saw; where measures, the
 * list or the choices for its rows changed since, nothing is written and the preview has to be looked at again.
 */
export function runImport({ db, clock, user }: ServiceContext, { batchId, stamp }: { batchId: number; stamp: string }, onProgress: OnProgress = () => undefined): Result<ImportCounts> {
  return write(db, (tx) => {
    const opened = openImport(db, user, batchId, "uploaded");
    if (!opened.ok) return opened;
    const { batch, right } = opened.value;
    if (!batch.columns.includes("title")) return invalid("", "titleColumnMissing");
    const analysis = analyseImportNow(db, batch);
    const decisions = loadDecisions(db, batchId);
    if (importStamp(analysis.fingerprint, decisions) !== stamp) return conflict(null);

    const at = clock.now();
    const record: Recorder = (action, measureId, before, after) =>
      recordImportEvent(db, { at, userId: user.id, action, entity: "measure", entityId: measureId, before, after, importBatchId: batchId });
    const writer: Writer = { db, right, at, record };
    const twice = findMeasureTwice(analysis.rows, decisions);
    if (twice !== null) return invalid("", "measureTwice", { row: twice });
    const stored = new Map(analysis.rows.some((row) => row.measureId !== null) ? loadMeasures(db).map((measure) => [measure.id, measure]) : []);
    const counts = { created: 0, updated: 0, unchanged: 0, skipped: 0 };
    const rowDone = progressCounter(analysis.rows.length, onProgress);
    for (const row of analysis.rows) {
      const decision = effectiveDecision(row, decisions.get(row.rowNumber) ?? null);
      const target = row.measureId === null ? undefined : stored.get(row.measureId);
      let measureId: number | null = null;
      if (decision === "create") {
        measureId = createFrom(writer, row);
        counts.created += 1;
      } else if (decision === "update" && row.plan !== null && target !== undefined) {
        measureId = target.id;
        if (changesNothing(row.plan)) counts.unchanged += 1;
        else {
          updateFrom(writer, target.id, target, row.plan);
          counts.updated += 1;
        }
      } else counts.skipped += 1;
      saveOutcome(db, right, batchId, { rowNumber: row.rowNumber, decision: outcomeOf(decision, measureId), measureId });
      rowDone();
    }
    markImported(db, right, batchId, at);
    recordAudit(tx, { at, userId: user.id, action: "import", entity: "import_batch", entityId: batchId, before: null, after: { fileName: batch.fileName, ...counts }, importBatchId: batchId });
    return ok(counts);
  });
}

/** The row that updates a measure which an earlier row updates too: its plan would not fit what the first one leaves. */
function findMeasureTwice(rows: readonly AnalysedRow[], decisions: ReadonlyMap<number, ImportDecision>): number | null {
  const taken = new Set<number>();
  for (const row of rows) {
    if (row.measureId === null || effectiveDecision(row, decisions.get(row.rowNumber) ?? null) !== "update") continue;
    if (taken.has(row.measureId)) return row.rowNumber;
    taken.add(row.measureId);
  }
  return null;
}

type Recorder = (action: string, measureId: number, before: AuditFields | null, after: AuditFields | null) => void;
type Writer = { readonly db: Db; readonly right: ImportRight; readonly at: string; readonly record: Recorder };

const outcomeOf = (decision: ImportDecision, measureId: number | null): ImportDecision => (measureId === null ? "skip" : decision);

function createFrom({ db, right, at, record }: Writer, row: AnalysedRow): number {
  const content = normaliseContent({ ...emptyContent, ...row.content });
  const measureId = importMeasure(db, right, content, at);
  record("create", measureId, null, content);
  for (const part of newParts(row)) {
    const id = writeImportPart(db, right, measureId, part);
    const { id: _none, ...values } = part.values;
    record("addPart", measureId, null, { part: part.part, id, ...values });
  }
  return measureId;
}

function newParts({ costItems, staffDemand, benefits }: AnalysedRow): ImportPart[] {
  return [
    ...costItems.map((item) => ({ part: "costItem", values: { ...item, id: null } }) as const),
    ...(staffDemand === null ? [] : [{ part: "staffDemand", values: { ...staffDemand, id: null, teamId: null, basis: "total", staffSource: "internal" } } as const]),
    ...benefits.map((benefit) => ({ part: "benefit", values: { ...benefit, id: null } }) as const),
  ];
}

function updateFrom({ db, right, at, record }: Writer, measureId: number, before: MeasureContent, plan: UpdatePlan): void {
  const merged = normaliseContent({ ...pickContent(before), ...plan.content });
  const difference = changedFields(pickContent(before), Object.fromEntries(contentFields.filter((field) => plan.content[field] !== undefined).map((field) => [field, merged[field]])));
  changeImportedMeasure(db, right, measureId, difference?.after ?? {}, at);
  if (difference !== null) record("update", measureId, difference.before, difference.after);
  const parts: ImportPart[] = [
    ...plan.costItems.map((values) => ({ part: "costItem", values }) as const),
    ...plan.staffDemands.map((values) => ({ part: "staffDemand", values }) as const),
    ...plan.benefits.map((values) => ({ part: "benefit", values }) as const),
  ];
  for (const part of parts) {
    const { id, ...values } = part.values;
    const stored = id === null ? null : findImportPart(db, part.part, id);
    const written = writeImportPart(db, right, measureId, part);
    if (stored === null) record("addPart", measureId, null, { part: part.part, id: written, ...values });
    else {
      const change = changedFields(stored, values);
      const key = { part: part.part, id: written, name: "title" in values ? values.title : "" };
      if (change !== null) record("changePart", measureId, { ...key, ...change.before }, { ...key, ...change.after });
    }
  }
}

const pickContent = (content: MeasureContent): MeasureContent =>
  Object.fromEntries(contentFields.map((field) => [field, content[field]])) as { [F in keyof MeasureContent]: MeasureContent[F] };
