import { cellText, type Cell } from "#app/domain/import/cell.ts";
import type { FileRefusalCode } from "#app/domain/import/limits.ts";
import type { SurveyRow } from "#app/domain/prioritisation/survey-answers.ts";
import { readImportFile } from "#app/services/import/read-import-file.server.ts";

type ReadList = { readonly ok: true; readonly headings: readonly string[]; readonly rows: readonly SurveyRow[] } | { readonly ok: false; readonly code: FileRefusalCode };

/** A survey's list from a file or pasted text, read as every other list is. */
export async function readSurveyList(source: { readonly fileName: string; readonly bytes: Buffer }): Promise<ReadList> {
  const read = await readImportFile(source);
  if (!read.ok) return read;
  return { ok: true, headings: read.file.headings, rows: read.file.rows.map(({ rowNumber, cells }) => ({ rowNumber, cells: cells.map(shortText) })) };
}

/** Spreadsheets keep 2.7 as 2.7000000000000002; four decimals are all a mean has here. */
const shortText = (cell: Cell): string => (typeof cell === "number" ? String(Math.round(cell * 10_000) / 10_000) : cellText(cell));
