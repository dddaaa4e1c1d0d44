import type { readLineFilter } from "#app/forms/budget-lines.ts";
import type { listLines } from "#app/services/resources/list-budget-lines.server.ts";
import type { showBudgetLine } from "#app/services/resources/show-budget-line.server.ts";
import type { showUnmapped } from "#app/services/resources/show-unmapped.server.ts";

type Value<F extends (...args: never[]) => unknown> = ReturnType<F> extends infer Answer ? (Answer extends { readonly ok: true; readonly value: infer Shown } ? Shown : never) : never;

/** What the list of lines shows, with the filter of its address. */
export type LineListData = Value<typeof listLines> & { readonly filter: ReturnType<typeof readLineFilter> };
export type LineRow = LineListData["rows"][number];
/** What the page of one line shows. */
export type LineData = Value<typeof showBudgetLine>;
export type UnmappedData = Value<typeof showUnmapped>;
