import { normaliseText } from "#app/domain/text/normalise-text.ts";
import { readPeriod, splitJoined, type Period } from "./period-text.ts";
import { parsePlainDate, type PlainDate } from "./plain-date.ts";
import type { Quarter } from "./quarter.ts";

/** Reads days, quarters and time frames as people type them into lists. What can be meant in two ways is never decided here. */
export type DateReading =
  | { readonly kind: "date"; readonly date: PlainDate }
  /** "03/04/2027": day and month can be either way round. */
  | { readonly kind: "ambiguous"; readonly readings: readonly PlainDate[] }
  /** Two or more days in one cell. */
  | { readonly kind: "several"; readonly dates: readonly PlainDate[] }
  | { readonly kind: "empty" }
  | { readonly kind: "unreadable" };

export type QuarterReading =
  | { readonly kind: "quarter"; readonly quarter: Quarter }
  /** A year or half-year: more than one quarter. A start column takes the first, an end column the last. */
  | { readonly kind: "span"; readonly first: Quarter; readonly last: Quarter }
  | { readonly kind: "several" }
  | { readonly kind: "empty" }
  | { readonly kind: "unreadable" };

export const timeframeProblems = ["severalDates", "vague", "singleDay", "endBeforeStart"] as const;
export type TimeframeProblem = (typeof timeframeProblems)[number];

/** `text` is what has to be kept word for word because the quarters do not say all of it; empty where they do. */
export type TimeframeReading = {
  readonly start: Quarter | null;
  readonly end: Quarter | null;
  readonly text: string;
  readonly problems: readonly TimeframeProblem[];
};

const LONGEST = 200;
const EMPTY_WORDS = new Set(["", "-", "--", "?", "k. a.", "k.a.", "ka", "keine angabe", "n/a", "n. n.", "offen", "noch offen", "unbekannt", "tbd"]);

const isEmptyText = (plain: string): boolean => EMPTY_WORDS.has(plain.toLowerCase());

/** A day: 31.03.2027, 31.3.27, 2027-03-31, 31. März 2027, with or without a time of day behind it. */
export function readDate(text: string): DateReading {
  const plain = normaliseText(text, LONGEST);
  if (plain === null) return { kind: "unreadable" };
  if (isEmptyText(plain)) return { kind: "empty" };
  const slashed = readSlashed(plain);
  if (slashed !== null) return slashed;
  const period = readPeriod(plain);
  if (period !== null) return period.day === null ? { kind: "unreadable" } : { kind: "date", date: period.day };
  const days = splitJoined(plain)?.parts.map(readPeriod).map((part) => part?.day ?? null) ?? [];
  const dates = days.filter((day) => day !== null);
  return dates.length > 1 && dates.length === days.length ? { kind: "several", dates } : { kind: "unreadable" };
}

function readSlashed(plain: string): DateReading | null {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain);
  if (!match) return null;
  const [, first = "", second = "", year = ""] = match;
  const iso = (month: string, day: string) => parsePlainDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  const readings = [...new Set([iso(second, first), iso(first, second)].filter((date) => date !== null))];
  const [only] = readings;
  if (only === undefined) return { kind: "unreadable" };
  return readings.length === 1 ? { kind: "date", date: only } : { kind: "ambiguous", readings };
}

/** A quarter, or a day, month, half-year or year that lies in one or spans several. */
export function readQuarter(text: string): QuarterReading {
  const plain = normaliseText(text, LONGEST);
  if (plain === null) return { kind: "unreadable" };
  if (isEmptyText(plain)) return { kind: "empty" };
  const period = readPeriod(plain);
  if (period !== null) {
    return period.first === period.last
      ? { kind: "quarter", quarter: period.first }
      : { kind: "span", first: period.first, last: period.last };
  }
  const parts = splitJoined(plain)?.parts.map(readPeriod) ?? [];
  return parts.length > 1 && parts.every((part) => part !== null) ? { kind: "several" } : { kind: "unreadable" };
}

/**
 * A span of time in one cell: "2022-2026", "Q1 2027 bis Q3 2027", "2027", "ab Q2 2027", "bis 31.12.2027".
 * Everything else ("ab 2022 schrittweise", "bis Herbst 2017", two days side by side) is kept as text with its problem,
 * and both ends stay unknown.
 */
export function readTimeframe(text: string): TimeframeReading {
  const kept = text.trim();
  const unknown = (problem: TimeframeProblem): TimeframeReading => ({ start: null, end: null, text: kept, problems: [problem] });
  const plain = normaliseText(text, LONGEST);
  if (plain === null) return unknown("vague");
  if (isEmptyText(plain)) return { start: null, end: null, text: "", problems: [] };

  const single = readPeriod(plain);
  if (single !== null) return single.day === null ? closed(single, single) : unknown("singleDay");

  const open = /^(bis ende|bis zum|bis|ab anfang|ab dem|ab|seit|von) (.+)$/i.exec(plain);
  const openPeriod = open?.[2] === undefined ? null : readPeriod(open[2]);
  if (open?.[1] !== undefined && openPeriod !== null) {
    return /^bis/i.test(open[1])
      ? { start: null, end: openPeriod.last, text: kept, problems: [] }
      : { start: openPeriod.first, end: null, text: kept, problems: [] };
  }

  const joined = splitJoined(plain);
  const parts = joined?.parts.map(readPeriod) ?? [];
  const [from, to] = parts;
  if (joined === null || !parts.every((part) => part !== null) || !from || !to) return unknown("vague");
  if (!joined.isRange || parts.length > 2) return unknown("severalDates");
  return from.first > to.last ? unknown("endBeforeStart") : closed(from, to);
}

const closed = (from: Period, to: Period): TimeframeReading => ({ start: from.first, end: to.last, text: "", problems: [] });
