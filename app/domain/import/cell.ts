import { parsePlainDate, type PlainDate } from "#app/domain/calendar/plain-date.ts";

/** One cell of a list: a text file has only texts, a spreadsheet also numbers, days and yes/no. Null is an empty cell. */
export type Cell = string | number | boolean | null | { readonly date: PlainDate };

export const isDateCell = (cell: Cell): cell is { readonly date: PlainDate } => typeof cell === "object" && cell !== null;

/** The cell as text, the way a person would read it; numbers with a decimal point and never in exponent form below 10^21. */
export function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  if (typeof cell === "boolean") return cell ? "ja" : "nein";
  if (typeof cell === "number") return String(cell);
  return cell.date.split("-").reverse().join(".");
}

export const isBlankCell = (cell: Cell): boolean => cell === null || (typeof cell === "string" && cell.trim() === "");

/** @throws Error when stored cells are not what this program wrote */
export function parseCells(json: string): Cell[] {
  const cells: unknown = JSON.parse(json);
  if (!Array.isArray(cells)) throw new Error("stored cells are not a list");
  return cells.map(parseCell);
}

function parseCell(value: unknown): Cell {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "object" && "date" in value && typeof value.date === "string") {
    const date = parsePlainDate(value.date);
    if (date !== null) return { date };
  }
  throw new Error("a stored cell is of no known kind");
}

/** Comparable form of a word or title: without regard to case, punctuation, kinds of blanks and dashes. */
export const normaliseWord = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
