import { measureStatuses, type MeasureStatus } from "#app/domain/measures/vocabulary.ts";

export const bulkFields = ["status", "actionFieldId", "leadUnitId"] as const;
export type BulkField = (typeof bulkFields)[number];

type Change =
  | { readonly field: "status"; readonly value: MeasureStatus }
  | { readonly field: "actionFieldId"; readonly value: number | null }
  | { readonly field: "leadUnitId"; readonly value: number | null };
export type BulkRequest = {
  readonly field: BulkField;
  readonly rows: ReadonlyArray<{ readonly id: number; readonly rowVersion: number }>;
  /** Null until a value is chosen. */
  readonly change: Change | null;
};

type Entries = { getAll(name: string): ReadonlyArray<unknown>; get(name: string): unknown };
const MOST_ROWS = 500;

/** Reads the list's ticked rows ("auswahl=12.3": measure 12 as of version 3), the field and the value, from an address or a form. */
export function readBulkRequest(entries: Entries): BulkRequest {
  const rows = new Map<number, number>();
  for (const text of entries.getAll("auswahl").slice(0, MOST_ROWS)) {
    const match = /^([1-9]\d{0,14})\.([1-9]\d{0,9})$/.exec(String(text));
    if (match) rows.set(Number(match[1]), Number(match[2]));
  }
  const field = bulkFields.find((name) => name === entries.get("aendern")) ?? "status";
  return { field, rows: [...rows].map(([id, rowVersion]) => ({ id, rowVersion })), change: readChange(field, entries.get("wert")) };
}

function readChange(field: BulkField, value: unknown): Change | null {
  if (field === "status") {
    const status = measureStatuses.find((one) => one === value);
    return status === undefined ? null : { field, value: status };
  }
  if (value === "none") return { field, value: null };
  return typeof value === "string" && /^[1-9]\d{0,14}$/.test(value) ? { field, value: Number(value) } : null;
}
