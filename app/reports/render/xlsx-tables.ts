import type { Row } from "write-excel-file/node";
import { t } from "#app/i18n/de/reports.ts";
import { labelOf } from "#app/reports/labels.ts";
import { isNumeric, type Column, type MeasureGroup, type TableBlock, type Value } from "#app/reports/model.ts";
import { captionCell, headingCell, row, valueCell } from "./xlsx-cells.ts";
import { column, count, text } from "#app/reports/build/values.ts";

export type SheetTable = { readonly rows: readonly Row[]; readonly widths: readonly number[] };

const WIDTHS = { narrow: 14, normal: 20, wide: 44 } as const;

/** Beside a sum with unknown parts stands a column that counts them: the sum itself stays a number. */
export function sheetTable(table: TableBlock): SheetTable {
  const counted = table.columns.map((_, index) => [...table.rows, ...table.totals].some((cells) => unknownCount(cells[index]) > 0));
  const headings = table.columns.flatMap((each, index) => [
    headingCell(headingOf(each), isNumeric(each.unit)),
    ...(counted[index] ? [headingCell(t("headingUnknown", { heading: headingOf(each) }), true)] : []),
  ]);
  const cellsOf = (cells: readonly Value[]) =>
    row(...cells.flatMap((value, index) => [valueCell(value), ...(counted[index] ? [valueCell(count(unknownCount(value)))] : [])]));
  const bold = (cells: Row): Row => cells.map((cell) => (cell !== null && typeof cell === "object" && "type" in cell ? { ...cell, fontWeight: "bold" as const } : cell));
  return {
    rows: [row(captionCell(labelOf(table.caption))), row(...headings), ...table.rows.map(cellsOf), ...table.totals.map((cells) => bold(cellsOf(cells)))],
    widths: table.columns.flatMap((each, index) => [WIDTHS[each.width], ...(counted[index] ? [12] : [])]),
  };
}

const unknownCount = (value: Value | undefined): number => (value?.unit === "cents" || value?.unit === "personDays" ? (value.unknownCount ?? 0) : 0);
const headingOf = ({ heading }: Column): string => (typeof heading === "string" ? labelOf(heading) : heading.text);

/** All measures in one table, a fact per column; only the facts that some measure has. */
export function measuresTable(groups: readonly MeasureGroup[]): TableBlock {
  const sheets = groups.flatMap((group) => group.sheets.map((sheet) => ({ group, sheet })));
  const facts = [...new Map(sheets.flatMap(({ sheet }) => sheet.facts.map((fact) => [fact.label, fact.value.unit]))).entries()];
  return {
    kind: "table",
    caption: "measureCount",
    columns: [
      column("measureId", "count", "narrow"),
      column("title", "text", "wide"),
      column("actionField", "text", "normal"),
      column("summary", "text", "wide"),
      column("description", "text", "wide"),
      ...facts.map(([name, unit]) => column(name, unit, isNumeric(unit) ? "narrow" : "normal")),
    ],
    rows: sheets.map(({ group, sheet }) => [
      count(sheet.measureId),
      text(sheet.title),
      group.name,
      text(sheet.summary),
      text(sheet.description),
      ...facts.map(([name]): Value => sheet.facts.find((fact) => fact.label === name)?.value ?? { unit: "empty" }),
    ]),
    totals: [],
  };
}

/** What hangs on the measures, one table for each kind, with the measure in front. */
export function measurePartTables(groups: readonly MeasureGroup[]): TableBlock[] {
  const tables = groups.flatMap((group) => group.sheets).flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));
  return [...new Set(tables.map(({ table }) => table.caption))].flatMap((caption): TableBlock[] => {
    const same = tables.filter(({ table }) => table.caption === caption);
    const [first] = same;
    if (first === undefined) return [];
    return [
      {
        kind: "table",
        caption,
        columns: [column("measureId", "count", "narrow"), column("measure", "text", "wide"), ...first.table.columns],
        rows: same.flatMap(({ sheet, table }) => table.rows.map((cells) => [count(sheet.measureId), text(sheet.title), ...cells])),
        totals: [],
      },
    ];
  });
}

