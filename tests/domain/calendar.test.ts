import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayNumber, fromDayNumber, parsePlainDate, plainDate, yearOf } from "#app/domain/calendar/plain-date.ts";
import {
  addQuarters,
  durationInQuarters,
  firstDayOf,
  fromQuarterIndex,
  lastDayOf,
  nextQuarter,
  numberInYear,
  parseQuarter,
  quarter,
  quarterDistance,
  quarterFrom,
  quarterIndex,
  quarterOf,
  quarterRange,
  yearOfQuarter,
} from "#app/domain/calendar/quarter.ts";

const someQuarter = fc.record({ year: fc.integer({ min: 1900, max: 2300 }), number: fc.integer({ min: 1, max: 4 }) }).map(({ year, number }) => quarterFrom(year, number));
const someDate = fc.integer({ min: -20_000, max: 100_000 }).map(fromDayNumber);

describe("calendar days", () => {
  test.each(["2027-02-29", "2027-13-01", "2027-00-10", "2027-04-31", "27-01-01", "2027-1-1", "31.03.2027", "", " 2027-01-01"])("%j is no day", (text) => {
    expect(parsePlainDate(text)).toBeNull();
    expect(() => plainDate(text)).toThrow(RangeError);
  });

  test("leap days exist, also in the year 2000", () => {
    expect(parsePlainDate("2028-02-29")).toBe("2028-02-29");
    expect(parsePlainDate("2000-02-29")).toBe("2000-02-29");
    expect(parsePlainDate("2100-02-29")).toBeNull();
  });

  test("day numbers count days one by one, over daylight saving and year ends, and order as the text does", () => {
    fc.assert(
      fc.property(someDate, someDate, fc.integer({ min: -4000, max: 4000 }), (date, other, days) => {
        expect(plainDate(date)).toBe(date);
        expect(fromDayNumber(dayNumber(date))).toBe(date);
        expect(dayNumber(addDays(date, days)) - dayNumber(date)).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect(Math.sign(dayNumber(date) - dayNumber(other))).toBe(date < other ? -1 : date > other ? 1 : 0);
      }),
    );
    expect(addDays(plainDate("2027-03-27"), 1)).toBe("2027-03-28");
    expect(addDays(plainDate("2027-12-31"), 1)).toBe("2028-01-01");
  });
});

describe("quarters", () => {
  test.each(["2027-Q0", "2027-Q5", "2027Q1", "Q1 2027", "2027-q1", ""])("%j is no quarter", (text) => {
    expect(parseQuarter(text)).toBeNull();
    expect(() => quarter(text)).toThrow(RangeError);
  });

  test("adding is counting: it composes, undoes itself and measures distance", () => {
    fc.assert(
      fc.property(someQuarter, fc.integer({ min: -200, max: 200 }), fc.integer({ min: -200, max: 200 }), (start, a, b) => {
        expect(addQuarters(addQuarters(start, a), b)).toBe(addQuarters(start, a + b));
        expect(quarterDistance(start, addQuarters(start, a))).toBe(a);
        expect(fromQuarterIndex(quarterIndex(start))).toBe(start);
        expect(addQuarters(start, 4)).toBe(quarterFrom(yearOfQuarter(start) + 1, numberInYear(start)));
      }),
    );
    expect(nextQuarter(quarter("2027-Q4"))).toBe("2028-Q1");
  });

  test("text order is time order", () => {
    fc.assert(
      fc.property(someQuarter, someQuarter, (a, b) => {
        expect(Math.sign(quarterDistance(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0);
      }),
    );
  });

  test("a range holds its duration's number of quarters, each the next of the one before", () => {
    fc.assert(
      fc.property(someQuarter, fc.integer({ min: 1, max: 60 }), (start, duration) => {
        const end = addQuarters(start, duration - 1);
        const range = quarterRange(start, end);
        expect(durationInQuarters(start, end)).toBe(duration);
        expect(range).toHaveLength(duration);
        expect(range[0]).toBe(start);
        range.slice(1).forEach((value, index) => expect(value).toBe(addQuarters(range[index] ?? start, 1)));
        expect(quarterRange(nextQuarter(end), start)).toEqual([]);
        expect(() => durationInQuarters(nextQuarter(end), start)).toThrow(RangeError);
      }),
    );
  });

  test("every day lies in exactly one quarter, and quarters join without a gap", () => {
    fc.assert(
      fc.property(someDate, (date) => {
        const value = quarterOf(date);
        expect(firstDayOf(value) <= date && date <= lastDayOf(value)).toBe(true);
        expect(addDays(lastDayOf(value), 1)).toBe(firstDayOf(nextQuarter(value)));
        expect(yearOfQuarter(value)).toBe(yearOf(date));
      }),
    );
  });
});
