import { expect, test } from "vitest";
import { euros } from "#app/domain/money/cents.ts";
import { importBudgetLines, previewBudgetImport, showBudgetImports, undoBudgetImport } from "#app/services/resources/import-budget-lines.server.ts";
import { readBudgetFile, type BudgetList } from "#app/services/resources/read-budget-list.server.ts";
import { saveBudgetLine } from "#app/services/resources/save-budget-line.server.ts";
import { insertBudgetLine, listBudgetLines } from "#db/queries/budget-lines.server.ts";
import { auditLog } from "#tests/support/audit.ts";
import { aBudgetLine } from "#tests/support/budget-lines.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const FORBIDDEN = { ok: false, refusal: { code: "forbidden" } };

function municipality() {
  const db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio());
  return { db, people: enrolPeople(db) };
}

async function csv(text: string): Promise<BudgetList> {
  const read = await readBudgetFile({ fileName: "haushalt.csv", bytes: Buffer.from(text) }, "nkf");
  if (!read.ok) throw new Error(read.code);
  return { ...read.list, defaultYear: 2027 };
}

const LIST = "Haushaltsplan Entwurf;;;\nProdukt;Konto;Text;Ansatz 2027;Ansatz 2028\n1115;528100;Sachmittel;23.000;9.000\n1115;529100;Beratung;kaputt;5.000\nSumme;;;23.000;14.000\n";

test("importing is the digital officer's", async () => {
  const { db, people } = municipality();
  const list = await csv(LIST);
  for (const service of [people.itContributor, people.otherContributor, people.reviewer, people.viewer, people.admin]) {
    expect(showBudgetImports(service)).toEqual(FORBIDDEN);
    expect(previewBudgetImport(service, list)).toEqual(FORBIDDEN);
    expect(importBudgetLines(service, list)).toEqual(FORBIDDEN);
    expect(undoBudgetImport(service, 1)).toEqual(FORBIDDEN);
  }
  expect(listBudgetLines(db)).toEqual([]);
  expect(auditLog(db)).toEqual([]);
});

test.each([
  ["a picture", "bild.png", Buffer.from([0x89, 0x50, 0x4e, 0x47]), "wrongKind"],
  ["an empty file", "leer.csv", Buffer.alloc(0), "fileEmpty"],
  ["a workbook that is none", "haushalt.xlsx", Buffer.from("nichts"), "contentMismatch"],
  ["headings alone", "haushalt.csv", Buffer.from("Produkt;Konto\n"), "noTable"],
])("%s is refused in words", async (_name, fileName, bytes, code) => {
  expect(await readBudgetFile({ fileName, bytes }, "nkf")).toEqual({ ok: false, code });
});

test("a list without account, without anything readable, or without anything new stores nothing", async () => {
  const { db, people } = municipality();
  const refused = (list: BudgetList) => importBudgetLines(people.officer, list);
  expect(refused(await csv("Was;Wieviel\nStühle;8000\n"))).toMatchObject({ refusal: { fields: { "": [{ code: "codeColumnMissing" }] } } });
  expect(refused(await csv("Produkt;Konto;Ansatz\n11;52;8000\n"))).toMatchObject({ refusal: { fields: { "": [{ code: "nothingReadable" }] } } });
  const list = await csv(LIST);
  expect(refused(list).ok).toBe(true);
  expect(refused(list)).toMatchObject({ refusal: { fields: { "": [{ code: "nothingNew" }] } } });
  expect(listBudgetLines(db)).toHaveLength(3);
});

test("a preview says row by row what would happen; the import does it in one step, and can be taken back", async () => {
  const { db, people } = municipality();
  const { id: _id, measureIds: _measureIds, rowVersion: _rowVersion, ...fields } = aBudgetLine({ limitsPlan: true, spentCents: euros(12) });
  const lineId = insertBudgetLine(db, fields);
  const list = await csv(LIST);
  const preview = previewBudgetImport(people.officer, list);
  if (!preview.ok) throw new Error("refused");
  expect(preview.value).toMatchObject({ createCount: 2, updateCount: 1, keepCount: 0, problemCount: 2 });
  expect(preview.value.lines.map((each) => [each.rowNumber, each.step, each.problem?.code ?? null])).toEqual([
    [3, "update", null],
    [3, "create", null],
    [4, null, "amountUnreadable"],
    [4, "create", null],
    [5, null, "totalRow"],
  ]);
  expect(listBudgetLines(db)).toHaveLength(1);

  expect(importBudgetLines(people.officer, list)).toEqual({ ok: true, value: { createdCount: 2, updatedCount: 1, skippedCount: 2 } });
  expect(listBudgetLines(db).map((line) => [line.fiscalYear, line.budgetAccount, line.appropriationCents, line.limitsPlan, line.spentCents])).toEqual([
    [2027, "528100", euros(23_000), true, euros(12)],
    [2028, "528100", euros(9_000), false, null],
    [2028, "529100", euros(5_000), false, null],
  ]);

  const changedSince = listBudgetLines(db).find((line) => line.budgetAccount === "529100");
  if (changedSince === undefined) throw new Error("missing");
  const { id, measureIds: _ids, ...changed } = changedSince;
  expect(saveBudgetLine(people.officer, { ...changed, lineId: id, label: "von Hand" }).ok).toBe(true);
  expect(undoBudgetImport(people.officer, 99)).toMatchObject({ refusal: { code: "missing" } });
  expect(undoBudgetImport(people.officer, 1)).toEqual({ ok: true, value: { undoneCount: 2, keptCount: 1 } });
  expect(undoBudgetImport(people.officer, 1)).toMatchObject({ refusal: { fields: { "": [{ code: "undoneAlready" }] } } });
  expect(listBudgetLines(db).map((line) => [line.id, line.label, line.appropriationCents])).toEqual([
    [lineId, fields.label, fields.appropriationCents],
    [id, "von Hand", euros(5_000)],
  ]);
  expect(auditLog(db).map(({ action, entity }) => [action, entity])).toEqual([
    ["importLines", "budget_import"],
    ["update", "budget_line"],
    ["undoImport", "budget_import"],
  ]);
});

test("ten thousand rows are taken in", async () => {
  const { db, people } = municipality();
  const rows = Array.from({ length: 10_000 }, (_, index) => `${1000 + Math.floor(index / 100)};${500_000 + (index % 100)};Zeile ${index};${index},50`);
  const list = await csv(["Produkt;Konto;Text;Ansatz", ...rows].join("\n"));
  expect(importBudgetLines(people.officer, list)).toEqual({ ok: true, value: { createdCount: 10_000, updatedCount: 0, skippedCount: 0 } });
  expect(listBudgetLines(db).reduce((sum, line) => sum + (line.appropriationCents ?? 0), 0)).toBe(rows.reduce((sum, _row, index) => sum + index * 100 + 50, 0));
  expect(undoBudgetImport(people.officer, 1)).toEqual({ ok: true, value: { undoneCount: 10_000, keptCount: 0 } });
});
