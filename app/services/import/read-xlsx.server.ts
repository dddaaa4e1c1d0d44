import readWorkbook from "read-excel-file/node";
import { parsePlainDate } from "#app/domain/calendar/plain-date.ts";
import type { Cell } from "#app/domain/import/cell.ts";
import { importLimits } from "#app/domain/import/limits.ts";
import { FileRefusal } from "./file-refusal.server.ts";
import { guardWorkbook } from "./guard-workbook.server.ts";
import type { ReadTable } from "./read-import-file.server.ts";

/** The first sheet that holds a heading and at least one row. Numbers and days come as such, not as text. @throws FileRefusal */
export async function readXlsx(bytes: Buffer): Promise<ReadTable> {
  const archive = await guardWorkbook(bytes);
  const sheets = await readWorkbook(archive).catch(() => {
    throw new FileRefusal("damaged");
  });
  const filled = sheets.find((sheet) => sheet.data.filter((row) => row.some((cell) => cell !== null)).length > 1);
  if (filled === undefined) throw new FileRefusal("noTable");
  if (filled.data.length > importLimits.rows + 50) throw new FileRefusal("tooManyRows");
  return {
    rows: filled.data.map((row) => row.map(toCell)),
    reading: { format: "xlsx", sheet: filled.sheet, otherSheets: sheets.filter((sheet) => sheet !== filled).map((sheet) => sheet.sheet) },
  };
}

function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) {
    const date = Number.isNaN(value.getTime()) ? null : parsePlainDate(value.toISOString().slice(0, 10));
    return date === null ? String(value) : { date };
  }
  if (typeof value === "number" || typeof value === "boolean") return value;
  return String(value);
}
