import fc from "fast-check";
import { expect, test } from "vitest";
import { deltaOf } from "#app/domain/committee/amendment.ts";
import { codeProblems, nextStates, readPostDelta } from "#app/domain/committee/amendment-rules.ts";
import { sumAmendments } from "#app/domain/committee/amendment-sums.ts";
import { cents, euros } from "#app/domain/money/cents.ts";
import { classOfAccount } from "#app/domain/resources/account-class.ts";

const line = { fiscalYear: 2027, budgetProduct: "1115", budgetAccount: "528100", appropriationCents: euros(8_000), amendedCents: euros(23_000), postDeltaHundredths: 0 };
const classOf = ({ budgetAccount }: { budgetAccount: string }) => classOfAccount(budgetAccount, "nkf");

test("golden figure 1: 8.000 → 23.000 is +15.000 €; of an unknown Ansatz nothing is known", () => {
  expect(deltaOf(line)).toBe(euros(15_000));
  expect(deltaOf({ ...line, appropriationCents: null })).toBeNull();
});

test("an account's class says what it is for", () => {
  expect(classOfAccount("528100", "nkf")).toEqual({ budgetKind: "consumptive", direction: "expense" });
  expect(classOfAccount("783100", "doppik")).toEqual({ budgetKind: "investive", direction: "expense" });
  expect(classOfAccount("681100", "nkf")).toEqual({ budgetKind: "investive", direction: "revenue" });
  expect(classOfAccount("0600.9350", "kameral")).toEqual({ budgetKind: "investive", direction: "expense" });
  expect(classOfAccount("0600.6500", "kameral")).toEqual({ budgetKind: "consumptive", direction: "expense" });
  expect(classOfAccount("0600", "kameral")).toBeNull();
  expect(classOfAccount("", "nkf")).toBeNull();
});

test("sums keep year, kind and direction apart, and say what they lack", () => {
  const lines = [
    line,
    { ...line, budgetAccount: "529100", appropriationCents: null, amendedCents: euros(30_000), postDeltaHundredths: 50 },
    { ...line, budgetAccount: "414100", amendedCents: euros(9_000) },
    { ...line, fiscalYear: 2026, budgetAccount: "783100", amendedCents: euros(2_000) },
  ];
  expect(sumAmendments(lines, classOf)).toMatchObject([
    { fiscalYear: 2026, accountClass: { budgetKind: "investive" }, delta: { known: euros(-6_000), unknownCount: 0 } },
    { fiscalYear: 2027, accountClass: { budgetKind: "consumptive", direction: "expense" }, lineCount: 2, amended: { known: euros(53_000) }, delta: { known: euros(15_000), unknownCount: 1 }, postDeltaHundredths: 50 },
    { fiscalYear: 2027, accountClass: { direction: "revenue" }, delta: { known: euros(1_000), unknownCount: 0 } },
  ]);
});

test("the sums hold every line once, and the difference is Neu less Ansatz to the cent", () => {
  const amount = fc.integer({ min: 0, max: 10_000_000_00 }).map(cents);
  const anyLine = fc.record({ fiscalYear: fc.integer({ min: 2026, max: 2028 }), budgetProduct: fc.constant(""), budgetAccount: fc.constantFrom("528100", "783100", "414100", "X"), appropriationCents: amount, amendedCents: amount, postDeltaHundredths: fc.integer({ min: -100, max: 100 }) });
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 12 }), (lines) => {
      const sums = sumAmendments(lines, classOf);
      const total = (read: (sum: (typeof sums)[number]) => number) => sums.reduce((sum, each) => sum + read(each), 0);
      expect(total((sum) => sum.lineCount)).toBe(lines.length);
      expect(total((sum) => sum.delta.known)).toBe(total((sum) => sum.amended.known) - total((sum) => sum.appropriation.known));
      expect(total((sum) => sum.delta.known)).toBe(lines.reduce((sum, each) => sum + (deltaOf(each) ?? 0), 0));
    }),
  );
});

test("codes must fit the municipality's patterns; a product may be missing, an account not", () => {
  const patterns = { productPattern: "\\d{4}", accountPattern: "\\d{6}" };
  expect(codeProblems(line, patterns)).toEqual({});
  expect(codeProblems({ budgetProduct: "", budgetAccount: "" }, patterns)).toEqual({ budgetAccount: { code: "accountMissing" } });
  expect(codeProblems({ budgetProduct: "11.15", budgetAccount: "5281" }, patterns)).toMatchObject({ budgetProduct: { code: "productPattern" }, budgetAccount: { code: "accountPattern", values: { pattern: "\\d{6}" } } });
});

test("posts are read with their sign, and nothing else", () => {
  expect(["+0,5", "-1", "−1,25", "2", "±0"].map(readPostDelta)).toEqual([50, -100, -125, 200, null]);
  expect(["", "eine", "1,234", "1.5", "--1"].map(readPostDelta)).toEqual([null, null, null, null, null]);
});

test("a motion goes from draft to vote, and every step can be taken back", () => {
  expect(nextStates("draft")).toEqual(["submitted"]);
  for (const state of nextStates("submitted")) expect(nextStates(state)).toContain("submitted");
});
