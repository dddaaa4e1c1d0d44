import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import { PayRateForm, PostForm, readPostFilter, TeamStaffingForm } from "#app/forms/staff-plan.ts";

const parse = <S extends Parameters<typeof parseWithZod>[1]["schema"]>(schema: S, fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const submission = parseWithZod(form, { schema });
  return submission.status === "success" ? submission.value : submission.error;
};

const post = { title: "Stelle", orgUnitId: "2", fte: "0,5", state: "requested", hiringDelayQuarters: "2" };

describe("the form of a post", () => {
  it("names everything that is missing beside its field", () => {
    expect(Object.keys(parse(PostForm, {}) as object).sort()).toEqual(["fte", "hiringDelayQuarters", "orgUnitId", "state", "title"]);
  });

  it.each([["0"], ["0,001"], ["1.5"], ["-1"], ["eins"], ["1000,01"]])("refuses %s as posts", (fte) => {
    expect(parse(PostForm, { ...post, fte })).toMatchObject({ fte: [expect.stringContaining("VZÄ") as string] });
  });

  it("reads German figures, dates and quarters; what is left empty is unknown", () => {
    expect(parse(PostForm, { ...post, fte: "10,5", yearlyCostCents: "83.000", limitedUntil: "31.12.2028", fromQuarter: "3/2027", counted: "on" })).toMatchObject({
      ...{ fte: 1050, yearlyCostCents: 8_300_000, limitedUntil: "2028-12-31", fromQuarter: "2027-Q3", counted: true, teamId: null, payGrade: "" },
    });
    expect(parse(PostForm, post)).toMatchObject({ fte: 50, yearlyCostCents: null, limitedUntil: null, fromQuarter: null, counted: false });
  });

  it("refuses a term that ends before the post is there, and what is no date, quarter or amount", () => {
    expect(parse(PostForm, { ...post, limitedUntil: "2027-06-30", fromQuarter: "2027-Q3" })).toEqual({ limitedUntil: [expect.stringContaining("bevor") as string] });
    expect(Object.keys(parse(PostForm, { ...post, limitedUntil: "30.02.2027", fromQuarter: "2027-Q5", yearlyCostCents: "83.5", hiringDelayQuarters: "21", teamId: "x" }) as object).sort()).toEqual(["fromQuarter", "hiringDelayQuarters", "limitedUntil", "teamId", "yearlyCostCents"]);
  });
});

describe("the form of a rate", () => {
  const rate = { kind: "personnel", payGrade: "E 11", validFrom: "2026-01-01", yearlyCostCents: "88.200", source: "Kämmerei" };

  it("asks for what its kind needs, and always for a source", () => {
    expect(Object.keys(parse(PayRateForm, { kind: "personnel", source: "x" }) as object).sort()).toEqual(["payGrade", "validFrom", "yearlyCostCents"]);
    expect(Object.keys(parse(PayRateForm, { kind: "overhead", validFrom: "2026-01-01", source: "x", percent: "201" }) as object)).toEqual(["percent"]);
    expect(Object.keys(parse(PayRateForm, { ...rate, source: " " }) as object)).toEqual(["source"]);
  });

  it("keeps only what its kind has", () => {
    expect(parse(PayRateForm, { ...rate, percent: "20", fullCost: "on" })).toMatchObject({ payGrade: "E 11", percent: null, fullCost: true });
    expect(parse(PayRateForm, { ...rate, kind: "workplace", fullCost: "on" })).toMatchObject({ payGrade: "", yearlyCostCents: 8_820_000, fullCost: false });
    expect(parse(PayRateForm, { ...rate, kind: "overhead", percent: "20" })).toMatchObject({ payGrade: "", yearlyCostCents: null, percent: 20 });
  });
});

it("the form of a team's staffing needs a quarter and whole percentages; a team of nobody is possible", () => {
  expect(Object.keys(parse(TeamStaffingForm, { fte: "1", personDaysPerFte: "67", absencePercent: "1,5", baseLoadPercent: "101" }) as object).sort()).toEqual(["absencePercent", "baseLoadPercent", "fromQuarter", "personDaysPerFte"]);
  expect(parse(TeamStaffingForm, { fromQuarter: "2027-q1", fte: "0", personDaysPerFte: "50", absencePercent: "0", baseLoadPercent: "0" })).toMatchObject({ fromQuarter: "2027-Q1", fte: 0 });
});

it("reads filters from the address and ignores nonsense", () => {
  expect(readPostFilter(new URLSearchParams("zustand=besetzt&einheit=x&zweck="))).toEqual({ state: null, orgUnitId: null, purpose: null });
  expect(readPostFilter(new URLSearchParams("zustand=filled&einheit=3&zweck=ohne"))).toEqual({ state: "filled", orgUnitId: 3, purpose: "" });
});
