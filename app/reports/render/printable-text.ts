/** Stands for every character that cannot be printed, so that the reader sees that something was there. */
export const REPLACEMENT = "?";

/**
 * Text as a document can hold it: no control characters, no lone surrogates, no bidirectional overrides (they would show
 * other text than was approved), and a question mark for every character without a glyph. Line breaks become spaces.
 */
export function printableText(text: string, isDrawable: (codePoint: number) => boolean): string {
  if (isPlain(text, isDrawable)) return text;
  // Removed first: what stood on both sides of a removed character may compose, or be one run of spaces.
  const kept = Array.from(text, (character) => (LINE_BREAK.test(character) ? " " : isRemoved(character.codePointAt(0) ?? 0) ? "" : character)).join("");
  const spaced = kept.normalize("NFC").replace(/\s+/gu, (space) => (space === "\u00a0" || space === "\u202f" ? space : " "));
  return Array.from(spaced, (character) => (isDrawable(character.codePointAt(0) ?? 0) ? character : REPLACEMENT)).join("");
}

/** Nearly every text: nothing in it to remove, to compose, to join or to replace. */
function isPlain(text: string, isDrawable: (codePoint: number) => boolean): boolean {
  if (UNUSUAL.test(text)) return false;
  for (let index = 0; index < text.length; index += 1) if (!isDrawable(text.charCodeAt(index))) return false;
  return true;
}

const UNUSUAL = /[^ -~\u00a0-\u00ac\u00ae-\u017f–—‘’‚“”„…€]|\s\s/;
const LINE_BREAK = /[\t-\r\u2028\u2029]/;

/** Control characters, formatting without a glyph of its own (joiners, directions, variation selectors, tags), halves of surrogate pairs. */
const isRemoved = (codePoint: number): boolean =>
  codePoint < 0x20 ||
  (codePoint >= 0x7f && codePoint <= 0x9f) ||
  (codePoint >= 0x200b && codePoint <= 0x200f) ||
  (codePoint >= 0x2028 && codePoint <= 0x202e) ||
  (codePoint >= 0x2060 && codePoint <= 0x206f) ||
  (codePoint >= 0xd800 && codePoint <= 0xdfff) ||
  (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
  (codePoint >= 0xe0000 && codePoint <= 0xe0fff) ||
  codePoint === 0xad ||
  codePoint === 0xfeff ||
  codePoint === 0xffff ||
  codePoint === 0xfffe;

/** The same for every string anywhere in plain data. */
export function printableData<T>(data: T, isDrawable: (codePoint: number) => boolean): T {
  return mapStrings(data, (text) => printableText(text, isDrawable)) as T;
}

function mapStrings(data: unknown, map: (text: string) => string): unknown {
  if (typeof data === "string") return map(data);
  if (Array.isArray(data)) return data.map((item) => mapStrings(item, map));
  if (data === null || typeof data !== "object") return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, mapStrings(value, map)]));
}
