import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAmount, readAmountNumber, readGermanAmount } from "#app/domain/money/amount-text.ts";

const NBSP = "\u00A0";
const amount = (euros: number) => ({ kind: "amount", cents: Math.round(euros * 100) });
const approximate = (euros: number) => ({ kind: "approximate", cents: Math.round(euros * 100) });
const ambiguous = (...euros: number[]) => ({ kind: "ambiguous", readings: euros.map((value) => Math.round(value * 100)) });

describe("readAmount", () => {
  it.each([
    ["1.234,50", 1234.5],
    ["1,234.50", 1234.5],
    ["1234.5", 1234.5],
    ["1234,5", 1234.5],
    ["15 T€", 15_000],
    ["15T€", 15_000],
    ["15 TEUR", 15_000],
    ["15 T EUR", 15_000],
    ["15 Tsd. €", 15_000],
    ["15 Tsd. Euro", 15_000],
    ["15 tausend Euro", 15_000],
    ["1,5 T€", 1_500],
    ["1,234 T€", 1_234],
    ["15k", 15_000],
    ["15 k€", 15_000],
    ["1,2 Mio. €", 1_200_000],
    ["1.2 Mio. €", 1_200_000],
    ["1,2 Mio €", 1_200_000],
    ["1,234 Mio. €", 1_234_000],
    ["1 Million Euro", 1_000_000],
    ["2,5 Mrd. €", 2_500_000_000],
    ["15.000 €", 15_000],
    ["15.000,00 €", 15_000],
    [`15.000${NBSP}€`, 15_000],
    ["15 000 €", 15_000],
    [`1${NBSP}234${NBSP}567,89${NBSP}€`, 1_234_567.89],
    ["1'234.50", 1234.5],
    ["1’234’567", 1_234_567],
    ["1.234.567", 1_234_567],
    ["1,234,567.8", 1_234_567.8],
    ["€ 12,50", 12.5],
    ["EUR 12,50", 12.5],
    ["12,50 EUR", 12.5],
    ["12,50 Euro", 12.5],
    ["12,- €", 12],
    ["1.250,-- €", 1250],
    ["1.250,–", 1250],
    ["0", 0],
    ["0,00 €", 0],
    ["0.500", 0.5],
    ["12,500000", 12.5],
    ["-15.000 €", -15_000],
    ["−15.000 €", -15_000],
    ["- 12,50", -12.5],
    ["€ -12,50", -12.5],
    ["12,50-", -12.5],
    ["(12,50)", -12.5],
    ["+12,50", 12.5],
  ])("reads %s", (text, euros) => {
    expect(readAmount(text)).toEqual(amount(euros));
  });

  it.each([
    ["1.234", [1234, 1.23]],
    ["1,234", [1234, 1.23]],
    ["1,234 €", [1234, 1.23]],
    ["1.200 T€", [1_200_000, 1_200]],
    ["1.234 Mio. €", [1_234_000_000, 1_234_000]],
    ["10.000 - 15.000 €", [10_000, 15_000]],
    ["10–15 T€", [10_000, 15_000]],
    ["von 10 bis 15 T€", [10_000, 15_000]],
    ["10 T€ bis 1,2 Mio. €", [10_000, 1_200_000]],
    ["ca. 1.234", [1234, 1.23]],
  ])("offers both meanings of %s and decides nothing", (text, readings) => {
    expect(readAmount(text)).toEqual(ambiguous(...readings));
  });

  it.each([
    ["ca. 15 T€", 15_000],
    ["ca 15.000 €", 15_000],
    ["circa 15.000 Euro", 15_000],
    ["rund 1,2 Mio. €", 1_200_000],
    ["~ 20.000 €", 20_000],
    ["≈20.000 €", 20_000],
    ["bis zu 20.000 €", 20_000],
    ["max. 20 T€", 20_000],
    ["> 5.000 €", 5_000],
    ["15.000 € (geschätzt)", 15_000],
    ["15 T€ ?", 15_000],
    ["15.000 € netto", 15_000],
    ["ca. 15 T€ (Grobschätzung)", 15_000],
  ])("calls %s approximate", (text, euros) => {
    expect(readAmount(text)).toEqual(approximate(euros));
  });

  it.each(["", "  ", "-", "–", "—", "k. A.", "k.A.", `k.${NBSP}A.`, "keine Angabe", "unbekannt", "offen", "n/a", "?"])("takes %j for no amount", (text) => {
    expect(readAmount(text)).toEqual({ kind: "empty" });
  });

  it.each(
    ["viel", "31.03.2027", "15 PT", "15 T", "100 $", "15 CHF", "1.2.3", "12.34.567", "1,23,4", "1234,567", "12 34", "1e6", "1,5E+06", "€", "€ 5 €", "--5"].concat(
      ["5--", "(5", "12-", "15 T€ p. a.", "2 x 500 €", "500 € + 300 €", "0x10", "Infinity", "NaN", "1".repeat(30), "9".repeat(400), "12.50,00,00"],
    ),
  )("refuses %s", (text) => {
    expect(readAmount(text)).toEqual({ kind: "unreadable" });
  });

  it("never throws and never yields a fraction of a cent, whatever the text", () => {
    const digits = fc.string({ unit: fc.constantFrom(..."0123456789.,-+' €TkMioca()"), maxLength: 30 });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 400 }), digits), (text) => {
        const reading = readAmount(text);
        const values = reading.kind === "ambiguous" ? reading.readings : "cents" in reading ? [reading.cents] : [];
        for (const value of values) expect(Number.isSafeInteger(value)).toBe(true);
        if (reading.kind === "ambiguous") expect(new Set(values).size).toBeGreaterThan(1);
        const german = readGermanAmount(text);
        if (german.kind === "amount") expect(Number.isSafeInteger(german.cents)).toBe(true);
      }),
    );
  });

  const centsArbitrary = fc.integer({ min: -99_999_999_999_99, max: 99_999_999_999_99 });

  it("reads back every printed amount with a currency or two decimals", () => {
    const euro = new Intl.NumberFormat("de-DE", { style: "currency", currency: "EUR" });
    const plain = new Intl.NumberFormat("de-DE", { minimumFractionDigits: 2, useGrouping: false });
    const english = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2 });
    const whole = new Intl.NumberFormat("de-DE", { style: "currency", currency: "EUR", maximumFractionDigits: 0 });
    fc.assert(
      fc.property(centsArbitrary, (value) => {
        const expected = { kind: "amount", cents: value };
        for (const printer of [euro, plain, english]) expect(readAmount(printer.format(value / 100))).toEqual(expected);
        expect(readGermanAmount(euro.format(value / 100))).toEqual(expected);
        expect(readGermanAmount(plain.format(value / 100))).toEqual(expected);
        const wholeCents = Math.trunc(value / 100) * 100 + 0;
        expect(readAmount(whole.format(wholeCents / 100))).toEqual({ kind: "amount", cents: wholeCents === 0 ? 0 : wholeCents });
      }),
    );
  });

  it("reads back amounts printed in thousands and millions", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 99 }), (whole, hundredths) => {
        const figure = `${whole},${String(hundredths).padStart(2, "0")}`;
        expect(readAmount(`${figure} T€`)).toEqual({ kind: "amount", cents: whole * 100_000 + hundredths * 1_000 });
        expect(readAmount(`${figure} Mio. €`)).toEqual({ kind: "amount", cents: whole * 100_000_000 + hundredths * 1_000_000 });
      }),
    );
  });
});

