import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { PROGRAM_VERSION } from "#app/domain/committee/program-version.ts";
import { freezeVersion, sha256Of } from "#app/services/committee/freeze-version.server.ts";
import { listVersions } from "#app/services/committee/list-versions.server.ts";
import { showVersionMeasure } from "#app/services/committee/show-version-measure.server.ts";
import { showVersion } from "#app/services/committee/show-version.server.ts";
import { submitVersion } from "#app/services/committee/submit-version.server.ts";
import { answerComment, writeComment } from "#app/services/committee/write-comment.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { exportReport, exportVersionText } from "#app/services/reports/export-version.server.ts";
import { updateMeasure } from "#app/services/measures/update-measure.server.ts";
import { contentOf } from "#app/domain/measures/content.ts";
import type { Db } from "#db/client.server.ts";
import { versionContent } from "#db/queries/committee.server.ts";
import { findMeasure } from "#db/queries/portfolio.server.ts";
import { auditEvent } from "#db/schema/index.ts";
import { countUnansweredComments } from "#db/queries/attention.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { allPeople, enrolPeople, type Person } from "#tests/support/people.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

let db: Db;
let people: Record<Person, ServiceContext>;

beforeEach(() => {
  db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio());
  people = enrolPeople(db);
});

const FORBIDDEN = { ok: false, refusal: { code: "forbidden" } };
const MISSING = { ok: false, refusal: { code: "missing" } };
const committee = "Ausschuss für Digitalisierung";

