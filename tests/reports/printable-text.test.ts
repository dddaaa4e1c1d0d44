import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fontCoverage, mappedCharacters } from "#app/reports/render/font-coverage.server.ts";
import { printableData, printableText } from "#app/reports/render/printable-text.ts";

const coverage = fontCoverage("node_modules/@expo-google-fonts");
const all = () => true;

describe("text for a document", () => {
  it("keeps German text, money and emoji as they are", () => {
    const text = "Größe: 1.234,50\u00a0€ – „Straße“ §\u00a02 ½ ≥ 3 😀🚲";
    expect(printableText(text, coverage)).toBe(text);
  });

  it("never holds a control character, half a surrogate pair, an invisible direction or a character without a glyph", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const printable = printableText(text, coverage);
        expect(printable).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/);
        expect(printable).not.toMatch(/\p{Surrogate}/u);
        for (const character of printable) expect(coverage(character.codePointAt(0) ?? 0)).toBe(true);
        expect(printableText(printable, coverage)).toBe(printable);
      }),
      { numRuns: 500 },
    );
  });

  it("leaves one space where a removed character stood between two", () => {
    expect(printableText("a\t\u0000\tb", all)).toBe("a b");
  });

  it("takes halves of surrogate pairs out wherever they stand", () => {
    expect(printableText("a\ud83db\udc00c", all)).toBe("abc");
  });

  it("goes through plain data and touches only its texts", () => {
    expect(printableData({ a: ["x\u0000y", 1, null], b: { c: true } }, all)).toEqual({ a: ["xy", 1, null], b: { c: true } });
  });
});

describe("the characters of a font", () => {
  it("are read from its own table", () => {
    const letters = mappedCharacters(readFileSync("node_modules/@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf"));
    for (const character of "AZazÄÖÜäöüß0123456789€§–„“…±−≥") expect(letters.has(character.codePointAt(0) ?? 0), character).toBe(true);
    for (const character of "中ا😀") expect(letters.has(character.codePointAt(0) ?? 0), character).toBe(false);
  });
});
