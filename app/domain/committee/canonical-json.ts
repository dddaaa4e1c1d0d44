/** What canonical JSON can say: no dates, no undefined inside lists, no numbers JSON cannot write. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

/**
 * One text for one value: keys sorted by UTF-16 code unit at every depth, no white space, lists in their given order,
 * keys whose value is undefined left out. Equal values therefore have equal texts and equal hashes.
 * Source: RFC 8785 (JSON Canonicalization Scheme), whose number form is JavaScript's own.
 *
 * @throws RangeError on a number that JSON cannot write (NaN, Infinity)
 */
export function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError(`not a JSON number: ${value}`);
    return JSON.stringify(value);
  }
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const member = value[key];
      return member === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(member)}`];
    });
  return `{${members.join(",")}}`;
}

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
