import { t } from "#app/i18n/de/rating-screen.ts";

/** One field of the matrix as typed: "", 0 to 4, or k. */
export type TypedCell = { readonly name: string; readonly measureId: number; readonly criterionId: number; readonly text: string };

export const cellName = (measureId: number, criterionId: number): string => `m${measureId}c${criterionId}`;

/** The cells of the whole page, or of the row whose button was pressed. */
export function readCells(form: FormData): TypedCell[] {
  const row = form.get("row");
  return [...form].flatMap(([name, value]) => {
    const match = /^m([1-9]\d{0,14})c([1-9]\d{0,14})$/.exec(name);
    if (match === null || typeof value !== "string" || (row !== null && row !== match[1])) return [];
    return [{ name, measureId: Number(match[1]), criterionId: Number(match[2]), text: value.trim() }];
  });
}

/** Null where the text is no answer. */
export function readAnswer(text: string): { readonly value: number | null | "empty" } | null {
  if (text === "") return { value: "empty" };
  if (/^[0-4]$/.test(text)) return { value: Number(text) };
  return text.toLowerCase() === "k" ? { value: null } : null;
}

/** "none" or nothing: not answered yet; null: "kann ich nicht beurteilen". */
export const answerText = (answer: number | null | "none" | undefined): string => (answer === "none" || answer === undefined ? "" : answer === null ? "k" : String(answer));

export const notAnAnswer = (text: string): string => t("matrix.notAnAnswer", { value: text.slice(0, 10) });
