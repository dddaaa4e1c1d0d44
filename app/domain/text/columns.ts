/** Columns of a table as small plain JSON; each has a way back. Which rows there are is known from elsewhere. */

/** Texts of which most differ, as one. */
export const joinTexts = (texts: readonly string[]): string => texts.map((text) => text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")).join("\n");
export const splitTexts = (joined: string, count: number): string[] =>
  count === 0 ? [] : joined.split("\n").map((text) => (text.includes("\\") ? text.replace(/\\(.)/g, (_match, sign: string) => (sign === "n" ? "\n" : sign)) : text));

/** Values from a short list, one sign each; "-" for none. */
const SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz";
export const toSigns = <T extends string>(values: ReadonlyArray<T | null>, known: readonly T[]): string =>
  values.map((value) => (value === null ? "-" : SIGNS.charAt(known.indexOf(value)))).join("");
export const fromSigns = <T extends string>(signs: string, known: readonly T[]): Array<T | null> =>
  Array.from(signs, (sign) => (sign === "-" ? null : (known[SIGNS.indexOf(sign)] ?? null)));

/** Growing numbers as their differences. */
export function toSteps(numbers: readonly number[]): number[] {
  return numbers.map((number, index) => number - (numbers[index - 1] ?? 0));
}
export function fromSteps(steps: readonly number[]): number[] {
  let last = 0;
  return steps.map((step) => (last += step));
}

/** Values that few rows have: the rows, and the values in their order. */
export type Sparse<T> = readonly [rows: number[], values: T[]];
export function toSparse<Row, T>(rows: readonly Row[], valueOf: (row: Row) => T | null): Sparse<T> {
  const [found, values]: [number[], T[]] = [[], []];
  rows.forEach((row, index) => {
    const value = valueOf(row);
    if (value === null) return;
    found.push(index);
    values.push(value);
  });
  return [toSteps(found), values];
}
export function fromSparse<T>([steps, values]: Sparse<T>): Map<number, T> {
  const rows = fromSteps(steps);
  return new Map(values.map((value, index) => [rows[index] ?? 0, value]));
}

/** Texts that recur: each once, and where it stands. */
export type Dictionary = readonly [texts: string[], indexes: number[]];
export function toDictionary(texts: readonly string[]): Dictionary {
  const places = new Map<string, number>();
  const indexes = texts.map((text) => {
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  });
  return [[...places.keys()], indexes];
}
export const fromDictionary = ([texts, indexes]: Dictionary): string[] => indexes.map((index) => texts[index] ?? "");
