import { parsePlainDate, type PlainDate } from "./plain-date.ts";
import { quarterFrom, quarterOf, type Quarter } from "./quarter.ts";

/** A stretch of time that was named exactly: a day, a month, a quarter, a half-year or a year. `day` only for a day. */
export type Period = { readonly first: Quarter; readonly last: Quarter; readonly day: PlainDate | null };

const EARLIEST_YEAR = 1950;
const LATEST_YEAR = 2149;

const MONTHS = ["januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember"];
const MONTH_SHORT = ["jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"];
const MONTH_OTHER: Readonly<Record<string, number>> = { jänner: 1, feber: 2, maerz: 3, mrz: 3, sept: 9, march: 3, may: 5, october: 10, december: 12, january: 1, february: 2, june: 6, july: 7 };
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

const YEAR = String.raw`(\d{4}|'?\d{2})`;
const QUARTER_NUMBER = String.raw`([1-4]|i{1,3}|iv)`;
const PATTERNS = {
  year: /^(?:jahr |hj |haushaltsjahr )?(\d{4})$/,
  day: new RegExp(String.raw`^(\d{1,2})\. ?(\d{1,2})\. ?${YEAR}(?:,? \d{1,2}:\d{2}(?::\d{2})?)?$`),
  isoDay: /^(\d{4})[-/](\d{2})[-/](\d{2})(?:[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})?)?$/,
  namedDay: new RegExp(String.raw`^(\d{1,2})\. ?([a-zä]+)\.? ${YEAR}$`),
  namedMonth: new RegExp(String.raw`^([a-zä]+)\.?[ /-]${YEAR}$`),
  isoMonth: /^(\d{4})-(0[1-9]|1[0-2])$/,
  month: /^(0[1-9]|1[0-2]|[5-9])[./ ](\d{4})$/,
  quarterFirst: new RegExp(String.raw`^q ?${QUARTER_NUMBER}[ /.-]{0,3}${YEAR}$`),
  quarterWord: new RegExp(String.raw`^${QUARTER_NUMBER}\.? ?(?:quartal|quart\.?|qu\.?|q\.?)[ /.-]{0,3}${YEAR}$`),
  wordQuarter: new RegExp(String.raw`^quartal ${QUARTER_NUMBER}[ /.-]{1,3}${YEAR}$`),
  romanSlash: /^(i{1,3}|iv) ?\/ ?(\d{4})$/,
  yearQuarter: new RegExp(String.raw`^(\d{4})[ /.-]{0,3}q ?${QUARTER_NUMBER}$`),
  halfYear: new RegExp(String.raw`^(?:h ?)?([12]|i{1,2})\.? ?(?:halbjahr|hj\.?|hjr\.?)[ /.-]{0,3}${YEAR}$`),
} as const;

/** Null for anything that does not name its period exactly. `text` is already normalised. */
export function readPeriod(text: string): Period | null {
  const plain = text.toLowerCase();
  return readDay(plain) ?? readMonth(plain) ?? readQuarterPeriod(plain) ?? readLonger(plain);
}

function readDay(plain: string): Period | null {
  const iso = PATTERNS.isoDay.exec(plain);
  if (iso) return dayPeriod(iso[1], Number(iso[2]), Number(iso[3]));
  const day = PATTERNS.day.exec(plain);
  if (day) return dayPeriod(day[3], Number(day[2]), Number(day[1]));
  const named = PATTERNS.namedDay.exec(plain);
  const month = named ? monthNumber(named[2] ?? "") : null;
  return named && month !== null ? dayPeriod(named[3], month, Number(named[1])) : null;
}

