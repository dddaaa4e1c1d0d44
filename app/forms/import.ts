import { isImportField, type ColumnMapping } from "#app/domain/import/fields.ts";
import { importDecisions, type ImportDecision } from "#app/domain/import/match-rows.ts";
import { wordKinds, type WordChoices } from "#app/domain/import/words.ts";

/** The forms of the import have as many fields as the list has columns, words and rows; these read them. Unknown values are dropped. */

export const columnFieldName = (index: number): string => `column-${index}`;
export const decisionFieldName = (rowNumber: number): string => `decision-${rowNumber}`;
export const amountFieldName = (rowNumber: number, column: number): string => `amount-${rowNumber}-${column}`;

const text = (value: FormDataEntryValue | null): string => (typeof value === "string" ? value : "");

/** @param count how many columns the list has */
export const readColumns = (form: FormData, count: number): ColumnMapping =>
  Array.from({ length: count }, (_, index) => {
    const value = text(form.get(columnFieldName(index)));
    return isImportField(value) ? value : null;
  });

/** "open" leaves a word undecided, "empty" leaves its fields empty, anything else is an id or a status. */
export function readWordChoices(form: FormData): WordChoices {
  const choices: Record<string, number | string | null> = {};
  for (const [name, entry] of form) {
    const key = name.startsWith("word-") ? name.slice(5) : "";
    const value = text(entry);
    if (!wordKinds.some((kind) => key.startsWith(`${kind}:`)) || value === "" || value === "open") continue;
    choices[key] = value === "empty" ? null : /^\d{1,15}$/.test(value) ? Number(value) : value;
  }
  return choices;
}

export type RowChoice = { readonly rowNumber: number; readonly decision: ImportDecision; readonly amounts: Readonly<Record<string, number | null>> };

export function readRowChoices(form: FormData): RowChoice[] {
  const amounts = new Map<number, Record<string, number | null>>();
  const decisions = new Map<number, ImportDecision>();
  for (const [name, entry] of form) {
    const value = text(entry);
    const amount = /^amount-(\d{1,9})-(\d{1,3})$/.exec(name);
    if (amount?.[1] !== undefined && amount[2] !== undefined && /^(?:unknown|\d{1,15})$/.test(value)) {
      const rowNumber = Number(amount[1]);
      amounts.set(rowNumber, { ...amounts.get(rowNumber), [amount[2]]: value === "unknown" ? null : Number(value) });
    }
    const decision = /^decision-(\d{1,9})$/.exec(name);
    const chosen = importDecisions.find((candidate) => candidate === value);
    if (decision?.[1] !== undefined && chosen !== undefined) decisions.set(Number(decision[1]), chosen);
  }
  return [...decisions].map(([rowNumber, decision]) => ({ rowNumber, decision, amounts: amounts.get(rowNumber) ?? {} }));
}

const scopes = ["all", "problems", "create", "update", "skip"] as const;
export type PreviewScope = (typeof scopes)[number];
const SCOPE_WORDS: Readonly<Record<PreviewScope, string>> = { all: "alle", problems: "probleme", create: "anlegen", update: "aktualisieren", skip: "ueberspringen" };

export type PreviewView = { readonly scope: PreviewScope; readonly page: number };
export const readScope = (value: FormDataEntryValue | null): PreviewScope => scopes.find((scope) => SCOPE_WORDS[scope] === value) ?? "all";
export const readPage = (value: string | null): number => (value !== null && /^\d{1,6}$/.test(value) ? Math.max(1, Number(value)) : 1);
export const readPreviewView = (params: URLSearchParams): PreviewView => ({ scope: readScope(params.get("zeilen")), page: readPage(params.get("seite")) });
export const scopeWord = (scope: PreviewScope): string => SCOPE_WORDS[scope];

/** The query of a preview page; empty for the first page of all rows. */
export function previewSearch({ scope, page }: PreviewView): string {
  const params = new URLSearchParams();
  if (scope !== "all") params.set("zeilen", SCOPE_WORDS[scope]);
  if (page > 1) params.set("seite", String(page));
  return params.size === 0 ? "" : `?${params.toString()}`;
}

export const readBulkDecision = (value: FormDataEntryValue | null): ImportDecision | "proposal" => importDecisions.find((decision) => decision === value) ?? "proposal";
