import { normaliseText } from "#app/domain/text/normalise-text.ts";
import { cents, type Cents } from "./cents.ts";

/**
 * Reads amounts as people type them into lists. What can be meant in two ways is said to be so and never decided here:
 * a caller that wants an amount from an "ambiguous" or "approximate" reading has to ask a person.
 */
export type AmountReading =
  | { readonly kind: "amount"; readonly cents: Cents }
  /** All the amounts that can be meant: "1.234" without a currency, "10–15 T€". At least two, in no order of likelihood. */
  | { readonly kind: "ambiguous"; readonly readings: readonly Cents[] }
  /** "ca. 15 T€", "bis zu 20.000 €", "15.000 € netto": a figure, but not the amount. */
  | { readonly kind: "approximate"; readonly cents: Cents }
  /** Nothing, a dash, "k. A.", "offen". */
  | { readonly kind: "empty" }
  | { readonly kind: "unreadable" };

export type GermanAmountReading = Extract<AmountReading, { kind: "amount" | "empty" | "unreadable" }>;

const UNREADABLE = { kind: "unreadable" } as const;
const EMPTY = { kind: "empty" } as const;
const LONGEST = 80;

const EMPTY_WORDS = new Set(
  ["", "-", "--", "---", "?", "??", "???", "./.", "k. a.", "k.a.", "ka", "k. a", "k.a", "k a", "keine angabe", "keine angaben", "ohne angabe"].concat(
    ["o. a.", "o.a.", "n. a.", "n.a.", "n/a", "na", "n. n.", "n.n.", "unbekannt", "nicht bekannt", "noch nicht bekannt", "noch unbekannt"],
    ["offen", "noch offen", "tbd", "tba", "unklar", "noch unklar", "noch nicht beziffert", "nicht beziffert", "nicht bezifferbar"],
  ),
);

