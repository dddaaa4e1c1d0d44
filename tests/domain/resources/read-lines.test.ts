import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell } from "#app/domain/import/cell.ts";
import { euros } from "#app/domain/money/cents.ts";
import { classOfAccount } from "#app/domain/resources/account-class.ts";
import type { CodeRules } from "#app/domain/resources/budget-codes.ts";
import { isBudgetList, recogniseLineColumns } from "#app/domain/resources/line-columns.ts";
import { planLineImport } from "#app/domain/resources/plan-line-import.ts";
import { readBudgetList } from "#app/domain/resources/read-lines.ts";
import { splitCode } from "#app/domain/resources/split-code.ts";
import { aBudgetLine } from "#tests/support/budget-lines.ts";

const nkf: CodeRules = { budgetSystem: "nkf", productPattern: "\\d{4}", accountPattern: "\\d{6}" };
const kameral: CodeRules = { budgetSystem: "kameral", productPattern: "\\d{4}", accountPattern: "\\d{4}\\.\\d{4}" };
const measures = [
  { id: 7, title: "E-Akte einführen", externalReference: "D-01" },
  { id: 8, title: "Serviceportal ausbauen", externalReference: "" },
];

function read(headings: readonly string[], rows: ReadonlyArray<readonly Cell[]>, rules: CodeRules = nkf) {
  const columns = recogniseLineColumns(headings, rules.budgetSystem);
  return readBudgetList({ headings, columns, rows: rows.map((cells, index) => ({ rowNumber: index + 2, cells })), rules, defaultYear: 2027, measures });
}
const problemsOf = (lines: ReturnType<typeof read>) => lines.map((each) => each.problem?.code ?? null);

describe("a row that is not clear is refused with its reason", () => {
  test.each([
    ["1115", "", "8000", "codeMissing"],
    ["1111120", "528100", "8000", "codePattern"],
    ["1115", "52810", "8000", "codePattern"],
    ["Summe 1115", "", "8000", "totalRow"],
    ["1115", "528100", "achttausend", "amountUnreadable"],
    ["1115", "528100", "ca. 8.000 €", "amountApproximate"],
    ["1115", "528100", "5-8 T€", "amountAmbiguous"],
    ["1115", "528100", "-8.000", "amountNegative"],
    ["1115", "528100", "999.999.999.999 €", "amountTooLarge"],
    ["1115", "899100", "8000", "kindMissing"],
  ])("%s/%s %s: %s", (product, account, amount, code) => {
    expect(problemsOf(read(["Produkt", "Konto", "Ansatz"], [[product, account, amount]]))).toEqual([code]);
  });

  test("years, words and repetitions, too", () => {
    const lines = read(["Jahr", "Produkt", "Konto", "Art", "Ansatz"], [
      ["2027/2028", "1115", "528100", "", 1],
      ["2027", "1115", "528100", "vielleicht", 1],
      ["2027", "1115", "528100", "", 1],
      [2027, 1115, 528100, "", 2],
      ["HJ 2028", "1115", "528100", "", 2],
    ]);
    expect(problemsOf(lines)).toEqual(["yearUnreadable", "wordUnknown", null, "twice", null]);
    expect(lines[3]?.problem?.text).toBe("1115/528100");
  });
});

