import { expect, test } from "vitest";
import type { MotionCommand, MotionLineCommand } from "#app/services/committee/save-amendment-motion.server.ts";
import { fteHundredths } from "#app/domain/resources/fte.ts";
import { euros } from "#app/domain/money/cents.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { exportMotion } from "#app/services/committee/export-amendment-motion.server.ts";
import { changeMotionState, removeMotion } from "#app/services/committee/change-amendment-motion.server.ts";
import { listAmendmentMotions } from "#app/services/committee/list-amendment-motions.server.ts";
import { createMotion, saveMotion, saveStatement } from "#app/services/committee/save-amendment-motion.server.ts";
import { showAmendmentMotion, showMotionForm } from "#app/services/committee/show-amendment-motion.server.ts";
import { budgetLine, post } from "#db/schema/index.ts";
import { auditLog } from "#tests/support/audit.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const FORBIDDEN = { ok: false, refusal: { code: "forbidden" } };
const MISSING = { ok: false, refusal: { code: "missing" } };
const refused = (field: string, code: string) => ({ ok: false, refusal: { code: "invalid", fields: { [field]: [expect.objectContaining({ code })] } } });

/** The motion of Verl. */
const line: MotionLineCommand = {
  ...{ key: "n1", id: null, fiscalYear: 2027, budgetProduct: "1115", budgetAccount: "528100", label: "", budgetReference: "S. 65–67" },
  ...{ appropriationCents: euros(8_000), amendedCents: euros(23_000), locked: false, lockNote: "", postDeltaHundredths: 0, note: "" },
};
const verl: MotionCommand = { number: "A 4", title: "Masterplan Digitale Verwaltung 4.0", applicant: "", movedOn: null, reasoning: "", statement: "", lines: [line] };

function municipality() {
  const db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio());
  return { db, people: enrolPeople(db) };
}

test("only the officer writes motions; the committee reads what was moved, drafts only who reads the plan", async () => {
  const { db, people } = municipality();
  for (const service of [people.itContributor, people.reviewer, people.viewer, people.admin]) {
    expect(createMotion(service, verl)).toEqual(FORBIDDEN);
    expect(saveMotion(service, { ...verl, motionId: 1, rowVersion: 1 })).toEqual(FORBIDDEN);
    expect(saveStatement(service, { motionId: 1, rowVersion: 1, statement: "Ja" })).toEqual(FORBIDDEN);
    expect(changeMotionState(service, { motionId: 1, rowVersion: 1, state: "submitted" })).toEqual(FORBIDDEN);
    expect(removeMotion(service, { motionId: 1, rowVersion: 1 })).toEqual(FORBIDDEN);
    expect(showMotionForm(service, null)).toEqual(FORBIDDEN);
  }
  expect(auditLog(db)).toEqual([]);
  expect(createMotion(people.officer, verl)).toEqual({ ok: true, value: { motionId: 1 } });
  expect(showAmendmentMotion(people.admin, 1)).toEqual(FORBIDDEN);
  expect(listAmendmentMotions(people.admin)).toEqual(FORBIDDEN);
  expect(await exportMotion(people.admin, 1, process.cwd())).toEqual(FORBIDDEN);
  expect(showAmendmentMotion(people.reviewer, 1)).toEqual(MISSING);
  expect(await exportMotion(people.reviewer, 1, process.cwd())).toEqual(MISSING);
  expect(showAmendmentMotion(people.viewer, 1)).toMatchObject({ ok: true, value: { nextStates: [], mayEditContent: false } });
  expect(changeMotionState(people.officer, { motionId: 1, rowVersion: 1, state: "submitted" })).toMatchObject({ ok: true });
  expect(showAmendmentMotion(people.reviewer, 1)).toMatchObject({ value: { motion: { number: "A 4" }, sums: [{ delta: { known: euros(15_000), unknownCount: 0 } }], mayEditStatement: false } });
  expect(listAmendmentMotions(people.reviewer)).toMatchObject({ value: { motions: [{ number: "A 4", years: [2027] }], mayEdit: false } });
});

test("refuses wrong codes, a taken number and the same account twice, each beside its field", () => {
  const { people } = municipality();
  const { officer } = people;
  const withLine = (change: Partial<MotionLineCommand>) => createMotion(officer, { ...verl, lines: [{ ...line, ...change }] });
  expect(createMotion(officer, { ...verl, number: "" })).toEqual(refused("number", "numberMissing"));
  expect(createMotion(officer, { ...verl, title: "" })).toEqual(refused("title", "titleMissing"));
  expect(withLine({ budgetProduct: "11" })).toEqual(refused("lines.n1.budgetProduct", "productPattern"));
  expect(withLine({ budgetAccount: "52810" })).toEqual(refused("lines.n1.budgetAccount", "accountPattern"));
  expect(withLine({ budgetAccount: "" })).toEqual(refused("lines.n1.budgetAccount", "accountMissing"));
  expect(createMotion(officer, { ...verl, lines: [line, { ...line, key: "n2" }] })).toEqual(refused("lines.n2.budgetAccount", "lineTwice"));
  expect(createMotion(officer, verl)).toMatchObject({ ok: true });
  expect(createMotion(officer, verl)).toEqual(refused("number", "numberTaken"));
});

