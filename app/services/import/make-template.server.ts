import { stringify } from "csv-stringify/sync";
import writeWorkbook from "write-excel-file/node";
import { templateHeadings, templateRows } from "#app/domain/import/template.ts";

/** With semicolon and byte order mark, which is what Excel in Germany opens without questions. */
export const makeCsvTemplate = (): string => stringify([templateHeadings, ...templateRows], { delimiter: ";", bom: true, record_delimiter: "windows" });

export function makeXlsxTemplate(): Promise<Buffer> {
  const headings = templateHeadings.map((value) => ({ value, fontWeight: "bold" as const }));
  const rows = templateRows.map((row) => row.map((value) => (value === "" ? null : { value })));
  return writeWorkbook([headings, ...rows], { sheet: "Maßnahmen", columns: templateHeadings.map((heading) => ({ width: Math.max(16, heading.length + 4) })), stickyRowsCount: 1 }).toBuffer();
}
