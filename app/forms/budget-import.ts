import { z } from "zod";
import { isLineColumn, type LineColumn } from "#app/domain/resources/line-columns.ts";

const cell = z.union([z.string().max(1_000), z.number(), z.boolean(), z.null()]);
const carriedList = z.object({
  fileName: z.string().max(200),
  defaultYear: z.number().int().min(2000).max(2200),
  headings: z.array(z.string().max(1_000)).max(100),
  columns: z.array(z.string().max(40).nullable()).max(100),
  rows: z.array(z.object({ rowNumber: z.number().int(), cells: z.array(cell).max(100) })).max(20_000),
});

export const columnName = (index: number): string => `column-${index}`;

const toColumn = (text: string | null): LineColumn => (text !== null && isLineColumn(text) ? text : null);

/** The list as the preview carries it to the import, with the columns as chosen in the form; null where somebody else wrote it. */
export function readCarriedBudgetList(form: FormData) {
  const text = form.get("list");
  if (typeof text !== "string") return null;
  try {
    const list = carriedList.parse(JSON.parse(text));
    const chosen = list.headings.map((_heading, index) => form.get(columnName(index)));
    return { ...list, columns: list.headings.map((_heading, index) => toColumn(typeof chosen[index] === "string" ? String(chosen[index]) : (list.columns[index] ?? null))) };
  } catch {
    return null;
  }
}