test("lines are added, changed and removed with the motion, versioned and recorded", () => {
  const { db, people } = municipality();
  const { officer } = people;
  createMotion(officer, verl);
  const stored = { ...line, key: "s1", id: 1 };
  const second = { ...line, key: "n1", fiscalYear: 2028, appropriationCents: null, amendedCents: euros(5_000) };
  expect(saveMotion(officer, { ...verl, motionId: 1, rowVersion: 1, lines: [second, { ...stored, note: "Wie 2026" }] })).toMatchObject({ ok: true });
  expect(saveMotion(officer, { ...verl, motionId: 1, rowVersion: 1 })).toMatchObject({ refusal: { code: "conflict", current: { lines: [{ fiscalYear: 2028 }, { id: 1, note: "Wie 2026" }] } } });
  // A line somebody else removed meanwhile comes back as a new one.
  expect(saveMotion(officer, { ...verl, motionId: 1, rowVersion: 2, lines: [{ ...line, key: "s77", id: 77 }] })).toMatchObject({ ok: true });
  expect(showAmendmentMotion(officer, 1)).toMatchObject({ value: { motion: { lines: [{ id: 3, budgetAccount: "528100" }], rowVersion: 3 } } });
  expect(auditLog(db).map(({ action, after }) => [action, Object.keys(after ?? {})])).toEqual([
    ["create", ["number", "title", "applicant", "movedOn", "reasoning", "statement", "lines"]],
    ["update", ["lines"]],
    ["update", ["lines"]],
  ]);
});

test("what was moved stays; the statement may follow until the vote; only a draft goes", () => {
  const { people } = municipality();
  const { officer } = people;
  createMotion(officer, { ...verl, lines: [] });
  expect(changeMotionState(officer, { motionId: 1, rowVersion: 1, state: "submitted" })).toEqual(refused("", "noLines"));
  saveMotion(officer, { ...verl, motionId: 1, rowVersion: 1 });
  expect(changeMotionState(officer, { motionId: 1, rowVersion: 2, state: "adopted" })).toEqual(refused("", "stateNotNext"));
  expect(changeMotionState(officer, { motionId: 1, rowVersion: 1, state: "submitted" })).toMatchObject({ refusal: { code: "conflict" } });
  expect(changeMotionState(officer, { motionId: 1, rowVersion: 2, state: "submitted" })).toMatchObject({ ok: true });
  expect(saveMotion(officer, { ...verl, motionId: 1, rowVersion: 3 })).toEqual(refused("", "notDraft"));
  expect(removeMotion(officer, { motionId: 1, rowVersion: 3 })).toEqual(refused("", "notDraft"));
  expect(saveStatement(officer, { motionId: 1, rowVersion: 3, statement: "Die Verwaltung stimmt zu." })).toMatchObject({ ok: true });
  expect(changeMotionState(officer, { motionId: 1, rowVersion: 4, state: "adopted" })).toMatchObject({ ok: true });
  expect(saveStatement(officer, { motionId: 1, rowVersion: 5, statement: "Nein" })).toEqual(refused("", "notOpen"));
  createMotion(officer, { ...verl, number: "A 5" });
  expect(removeMotion(officer, { motionId: 2, rowVersion: 1 })).toEqual({ ok: true, value: { number: "A 5" } });
  expect(showAmendmentMotion(officer, 2)).toEqual(MISSING);
});

test("a new motion starts from a line of the budget or from a post, so that nothing is typed twice", () => {
  const { db, people } = municipality();
  db.insert(budgetLine).values({ fiscalYear: 2027, budgetProduct: "1115", budgetAccount: "528100", label: "Sachleistungen", budgetKind: "consumptive", appropriationCents: euros(8_000), budgetReference: "S. 65–67" }).run();
  db.insert(post).values({ title: "Barrierefreiheit", orgUnitId: 2, fte: fteHundredths(50), payGrade: "E11", yearlyCostCents: euros(47_500), state: "requested", fromQuarter: quarter("2028-Q2") }).run();
  const from = (origin: { budgetLineId: number | null; postId: number | null }) => showMotionForm(people.officer, null, origin);
  expect(from({ budgetLineId: 1, postId: null })).toMatchObject({ value: { prefilled: { fiscalYear: 2027, budgetAccount: "528100", budgetReference: "S. 65–67", appropriationCents: euros(8_000), amendedCents: null } } });
  expect(from({ budgetLineId: null, postId: 1 })).toMatchObject({ value: { prefilled: { fiscalYear: 2028, label: "Barrierefreiheit, E11", postDeltaHundredths: 50, amendedCents: euros(47_500) } } });
  expect(from({ budgetLineId: 99, postId: 99 })).toMatchObject({ value: { prefilled: null, firstYear: 2028 } });
});
