/**
 * Text of a cell with its dashes, blanks and apostrophes brought to one form each, full-width digits to plain ones, and
 * invisible characters removed. Null where it is longer than `longest`: no date and no amount is.
 */
export function normaliseText(text: string, longest: number): string | null {
  if (text.length > longest * 4) return null;
  const plain = text
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63]/g, "-")
    .replace(/[\u2018\u2019\u02BC\u00B4`]/g, "'")
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return plain.length > longest ? null : plain;
}
