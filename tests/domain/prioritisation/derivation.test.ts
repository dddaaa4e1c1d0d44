import { describe, expect, test } from "vitest";
import { parseWithZod } from "@conform-to/zod/v4";
import { figureOf, suggestLevel } from "#app/domain/prioritisation/derivation.ts";
import { euros } from "#app/domain/money/cents.ts";
import { CriterionForm } from "#app/forms/prioritisation.ts";
import { ruleText, suggestionText } from "#app/i18n/de/derivation.ts";
import { aBenefit, aCostItem } from "#tests/support/portfolio.ts";

describe("the figure of a measure", () => {
  const nothing = { costItems: [], benefits: [] };

  test("is unknown where nothing is recorded, which is not zero", () => {
    for (const source of ["hoursRelieved", "annualSavings", "oneOffCost"] as const) expect(figureOf(source, nothing)).toBeNull();
    expect(figureOf("hoursRelieved", { ...nothing, benefits: [aBenefit({ hoursPerYear: 0 })] })).toBe(0);
  });

  test("is the sum of its parts, and unknown as soon as one of them is", () => {
    const benefits = [aBenefit({ hoursPerYear: 900 }), aBenefit({ hoursPerYear: 300 }), aBenefit({ kind: "savingPerYear", hoursPerYear: null, amountCents: euros(5_000) })];
    expect(figureOf("hoursRelieved", { ...nothing, benefits })).toBe(1_200);
    expect(figureOf("annualSavings", { ...nothing, benefits })).toBe(500_000);
    expect(figureOf("hoursRelieved", { ...nothing, benefits: [...benefits, aBenefit({ hoursPerYear: null })] })).toBeNull();
  });

  test("counts one-off expenses alone as cost", () => {
    const costItems = [aCostItem({ amountCents: euros(100) }), aCostItem({ amountCents: euros(7), rhythm: "running" }), aCostItem({ amountCents: euros(50), direction: "revenue" })];
    expect(figureOf("oneOffCost", { ...nothing, costItems })).toBe(10_000);
    expect(figureOf("oneOffCost", { ...nothing, costItems: costItems.slice(1) })).toBeNull();
  });

  test("is shown with the level it suggests and the rule behind it", () => {
    const derivation = { source: "hoursRelieved", bounds: [12, 150, 700, 1_400] } as const;
    expect(suggestionText(suggestLevel(derivation, { ...nothing, benefits: [aBenefit({ hoursPerYear: 1_200 })] }))).toBe("Vorschlag aus 1.200 Stunden im Jahr: Stufe 3");
    expect(suggestionText(suggestLevel(derivation, nothing))).toBe("Entlastung in Stunden pro Jahr: k. A., deshalb kein Vorschlag");
    expect(ruleText(derivation)).toBe("Stufe 0 unter 12 Stunden, Stufe 1 ab 12 Stunden, Stufe 2 ab 150 Stunden, Stufe 3 ab 700 Stunden, Stufe 4 ab 1.400 Stunden");
  });
});

describe("the form", () => {
  const parse = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ name: "Entlastung", weight: "10", position: "1", ...fields })) form.set(name, value);
    return parseWithZod(form, { schema: CriterionForm });
  };
  const bounds = (source: string, ...values: string[]) => parse({ derivedFrom: source, ...Object.fromEntries(values.map((value, index) => [`bounds.b${index + 1}`, value])) });
  const errorsOf = (submission: ReturnType<typeof parse>) => Object.keys(submission.reply().error ?? {});

  test("refuses bounds without a source, bounds that are no figures, missing ones, and ones that do not ascend", () => {
    expect(errorsOf(parse({ "bounds.b1": "5" }))).toEqual(["derivedFrom"]);
    expect(errorsOf(bounds("hoursRelieved", "1", "2,5", "x", "4"))).toEqual(["bounds.b2", "bounds.b3"]);
    expect(errorsOf(bounds("hoursRelieved", "1", "2"))).toEqual(["bounds.b3", "bounds.b4"]);
    expect(errorsOf(bounds("annualSavings", "5.000", "5.000", "4.000", "-1"))).toEqual(["bounds.b2", "bounds.b3", "bounds.b4"]);
    expect(errorsOf(parse({ derivedFrom: "mood" }))).toEqual(["derivedFrom"]);
  });

  test("takes hours as hours and amounts as cents; no source is no derivation", () => {
    expect(bounds("hoursRelieved", "12", "150", "700", "1.400")).toMatchObject({ value: { derivation: { source: "hoursRelieved", bounds: [12, 150, 700, 1_400] } } });
    expect(bounds("annualSavings", "0,01", "5.000", "25.000 €", "100.000,01")).toMatchObject({ value: { derivation: { bounds: [1, 500_000, 2_500_000, 10_000_001] } } });
    expect(parse({})).toMatchObject({ value: { derivation: null } });
  });
});
