import { beforeEach, describe, expect, it } from "vitest";
import { freezeVersion, sha256Of } from "#app/services/committee/freeze-version.server.ts";
import { showVersion } from "#app/services/committee/show-version.server.ts";
import { submitVersion } from "#app/services/committee/submit-version.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { exportReport, exportVersionText } from "#app/services/reports/export-version.server.ts";
import type { Db } from "#db/client.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

let db: Db;
let officer: ServiceContext;

beforeEach(() => {
  db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio());
  officer = enrolPeople(db).officer;
  freezeVersion(officer, { title: "Fassung", note: "" });
  submitVersion(officer, { versionId: 1, committee: "Rat", meetingDate: null });
});

const run = (sql: string) => db.$client.exec(sql);
const columns = "number, title, note, frozen_at, frozen_by, previous_snapshot_id, content, sha256";
const integrity = () => {
  const shown = showVersion(officer, 1);
  return shown.ok ? shown.value.head.integrity : shown.refusal.code;
};

describe("the database refuses", () => {
  it.each([
    ["a changed content", "UPDATE snapshot SET content = '{}'"],
    ["a changed title", "UPDATE snapshot SET title = 'Anders'"],
    ["deleting", "DELETE FROM snapshot"],
    ["replacing by id", `INSERT OR REPLACE INTO snapshot (id, ${columns}) SELECT id, number, 'Anders', note, frozen_at, frozen_by, NULL, content, sha256 FROM snapshot`],
    ["replacing by number", `REPLACE INTO snapshot (${columns}) SELECT number, 'Anders', note, frozen_at, frozen_by, NULL, content, sha256 FROM snapshot`],
    ["an upsert", `INSERT INTO snapshot (id, ${columns}) SELECT id, number, 'Anders', note, frozen_at, frozen_by, NULL, content, sha256 FROM snapshot WHERE true ON CONFLICT (id) DO UPDATE SET title = 'Anders'`],
    ["taking a submission back", "DELETE FROM submission"],
    ["changing a submission", "UPDATE submission SET committee = 'Anders'"],
  ])("%s", (_what, sql) => {
    expect(() => run(sql)).toThrow(/immutable/);
    expect(integrity()).toBe("intact");
  });
});

describe("with the triggers gone, the checksum finds", () => {
  beforeEach(() => run("DROP TRIGGER snapshot_no_update; DROP TRIGGER snapshot_no_delete; DROP TRIGGER snapshot_no_replace"));

  it.each([
    ["another amount", "UPDATE snapshot SET content = replace(content, '2300000', '2300001')", "altered"],
    ["white space", "UPDATE snapshot SET content = content || ' '", "altered"],
    ["another checksum", "UPDATE snapshot SET sha256 = lower(hex(randomblob(32)))", "altered"],
    ["another title outside the text", "UPDATE snapshot SET title = 'Anders'", "altered"],
    ["another number outside the text", "UPDATE snapshot SET number = 7", "altered"],
    ["text that is no version", "UPDATE snapshot SET content = '{}'", "unreadable"],
  ])("%s", async (_what, sql, expected) => {
    expect(integrity()).toBe("intact");
    run(sql);
    expect(integrity()).toBe(expected);
    expect(await exportReport(officer, 1, "pdf", process.cwd())).toMatchObject({ ok: false });
  });

  it("shows both checksums and still gives out the text for examination", () => {
    run("UPDATE snapshot SET content = content || ' '");
    const shown = showVersion(officer, 1);
    if (!shown.ok) throw new Error(shown.refusal.code);
    expect(shown.value.head.actualSha256).not.toBe(shown.value.head.sha256);
    const file = exportVersionText(officer, 1);
    if (!file.ok) throw new Error(file.refusal.code);
    expect(sha256Of(file.value.bytes.toString("utf8"))).toBe(shown.value.head.actualSha256);
  });

  it("refuses to submit an altered version", () => {
    freezeVersion(officer, { title: "Zweite", note: "" });
    run("UPDATE snapshot SET content = content || ' ' WHERE number = 2");
    expect(submitVersion(officer, { versionId: 2, committee: "Rat", meetingDate: null })).toMatchObject({ ok: false, refusal: { code: "invalid", fields: { "": [{ code: "damaged" }] } } });
  });
});
