import { cellText, isDateCell, type Cell } from "#app/domain/import/cell.ts";
import type { FileRefusalCode } from "#app/domain/import/limits.ts";
import type { BudgetSystem } from "#app/domain/measures/vocabulary.ts";
import { recogniseLineColumns, type LineColumn } from "#app/domain/resources/line-columns.ts";
import type { ListRow } from "#app/domain/resources/read-lines.ts";
import { readImportFile } from "#app/services/import/read-import-file.server.ts";

/** A budget list between preview and import: what it says, and what each column is taken for. */
export type BudgetList = { readonly fileName: string; readonly defaultYear: number; readonly headings: readonly string[]; readonly columns: readonly LineColumn[]; readonly rows: readonly ListRow[] };

/** Reads a file with the guards every list has, and recognises its columns. Cells keep numbers as numbers. */
export async function readBudgetFile(source: { readonly fileName: string; readonly bytes: Buffer }, system: BudgetSystem): Promise<{ ok: true; list: Omit<BudgetList, "defaultYear"> } | { ok: false; code: FileRefusalCode }> {
  const known = (texts: readonly string[]) => recogniseLineColumns(texts, system).filter((column) => column !== null).length;
  const read = await readImportFile(source, known);
  if (!read.ok) return read;
  const { headings, rows } = read.file;
  return {
    ok: true,
    list: { fileName: source.fileName.slice(0, 200), headings, columns: recogniseLineColumns(headings, system), rows: rows.map(({ rowNumber, cells }) => ({ rowNumber, cells: cells.map(carried) })) },
  };
}

/** Days are no part of a budget list; as text they can be carried in the page. */
const carried = (cell: Cell): Cell => (isDateCell(cell) ? cellText(cell) : typeof cell === "string" ? cell.slice(0, 1_000) : cell);
