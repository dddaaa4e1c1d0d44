import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { cents, euros, type Cents } from "#app/domain/money/cents.ts";
import { readSelection, selectionPath } from "#app/routes/resources/budget-data.ts";
import { OutsideNote } from "#app/routes/resources/budget-table.tsx";
import { exportAccountTable } from "#app/services/resources/export-account-table.server.ts";
import { setBudgetFrames, showBudgetFrames } from "#app/services/resources/set-budget-frames.server.ts";
import { showBudget } from "#app/services/resources/show-budget.server.ts";
import { auditLog } from "#tests/support/audit.ts";
import { aCostItem, aMeasure, aPortfolio } from "#tests/support/portfolio.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const FORBIDDEN = { ok: false, refusal: { code: "forbidden" } };
const frame = { fiscalYear: 2027, budgetKind: "consumptive" as const, amountCents: euros(30_000), rowVersion: 1 };

function municipality() {
  const db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio());
  return { db, people: enrolPeople(db) };
}

test("frames are the digital officer's; the committee does not read the living budget", () => {
  const { db, people } = municipality();
  for (const service of [people.itContributor, people.otherContributor, people.reviewer, people.viewer, people.admin]) {
    expect(setBudgetFrames(service, [frame])).toEqual(FORBIDDEN);
    expect(showBudgetFrames(service)).toEqual(FORBIDDEN);
  }
  const member = people.reviewer;
  expect(showBudget(member, { scope: "planned", selection: null })).toEqual(FORBIDDEN);
  expect(exportAccountTable(member, "planned")).toEqual(FORBIDDEN);
  expect(exportAccountTable(people.admin, "planned")).toEqual(FORBIDDEN);
  expect(auditLog(db)).toEqual([]);
});

test("frames are set, changed and taken away together, or not at all", () => {
  const { db, people } = municipality();
  const service = people.officer;
  const investive = { ...frame, budgetKind: "investive" as const, amountCents: null, rowVersion: 1 };
  const added = { ...frame, fiscalYear: 2028, rowVersion: 0 };
  expect(setBudgetFrames(service, [{ ...frame, fiscalYear: 2040, rowVersion: 0 }])).toMatchObject({ refusal: { code: "invalid" } });
  expect(setBudgetFrames(service, [added, { ...frame, rowVersion: 7 }])).toMatchObject({ refusal: { code: "conflict" } });
  expect(auditLog(db)).toEqual([]);

  expect(setBudgetFrames(service, [frame, investive, added])).toEqual({ ok: true, value: { changedCount: 3 } });
  expect(setBudgetFrames(service, [{ ...added, amountCents: euros(1) }])).toMatchObject({ refusal: { code: "conflict" } });
  const shown = showBudgetFrames(service);
  expect(shown.ok && shown.value.frames.slice(0, 4).map((each) => [each.fiscalYear, each.budgetKind, each.amountCents, each.rowVersion])).toEqual([
    [2027, "investive", null, 0],
    [2027, "consumptive", euros(30_000), 2],
    [2028, "investive", null, 0],
    [2028, "consumptive", euros(30_000), 1],
  ]);
  expect(auditLog(db).map(({ action, before, after }) => ({ action, before, after }))).toEqual([
    { action: "update", before: { amountCents: euros(20_000) }, after: { amountCents: euros(30_000) } },
    { action: "delete", before: { fiscalYear: 2027, budgetKind: "investive", amountCents: euros(100_000) }, after: null },
    { action: "create", before: null, after: { fiscalYear: 2028, budgetKind: "consumptive", amountCents: euros(30_000) } },
  ]);
});

test("frames that did not change are no conflict, whatever others changed meanwhile", () => {
  const { people } = municipality();
  const service = people.officer;
  setBudgetFrames(service, [frame]);
  expect(setBudgetFrames(service, [frame, { ...frame, fiscalYear: 2029, rowVersion: 0 }])).toEqual({ ok: true, value: { changedCount: 1 } });
});

