import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import { AmendmentMotionForm, editLines } from "#app/forms/amendments.ts";
import { euros } from "#app/domain/money/cents.ts";

const formOf = (values: Readonly<Record<string, string>>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};
const read = (values: Readonly<Record<string, string>>) => parseWithZod(formOf(values), { schema: AmendmentMotionForm });
const row = { "lines.n1.sent": "1", "lines.n1.fiscalYear": "2027" };
const verl = { ...row, "lines.n1.budgetProduct": "1115", "lines.n1.budgetAccount": "528100", "lines.n1.budgetReference": "S. 65–67", "lines.n1.appropriationCents": "8.000", "lines.n1.amendedCents": "23.000" };
const budgetLines = [{ id: 7, fiscalYear: 2027, budgetProduct: "1115", budgetAccount: "528100", label: "Sachleistungen", budgetReference: "S. 65–67", appropriationCents: euros(8_000) }];
const edit = (form: FormData) => editLines(form, { budgetLines, firstYear: 2028 });

describe("the form of a motion", () => {
  it("reads the motion of Verl as it is printed", () => {
    const submission = read({ number: " A 4 ", title: "Masterplan", ...verl });
    expect(submission.status === "success" && submission.value).toMatchObject({
      number: "A 4",
      lines: [{ key: "n1", id: null, fiscalYear: 2027, budgetProduct: "1115", budgetAccount: "528100", budgetReference: "S. 65–67", appropriationCents: euros(8_000), amendedCents: euros(23_000), postDeltaHundredths: 0 }],
    });
  });

  it("takes a new line in which nothing stands for none, and says what a begun one lacks", () => {
    const empty = read({ number: "1", title: "T", ...row });
    expect(empty.status === "success" && empty.value.lines).toEqual([]);
    const begun = read({ ...row, "lines.n1.fiscalYear": "27", "lines.n1.label": "Stelle", "lines.n1.locked": "on", "lines.n1.postDelta": "halb" });
    expect(Object.keys(begun.reply().error ?? {}).sort()).toEqual(["lines.n1.postDelta"]);
    const readable = read({ ...row, "lines.n1.fiscalYear": "27", "lines.n1.label": "Stelle", "lines.n1.locked": "on" });
    expect(Object.keys(readable.reply().error ?? {}).sort()).toEqual(["lines.n1.amendedCents", "lines.n1.budgetAccount", "lines.n1.fiscalYear", "lines.n1.lockNote"]);
  });

  it("adds an empty line, a line of the budget, and removes one, without losing what is typed", () => {
    const form = formOf({ ...verl, intent: "addLine" });
    expect(edit(form)).toEqual({ outcome: "added", key: "n2", problem: null });
    expect([form.get("lines.n1.amendedCents"), form.get("lines.n2.fiscalYear")]).toEqual(["23.000", "2028"]);
    form.set("intent", "addFromLine");
    expect(edit(form)).toMatchObject({ outcome: "notAdded" });
    form.set("budgetLineId", "7");
    expect(edit(form)).toMatchObject({ outcome: "added", key: "n3" });
    expect(["fiscalYear", "budgetProduct", "budgetAccount", "label", "budgetReference", "appropriationCents"].map((field) => form.get(`lines.n3.${field}`))).toEqual(["2027", "1115", "528100", "Sachleistungen", "S. 65–67", "8.000,00"]);
    form.set("intent", "removeLine:n1");
    expect(edit(form)).toMatchObject({ outcome: "removed" });
    expect([...form.keys()].some((name) => name.startsWith("lines.n1."))).toBe(false);
    form.set("intent", "removeLine:__proto__");
    expect(edit(form)).toBeNull();
  });

  it("takes Ansatz and Fundstelle over where the budget has the line, and says so where it has not", () => {
    const form = formOf({ ...row, "lines.n1.budgetProduct": "1115", "lines.n1.budgetAccount": "528100", "lines.n1.label": "Eigenes Wort", "lines.n1.amendedCents": "1", intent: "takeOver:n1" });
    expect(edit(form)).toEqual({ outcome: "takenOver", key: "n1", problem: null });
    expect(["label", "budgetReference", "appropriationCents", "amendedCents"].map((field) => form.get(`lines.n1.${field}`))).toEqual(["Eigenes Wort", "S. 65–67", "8.000,00", "1"]);
    form.set("lines.n1.fiscalYear", "2026");
    expect(edit(form)).toMatchObject({ key: "n1", problem: "Für dieses Jahr, Produkt und Konto gibt es keine Haushaltsstelle." });
  });

  it("leaves the button that saves alone", () => expect(edit(formOf(verl))).toBeNull());
});