describe("a budget list", () => {
  test("is read with dirty German amounts, flags and words", () => {
    const headings = ["HHJ", "Produkt", "Sachkonto", "Bezeichnung", "Ansatz (in €)", "Gebunden", "Verausgabt", "VE", "Sperrvermerk", "Seite", "Maßnahme"];
    const [first, second, third] = read(headings, [
      ["2027", " 1115 ", "528100", "Sachmittel", "8.000", "1.250,50 €", "-", "", "nein", "S. 65–67", "D-01; Serviceportal ausbauen"],
      ["2028", "1115", "783100", "Server", 12500.5, "", "", "10 T€", "bis zur Freigabe", "", "Unbekanntes"],
      ["2028", "1115", "414100", "Zuweisung", "1.234.567,89", "", "", "", "", "", ""],
    ]);
    expect(first).toMatchObject({
      notes: ["thousandsRead"],
      line: { fiscalYear: 2027, budgetProduct: "1115", budgetAccount: "528100", budgetKind: "consumptive", direction: "expense", appropriationCents: euros(8_000), committedCents: 125_050, locked: false, budgetReference: "S. 65–67", measureIds: [7, 8] },
    });
    expect(first?.line).not.toHaveProperty("spentCents");
    expect(second).toMatchObject({ notes: ["measureUnknown"], line: { budgetKind: "investive", appropriationCents: 1_250_050, commitmentAppropriationCents: euros(10_000), locked: true, lockNote: "bis zur Freigabe", measureIds: [] } });
    expect(third?.line).toMatchObject({ direction: "revenue", budgetKind: "consumptive", appropriationCents: 123_456_789 });
  });

  test("may carry years side by side; an empty year says nothing", () => {
    const lines = read(["Produktkonto", "Text", "Ansatz 2027 in T€", "Plan 2028", "2029", "Ergebnis 2025"], [["1115.528100", "Sachmittel", "8", "23.000", "", "7.000"]]);
    expect(lines.map(({ line }) => [line?.fiscalYear, line?.budgetAccount, line?.appropriationCents])).toEqual([
      [2027, "528100", euros(8_000)],
      [2028, "528100", euros(23_000)],
    ]);
  });

  test("of a cameral budget names one item, and its group says kind and direction", () => {
    const lines = read(["Haushaltsstelle", "Ansatz"], [["0600.9350", "100"], ["0600.1100", "50"], [600.935, "1"]], kameral);
    expect(lines.map((each) => each.line && [each.line.budgetProduct, each.line.budgetAccount, each.line.budgetKind, each.line.direction])).toEqual([
      ["", "0600.9350", "investive", "expense"],
      ["", "0600.1100", "consumptive", "revenue"],
      null,
    ]);
  });

  test("without a column for the account is none", () => {
    expect(isBudgetList(recogniseLineColumns(["Jahr", "Betrag"], "nkf"))).toBe(false);
    expect(isBudgetList(recogniseLineColumns(["HHSt", "Betrag"], "doppik"))).toBe(true);
  });

  test("is read without throwing, whatever its cells say, and every line read fits the patterns", () => {
    const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.constantFrom("1115", "528100", "8.000", "2027", "ja", "Summe"));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 8, maxLength: 8 }), { maxLength: 5 }), (rows) => {
        for (const { line, problem } of read(["Jahr", "Produkt", "Konto", "Ansatz", "Art", "Sperrvermerk", "Maßnahme", "Text"], rows)) {
          expect((line === null) === (problem !== null)).toBe(true);
          if (line !== null) expect(`${line.budgetProduct}/${line.budgetAccount}`).toMatch(/^\d{4}\/\d{6}$/);
        }
      }),
    );
  });
});

test.each([
  ["1115/528100", { budgetProduct: "1115", budgetAccount: "528100" }],
  ["1115 528100", { budgetProduct: "1115", budgetAccount: "528100" }],
  ["1115-528100", { budgetProduct: "1115", budgetAccount: "528100" }],
  ["1115528100", { budgetProduct: "1115", budgetAccount: "528100" }],
  ["111552810", null],
  ["", null],
])("%j is split into %j", (text, expected) => {
  expect(splitCode(text, nkf)).toEqual(expected);
});

test.each([
  ["414100", "nkf", "consumptive", "revenue"],
  ["528100", "doppik", "consumptive", "expense"],
  ["681100", "nkf", "investive", "revenue"],
  ["783100", "nkf", "investive", "expense"],
  ["091000", "nkf", "investive", "expense"],
  ["0600.6500", "kameral", "consumptive", "expense"],
  ["0600.3600", "kameral", "investive", "revenue"],
] as const)("account %s (%s) is %s %s", (account, system, budgetKind, direction) => {
  expect(classOfAccount(account, system)).toEqual({ budgetKind, direction });
});

test("what a list does not say stays as it is stored, and measures are only added", () => {
  const stored = aBudgetLine({ id: 5, label: "Sachmittel", spentCents: euros(3), limitsPlan: true, measureIds: [8], rowVersion: 4 });
  const stated = { fiscalYear: 2027, budgetProduct: "1115", budgetAccount: "528100", direction: "expense" as const, budgetKind: "consumptive" as const };
  const [update, keep, create] = planLineImport(
    [
      { ...stated, appropriationCents: euros(23_000), measureIds: [7] },
      { ...stated, label: "Sachmittel", measureIds: [] },
      { ...stated, fiscalYear: 2028, measureIds: [] },
    ],
    [stored],
  );
  expect(update).toMatchObject({ kind: "update", fields: { label: "Sachmittel", spentCents: euros(3), limitsPlan: true, appropriationCents: euros(23_000), measureIds: [7, 8] } });
  expect(keep?.kind).toBe("keep");
  expect(create).toMatchObject({ kind: "create", fields: { fiscalYear: 2028, appropriationCents: null, limitsPlan: false, label: "" } });
});