test("the budget page shows over-use and names what stands behind a number", () => {
  const { people } = municipality();
  const selection = { fiscalYear: 2027, budgetKind: "consumptive" as const, codes: null };
  const answer = showBudget(people.viewer, { scope: "planned", selection });
  if (!answer.ok) throw new Error("refused");
  expect(answer.value.cells[1]).toMatchObject({ fiscalYear: 2027, expense: euros(23_000), frame: euros(20_000), overuse: euros(3_000), unknownCount: 1, measureCount: 2 });
  expect(answer.value.selected?.measures.map((share) => [share.title, share.expense, share.unknownCount])).toEqual([
    ["E-Akte einführen", euros(23_000), 0],
    ["Serviceportal ausbauen", 0, 1],
  ]);
  expect(answer.value.undated.map((item) => item.title)).toEqual(["Schul-WLAN erneuern"]);
  const ofAccount = showBudget(people.viewer, { scope: "planned", selection: { fiscalYear: null, budgetKind: "consumptive", codes: { budgetProduct: "1115", budgetAccount: "529100" } } });
  expect(ofAccount).toMatchObject({ value: { selected: { expense: euros(3 * 4_800), measures: [{ title: "E-Akte einführen" }] } } });
});

test("the table per Produkt and Konto opens in a German spreadsheet and runs no formula", () => {
  const db = emptyDatabase();
  const costItems = [
    aCostItem({ id: 1, budgetProduct: "=1+1", budgetAccount: "＝cmd", amountCents: cents(123_456) }),
    aCostItem({ id: 2, budgetProduct: "1115", budgetAccount: "528100", amountCents: null }),
    aCostItem({ id: 3, budgetProduct: "1115", budgetAccount: "528100", direction: "revenue", amountCents: euros(2) }),
  ];
  storePortfolio(db, aPortfolio({ measures: [aMeasure({ costItems })] }));
  const answer = exportAccountTable(enrolPeople(db).viewer, "planned");
  if (!answer.ok) throw new Error("refused");
  expect(answer.value.fileName).toBe("haushalt-produkt-konto-2027-05-10.csv");
  expect(answer.value.content.startsWith("\uFEFF")).toBe(true);
  expect(answer.value.content.slice(1).split("\r\n")).toEqual([
    "Produkt;Konto;Art;Richtung;2027;2028;2029;2030;Gesamt;Ohne Schätzung",
    "1115;528100;konsumtiv;Einnahme;2,00;0,00;0,00;0,00;2,00;1",
    "'=1+1;'＝cmd;konsumtiv;Ausgabe;1234,56;0,00;0,00;0,00;1234,56;0",
    "",
  ]);
});

test("what falls outside of the years leads to its measures", () => {
  const db = emptyDatabase();
  const planned = (id: number, start: string, end: string, amountCents: Cents | null) =>
    aMeasure({ id, title: `Maßnahme ${id}`, startQuarter: quarter(start), endQuarter: quarter(end), costItems: [aCostItem({ id, amountCents })] });
  const measures = [planned(1, "2025-Q1", "2025-Q4", euros(500)), planned(2, "2027-Q1", "2027-Q4", euros(70)), planned(3, "2040-Q1", "2040-Q4", null)];
  storePortfolio(db, aPortfolio({ measures }));
  const { viewer } = enrolPeople(db);
  const params = new URL(`http://localhost/ressourcen/haushalt${selectionPath("planned", "outside")}`).searchParams;
  const answer = showBudget(viewer, { scope: "planned", selection: readSelection(params) });
  expect(answer).toMatchObject({
    value: {
      outside: { expense: euros(500), measureCount: 2, unknownCount: 1 },
      selected: { of: "outside", expense: euros(500), measures: [{ measureId: 1, title: "Maßnahme 1", expense: euros(500) }, { measureId: 3, unknownCount: 1 }] },
    },
  });
  if (!answer.ok) throw new Error("refused");
  const note = (budget: typeof answer.value) => renderToStaticMarkup(createElement(OutsideNote, { budget: { ...budget, scope: "planned" } }));
  expect(note(answer.value)).toContain("500,00\u00a0€ Ausgaben");
  expect(note(answer.value)).toContain("dazu 1 Posten ohne Schätzung");
  expect(note(answer.value)).toMatch(/<a href="\?umfang=geplant&amp;art=ausserhalb#dahinter"[^>]*>2 Maßnahmen<\/a>/);
});
