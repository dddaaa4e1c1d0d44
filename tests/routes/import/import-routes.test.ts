import { readFileSync } from "node:fs";
import { beforeEach, expect, it } from "vitest";
import type { AppContext } from "#app/http/load-context.server.ts";
import { action as importsAction, loader as importsLoader } from "#app/routes/import/imports.tsx";
import { action as previewAction, loader as previewLoader } from "#app/routes/import/preview.tsx";
import { action as reportAction, loader as reportLoader } from "#app/routes/import/report.tsx";
import { action as uploadAction } from "#app/routes/import/upload.ts";
import type { Db } from "#db/client.server.ts";
import { loadMeasures } from "#db/queries/portfolio.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { aClock, enrolPeople, type Person } from "#tests/support/people.ts";
import { aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

let db: Db;
let contextOf: (person: Person | null) => AppContext;

beforeEach(() => {
  db = emptyDatabase();
  storePortfolio(db, aPortfolio());
  const people = enrolPeople(db);
  contextOf = (person) => ({ db, clock: aClock, user: person === null ? null : people[person].user, expiredUserId: null, nonce: "n", clientAddress: "" });
});

const args = (person: Person | null, path: string, body?: FormData) => ({
  request: new Request(`http://localhost${path}`, body ? { method: "POST", body } : {}),
  context: contextOf(person),
  params: { id: /\d+/.exec(path)?.[0] },
});
const formOf = (entries: Record<string, string | File>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(entries)) form.set(name, value);
  return form;
};
const listFile = (name = "liste.csv") => new File([readFileSync("tests/support/fixtures/massnahmenliste.csv")], name);

type Answer = { status: number; location: string | null; data: unknown };
async function answerOf(run: () => unknown): Promise<Answer> {
  const given = await Promise.resolve().then(run).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  if (given instanceof Response) return { status: given.status, location: given.headers.get("Location"), data: null };
  const wrapped = given as { init?: { status?: number } | null; data?: unknown };
  return { status: wrapped.init?.status ?? 200, location: null, data: wrapped.data ?? given };
}

it("sends strangers to log in and refuses everybody but the digital officer, before looking at a file", async () => {
  const calls = (person: Person | null) => [
    () => importsLoader(args(person, "/massnahmen/import")),
    () => importsAction(args(person, "/massnahmen/import", formOf({ file: listFile() }))),
    () => uploadAction(args(person, "/massnahmen/import/hochladen", formOf({ file: listFile() }))),
    () => previewLoader(args(person, "/massnahmen/import/1")),
    () => previewAction(args(person, "/massnahmen/import/1", formOf({}))),
    () => reportLoader(args(person, "/massnahmen/import/1/bericht")),
    () => reportAction(args(person, "/massnahmen/import/1/bericht", formOf({}))),
  ];
  for (const person of ["itContributor", "otherContributor", "reviewer", "viewer", "admin"] as const) {
    for (const call of calls(person)) expect((await answerOf(call)).status).toBe(403);
  }
  for (const call of calls(null)) expect((await answerOf(call)).location).toMatch(/^\/anmelden\?weiter=/);
});

it("says in one sentence why a file is refused", async () => {
  const upload = (file?: File) => answerOf(() => importsAction(args("officer", "/massnahmen/import", formOf(file ? { file } : {}))));
  expect(await upload()).toMatchObject({ status: 400, data: { problem: "Wählen Sie zuerst eine Datei aus." } });
  expect(await upload(listFile("liste.xlsm"))).toMatchObject({ status: 400, data: { problem: expect.stringContaining("Makros") as string } });
  expect(await upload(listFile("liste.xlsx"))).toMatchObject({ status: 400, data: { problem: expect.stringContaining("passt nicht zu ihrer Endung") as string } });
});

it("leads from upload over preview to report and back", async () => {
  const uploaded = await answerOf(() => importsAction(args("officer", "/massnahmen/import", formOf({ file: listFile() }))));
  expect(uploaded).toMatchObject({ status: 302, location: "/massnahmen/import/1" });
  const shown = await previewLoader(args("officer", "/massnahmen/import/1"));
  const act = (entries: Record<string, string>) => answerOf(() => previewAction(args("officer", "/massnahmen/import/1", formOf(entries))));

  expect((await act({ intent: "columns", columnCount: "11", "column-0": "title", "column-1": "title" })).data).toMatchObject({ fieldErrors: { "column-1": expect.stringContaining("schon eine andere Spalte") as string } });
  expect((await act({ intent: "import", stamp: "veraltet" })).status).toBe(409);
  expect(loadMeasures(db)).toEqual([]);
  const imported = await act({ intent: "import", stamp: shown.preview.stamp, "decision-4": "skip", "decision-5": "create", "amount-5-8": "1500000" });
  expect(imported).toMatchObject({ status: 302, location: "/massnahmen/import/1/bericht" });
  expect(loadMeasures(db).map((measure) => measure.title)).not.toContain("Notebook statt Standrechner");
  expect(loadMeasures(db).find((measure) => measure.externalReference === "2")?.costItems[0]).toMatchObject({ amountCents: 1_500_000 });

  expect((await answerOf(() => previewLoader(args("officer", "/massnahmen/import/1")))).location).toBe("/massnahmen/import/1/bericht");
  expect(reportLoader(args("officer", "/massnahmen/import/1/bericht?zeilen=angelegt")).report.counts).toMatchObject({ created: 12, skipped: 4 });
  expect((await answerOf(() => reportAction(args("officer", "/massnahmen/import/1/bericht", formOf({}))))).status).toBe(302);
  expect(loadMeasures(db)).toEqual([]);
});

it("does not overwrite what another officer chose since the preview was opened, and says so", async () => {
  await answerOf(() => importsAction(args("officer", "/massnahmen/import", formOf({ file: listFile() }))));
  const { stamp } = (await previewLoader(args("officer", "/massnahmen/import/1"))).preview;
  const act = (entries: Record<string, string>) => answerOf(() => previewAction(args("officer", "/massnahmen/import/1", formOf(entries))));
  const decisionOf = async (rowNumber: number) => (await previewLoader(args("officer", "/massnahmen/import/1"))).preview.rows.find((row) => row.rowNumber === rowNumber)?.decision;
  expect(await decisionOf(4)).not.toBe("skip");
  expect((await act({ intent: "rows", "decision-4": "skip" })).status).toBe(302);
  const refused = await act({ intent: "import", stamp, "decision-4": "create" });
  expect(refused).toMatchObject({ status: 409, data: { formErrors: [expect.stringContaining("Inzwischen hat jemand")] } });
  expect([loadMeasures(db), await decisionOf(4)]).toEqual([[], "skip"]);
  const current = (await previewLoader(args("officer", "/massnahmen/import/1"))).preview.stamp;
  expect((await act({ intent: "import", stamp: current, "decision-5": "skip" })).location).toBe("/massnahmen/import/1/bericht");
});
