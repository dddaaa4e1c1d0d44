import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { quarter } from "#app/domain/calendar/quarter.ts";
import type { WordChoices } from "#app/domain/import/words.ts";
import { contentOf } from "#app/domain/measures/content.ts";
import { euros } from "#app/domain/money/cents.ts";
import { changeColumns } from "#app/services/import/change-columns.server.ts";
import { chooseWords } from "#app/services/import/choose-words.server.ts";
import { decideManyRows, decideRows } from "#app/services/import/decide-rows.server.ts";
import { discardImport } from "#app/services/import/discard-import.server.ts";
import { listImports } from "#app/services/import/list-imports.server.ts";
import { readImportFile } from "#app/services/import/read-import-file.server.ts";
import { runImport } from "#app/services/import/run-import.server.ts";
import { showImport, type ImportPreview } from "#app/services/import/show-import.server.ts";
import { showImportReport } from "#app/services/import/show-import-report.server.ts";
import { undoImport } from "#app/services/import/undo-import.server.ts";
import { uploadList } from "#app/services/import/upload-list.server.ts";
import { updateMeasure } from "#app/services/measures/update-measure.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { findMeasure, loadMeasures } from "#db/queries/portfolio.server.ts";
import { auditEvent, importBatch, importRow } from "#db/schema/index.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople, type Person } from "#tests/support/people.ts";
import { aCostItem, aMeasure, aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

let db: Db;
let people: Record<Person, ServiceContext>;
const existing = aMeasure({ id: 7, title: "E-Akte in allen Ämtern", description: "alt", status: "planned", startQuarter: quarter("2024-Q1"), endQuarter: null, costItems: [aCostItem({ id: 70, title: "Kosten einmalig", amountCents: euros(100) })] });

beforeEach(() => {
  db = emptyDatabase();
  storePortfolio(db, aPortfolio({ measures: [existing] }));
  people = enrolPeople(db);
});

const FORBIDDEN = { ok: false, refusal: { code: "forbidden" } };
const valueOf = <T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
async function upload(text: string | Buffer, fileName = "liste.csv"): Promise<number> {
  const read = await readImportFile({ fileName, bytes: Buffer.from(text) });
  if (!read.ok) throw new Error(read.code);
  return valueOf(uploadList(people.officer, { fileName, file: read.file })).batchId;
}
async function preview(batchId: number, query: Partial<{ scope: "all" | "problems" | "create" | "update" | "skip"; page: number }> = {}): Promise<ImportPreview> {
  const shown = valueOf(await showImport(people.officer, { batchId, scope: "all", page: 1, ...query }));
  if ("state" in shown) throw new Error(shown.state);
  return shown;
}
const run = async (batchId: number) => runImport(people.officer, { batchId, stamp: (await preview(batchId)).stamp });
const titles = () => loadMeasures(db).map((measure) => measure.title);
const dump = () => JSON.stringify([db.select().from(importBatch).all(), db.select().from(importRow).all(), db.select().from(auditEvent).all(), loadMeasures(db)]);

describe("refuses", () => {
  it("everybody but the digital officer, everywhere, and changes nothing", async () => {
    const batchId = await upload("Titel;Kosten\nNeu;ca. 5 €\n");
    const { stamp } = await preview(batchId);
    const before = dump();
    for (const person of ["itContributor", "otherContributor", "reviewer", "viewer", "admin"] as const) {
      const service = people[person];
      const file = { headings: ["Titel"], rows: [], reading: { format: "csv", encoding: "UTF-8", delimiter: ";", headingRow: 1 } } as const;
      expect(uploadList(service, { fileName: "x.csv", file })).toEqual(FORBIDDEN);
      expect(listImports(service)).toEqual(FORBIDDEN);
      for (const id of [batchId, 999]) {
        expect(await showImport(service, { batchId: id, scope: "all", page: 1 })).toEqual(FORBIDDEN);
        expect(changeColumns(service, { batchId: id, columns: ["title", null] })).toEqual(FORBIDDEN);
        expect(chooseWords(service, { batchId: id, choices: {} })).toEqual(FORBIDDEN);
        expect(decideRows(service, { batchId: id, rows: [] })).toEqual(FORBIDDEN);
        expect(decideManyRows(service, { batchId: id, scope: "all", decision: "skip" })).toEqual(FORBIDDEN);
        expect(runImport(service, { batchId: id, stamp })).toEqual(FORBIDDEN);
        expect(undoImport(service, id)).toEqual(FORBIDDEN);
        expect(discardImport(service, id)).toEqual(FORBIDDEN);
        expect(showImportReport(service, { batchId: id, scope: "all", page: 1 })).toEqual(FORBIDDEN);
      }
    }
    expect(dump()).toBe(before);
  });

  it("an import that does not exist, and each step in the wrong state", async () => {
    const MISSING = { ok: false, refusal: { code: "missing" } };
    expect([undoImport(people.officer, 99), runImport(people.officer, { batchId: 99, stamp: "" })]).toEqual([MISSING, MISSING]);
    const batchId = await upload("Titel\nNeu\n");
    const WRONG = { ok: false, refusal: { code: "invalid", fields: { "": [{ code: "wrongState" }] } } };
    expect([undoImport(people.officer, batchId), showImportReport(people.officer, { batchId, scope: "all", page: 1 })]).toEqual([WRONG, WRONG]);
    await run(batchId);
    expect([runImport(people.officer, { batchId, stamp: "" }), discardImport(people.officer, batchId), changeColumns(people.officer, { batchId, columns: ["title"] })]).toEqual([WRONG, WRONG, WRONG]);
    expect(await showImport(people.officer, { batchId, scope: "all", page: 1 })).toEqual({ ok: true, value: { state: "imported" } });
  });

  it("to import what the user has not seen: a measure changed since the preview", async () => {
    const batchId = await upload("Titel;Beschreibung\nE-Akte in allen Ämtern;neu\nNeu;x\n");
    const { stamp } = await preview(batchId);
    valueOf(updateMeasure(people.itContributor, { id: 7, rowVersion: 1, content: { ...contentOf(existing), description: "von der IT geändert" } }));
    expect(runImport(people.officer, { batchId, stamp })).toEqual({ ok: false, refusal: { code: "conflict", current: null } });
    expect(titles()).toEqual(["E-Akte in allen Ämtern"]);
  });

  it("to import what the user has not seen: another officer's choices for rows", async () => {
    const batchId = await upload("Titel;Beschreibung\nNeu;x\nAuch neu;y\n");
    const { stamp } = await preview(batchId);
    const again = await preview(batchId);
    expect(again.stamp).toBe(stamp);
    valueOf(decideRows(people.officer, { batchId, rows: [{ rowNumber: 3, decision: "skip", amounts: {} }] }));
    expect(runImport(people.officer, { batchId, stamp })).toEqual({ ok: false, refusal: { code: "conflict", current: null } });
    valueOf(decideManyRows(people.officer, { batchId, scope: "all", decision: "proposal" }));
    expect((await preview(batchId)).stamp).toBe(stamp);
    expect(titles()).toEqual(["E-Akte in allen Ämtern"]);
  });

  it("two columns for one field, a list without a title column, and unknown choices", async () => {
    const batchId = await upload("Titel;Kosten\nNeu;5 €\n");
    const problem = (field: string, code: string) => ({ ok: false, refusal: { code: "invalid", fields: { [field]: [{ code }] } } });
    expect(changeColumns(people.officer, { batchId, columns: ["title", "title"] })).toEqual(problem("column-1", "fieldTwice"));
    expect(changeColumns(people.officer, { batchId, columns: [null, "costOneOff"] })).toEqual(problem("", "titleColumnMissing"));
    expect(changeColumns(people.officer, { batchId, columns: ["title"] })).toEqual(problem("", "columnsMissing"));
    const unknown: WordChoices[] = [{ "unit:x": 999 }, { "status:x": "fertig" }, { "foo:x": null }];
    for (const choices of unknown) expect(chooseWords(people.officer, { batchId, choices })).toEqual(problem("", "unknownChoice"));
    expect(decideRows(people.officer, { batchId, rows: [{ rowNumber: 99, decision: "skip", amounts: {} }] })).toEqual(problem("", "unknownRow"));
    expect(decideRows(people.officer, { batchId, rows: [{ rowNumber: 2, decision: "skip", amounts: { "1": 0.5 } }] })).toEqual(problem("", "unknownChoice"));
  });

  it("to update one measure twice, and then writes nothing at all", async () => {
    const batchId = await upload("Titel;Beschreibung\nNeu;x\nE-Akte in allen Ämtern;eins\nE-Akte in allen Ämtern;zwei\n");
    decideRows(people.officer, { batchId, rows: [{ rowNumber: 4, decision: "update", amounts: {} }] });
    expect(await run(batchId)).toEqual({ ok: false, refusal: { code: "invalid", fields: { "": [{ code: "measureTwice", values: { row: 4 } }] } } });
    expect([titles(), db.select().from(importBatch).get()?.state]).toEqual([["E-Akte in allen Ämtern"], "uploaded"]);
  });
});

describe("a real, dirty list", () => {
  const list = () => upload(readFileSync("tests/support/fixtures/massnahmenliste.csv"), "massnahmenliste.csv");

  it("shows every row with its problems and decides nothing that is unclear", async () => {
    const shown = await preview(await list());
    expect(shown.batch.reading).toEqual({ format: "csv", encoding: "Windows-1252", delimiter: ";", headingRow: 3 });
    expect(shown.columns.map((column) => column.field)).toEqual(["externalReference", "title", "summary", "actionField", "leadUnit", "participatingUnits", "status", "timeframe", "costOneOff", "costRunning", "description"]);
    expect(shown.counts).toEqual({ all: 16, problems: 14, create: 12, update: 1, skip: 3, blocked: 1 });
    const codesOf = Object.fromEntries(shown.rows.map((row) => [row.rowNumber, row.problems.map((problem) => problem.code).filter((code) => code !== "budgetKindAssumed")]));
    expect(codesOf).toEqual({
      4: [],
      5: ["timeframeVague", "amountApproximate", "amountAmbiguous"],
      6: ["unknownUnit"],
      7: ["timeframeVague", "amountAmbiguous"],
      8: ["unknownUnit"],
      9: [],
      10: ["duplicateInFile"],
      11: ["unknownUnit", "severalDates"],
      12: ["unknownStatus", "timeframeVague"],
      13: ["unknownActionField"],
      14: ["timeframeVague", "amountAmbiguous"],
      15: ["duplicateInFile"],
      16: ["titleMissing", "amountUnreadable"],
      17: ["amountNegative"],
      18: ["endBeforeStart", "amountAmbiguous"],
      19: ["totalRow"],
    });
    expect(shown.words.map((word) => word.key)).toEqual(["actionField:offene daten", "status:in klärung", "unit:bauordnung", "unit:schulamt", "unit:zentrale dienste"]);
  });

  it("goes in as one step and comes out as one step", async () => {
    const before = loadMeasures(db);
    const batchId = await list();
    valueOf(chooseWords(people.officer, { batchId, choices: { "unit:bauordnung": 3, "unit:schulamt": null, "status:in klärung": "proposed" } }));
    valueOf(decideRows(people.officer, { batchId, rows: [{ rowNumber: 5, decision: "create", amounts: { "8": 1_500_000, "9": 123_400 } }, { rowNumber: 6, decision: "skip", amounts: {} }] }));
    expect(valueOf(await run(batchId))).toEqual({ created: 11, updated: 1, unchanged: 0, skipped: 4 });

    const imported = new Map(loadMeasures(db).map((measure) => [measure.title, measure]));
    expect(imported.get("Umstieg auf neues Mailsystem")).toMatchObject({
      status: "planned",
      leadUnitId: 2,
      startQuarter: null,
      timeframeText: "ab 2026 schrittweise",
      externalReference: "2",
      costItems: [
        { title: "Kosten einmalig", rhythm: "oneOff", amountCents: euros(15_000), estimateNote: "ca. 15 T€" },
        { title: "Laufende Kosten p. a.", rhythm: "running", amountCents: euros(1_234), estimateNote: "1.234" },
      ],
    });
    expect(imported.get("Digitaler Bauantrag")).toMatchObject({ leadUnitId: 3, startQuarter: null, endQuarter: null, timeframeText: "31.03.2027 / 30.09.2027", costItems: [{ amountCents: euros(85_000) }] });
    expect(imported.get("Glasfaser für alle Schulen")).toMatchObject({ leadUnitId: 4, participatingUnitIds: [2], startQuarter: "2026-Q1", endQuarter: "2028-Q4", costItems: [{ amountCents: euros(1_200_000) }, { amountCents: euros(30_000) }] });
    expect(findMeasure(db, 7)).toMatchObject({ status: "inProgress", endQuarter: "2028-Q4", externalReference: "6", rowVersion: 2, costItems: [{ id: 70, amountCents: 26_479_880 }] });

    expect(valueOf(undoImport(people.officer, batchId))).toEqual({ deleted: 11, restored: 1, kept: 0 });
    const restored = loadMeasures(db);
    const comparable = (measures: typeof before) => measures.map(({ rowVersion: _version, updatedAt: _at, costItems, ...rest }) => ({ ...rest, costItems: costItems.map(({ rowVersion: _v, ...item }) => item) }));
    expect(comparable(restored)).toEqual(comparable(before));
    expect(undoImport(people.officer, batchId)).toMatchObject({ ok: false, refusal: { code: "invalid" } });
  });
});

describe("undo", () => {
  it("leaves alone what somebody has worked on since, and names it in the report", async () => {
    const batchId = await upload("Titel;Beschreibung;Amt\nEins;a;IT\nZwei;b;IT\nE-Akte in allen Ämtern;neu;IT\n");
    expect(valueOf(await run(batchId))).toEqual({ created: 2, updated: 1, unchanged: 0, skipped: 0 });
    const [, one] = loadMeasures(db);
    if (!one) throw new Error("nothing imported");
    valueOf(updateMeasure(people.itContributor, { id: one.id, rowVersion: 1, content: { ...contentOf(one), summary: "ergänzt" } }));
    expect(valueOf(undoImport(people.officer, batchId))).toEqual({ deleted: 1, restored: 1, kept: 1 });
    expect(loadMeasures(db).map(({ title, summary, description }) => [title, summary, description])).toEqual([
      ["E-Akte in allen Ämtern", "", "alt"],
      ["Eins", "ergänzt", "a"],
    ]);
    const report = valueOf(showImportReport(people.officer, { batchId, scope: "kept", page: 1 }));
    expect([report.batch.state, report.counts.kept, report.rows.map((row) => row.title)]).toEqual(["undone", 1, ["Eins"]]);
  });

  it("keeps the history of what it deletes", async () => {
    const batchId = await upload("Titel\nEins\n");
    await run(batchId);
    const created = loadMeasures(db).at(-1);
    undoImport(people.officer, batchId);
    const events = db.select().from(auditEvent).all().filter((event) => event.entity === "measure" && event.entityId === created?.id);
    expect(events.map((event) => [event.action, event.importBatchId, event.userId])).toEqual([
      ["create", batchId, 901],
      ["undoImport", batchId, 901],
    ]);
  });
});

it("writes nothing where an update finds nothing to change", async () => {
  const batchId = await upload("Titel;Beschreibung\nE-Akte in allen Ämtern;alt\n");
  expect(valueOf(await run(batchId))).toEqual({ created: 0, updated: 0, unchanged: 1, skipped: 0 });
  expect(findMeasure(db, 7)).toEqual(existing);
  const report = valueOf(showImportReport(people.officer, { batchId, scope: "unchanged", page: 1 }));
  expect(report.rows).toMatchObject([{ rowNumber: 2, outcome: "unchanged", measureId: 7, problems: [] }]);
});

it("decides for many rows at once where that is possible, and takes it back", async () => {
  const batchId = await upload("Titel;Kosten\nEins;viel\nZwei;5 €\n;7 €\nE-Akte in allen Ämtern;\n");
  expect(valueOf(decideManyRows(people.officer, { batchId, scope: "problems", decision: "skip" }))).toEqual({ changed: 1 });
  expect((await preview(batchId)).counts).toMatchObject({ create: 1, update: 1, skip: 2 });
  expect(valueOf(decideManyRows(people.officer, { batchId, scope: "all", decision: "update" }))).toEqual({ changed: 0 });
  expect(valueOf(decideManyRows(people.officer, { batchId, scope: "all", decision: "proposal" }))).toEqual({ changed: 1 });
  expect((await preview(batchId)).counts).toMatchObject({ create: 2, update: 1, skip: 1 });
});

it("shows fifty rows to a page, and the pages together are all rows", async () => {
  const batchId = await upload(`Titel\n${Array.from({ length: 120 }, (_, index) => `Maßnahme ${index}\n`).join("")}`);
  const pages = await Promise.all([1, 2, 3, 99].map((page) => preview(batchId, { page })));
  expect(pages.map((page) => [page.page, page.rows.length])).toEqual([
    [1, 50],
    [2, 50],
    [3, 20],
    [3, 20],
  ]);
});

it("forgets a list that was never imported", async () => {
  const batchId = await upload("Titel\nEins\n");
  expect(valueOf(listImports(people.officer)).imports).toHaveLength(1);
  valueOf(discardImport(people.officer, batchId));
  expect([valueOf(listImports(people.officer)).imports, db.select().from(importRow).all()]).toEqual([[], []]);
});
