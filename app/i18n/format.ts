import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { numberInYear, yearOfQuarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { Cents, PartialSum } from "#app/domain/money/cents.ts";

/** The one place that turns raw values into German text. Null is unknown and prints "k. A.". */
export const UNKNOWN = "k. A.";

const NBSP = "\u00a0";
const integer = new Intl.NumberFormat("de-DE");
const day = new Intl.DateTimeFormat("de-DE", { dateStyle: "medium", timeZone: "Europe/Berlin" });
const dateTime = new Intl.DateTimeFormat("de-DE", { dateStyle: "medium", timeStyle: "short", timeZone: "Europe/Berlin" });

export const formatInteger = (value: number | null): string => (value === null ? UNKNOWN : integer.format(value));

/** 12345 → "123,45 €" */
export const formatMoney = (amount: Cents | null): string => (amount === null ? UNKNOWN : `${formatAmount(amount)}${NBSP}€`);

/** 12345 → "123,45", for columns whose heading says €. Exact: cents are cut off as text, not divided. */
export function formatAmount(amount: Cents): string {
  const magnitude = Math.abs(amount);
  return `${amount < 0 ? "−" : ""}${integer.format(Math.floor(magnitude / 100))},${String(magnitude % 100).padStart(2, "0")}`;
}

/** Whole euros without cents, rounded half away from zero, for overviews that say so. */
export function formatWholeEuros(amount: Cents | null): string {
  if (amount === null) return UNKNOWN;
  const magnitude = Math.floor((Math.abs(amount) + 50) / 100);
  return `${amount < 0 && magnitude > 0 ? "−" : ""}${integer.format(magnitude)}${NBSP}€`;
}

/** A sum that says how many of its parts are unknown: "1.200,00 € zzgl. 3 ohne Schätzung"; "k. A. (3 ohne Schätzung)" where nothing is known. */
export function formatPartialSum({ known, unknownCount }: PartialSum): string {
  if (unknownCount === 0) return formatMoney(known);
  const unknown = `${integer.format(unknownCount)} ohne Schätzung`;
  return known === 0 ? `${UNKNOWN} (${unknown})` : `${formatMoney(known)} zzgl. ${unknown}`;
}

/** "2027-03-31" → "31.03.2027" */
export const formatDate = (date: PlainDate | null): string =>
  date === null ? UNKNOWN : `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;

/** ISO instant → "22.11.2026", the day it is in Germany */
export const formatDayOf = (instant: string): string => day.format(new Date(instant));

/** ISO instant → "22.11.2026, 21:34" in German time */
export const formatDateTime = (instant: string | null): string => (instant === null ? UNKNOWN : dateTime.format(new Date(instant)));

/** "2027-Q3" → "3. Quartal 2027" */
export const formatQuarter = (value: Quarter | null): string =>
  value === null ? UNKNOWN : `${numberInYear(value)}.${NBSP}Quartal${NBSP}${yearOfQuarter(value)}`;

/** "2027-Q3" → "Q3 2027", where room is short */
export const formatQuarterShort = (value: Quarter | null): string => (value === null ? UNKNOWN : `Q${numberInYear(value)}${NBSP}${yearOfQuarter(value)}`);

export const formatPercent = (value: number | null): string => (value === null ? UNKNOWN : `${integer.format(value)}${NBSP}%`);

/** Person-days: 12 → "12 PT" */
export const formatPersonDays = (value: number | null): string => (value === null ? UNKNOWN : `${integer.format(value)}${NBSP}PT`);

/** Tenths of a point of the ranking: 825 → "82,5" */
export const formatPoints = (tenths: number | null): string =>
  tenths === null ? UNKNOWN : `${integer.format(Math.floor(tenths / 10))},${tenths % 10}`;

/** Full-time posts in hundredths: 150 → "1,5" */
export const formatPosts = (hundredths: number | null): string =>
  hundredths === null ? UNKNOWN : `${integer.format(Math.floor(hundredths / 100))}${`,${String(hundredths % 100).padStart(2, "0")}`.replace(/,?0+$/, "")}`;

/** Posts more or less in hundredths: 50 → "+0,5", 0 → "±0" */
export const formatPostDelta = (hundredths: number): string => `${hundredths > 0 ? "+" : hundredths < 0 ? "−" : "±"}${formatPosts(Math.abs(hundredths))}`;

/** A mean of ratings in ten-thousandths of a level: 26_667 → "2,7" */
export function formatLevel(units: number | null): string {
  if (units === null) return UNKNOWN;
  const tenths = Math.round(units / 1000);
  return `${Math.floor(tenths / 10)},${tenths % 10}`;
}

/** Hundredths of a pure number: 123 → "1,23" */
export const formatHundredths = (hundredths: number): string => `${integer.format(Math.floor(hundredths / 100))},${String(hundredths % 100).padStart(2, "0")}`;
