import { parsePlainDate } from "#app/domain/calendar/plain-date.ts";
import { parseQuarter } from "#app/domain/calendar/quarter.ts";
import { cents } from "#app/domain/money/cents.ts";
import { formatDate, formatDateTime, formatInteger, formatMoney, formatPostDelta, formatPosts, formatQuarter } from "./format.ts";

/** What fields and code words are called. */
export type LogWords = { readonly label: (field: string) => string; readonly word: (field: string, value: string) => string | undefined };

const LONGEST = 800;
const MOST_ENTRIES = 12;

/**
 * A value as it was logged, as German text: money with its sign, lists of lines field by field, nothing as JSON. Null where
 * it was or is empty. Code words and fields without a name are shown as they are, so that nothing is hidden.
 */
export function loggedValueText(field: string, value: unknown, words: LogWords): string | null {
  const text = valueText(field, value, words);
  return text === null || text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

function valueText(field: string, value: unknown, words: LogWords): string | null {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "boolean") return value ? "ja" : "nein";
  if (typeof value === "number") return numberText(field, value);
  if (typeof value === "string") return words.word(field, value) ?? datedText(value);
  if (Array.isArray(value)) return listText(field, value, words);
  return typeof value === "object" ? objectText(value, words) : JSON.stringify(value);
}

function numberText(field: string, value: number): string {
  if (!Number.isSafeInteger(value)) return String(value).replace(".", ",");
  if (field.endsWith("Cents")) return formatMoney(cents(value));
  if (field === "postDeltaHundredths") return formatPostDelta(value);
  if (field === "fte") return formatPosts(value);
  return /Year$|Id$|Ids$|^id$|^number$/.test(field) ? String(value) : formatInteger(value);
}

function datedText(text: string): string {
  const quarter = parseQuarter(text);
  if (quarter !== null) return formatQuarter(quarter);
  const date = parsePlainDate(text);
  if (date !== null) return formatDate(date);
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? formatDateTime(text) : text;
}

/** Plain values behind each other; entries with fields of their own apart, and numbered where there are several. */
function listText(field: string, list: readonly unknown[], words: LogWords): string | null {
  if (list.length === 0) return null;
  const hasFields = list.some((entry) => typeof entry === "object" && entry !== null);
  const texts = list.slice(0, MOST_ENTRIES).map((entry) => valueText(field, entry, words) ?? "–");
  const rest = list.length > MOST_ENTRIES ? [`… und ${list.length - MOST_ENTRIES} weitere`] : [];
  if (!hasFields) return [...texts, ...rest].join(", ");
  return [...(list.length === 1 ? texts : texts.map((text, index) => `(${index + 1}) ${text}`)), ...rest].join("; ");
}

/** Only what is filled in: an empty note or a lock that is not set says nothing. */
function objectText(object: object, words: LogWords): string | null {
  const parts = Object.entries(object).flatMap(([field, value]: [string, unknown]) => {
    const text = value === false || (field === "postDeltaHundredths" && value === 0) ? null : valueText(field, value, words);
    if (text === null) return [];
    return value === true ? [words.label(field)] : [`${words.label(field)} ${text}`];
  });
  return parts.length === 0 ? null : parts.join(", ");
}
