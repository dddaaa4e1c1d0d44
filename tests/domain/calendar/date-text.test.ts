import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDate, readQuarter, readTimeframe } from "#app/domain/calendar/date-text.ts";
import { fromDayNumber } from "#app/domain/calendar/plain-date.ts";
import { quarterFrom, quarterOf } from "#app/domain/calendar/quarter.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 900 }),
  fc.string({ unit: fc.constantFrom(..."0123456789.-/ QqIVbis Härzuln.,;"), maxLength: 40 }),
);
const anyDay = fc.integer({ min: -7000, max: 60_000 }).map(fromDayNumber);
const anyQuarter = fc.tuple(fc.integer({ min: 1950, max: 2149 }), fc.integer({ min: 1, max: 4 })).map(([year, number]) => quarterFrom(year, number));

describe("readDate", () => {
  it.each([
    ["31.03.2027", "2027-03-31"],
    ["31.3.2027", "2027-03-31"],
    ["1.4.27", "2027-04-01"],
    ["2027-03-31", "2027-03-31"],
    ["2027-03-31T00:00:00.000Z", "2027-03-31"],
    ["2027-03-31 00:00:00", "2027-03-31"],
    ["31. März 2027", "2027-03-31"],
    ["31. Mrz. 2027", "2027-03-31"],
    ["1. Dezember 2026", "2026-12-01"],
    ["31/03/2027", "2027-03-31"],
    [" 31.03.2027\u00A0", "2027-03-31"],
  ])("reads %s", (text, date) => {
    expect(readDate(text)).toEqual({ kind: "date", date });
  });

  it("decides nothing where day and month can be swapped", () => {
    expect(readDate("03/04/2027")).toEqual({ kind: "ambiguous", readings: ["2027-04-03", "2027-03-04"] });
  });

  it.each(["31.03.2027 30.09.2027", "31.03.2027 / 30.09.2027", "31.03.2027, 30.09.2027", "31.03.2027 und 30.09.2027", "31.03. - 30.09.2027", "31.03.2027\n30.09.2027"])(
    "sees the two days in %j",
    (text) => {
      expect(readDate(text)).toEqual({ kind: "several", dates: ["2027-03-31", "2027-09-30"] });
    },
  );

  it.each(["30.02.2027", "2027-02-30", "Q1 2027", "2027", "März 2027", "31.03.", "bald", "1.234,50", "99.99.9999", "01.01.0001"])("refuses %s", (text) => {
    expect(readDate(text)).toEqual({ kind: "unreadable" });
  });

  it.each(["", " - ", "k. A.", "offen"])("takes %j for no date", (text) => expect(readDate(text)).toEqual({ kind: "empty" }));

  it("reads back every printed day and never throws", () => {
    const german = new Intl.DateTimeFormat("de-DE", { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" });
    const long = new Intl.DateTimeFormat("de-DE", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
    fc.assert(
      fc.property(anyDay, (date) => {
        for (const text of [date, german.format(new Date(date)), long.format(new Date(date))]) expect(readDate(text)).toEqual({ kind: "date", date });
        expect(readQuarter(date)).toEqual({ kind: "quarter", quarter: quarterOf(date) });
      }),
    );
    fc.assert(fc.property(anyText, (text) => void readDate(text)));
  });
});

describe("readQuarter", () => {
  it.each(["Q1 2027", "Q1/2027", "Q1-2027", "1. Quartal 2027", "1.Quartal 2027", "I. Quartal 2027", "1. Q. 2027", "1Q 2027", "Quartal 1/2027", "2027-Q1", "2027 Q1", "2027/Q1", "Q1 27", "I/2027"].concat(["31.03.2027", "2027-03-31", "März 2027", "03/2027", "Feb. 2027", "2027-02"]))(
    "reads %s",
    (text) => {
      expect(readQuarter(text)).toEqual({ kind: "quarter", quarter: "2027-Q1" });
    },
  );

  it.each([
    ["2027", "2027-Q1", "2027-Q4"],
    ["1. Halbjahr 2027", "2027-Q1", "2027-Q2"],
    ["2. Hj. 2027", "2027-Q3", "2027-Q4"],
    ["II. Halbjahr 2027", "2027-Q3", "2027-Q4"],
  ])("reads %s as a span", (text, first, last) => {
    expect(readQuarter(text)).toEqual({ kind: "span", first, last });
  });

  it.each(["Q5 2027", "Herbst 2027", "3/2027", "Ende 2027", "ab 2022 schrittweise", "2527", "12"])("refuses %s", (text) => {
    expect(readQuarter(text)).toEqual({ kind: "unreadable" });
  });

  it("sees two quarters side by side", () => {
    for (const text of ["Q1 2027, Q3 2027", "Q1/Q3 2027", "2026 / 2027"]) expect(readQuarter(text)).toEqual({ kind: "several" });
  });

  it("reads back every printed quarter and never throws", () => {
    fc.assert(
      fc.property(anyQuarter, (quarter) => {
        const [year, number] = [quarter.slice(0, 4), quarter.slice(6)];
        for (const text of [quarter, `Q${number} ${year}`, `${number}. Quartal ${year}`, `Q${number}/${year}`]) {
          expect(readQuarter(text)).toEqual({ kind: "quarter", quarter });
          expect(readTimeframe(text)).toEqual({ start: quarter, end: quarter, text: "", problems: [] });
        }
      }),
    );
    fc.assert(fc.property(anyText, (text) => void readQuarter(text)));
  });
});

describe("readTimeframe", () => {
  it.each([
    ["2022-2026", "2022-Q1", "2026-Q4"],
    ["2022 – 2026", "2022-Q1", "2026-Q4"],
    ["2022 bis 2026", "2022-Q1", "2026-Q4"],
    ["von 2022 bis 2026", "2022-Q1", "2026-Q4"],
    ["2027", "2027-Q1", "2027-Q4"],
    ["Q1 2027", "2027-Q1", "2027-Q1"],
    ["1. Quartal 2027", "2027-Q1", "2027-Q1"],
    ["Q1-Q3 2027", "2027-Q1", "2027-Q3"],
    ["Q1 2027 - Q3 2028", "2027-Q1", "2028-Q3"],
    ["1. bis 3. Quartal 2027", "2027-Q1", "2027-Q3"],
    ["März bis Juni 2027", "2027-Q1", "2027-Q2"],
    ["1. Halbjahr 2027", "2027-Q1", "2027-Q2"],
    ["01.01.2027 - 30.09.2027", "2027-Q1", "2027-Q3"],
    ["01.01. - 30.09.2027", "2027-Q1", "2027-Q3"],
    ["2027-01-01 bis 2027-09-30", "2027-Q1", "2027-Q3"],
  ])("reads %s", (text, start, end) => {
    expect(readTimeframe(text)).toEqual({ start, end, text: "", problems: [] });
  });

  it.each([
    ["ab 2022", "2022-Q1", null],
    ["ab Q3 2027", "2027-Q3", null],
    ["bis 31.12.2027", null, "2027-Q4"],
    ["bis Ende 2027", null, "2027-Q4"],
  ])("reads the open end of %s and keeps the text", (text, start, end) => {
    expect(readTimeframe(text)).toEqual({ start, end, text, problems: [] });
  });

  it.each([
    ["ab 2022 schrittweise", "vague"],
    ["bis Herbst 2017", "vague"],
    ["laufend", "vague"],
    ["Transformation 2022 abgeschlossen", "vague"],
    ["Mitte 2027", "vague"],
    ["31.03.2027 30.09.2027", "severalDates"],
    ["31.03.2027 / 30.09.2027", "severalDates"],
    ["2026/2027", "severalDates"],
    ["Q1 2027, Q3 2027", "severalDates"],
    ["31.03.2027", "singleDay"],
    ["2027-2025", "endBeforeStart"],
  ])("keeps %s word for word, with its problem and no quarters", (text, problem) => {
    expect(readTimeframe(`  ${text} `)).toEqual({ start: null, end: null, text, problems: [problem] });
  });

  it("takes nothing for nothing", () => {
    expect(readTimeframe("k. A.")).toEqual({ start: null, end: null, text: "", problems: [] });
  });

  it("reads back every range, keeps what it cannot read, and never throws", () => {
    fc.assert(
      fc.property(anyQuarter, anyQuarter, (one, other) => {
        const [start, end] = one <= other ? [one, other] : [other, one];
        expect(readTimeframe(`${start} bis ${end}`)).toEqual({ start, end, text: "", problems: [] });
      }),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = readTimeframe(text);
        if (reading.problems.length > 0) expect([reading.start, reading.end, reading.text]).toEqual([null, null, text.trim()]);
        if (reading.start !== null && reading.end !== null) expect(reading.start <= reading.end).toBe(true);
      }),
    );
  });
});
