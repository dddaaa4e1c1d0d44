import { can } from "#app/domain/permissions/permissions.ts";
import { isBudgetList } from "#app/domain/resources/line-columns.ts";
import { planLineImport, type LineStep } from "#app/domain/resources/plan-line-import.ts";
import { readBudgetList, type ReadLine } from "#app/domain/resources/read-lines.ts";
import { forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write, type DbOrTx, type Tx } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { findBudgetImport, insertBudgetImport, listBudgetImports, markUndone, type ImportedChange } from "#db/queries/budget-imports.server.ts";
import { deleteBudgetLine, findBudgetLine, findLineByCode, insertBudgetLine, listBudgetLines, storeLineMeasures, updateBudgetLine } from "#db/queries/budget-lines.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";
import { listMeasureNames } from "#db/queries/measure-names.server.ts";
import type { BudgetList } from "./read-budget-list.server.ts";

export type LinePreview = {
  readonly lines: ReadonlyArray<ReadLine & { readonly step: LineStep["kind"] | null }>;
  readonly createCount: number;
  readonly updateCount: number;
  readonly keepCount: number;
  readonly problemCount: number;
};

/** The form to upload with, and earlier imports. */
export function showBudgetImports({ db, user }: ServiceContext) {
  if (!can(user, "resources:edit")) return forbidden();
  const { budgetSystem, firstFiscalYear } = loadMunicipality(db);
  return ok({ imports: listBudgetImports(db), budgetSystem, firstFiscalYear });
}

/** What an import would do, row by row; nothing is stored. */
export function previewBudgetImport({ db, user }: ServiceContext, list: BudgetList): Result<LinePreview> {
  if (!can(user, "resources:edit")) return forbidden();
  if (!isBudgetList(list.columns)) return invalid("", "codeColumnMissing");
  const { read, steps } = planList(db, list);
  let next = 0;
  const lines = read.map((each) => ({ ...each, step: each.line === null ? null : (steps[next++]?.kind ?? null) }));
  const count = (kind: LineStep["kind"]) => steps.filter((step) => step.kind === kind).length;
  return ok({ lines, createCount: count("create"), updateCount: count("update"), keepCount: count("keep"), problemCount: read.length - steps.length });
}

/** Stores every line that was read, in one transaction; rows with problems stay outside and change nothing. */
export function importBudgetLines({ db, clock, user }: ServiceContext, list: BudgetList): Result<{ createdCount: number; updatedCount: number; skippedCount: number }> {
  return write(db, (tx) => {
    if (!can(user, "resources:edit")) return forbidden();
    if (!isBudgetList(list.columns)) return invalid("", "codeColumnMissing");
    const { read, steps } = planList(tx, list);
    const changes = steps.flatMap((step) => store(tx, step));
    if (changes.length === 0) return invalid("", steps.length === 0 ? "nothingReadable" : "nothingNew");
    const createdCount = changes.filter((change) => change.before === null).length;
    const counts = { createdCount, updatedCount: changes.length - createdCount, skippedCount: read.length - steps.length };
    const entityId = insertBudgetImport(tx, { userId: user.id, fileName: list.fileName, importedAt: clock.now(), ...counts, changes });
    recordAudit(tx, {
      at: clock.now(),
      userId: user.id,
      action: "importLines",
      entity: "budget_import",
      entityId,
      before: null,
      after: { fileName: list.fileName, created: counts.createdCount, updated: counts.updatedCount, skipped: counts.skippedCount },
    });
    return ok(counts);
  });
}

/** Takes an import back: created lines go, changed ones get their old values. What somebody has changed since stays and is counted. */
export function undoBudgetImport({ db, clock, user }: ServiceContext, importId: number): Result<{ undoneCount: number; keptCount: number }> {
  return write(db, (tx) => {
    if (!can(user, "resources:edit")) return forbidden();
    const stored = findBudgetImport(tx, importId);
    if (stored === null) return missing();
    if (!markUndone(tx, importId, clock.now(), user.id)) return invalid("", "undoneAlready");
    const undoneCount = stored.changes.filter((change) => takeBack(tx, change)).length;
    const keptCount = stored.changes.length - undoneCount;
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "undoImport", entity: "budget_import", entityId: importId, before: null, after: { fileName: stored.fileName, updated: undoneCount, skipped: keptCount } });
    return ok({ undoneCount, keptCount });
  });
}

function planList(db: DbOrTx, { headings, columns, rows, defaultYear }: BudgetList) {
  const read = readBudgetList({ headings, columns, rows, defaultYear, rules: loadMunicipality(db), measures: listMeasureNames(db) });
  const stated = read.flatMap((each) => (each.line === null ? [] : [each.line]));
  return { read, steps: planLineImport(stated, listBudgetLines(db)) };
}

function store(tx: Tx, step: LineStep): ImportedChange[] {
  if (step.kind === "keep") return [];
  const { measureIds, ...fields } = step.fields;
  if (step.kind === "create") {
    const lineId = insertBudgetLine(tx, fields);
    storeLineMeasures(tx, lineId, [], measureIds);
    return [{ lineId, rowVersion: 1, before: null }];
  }
  const { id: lineId, rowVersion, ...before } = step.stored;
  updateBudgetLine(tx, lineId, rowVersion, fields);
  storeLineMeasures(tx, lineId, before.measureIds, measureIds);
  return [{ lineId, rowVersion: rowVersion + 1, before }];
}

/** False where the line was changed or deleted since, or its old code has been given to another. */
function takeBack(tx: Tx, { lineId, rowVersion, before }: ImportedChange): boolean {
  if (before === null) return deleteBudgetLine(tx, lineId, rowVersion);
  const now = findBudgetLine(tx, lineId);
  if (now === null || now.rowVersion !== rowVersion || findLineByCode(tx, before, lineId) !== null) return false;
  const { measureIds, ...fields } = before;
  updateBudgetLine(tx, lineId, rowVersion, fields);
  storeLineMeasures(tx, lineId, now.measureIds, measureIds);
  return true;
}