function dayPeriod(yearText: string | undefined, month: number, day: number): Period | null {
  const year = readYear(yearText);
  if (year === null) return null;
  const date = parsePlainDate(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
  return date === null ? null : { first: quarterOf(date), last: quarterOf(date), day: date };
}

function readMonth(plain: string): Period | null {
  const named = PATTERNS.namedMonth.exec(plain);
  if (named) return monthPeriod(named[2], monthNumber(named[1] ?? ""));
  const iso = PATTERNS.isoMonth.exec(plain);
  if (iso) return monthPeriod(iso[1], Number(iso[2]));
  const numbered = PATTERNS.month.exec(plain);
  return numbered ? monthPeriod(numbered[2], Number(numbered[1])) : null;
}

const monthPeriod = (yearText: string | undefined, month: number | null): Period | null =>
  month === null ? null : span(readYear(yearText), Math.ceil(month / 3), Math.ceil(month / 3));

function readQuarterPeriod(plain: string): Period | null {
  const match = PATTERNS.quarterFirst.exec(plain) ?? PATTERNS.quarterWord.exec(plain) ?? PATTERNS.wordQuarter.exec(plain) ?? PATTERNS.romanSlash.exec(plain);
  if (match) return quarterPeriod(match[2], match[1]);
  const reversed = PATTERNS.yearQuarter.exec(plain);
  return reversed ? quarterPeriod(reversed[1], reversed[2]) : null;
}

function quarterPeriod(yearText: string | undefined, numberText: string | undefined): Period | null {
  const number = countOf(numberText);
  return span(readYear(yearText), number, number);
}

function readLonger(plain: string): Period | null {
  const year = PATTERNS.year.exec(plain);
  if (year) return span(readYear(year[1]), 1, 4);
  const half = PATTERNS.halfYear.exec(plain);
  if (!half) return null;
  return countOf(half[1]) === 1 ? span(readYear(half[2]), 1, 2) : span(readYear(half[2]), 3, 4);
}

const span = (year: number | null, first: number, last: number): Period | null =>
  year === null ? null : { first: quarterFrom(year, first), last: quarterFrom(year, last), day: null };

const countOf = (text = ""): number => ROMAN[text] ?? Number(text);

/** Two digits mean this century. Null for a year no plan has. */
function readYear(text = ""): number | null {
  const digits = text.replace("'", "");
  const year = digits.length === 2 ? 2000 + Number(digits) : Number(digits);
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR ? year : null;
}

function monthNumber(word: string): number | null {
  const index = Math.max(MONTHS.indexOf(word), MONTH_SHORT.indexOf(word));
  return index >= 0 ? index + 1 : (MONTH_OTHER[word] ?? null);
}

/**
 * Two or more periods in one text: joined as a range ("2022-2026", "März bis Juni 2027", "Q1-Q3 2027") or merely
 * side by side ("31.03.2027 / 30.09.2027"). A year written once at the end holds for the part before it too.
 */
export function splitJoined(plain: string): { readonly isRange: boolean; readonly parts: readonly string[] } | null {
  const bare = plain.replace(/^(?:von|vom|zwischen) /i, "");
  const range = splitRange(bare);
  if (range !== null) return { isRange: true, parts: shareYear(range) };
  const parts = bare.split(/ ?(?:[;,|+&]|\/(?= )|(?<= )\/| und | oder | sowie ) ?| (?=\d{1,2}\.\d{1,2}\.\d)| (?=\d{4}-\d{2}-\d{2})/i).filter((part) => part !== "");
  if (parts.length > 1) return { isRange: false, parts: shareYear(parts) };
  const slash = /^([^/]+)\/([^/]+)$/.exec(bare);
  return slash?.[1] !== undefined && slash[2] !== undefined ? { isRange: false, parts: shareYear([slash[1], slash[2]]) } : null;
}

function splitRange(bare: string): [string, string] | null {
  const spaced = /^(.+?) (?:-|bis(?: zum| ende)?) (.+)$/i.exec(bare);
  if (spaced?.[1] !== undefined && spaced[2] !== undefined) return [spaced[1], spaced[2]];
  const tight = /^(\d{4}|[^-]*[^-\d ][^-]*)-(.+)$/i.exec(bare);
  if (tight?.[1] === undefined || tight[2] === undefined || (/^\d{4}$/.test(tight[1]) && !/^\d{4}$/.test(tight[2]))) return null;
  return [tight[1].trim(), tight[2].trim()];
}

function shareYear(parts: readonly string[]): string[] {
  const last = parts.at(-1) ?? "";
  const year = /(\d{4})$/.exec(last)?.[1];
  const unit = /^(?:[1-4]|i{1,3}|iv)\.? ?(quartal|halbjahr|quart\.?|q\.?|hj\.?)/i.exec(last)?.[1];
  if (year === undefined) return [...parts];
  return parts.map((part) => {
    if (/\d{4}/.test(part) || /\.\d{2}$/.test(part)) return part;
    if (/^\d{1,2}\.\d{1,2}\.?$/.test(part)) return `${part.replace(/\.$/, "")}.${year}`;
    if (unit !== undefined && /^(?:[1-4]|i{1,3}|iv)\.?$/i.test(part)) return `${part} ${unit} ${year}`;
    return `${part} ${year}`;
  });
}
