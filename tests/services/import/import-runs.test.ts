import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { TaskProgress } from "#app/domain/import/task-progress.ts";
import { runImportsBy, showImportProgress, startImport, startUndo, type ImportRunner } from "#app/services/import/import-runs.server.ts";
import { performImportTask } from "#app/services/import/import-task.server.ts";
import { readImportFile } from "#app/services/import/read-import-file.server.ts";
import { showImport } from "#app/services/import/show-import.server.ts";
import { uploadList } from "#app/services/import/upload-list.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { isWrittenBeside, writesAtRest } from "#app/services/writes-beside.server.ts";
import { loadMeasures } from "#db/queries/portfolio.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople, type Person } from "#tests/support/people.ts";
import { aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

let people: Record<Person, ServiceContext>;
let officer: ServiceContext;
let command: { batchId: number; stamp: string };

beforeEach(async () => {
  const db = emptyDatabase();
  storePortfolio(db, aPortfolio());
  people = enrolPeople(db);
  officer = people.officer;
  const read = await readImportFile({ fileName: "liste.csv", bytes: readFileSync("tests/support/fixtures/massnahmenliste.csv") });
  if (!read.ok) throw new Error(read.code);
  const uploaded = uploadList(officer, { fileName: "liste.csv", file: read.file });
  if (!uploaded.ok) throw new Error("the upload was refused");
  const shown = await showImport(officer, { batchId: uploaded.value.batchId, scope: "all", page: 1 });
  if (!shown.ok || "state" in shown.value) throw new Error("there is no preview");
  command = { batchId: uploaded.value.batchId, stamp: shown.value.stamp };
});

const stateOf = () => {
  const shown = showImportProgress(officer, command.batchId);
  if (!shown.ok) throw new Error("refused");
  return shown.value;
};

/** A runner that stops half-way until it is let go. */
function runsWhenLetGo(): { letGo: () => void; runner: ImportRunner } {
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const runner: ImportRunner = async (user, task, onProgress) => {
    onProgress({ done: 3, total: 7 });
    await gate;
    return performImportTask({ ...officer, user }, task, onProgress);
  };
  return { letGo: () => letGo(), runner };
}

it("is refused to everybody but the digital officer, and starts nothing", async () => {
  const runner = vi.fn<ImportRunner>();
  runImportsBy(officer.db, runner);
  for (const person of ["itContributor", "otherContributor", "reviewer", "viewer", "admin"] as const) {
    expect(await startImport(people[person], command)).toMatchObject({ state: "ended", result: { ok: false, refusal: { code: "forbidden" } } });
    expect(await startUndo(people[person], command.batchId)).toMatchObject({ state: "ended", result: { ok: false, refusal: { code: "forbidden" } } });
    expect(showImportProgress(people[person], command.batchId)).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
  }
  expect(await startImport(officer, { batchId: 99, stamp: "" })).toMatchObject({ state: "ended", result: { ok: false, refusal: { code: "missing" } } });
  expect(runner).not.toHaveBeenCalled();
});

it("ends as the import itself ends, refused or done", async () => {
  expect(await startImport(officer, { ...command, stamp: "veraltet" })).toMatchObject({ state: "ended", result: { ok: false, refusal: { code: "conflict" } } });
  expect(await startImport(officer, command)).toMatchObject({ state: "ended", result: { ok: true, value: { created: loadMeasures(officer.db).length } } });
  expect(await startImport(officer, command)).toMatchObject({ state: "ended", result: { ok: false, refusal: { code: "invalid" } } });
  expect(await startUndo(officer, command.batchId)).toMatchObject({ state: "ended", result: { ok: true, value: { kept: 0 } } });
  expect(loadMeasures(officer.db)).toEqual([]);
  expect(stateOf()).toMatchObject({ state: "undone", running: null, lost: false });
});

it("tells how far it is, from nothing to everything", async () => {
  const seen: TaskProgress[] = [];
  performImportTask(officer, { kind: "run", ...command }, (progress) => seen.push(progress));
  const total = seen[0]?.total ?? 0;
  expect(total).toBeGreaterThan(0);
  expect([seen[0], seen.at(-1)]).toEqual([{ done: 0, total }, { done: total, total }]);
});

describe("while it runs", () => {
  it("shows its progress, starts no second one, and whoever waits waits for its end", async () => {
    const { letGo, runner } = runsWhenLetGo();
    runImportsBy(officer.db, runner);
    const first = startImport(officer, command);
    expect(stateOf()).toMatchObject({ state: "uploaded", running: { kind: "run", progress: { done: 3, total: 7 } } });
    expect(await startImport(officer, command)).toEqual({ state: "open" });
    expect(isWrittenBeside(officer.db)).toBe(true);
    expect(await writesAtRest(officer.db, 1)).toBe(false);
    letGo();
    expect(await writesAtRest(officer.db)).toBe(true);
    expect(await first).toMatchObject({ state: "ended", result: { ok: true } });
    expect(isWrittenBeside(officer.db)).toBe(false);
  });

  it("lets the request go on when it takes too long", async () => {
    const { letGo, runner } = runsWhenLetGo();
    runImportsBy(officer.db, runner);
    expect(await startImport(officer, command, 1)).toEqual({ state: "open" });
    expect(stateOf().running).not.toBeNull();
    letGo();
    await writesAtRest(officer.db);
    expect(stateOf()).toMatchObject({ state: "imported", running: null });
  });
});

describe("when it is lost on the way", () => {
  beforeEach(() => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    return () => vi.restoreAllMocks();
  });

  it("says so, has written nothing, and can be started again", async () => {
    runImportsBy(officer.db, () => Promise.reject(new Error("killed")));
    expect(await startImport(officer, command)).toEqual({ state: "lost" });
    expect(stateOf()).toMatchObject({ state: "uploaded", running: null, lost: true });
    expect(loadMeasures(officer.db)).toEqual([]);
    runImportsBy(officer.db, (user, task, onProgress) => Promise.resolve(performImportTask({ ...officer, user }, task, onProgress)));
    expect(await startImport(officer, command)).toMatchObject({ state: "ended", result: { ok: true } });
    expect(stateOf().lost).toBe(false);
  });

  it("does not claim that nothing was written when only the answer was lost", async () => {
    runImportsBy(officer.db, (user, task, onProgress) => {
      performImportTask({ ...officer, user }, task, onProgress);
      return Promise.reject(new Error("killed after the commit"));
    });
    expect(await startImport(officer, command)).toEqual({ state: "open" });
    expect(stateOf()).toMatchObject({ state: "imported", lost: false });
  });
});