describe("readGermanAmount", () => {
  it.each([
    ["1.234", 1234],
    ["1.234,5", 1234.5],
    ["1234,50 €", 1234.5],
    ["15.000", 15_000],
    ["15 T€", 15_000],
    ["1,2 Mio. €", 1_200_000],
    ["1.200 T€", 1_200_000],
    ["12,- €", 12],
    ["-3,50", -3.5],
  ])("reads %s", (text, euros) => {
    expect(readGermanAmount(text)).toEqual(amount(euros));
  });

  it.each(["12.5", "1234.50", "1,234.50", "ca. 15 T€", "10-15 T€", "1,234", "1.23.456", "viel", "12,345 €"])("refuses %s", (text) => {
    expect(readGermanAmount(text)).toEqual({ kind: "unreadable" });
  });

  it.each(["", "k. A.", "-"])("takes %j for no amount", (text) => {
    expect(readGermanAmount(text)).toEqual({ kind: "empty" });
  });
});

describe("readAmountNumber", () => {
  it("takes a number cell as it stands, binary fractions of a cent included", () => {
    expect(readAmountNumber(264_798.8)).toEqual(amount(264_798.8));
    expect(readAmountNumber(0.1 + 0.2)).toEqual(amount(0.3));
    expect(readAmountNumber(-0)).toEqual(amount(0));
  });
  it("calls a fraction of a cent approximate and refuses what no integer holds", () => {
    expect(readAmountNumber(1 / 3)).toEqual({ kind: "approximate", cents: 33 });
    for (const value of [Number.NaN, Infinity, 1e300]) expect(readAmountNumber(value)).toEqual({ kind: "unreadable" });
  });
});
