import type { CellObject, Row } from "write-excel-file/node";
import { formatValue } from "#app/reports/format.ts";
import { isNumeric, type Value } from "#app/reports/model.ts";
import { printableText } from "./printable-text.ts";

/** A spreadsheet draws with the reader's own fonts: only what XML cannot hold is taken out. */
export const cellText = (text: string): string => printableText(text, () => true).slice(0, 32_000);

/** Always of type string, so that "=…" stays text and no formula ever reaches a spreadsheet. */
export const textCell = (text: string): CellObject => ({ type: String, value: cellText(text), wrap: true, alignVertical: "top" });
export const titleCell = (text: string): CellObject => ({ type: String, value: cellText(text), fontWeight: "bold", fontSize: 16 });
export const captionCell = (text: string): CellObject => ({ type: String, value: cellText(text), fontWeight: "bold", fontSize: 12 });
export const headingCell = (text: string, numeric: boolean): CellObject => ({
  type: String,
  value: cellText(text),
  fontWeight: "bold",
  wrap: true,
  align: numeric ? "right" : "left",
  alignVertical: "bottom",
  backgroundColor: "#E9EDF2",
  bottomBorderStyle: "thin",
});

const number = (value: number, format: string): CellObject => ({ type: Number, value, format, alignVertical: "top" });

/** Numbers as numbers, days as dates, everything else as text; unknown as the words "k. A.". */
export function valueCell(value: Value): CellObject | null {
  switch (value.unit) {
    case "empty":
      return null;
    case "cents":
      return value.value === null ? unknown(value) : number(value.value / 100, '#,##0.00\\ "€"');
    case "deltaCents":
      return value.value === null ? unknown(value) : number(value.value / 100, '+#,##0.00\\ "€";-#,##0.00\\ "€";0.00\\ "€"');
    case "points":
      return value.value === null ? unknown(value) : number(value.value / 10, "0.0");
    case "percent":
      return value.value === null ? unknown(value) : number(value.value / 100, "0\\ %");
    case "quarters":
      return value.value === null ? unknown(value) : number(value.value, "+0;-0;0");
    case "posts":
      return value.value === null ? unknown(value) : number(value.value / 100, "0.00");
    case "personDays":
    case "hours":
    case "count":
      return value.value === null ? unknown(value) : number(value.value, "#,##0");
    case "year":
      return number(value.value, "0");
    case "date":
      return value.value === null ? unknown(value) : { type: Date, value: new Date(`${value.value}T00:00:00Z`), format: "dd.mm.yyyy", alignVertical: "top", align: "left" };
    case "fieldValue":
      return typeof value.value === "number" ? number(value.value, "0") : textCell(formatValue(value));
    default:
      return textCell(formatValue(value));
  }
}

const unknown = (value: Value): CellObject => ({ ...textCell(formatValue(value)), align: isNumeric(value.unit) ? "right" : "left" });

export const row = (...cells: ReadonlyArray<CellObject | null>): Row => [...cells];
