import { cellText, isBlankCell, type Cell } from "#app/domain/import/cell.ts";
import { recogniseColumns } from "#app/domain/import/headings.ts";
import { importLimits, type FileRefusalCode } from "#app/domain/import/limits.ts";
import type { FileReading, ImportFile } from "#app/domain/import/reading.ts";
import { FileRefusal } from "./file-refusal.server.ts";
import { readCsv } from "./read-csv.server.ts";
import { readXlsx } from "./read-xlsx.server.ts";

/** A file's cells before its headings are found. */
export type ReadTable = { readonly rows: readonly (readonly Cell[])[]; readonly reading: WithoutHeadingRow<FileReading> };
type WithoutHeadingRow<T> = T extends unknown ? Omit<T, "headingRow"> : never;

const CFB = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const startsWith = (bytes: Buffer, magic: Buffer): boolean => bytes.subarray(0, magic.length).equals(magic);

/** How many of the texts are headings of the kind of list that is read. */
type CountKnownHeadings = (texts: readonly string[]) => number;
const knownMeasureHeadings: CountKnownHeadings = (texts) => recogniseColumns(texts).columns.filter((column) => column.field !== null).length;

/** Reads an uploaded list, or says why not. Nothing of the file's own claims is believed: extension and content must agree. */
export async function readImportFile(file: { fileName: string; bytes: Buffer }, countKnown: CountKnownHeadings = knownMeasureHeadings): Promise<{ ok: true; file: ImportFile } | { ok: false; code: FileRefusalCode }> {
  try {
    return { ok: true, file: tableOf(await readByKind(file), countKnown) };
  } catch (error) {
    if (error instanceof FileRefusal) return { ok: false, code: error.code };
    throw error;
  }
}

async function readByKind({ fileName, bytes }: { fileName: string; bytes: Buffer }): Promise<ReadTable> {
  const extension = /\.([a-z0-9]+)$/i.exec(fileName.trim())?.[1]?.toLowerCase() ?? "";
  if (extension === "xlsm" || extension === "xltm" || extension === "xlsb" || extension === "xlam") throw new FileRefusal("macros");
  if (extension === "xls") throw new FileRefusal("oldExcel");
  if (extension !== "csv" && extension !== "xlsx") throw new FileRefusal("wrongKind");
  if (bytes.length === 0) throw new FileRefusal("fileEmpty");
  if (bytes.length > importLimits.fileBytes) throw new FileRefusal("fileTooLarge");
  if (extension === "csv") {
    if (startsWith(bytes, ZIP) || startsWith(bytes, CFB)) throw new FileRefusal("contentMismatch");
    return readCsv(bytes);
  }
  // A workbook with a password is no ZIP archive but an OLE container around an encrypted one.
  if (startsWith(bytes, CFB)) throw new FileRefusal(bytes.includes(Buffer.from("EncryptedPackage", "utf16le")) ? "encrypted" : "oldExcel");
  if (!startsWith(bytes, ZIP)) throw new FileRefusal("contentMismatch");
  return readXlsx(bytes);
}

function tableOf({ rows, reading }: ReadTable, countKnown: CountKnownHeadings): ImportFile {
  const headingIndex = findHeadingRow(rows, countKnown);
  const headingCells = rows[headingIndex];
  if (headingCells === undefined) throw new FileRefusal("noTable");
  const width = lastFilled(headingCells) + 1;
  if (width > importLimits.columns) throw new FileRefusal("tooManyColumns");
  const headings = headingCells.slice(0, width).map((cell) => cellText(cell).replace(/\s+/g, " ").trim());
  const body = rows.flatMap((row, index) => {
    const cells = Array.from({ length: width }, (_, column) => row[column] ?? null);
    return index <= headingIndex || cells.every(isBlankCell) ? [] : [{ rowNumber: index + 1, cells }];
  });
  if (body.length === 0) throw new FileRefusal("noTable");
  if (body.length > importLimits.rows) throw new FileRefusal("tooManyRows");
  return { headings, rows: body, reading: { ...reading, headingRow: headingIndex + 1 } };
}

const lastFilled = (row: readonly Cell[]): number => row.findLastIndex((cell) => !isBlankCell(cell));

/** Lists often carry a title or a date above their headings: the row among the first ones that names the most fields. */
function findHeadingRow(rows: readonly (readonly Cell[])[], countKnown: CountKnownHeadings): number {
  const scores = rows.slice(0, 20).map((row) => countKnown(row.slice(0, importLimits.columns).map(cellText)));
  const best = Math.max(0, ...scores);
  if (best >= 2) return scores.indexOf(best);
  return rows.findIndex((row) => !row.every(isBlankCell));
}