function freeze(title = "Digitalstrategie 2027–2030"): number {
  const result = freezeVersion(people.officer, { title, note: "" });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.id;
}
const submit = (versionId: number, service = people.officer) => submitVersion(service, { versionId, committee, meetingDate: plainDate("2027-06-01") });
const page = (service: ServiceContext, versionId: number) => {
  const result = showVersion(service, versionId);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const retitle = (id: number, title: string) => {
  const measure = findMeasure(db, id);
  if (measure === null) throw new Error("no such measure");
  updateMeasure(people.officer, { id, rowVersion: measure.rowVersion, content: { ...contentOf(measure), title } });
};

describe("freezing", () => {
  it("is refused to everybody but the digital officer", () => {
    for (const person of allPeople.filter((each) => each !== "officer")) {
      expect(freezeVersion(people[person], { title: "X", note: "" })).toEqual(FORBIDDEN);
    }
    expect(listVersions(people.officer)).toMatchObject({ ok: true, value: { versions: [] } });
  });

  it("numbers versions from 1, hashes what it stores and writes it down", () => {
    const first = freeze("Erste");
    const second = freeze("Zweite");
    const text = versionContent(db, first) ?? "";
    expect(page(people.officer, first).head).toMatchObject({ number: 1, title: "Erste", integrity: "intact", sha256: sha256Of(text) });
    expect(page(people.officer, second).head.number).toBe(2);
    expect(db.select().from(auditEvent).all().map((event) => [event.action, event.entity, event.entityId, event.userId])).toEqual([
      ["freeze", "snapshot", first, people.officer.user.id],
      ["freeze", "snapshot", second, people.officer.user.id],
    ]);
    expect(JSON.parse(text)).toMatchObject({ formatVersion: 1, meta: { programVersion: PROGRAM_VERSION, frozenBy: "Dilek Aydın", today: "2027-05-10" }, resources: { staffPlan: { posts: [], purposes: [{ purpose: "" }] } } });
    expect(JSON.parse(readFileSync("package.json", "utf8"))).toMatchObject({ version: PROGRAM_VERSION });
  });

  it("keeps what was frozen when the plan moves on", () => {
    const id = freeze();
    retitle(1, "Ganz anders");
    expect(showVersionMeasure(people.officer, id, 1)).toMatchObject({ ok: true, value: { title: "E-Akte einführen" } });
  });
});

describe("submitting", () => {
  it("is refused to others, for what does not exist, and a second time", () => {
    const id = freeze();
    for (const person of ["itContributor", "otherContributor", "reviewer", "viewer", "admin"] as const) expect(submit(id, people[person])).toEqual(FORBIDDEN);
    expect(submit(4711)).toEqual(MISSING);
    expect(submit(id)).toEqual({ ok: true, value: { number: 1 } });
    expect(submit(id)).toMatchObject({ ok: false, refusal: { code: "invalid", fields: { "": [{ code: "alreadySubmitted" }] } } });
  });
});

describe("reading", () => {
  it("hides drafts from committee members everywhere, as if they did not exist", async () => {
    const draft = freeze();
    expect(listVersions(people.reviewer)).toMatchObject({ ok: true, value: { versions: [] } });
    expect(showVersion(people.reviewer, draft)).toEqual(MISSING);
    expect(showVersionMeasure(people.reviewer, draft, 1)).toEqual(MISSING);
    expect(writeComment(people.reviewer, { versionId: draft, measureId: 1, text: "?" })).toEqual(MISSING);
    expect(exportVersionText(people.reviewer, draft)).toEqual(MISSING);
    expect(await exportReport(people.reviewer, draft, "xlsx", process.cwd())).toEqual(MISSING);
    expect(listVersions(people.viewer)).toMatchObject({ ok: true, value: { versions: [{ number: 1 }] } });
    submit(draft);
    expect(page(people.reviewer, draft).head.submission).toMatchObject({ committee, meetingDate: "2027-06-01" });
  });

  it("refuses the report to who may read but not export", async () => {
    expect(await exportReport(people.admin, freeze(), "pdf", process.cwd())).toEqual(FORBIDDEN);
  });

  it("compares with the version the committee saw last and never shows the drafts in between", () => {
    const first = freeze("Erste");
    submit(first);
    retitle(1, "Zwischenstand");
    freeze("Entwurf");
    retitle(1, "E-Akte für alle");
    const third = freeze("Dritte");
    submitVersion({ ...people.officer, clock: { ...people.officer.clock, now: () => "2027-05-11T08:00:00.000Z" } }, { versionId: third, committee, meetingDate: null });
    const text = JSON.stringify(page(people.reviewer, third).body?.sections);
    expect(text).toContain("Verglichen mit Fassung 1");
    expect(text).toContain("E-Akte für alle");
    expect(text).not.toContain("Zwischenstand");
    const measure = showVersionMeasure(people.reviewer, third, 1);
    expect(measure).toMatchObject({ ok: true, value: { changes: { rows: [[{ text: "Titel" }, { text: "E-Akte einführen" }, { text: "E-Akte für alle" }]] } } });
  });

  it("leads through the measures in the order of the report", () => {
    const id = freeze();
    const first = showVersionMeasure(people.officer, id, 1);
    expect(first).toMatchObject({ ok: true, value: { position: 1, count: 3, previous: null, next: { measureId: 2 } } });
    expect(showVersionMeasure(people.officer, id, 3)).toMatchObject({ ok: true, value: { position: 3, previous: { measureId: 2 }, next: null } });
    expect(showVersionMeasure(people.officer, id, 99)).toEqual(MISSING);
  });
});

describe("comments", () => {
  let versionId: number;
  beforeEach(() => {
    versionId = freeze();
    submit(versionId);
  });

  it("are refused to who may not write or answer them", () => {
    for (const person of ["itContributor", "otherContributor", "viewer", "admin"] as const) {
      expect(writeComment(people[person], { versionId, measureId: 1, text: "Nein" })).toEqual(FORBIDDEN);
      expect(answerComment(people[person], { versionId, commentId: 1, text: "Nein" })).toEqual(FORBIDDEN);
    }
    expect(answerComment(people.reviewer, { versionId, commentId: 1, text: "Nein" })).toEqual(FORBIDDEN);
    expect(writeComment(people.reviewer, { versionId, measureId: 99, text: "Nein" })).toEqual(MISSING);
    expect(answerComment(people.officer, { versionId, commentId: 99, text: "Nein" })).toEqual(MISSING);
  });

  it("stand at their measure with their answers, and count as open until they are answered", () => {
    const question = writeComment(people.reviewer, { versionId, measureId: 1, text: "Warum erst 2027?" });
    if (!question.ok) throw new Error(question.refusal.code);
    writeComment(people.reviewer, { versionId, measureId: null, text: "Gut lesbar." });
    expect(listVersions(people.officer)).toMatchObject({ ok: true, value: { versions: [{ commentCount: 2, unansweredCount: 2 }] } });
    const answer = answerComment(people.officer, { versionId, commentId: question.value.id, text: "Wegen der Vergabe." });
    expect(listVersions(people.officer)).toMatchObject({ ok: true, value: { versions: [{ commentCount: 2, unansweredCount: 1 }] } });
    expect(showVersionMeasure(people.reviewer, versionId, 1)).toMatchObject({
      ok: true,
      value: { threads: [{ comment: { text: "Warum erst 2027?", author: "Rita Rat" }, answers: [{ text: "Wegen der Vergabe.", author: "Dilek Aydın" }] }] },
    });
    expect(page(people.reviewer, versionId)).toMatchObject({ threads: [{ comment: { text: "Gut lesbar." } }], commentCounts: { 1: 2 } });
    if (!answer.ok) throw new Error(answer.refusal.code);
    expect(answerComment(people.officer, { versionId, commentId: answer.value.id, text: "Und noch" })).toMatchObject({ ok: false, refusal: { code: "invalid" } });
  });

  it("owe an answer only where the committee asked, on the list as on the start page", () => {
    writeComment(people.reviewer, { versionId, measureId: 1, text: "Warum erst 2027?" });
    writeComment(people.officer, { versionId, measureId: null, text: "Hinweis der Verwaltung" });
    expect(listVersions(people.officer)).toMatchObject({ ok: true, value: { versions: [{ commentCount: 2, unansweredCount: 1 }] } });
    expect(countUnansweredComments(db)).toBe(1);
  });

  it("cannot be answered through another version", () => {
    const question = writeComment(people.reviewer, { versionId, measureId: 1, text: "?" });
    if (!question.ok) throw new Error(question.refusal.code);
    expect(answerComment(people.officer, { versionId: freeze("Andere"), commentId: question.value.id, text: "!" })).toEqual(MISSING);
  });
});
