import { cellText } from "#app/domain/import/cell.ts";
import { prepareReading } from "#app/domain/import/read-row.ts";
import { severityOf, type RowProblem } from "#app/domain/import/problems.ts";
import { ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { findImportRows, type ImportBatch } from "#db/queries/import.server.ts";
import { listReportRows, type ReportRow } from "#db/queries/import-writes.server.ts";
import { loadChoices } from "#db/queries/measure-lookups.server.ts";
import { openImport } from "./open-import.server.ts";

export type ReportScope = "all" | "created" | "updated" | "unchanged" | "skipped" | "kept";
export type Outcome = Exclude<ReportScope, "all" | "kept">;

export type ReportedRow = {
  readonly rowNumber: number;
  readonly title: string;
  readonly measureId: number | null;
  readonly outcome: Outcome;
  /** After an undo: left as it is, because somebody worked on it since. */
  readonly kept: boolean;
  /** What still has to be settled by hand. */
  readonly problems: readonly RowProblem[];
};

export type ImportReport = {
  readonly batch: Pick<ImportBatch, "id" | "fileName" | "state" | "by" | "uploadedAt" | "importedAt" | "undoneAt">;
  readonly counts: Record<ReportScope, number>;
  readonly rows: readonly ReportedRow[];
  readonly page: number;
  readonly pageCount: number;
};

const ROWS_PER_PAGE = 50;

/** What an import did, row by row; after an undo also what it left. */
export function showImportReport({ db, user }: Pick<ServiceContext, "db" | "user">, query: { batchId: number; scope: ReportScope; page: number }): Result<ImportReport> {
  const opened = openImport(db, user, query.batchId, "imported", "undone");
  if (!opened.ok) return opened;
  const { batch } = opened.value;
  const all = listReportRows(db, batch.id).map((row) => ({ ...row, outcome: outcomeOf(row), kept: batch.state === "undone" && row.changed && !row.undone }));
  const counts: Record<ReportScope, number> = { all: all.length, created: 0, updated: 0, unchanged: 0, skipped: 0, kept: 0 };
  for (const row of all) {
    counts[row.outcome] += 1;
    if (row.kept) counts.kept += 1;
  }
  const inScope = all.filter((row) => query.scope === "all" || (query.scope === "kept" ? row.kept : row.outcome === query.scope));
  const pageCount = Math.max(1, Math.ceil(inScope.length / ROWS_PER_PAGE));
  const page = Math.min(Math.max(1, query.page), pageCount);
  const shown = inScope.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE);
  const choices = loadChoices(db);
  const readRow = prepareReading({ ...batch, orgUnits: choices.units, actionFields: choices.actionFields, goals: choices.goals.map((goal) => ({ id: goal.id, title: goal.name })) });
  const stored = new Map(findImportRows(db, batch.id, shown.map((row) => row.rowNumber)).map((row) => [row.rowNumber, row]));
  const titleColumn = batch.columns.indexOf("title");
  const rows = shown.map((row): ReportedRow => {
    const cells = stored.get(row.rowNumber);
    const problems = cells === undefined ? [] : readRow(cells).problems.filter((problem) => severityOf(problem.code) !== "note");
    return {
      rowNumber: row.rowNumber,
      title: row.title ?? cellText(cells?.cells[titleColumn] ?? null),
      measureId: row.measureId,
      outcome: row.outcome,
      kept: row.kept,
      problems,
    };
  });
  const { id, fileName, state, by, uploadedAt, importedAt, undoneAt } = batch;
  return ok({ batch: { id, fileName, state, by, uploadedAt, importedAt, undoneAt }, counts, rows, page, pageCount });
}

function outcomeOf(row: ReportRow): Outcome {
  if (row.decision === "skip") return "skipped";
  if (row.decision === "create") return "created";
  return row.changed ? "updated" : "unchanged";
}
