import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import { isLineColumn, type LineColumn } from "#app/domain/resources/line-columns.ts";
import type { BudgetList } from "./read-budget-list.server.ts";

/** As a form brings it: the list as the page carries it, and what each of its columns was chosen to be (null: nothing chosen). */
export type CarriedList = { readonly text: string; readonly chosen: ReadonlyArray<string | null> };

/** More than the longest list takes; what swells beyond it was not packed by this program. */
const MOST_BYTES = 64 * 1_048_576;

const cell = z.union([z.string().max(1_000), z.number(), z.boolean(), z.null()]);
const carriedList = z.object({
  fileName: z.string().max(200),
  defaultYear: z.number().int().min(2000).max(2200),
  headings: z.array(z.string().max(1_000)).max(100),
  columns: z.array(z.string().max(40).nullable()).max(100),
  rows: z.array(z.object({ rowNumber: z.number().int(), cells: z.array(cell).max(100) })).max(20_000),
});

const toColumn = (text: string | null): LineColumn => (text !== null && isLineColumn(text) ? text : null);

/** A list of 10.000 rows packed is a tenth as long, and has no character that a page would have to write otherwise. */
export const packList = (list: BudgetList): string => deflateRawSync(JSON.stringify(list)).toString("base64url");

/** Null where somebody else wrote it. */
export function unpackList({ text, chosen }: CarriedList): BudgetList | null {
  try {
    const list = carriedList.parse(JSON.parse(inflateRawSync(Buffer.from(text, "base64url"), { maxOutputLength: MOST_BYTES }).toString()));
    return { ...list, columns: list.headings.map((_heading, index) => toColumn(chosen[index] ?? list.columns[index] ?? null)) };
  } catch {
    return null;
  }
}