const APPROXIMATE_BEFORE =
  /^(?:ca\.?|circa|zirka|rund|rd\.?|etwa|ungefähr|ungef\.?|geschätzt|gesch\.?|schätzung:?|voraussichtlich|voraussichtl\.?|vsl\.?|bis zu|bis|max\.?|maximal|höchstens|mind\.?|mindestens|min\.?|ab|über|unter|mehr als|weniger als|knapp|gut|~|≈|>=?|<=?|≥|≤)\s*(?=[\d€e+(-])/i;
const APPROXIMATE_AFTER =
  /\s*[,(]?\s*(?:ca\.?|circa|geschätzt|gesch\.|schätzung|grobschätzung|grob geschätzt|voraussichtlich|netto|brutto|(?:inkl|incl|zzgl|exkl)\. (?:mwst|ust)\.?|\?+)\s*\)?$/i;

/** A scale word and whether it is so German that a comma beside it can only be a decimal comma. */
type Scale = { readonly exponent: number; readonly german: boolean };
const SCALES: ReadonlyArray<readonly [pattern: RegExp, scale: Scale]> = [
  [/^(?:t ?€|t ?eur|t ?euro|tsd\.?|tausend)$/i, { exponent: 3, german: true }],
  [/^(?:k|k ?€|k ?eur)$/i, { exponent: 3, german: false }],
  [/^(?:mio\.?|mill\.|million|millionen)$/i, { exponent: 6, german: true }],
  [/^(?:m ?€|m ?eur)$/i, { exponent: 6, german: false }],
  [/^(?:mrd\.?|milliarde|milliarden)$/i, { exponent: 9, german: true }],
];
const NO_SCALE: Scale = { exponent: 0, german: false };

/** See {@link AmountReading}. Never throws, whatever the text. */
export function readAmount(text: string): AmountReading {
  const plain = normaliseText(text, LONGEST);
  if (plain === null) return UNREADABLE;
  if (EMPTY_WORDS.has(plain.toLowerCase())) return EMPTY;
  const { rest, approximate } = stripApproximation(plain);
  const reading = readRange(rest) ?? readSingle(rest);
  if (!approximate || reading.kind !== "amount") return reading;
  return { kind: "approximate", cents: reading.cents };
}

/** For forms, whose language is German: "1.234" is a thousand, and a decimal point ("12.5") is refused. */
export function readGermanAmount(text: string): GermanAmountReading {
  const plain = normaliseText(text, LONGEST);
  if (plain === null) return UNREADABLE;
  if (EMPTY_WORDS.has(plain.toLowerCase())) return EMPTY;
  const parts = splitParts(plain);
  if (parts === null || !/^(?:\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(?:\d+|-{1,2}))?$/.test(parts.number)) return UNREADABLE;
  const value = toCents(parts.number.replace(/[. ]/g, "").replace(",", "."), parts);
  return value === null ? UNREADABLE : { kind: "amount", cents: value };
}

/** A number cell of a spreadsheet: no text, nothing to guess, but a fraction of a cent makes it approximate. */
export function readAmountNumber(euros: number): AmountReading {
  const scaled = euros * 100;
  const rounded = Math.round(scaled);
  if (!Number.isSafeInteger(rounded)) return UNREADABLE;
  const exact = Math.abs(scaled - rounded) <= Math.max(1, Math.abs(scaled)) * 1e-9;
  return { kind: exact ? "amount" : "approximate", cents: cents(rounded === 0 ? 0 : rounded) };
}

function stripApproximation(plain: string): { rest: string; approximate: boolean } {
  let rest = plain;
  let approximate = false;
  for (let round = 0; round < 3; round += 1) {
    const shorter = rest.replace(APPROXIMATE_BEFORE, "").replace(APPROXIMATE_AFTER, "").trim();
    if (shorter === rest || shorter === "") break;
    approximate = true;
    rest = shorter;
  }
  return { rest, approximate };
}

/** "10.000 - 15.000 €", "von 10 bis 15 T€": the unit of the second holds for a first without one. */
function readRange(plain: string): AmountReading | null {
  const match = /^(?:von |zwischen )?([^a-z]*\d[^-]*?) ?(?:-| bis (?:zu )?| und ) ?(\d.*)$/i.exec(plain);
  if (!match) return null;
  const [low = "", high = ""] = [match[1], match[2]];
  const [lower, upper] = [splitParts(low), splitParts(high)];
  if (lower === null || upper === null) return UNREADABLE;
  const lowerWithUnit = lower.hasUnit ? lower : { ...lower, scale: upper.scale, currency: upper.currency };
  const [lows, highs] = [possibleCents(lowerWithUnit), possibleCents(upper)];
  const readings = unique([...lows, ...highs]);
  return lows.length === 0 || highs.length === 0 || readings.length < 2 ? UNREADABLE : { kind: "ambiguous", readings };
}

function readSingle(plain: string): AmountReading {
  const parts = splitParts(plain);
  if (parts === null) return UNREADABLE;
  const readings = unique(possibleCents(parts));
  const [first, second] = readings;
  if (first === undefined) return UNREADABLE;
  return second === undefined ? { kind: "amount", cents: first } : { kind: "ambiguous", readings };
}

type Parts = {
  readonly number: string;
  readonly negative: boolean;
  readonly currency: boolean;
  readonly scale: Scale;
  readonly hasUnit: boolean;
};

/** Takes sign, currency and scale off the number; null where something else stands there too. */
function splitParts(plain: string): Parts | null {
  const match = /^(\()?(-|\+)? ?(€|EUR|Euro)? ?(-)? ?(\d[\d., ']*?(?:,--?)?)(-)? ?([^\d\s)][^\d)]*)?(\))?$/i.exec(plain);
  if (!match) return null;
  const [, open, signBefore, currencyBefore, signInside, digits = "", signAfter, unit = "", close] = match;
  if ((open === undefined) !== (close === undefined)) return null;
  if (signAfter !== undefined && !/[.,]\d\d$/.test(digits)) return null;
  const minusSigns = [open, signBefore === "-" ? "-" : undefined, signInside, signAfter].filter((sign) => sign !== undefined).length;
  if (minusSigns > 1 || (signBefore === "+" && minusSigns > 0)) return null;
  const scale = readUnit(unit.trim());
  if (scale === null || (currencyBefore !== undefined && scale.currency)) return null;
  return {
    number: digits.trim(),
    negative: minusSigns === 1,
    currency: scale.currency || currencyBefore !== undefined,
    scale: scale.scale,
    hasUnit: unit !== "" || currencyBefore !== undefined,
  };
}

function readUnit(unit: string): { scale: Scale; currency: boolean } | null {
  if (unit === "") return { scale: NO_SCALE, currency: false };
  if (/^(?:€|eur|euro)\.?$/i.test(unit)) return { scale: NO_SCALE, currency: true };
  const whole = scaleOf(unit);
  if (whole) return { scale: whole, currency: /€|eur/i.test(unit) };
  const match = /^(.*?) ?(?:€|eur|euro)$/i.exec(unit);
  const scale = match?.[1] === undefined ? null : scaleOf(match[1]);
  return scale === null ? null : { scale, currency: true };
}

const scaleOf = (word: string): Scale | null => SCALES.find(([pattern]) => pattern.test(word))?.[1] ?? null;

/** Every amount the number can mean; none where it means no amount in whole cents. */
function possibleCents(parts: Parts): Cents[] {
  return possibleDecimals(parts)
    .map((decimal) => toCents(decimal, parts))
    .filter((value) => value !== null);
}

/** The number as plain decimals, "1234.50", in every way its separators allow. */
function possibleDecimals({ number, currency, scale }: Parts): string[] {
  const dashed = /^(.*),--?$/.exec(number);
  if (dashed) return possibleGrouped(dashed[1] ?? "");
  if (/^\d+$/.test(number)) return [number];
  if (/^\d+[.,]\d+$/.test(number)) {
    const decimal = number.replace(",", ".");
    const couldBeThousand = /^[1-9]\d{0,2}[.,]\d{3}$/.test(number);
    if (!couldBeThousand) return [decimal];
    const thousand = number.replace(/[.,]/, "");
    // A euro has no third decimal, so "15.000 €" is a thousand; beside a German scale word a comma is a decimal comma.
    if (number.includes(".") && currency && scale.exponent === 0) return [thousand];
    if (number.includes(",") && scale.german) return [decimal];
    return scale.exponent === 0 ? [thousand, decimal.slice(0, -1)] : [thousand, decimal];
  }
  const tail = /^(.*\d)([.,])(\d+)$/.exec(number);
  if (tail?.[1] !== undefined && !tail[1].includes(tail[2] ?? "")) {
    const grouped = possibleGrouped(tail[1]);
    if (grouped.length > 0) return grouped.map((whole) => `${whole}.${tail[3] ?? ""}`);
  }
  return possibleGrouped(number);
}

/** "1.234.567", "1 234 567", "1'234'567" with one and the same separator; otherwise nothing. */
function possibleGrouped(number: string): string[] {
  if (/^\d+$/.test(number)) return [number];
  return /^[1-9]\d{0,2}([., '])\d{3}(?:\1\d{3})*$/.test(number) ? [number.replace(/[., ']/g, "")] : [];
}

/** Null unless the decimal is a whole number of cents that is safe to compute with. */
function toCents(decimal: string, { negative, scale }: Parts): Cents | null {
  const [whole = "", rawFraction = ""] = decimal.split(".");
  const fraction = /^-+$/.test(rawFraction) ? "" : rawFraction.replace(/0+$/, "");
  const shift = scale.exponent + 2;
  if (fraction.length > shift || whole.length > 15) return null;
  const value = Number(whole + fraction.padEnd(shift, "0"));
  if (!Number.isSafeInteger(value)) return null;
  return cents(value === 0 ? 0 : negative ? -value : value);
}

const unique = (values: readonly Cents[]): Cents[] => [...new Set(values)];
