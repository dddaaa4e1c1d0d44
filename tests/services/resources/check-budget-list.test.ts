import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { performBeside, workBesideBy } from "#app/services/beside.server.ts";
import { checkBudgetFile, checkCarriedList, checkBudgetFileBeside, storeCarriedList, storeCarriedListBeside, undoBudgetImportBeside } from "#app/services/resources/check-budget-list.server.ts";
import { isWrittenBeside } from "#app/services/writes-beside.server.ts";
import { listBudgetLines } from "#db/queries/budget-lines.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const FORBIDDEN = { ok: false, refusal: { code: "forbidden" } };
const LIST = "Produkt;Konto;Text;Ansatz 2027\n1115;528100;Sachmittel;23.000\n1115;529100;Beratung;kaputt\n";
const file = (text: string, fileName = "haushalt.csv") => ({ fileName, bytes: new Uint8Array(Buffer.from(text)), defaultYear: null });

function municipality() {
  const db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio());
  return { db, people: enrolPeople(db) };
}

test("reading, storing and taking back a list is the digital officer's, in a thread too", async () => {
  const { db, people } = municipality();
  const carried = { text: "", chosen: [] };
  const long = { text: "x".repeat(10_000), chosen: [] };
  workBesideBy(db, ({ name, args, user }) => Promise.resolve(performBeside({ ...people.officer, user }, name, args)));
  for (const service of [people.itContributor, people.otherContributor, people.reviewer, people.viewer, people.admin]) {
    expect(await checkBudgetFile(service, file(LIST))).toEqual(FORBIDDEN);
    expect([checkCarriedList(service, carried), storeCarriedList(service, carried)]).toEqual([FORBIDDEN, FORBIDDEN]);
    expect([await storeCarriedListBeside(service, long), await undoBudgetImportBeside(service, 1)]).toEqual([FORBIDDEN, FORBIDDEN]);
  }
  expect(listBudgetLines(db)).toEqual([]);
});

test.each([
  ["nothing at all", ""],
  ["what was never packed", "nichts"],
  ["a packed text that is no list", deflateRawSync("{}").toString("base64url")],
  ["what swells beyond every list", deflateRawSync(Buffer.alloc(70_000_000)).toString("base64url")],
])("%s in place of a carried list is refused and stores nothing", (_name, text) => {
  const { db, people } = municipality();
  const refused = { ok: false, refusal: { code: "invalid", fields: { "": [{ code: "other" }] } } };
  expect([checkCarriedList(people.officer, { text, chosen: [] }), storeCarriedList(people.officer, { text, chosen: [] })]).toEqual([refused, refused]);
  expect(listBudgetLines(db)).toEqual([]);
});

test("a file that cannot be read is refused beside its field", async () => {
  expect(await checkBudgetFile(municipality().people.officer, file("nichts", "haushalt.xlsx"))).toEqual({ ok: false, refusal: { code: "invalid", fields: { file: [{ code: "contentMismatch" }] } } });
});

test("what the page carries is stored as it was shown, with the columns chosen there", async () => {
  const { db, people } = municipality();
  const checked = await checkBudgetFile(people.officer, file(LIST.replace("Konto", "Irgendwas")));
  if (!checked.ok) throw new Error("refused");
  expect(checked.value).toMatchObject({ problem: [{ code: "codeColumnMissing" }], createCount: 0, columns: ["budgetProduct", null, "label", "appropriation:2027"] });
  const carried = { text: checked.value.carried, chosen: ["budgetProduct", "budgetAccount", "label", "appropriation:2027"] };
  expect(checkCarriedList(people.officer, carried)).toMatchObject({ value: { problem: [], createCount: 1, problemCount: 1, clear: [{ rowNumber: 2 }], problems: [{ rowNumber: 3 }] } });
  expect(storeCarriedList(people.officer, carried)).toEqual({ ok: true, value: { createdCount: 1, updatedCount: 0, skippedCount: 1 } });
  expect(listBudgetLines(db)).toMatchObject([{ budgetProduct: "1115", budgetAccount: "528100", label: "Sachmittel" }]);
});

test("a long list is read, stored and taken back in the thread; only the last two keep others from writing", async () => {
  const { db, people } = municipality();
  const handed: string[] = [];
  workBesideBy(db, async ({ name, args, user }) => {
    await Promise.resolve();
    handed.push(`${name} ${isWrittenBeside(db)}`);
    return performBeside({ ...people.officer, user }, name, args);
  });
  const rows = Array.from({ length: 1_000 }, (_nothing, index) => `1115;${528_000 + index};Sachmittel ${index * 7_919};${index * 13},50`);
  const checked = await checkBudgetFileBeside(people.officer, file(["Produkt;Konto;Text;Ansatz 2027", ...rows].join("\n")));
  if (!checked.ok) throw new Error("refused");
  expect(await storeCarriedListBeside(people.officer, { text: checked.value.carried, chosen: [] })).toMatchObject({ value: { createdCount: 1_000 } });
  expect(await undoBudgetImportBeside(people.officer, 1)).toEqual({ ok: true, value: { undoneCount: 1_000, keptCount: 0 } });
  expect(handed).toEqual(["checkBudgetFile false", "storeCarriedList true", "undoBudgetImport true"]);
  expect(listBudgetLines(db)).toEqual([]);
});
