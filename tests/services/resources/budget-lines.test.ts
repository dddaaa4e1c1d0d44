import { expect, test } from "vitest";
import { euros } from "#app/domain/money/cents.ts";
import type { LineFilter } from "#app/services/resources/list-budget-lines.server.ts";
import { listLines } from "#app/services/resources/list-budget-lines.server.ts";
import { acceptProposals, mapBudgetLine } from "#app/services/resources/map-budget-lines.server.ts";
import { createBudgetLine, removeBudgetLine, saveBudgetLine } from "#app/services/resources/save-budget-line.server.ts";
import { showBudgetLine, showNewBudgetLine } from "#app/services/resources/show-budget-line.server.ts";
import { showMeasure } from "#app/services/measures/show-measure.server.ts";
import { showBudget } from "#app/services/resources/show-budget.server.ts";
import { showUnmapped } from "#app/services/resources/show-unmapped.server.ts";
import { loadPlannerInput } from "#db/queries/planning.server.ts";
import { municipality as municipalityTable } from "#db/schema/index.ts";
import { auditLog } from "#tests/support/audit.ts";
import { aBudgetLine } from "#tests/support/budget-lines.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aCostItem, aMeasure, aPortfolio } from "#tests/support/portfolio.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const FORBIDDEN = { ok: false, refusal: { code: "forbidden" } };
const ALL: LineFilter = { fiscalYear: null, budgetProduct: null, budgetKind: null, mark: null, page: 1 };
const fieldsOf = (overrides: Parameters<typeof aBudgetLine>[0] = {}) => {
  const { id: _id, measureIds: _measureIds, rowVersion: _rowVersion, ...fields } = aBudgetLine(overrides);
  return fields;
};

function municipality() {
  const db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio());
  return { db, people: enrolPeople(db) };
}

const shown = <T>(result: { ok: true; value: T } | { ok: false }): T => {
  if (!result.ok) throw new Error("refused");
  return result.value;
};

test("lines are the digital officer's to write; the committee does not read them", () => {
  const { db, people } = municipality();
  const { lineId } = shown(createBudgetLine(people.officer, fieldsOf()));
  const before = auditLog(db).length;
  for (const service of [people.itContributor, people.otherContributor, people.reviewer, people.viewer, people.admin]) {
    expect(createBudgetLine(service, fieldsOf({ budgetAccount: "543100" }))).toEqual(FORBIDDEN);
    expect(saveBudgetLine(service, { ...fieldsOf({ label: "x" }), lineId, rowVersion: 1 })).toEqual(FORBIDDEN);
    expect(removeBudgetLine(service, { lineId, rowVersion: 1 })).toEqual(FORBIDDEN);
    expect(mapBudgetLine(service, { lineId, rowVersion: 1, shown: [], chosen: [1] })).toEqual(FORBIDDEN);
    expect(acceptProposals(service, [{ lineId, measureId: 1 }])).toEqual(FORBIDDEN);
    expect(showNewBudgetLine(service)).toEqual(FORBIDDEN);
  }
  expect(listLines(people.reviewer, ALL)).toEqual(FORBIDDEN);
  expect(showBudgetLine(people.reviewer, lineId, "")).toEqual(FORBIDDEN);
  expect(showUnmapped(people.reviewer, { page: 1 })).toEqual(FORBIDDEN);
  expect(shown(listLines(people.viewer, ALL))).toMatchObject({ lineCount: 1, canEdit: false });
  expect(auditLog(db)).toHaveLength(before);
});

test("codes are checked against the municipality's patterns, beside the field; a code is there once a year and direction", () => {
  const { db, people } = municipality();
  const refused = (overrides: Parameters<typeof aBudgetLine>[0]) => createBudgetLine(people.officer, fieldsOf(overrides));
  expect(refused({ budgetProduct: "" })).toMatchObject({ refusal: { fields: { budgetProduct: [{ code: "codeMissing" }] } } });
  expect(refused({ budgetProduct: "1111120" })).toMatchObject({ refusal: { fields: { budgetProduct: [{ code: "codePattern", values: { pattern: "\\d{4}" } }] } } });
  expect(refused({ budgetAccount: "" })).toMatchObject({ refusal: { fields: { budgetAccount: [{ code: "codeMissing" }] } } });
  expect(refused({ budgetAccount: "52810" })).toMatchObject({ refusal: { fields: { budgetAccount: [{ code: "codePattern" }] } } });
  expect(shown(createBudgetLine(people.officer, fieldsOf())).lineId).toBe(1);
  expect(refused({ label: "noch einmal" })).toMatchObject({ refusal: { fields: { budgetAccount: [{ code: "codeTaken" }] } } });
  expect(createBudgetLine(people.officer, fieldsOf({ direction: "revenue" })).ok).toBe(true);
  expect(createBudgetLine(people.officer, fieldsOf({ fiscalYear: 2028 })).ok).toBe(true);

  db.update(municipalityTable).set({ budgetSystem: "kameral", accountPattern: "\\d{4}\\.\\d{4}" }).run();
  expect(createBudgetLine(people.officer, fieldsOf({ budgetProduct: "", budgetAccount: "0600.9350" })).ok).toBe(true);
});

test("whoever saves second is shown what is stored, and nothing is lost; what changes is on record", () => {
  const { db, people } = municipality();
  const { lineId } = shown(createBudgetLine(people.officer, fieldsOf()));
  expect(saveBudgetLine(people.officer, { ...fieldsOf({ appropriationCents: euros(23_000), locked: true }), lineId, rowVersion: 1 }).ok).toBe(true);
  expect(saveBudgetLine(people.officer, { ...fieldsOf({ label: "später" }), lineId, rowVersion: 1 })).toMatchObject({ refusal: { code: "conflict", current: { appropriationCents: euros(23_000) } } });
  expect(removeBudgetLine(people.officer, { lineId, rowVersion: 1 })).toMatchObject({ refusal: { code: "conflict" } });
  expect(saveBudgetLine(people.officer, { ...fieldsOf(), lineId: 99, rowVersion: 1 })).toMatchObject({ refusal: { code: "missing" } });
  expect(removeBudgetLine(people.officer, { lineId, rowVersion: 2 }).ok).toBe(true);
  expect(shown(listLines(people.officer, ALL)).lineCount).toBe(0);
  expect(auditLog(db).map(({ action, entity, before, after }) => [action, entity, before, action === "create" ? null : after])).toEqual([
    ["create", "budget_line", null, null],
    ["update", "budget_line", { appropriationCents: euros(8_000), locked: false }, { appropriationCents: euros(23_000), locked: true }],
    ["delete", "budget_line", expect.objectContaining({ appropriationCents: euros(23_000), measureIds: [] }), null],
  ]);
});

test("the list adds up exactly what its filter lets through, and says how much is unknown", () => {
  const { people } = municipality();
  for (const line of [
    fieldsOf({ appropriationCents: euros(20_000), spentCents: euros(5), limitsPlan: true }),
    fieldsOf({ budgetAccount: "543100", appropriationCents: null, locked: true }),
    fieldsOf({ budgetAccount: "414100", direction: "revenue", appropriationCents: euros(7) }),
    fieldsOf({ fiscalYear: 2028, budgetProduct: "1111", budgetAccount: "783200", budgetKind: "investive", appropriationCents: euros(0) }),
  ]) {
    expect(createBudgetLine(people.officer, line).ok).toBe(true);
  }
  const list = shown(listLines(people.viewer, ALL));
  expect(list.sums).toEqual([
    {
      direction: "expense",
      appropriation: { known: euros(20_000), unknownCount: 1 },
      planned: { known: euros(23_000), unknownCount: 1 },
      committed: { known: 0, unknownCount: 3 },
      spent: { known: euros(5), unknownCount: 2 },
      free: { known: -euros(3_000), unknownCount: 1 },
      commitment: 0,
    },
    expect.objectContaining({ direction: "revenue", appropriation: { known: euros(7), unknownCount: 0 } }),
  ]);
  const count = (filter: Partial<LineFilter>) => shown(listLines(people.viewer, { ...ALL, ...filter })).chosenCount;
  expect([count({ fiscalYear: 2028 }), count({ budgetProduct: "1115" }), count({ budgetKind: "investive" })]).toEqual([1, 3, 1]);
  expect([count({ mark: "limiting" }), count({ mark: "locked" }), count({ mark: "short" }), count({ mark: "unmapped" })]).toEqual([1, 1, 1, 3]);
  expect(shown(listLines(people.viewer, { ...ALL, page: 9 })).page).toBe(1);
});

test("measures are mapped by hand among those that were shown; what is gone is refused", () => {
  const { db, people } = municipality();
  const { lineId } = shown(createBudgetLine(people.officer, fieldsOf({ budgetAccount: "529100", label: "Beratung E-Akte" })));
  const page = shown(showBudgetLine(people.officer, lineId, "serviceportal"));
  expect(page.choices.map((choice) => [choice.title, choice.reason])).toEqual([
    ["E-Akte einführen", "proposed"],
    ["Serviceportal ausbauen", "found"],
  ]);
  expect(mapBudgetLine(people.officer, { lineId, rowVersion: 1, shown: [999], chosen: [999] })).toMatchObject({ refusal: { fields: { measureIds: [{ code: "measureMissing" }] } } });
  expect(mapBudgetLine(people.officer, { lineId, rowVersion: 1, shown: [1, 2], chosen: [1, 2] })).toEqual({ ok: true, value: { measureCount: 2 } });
  expect(mapBudgetLine(people.officer, { lineId, rowVersion: 1, shown: [1], chosen: [] })).toMatchObject({ refusal: { code: "conflict" } });
  expect(mapBudgetLine(people.officer, { lineId, rowVersion: 2, shown: [1], chosen: [] })).toEqual({ ok: true, value: { measureCount: 1 } });
  expect(shown(showBudgetLine(people.viewer, lineId, "")).mapped).toEqual([{ measureId: 2, title: "Serviceportal ausbauen", mapping: "otherAccount" }]);
  expect(auditLog(db).filter((event) => event.action === "mapLines").map(({ before, after }) => [before, after])).toEqual([
    [{ measureIds: [] }, { measureIds: [1, 2] }],
    [{ measureIds: [1, 2] }, { measureIds: [2] }],
  ]);
});

test("what does not meet is listed on both sides, and proposals are taken over together", () => {
  const { people } = municipality();
  const { lineId } = shown(createBudgetLine(people.officer, fieldsOf({ budgetAccount: "529100", label: "Serviceportal: Pflege" })));
  const before = shown(showUnmapped(people.viewer, { page: 1 }));
  expect(before.lines.map((line) => [line.id, line.proposals.map((each) => each.title)])).toEqual([[lineId, ["Serviceportal ausbauen"]]]);
  expect(before.costs.some((cost) => cost.budgetAccount === "528100" && cost.amounts[0]?.amountCents === euros(23_000))).toBe(true);
  expect(acceptProposals(people.officer, [])).toMatchObject({ refusal: { fields: { "": [{ code: "nothingChosen" }] } } });
  expect(acceptProposals(people.officer, [{ lineId, measureId: 2 }, { lineId: 77, measureId: 2 }])).toEqual({ ok: true, value: { lineCount: 1 } });
  expect(shown(showUnmapped(people.viewer, { page: 1 })).lineCount).toBe(0);
});

test("a line mapped by hand shows the planned money of costs without an account, in budget, plan and frozen version, and gives it back", () => {
  const db = emptyDatabase();
  storePortfolio(
    db,
    aPortfolio({
      measures: [
        aMeasure({
          id: 1,
          title: "E-Akte einführen",
          costItems: [
            aCostItem({ id: 1, amountCents: euros(5_000), budgetProduct: "", budgetAccount: "" }),
            aCostItem({ id: 2, amountCents: euros(700), budgetAccount: "543100" }),
            aCostItem({ id: 3, amountCents: null, budgetProduct: "", budgetAccount: "" }),
          ],
        }),
      ],
    }),
  );
  const people = enrolPeople(db);
  const { lineId } = shown(createBudgetLine(people.officer, fieldsOf({ appropriationCents: euros(4_000), limitsPlan: true })));
  const line = () => shown(showBudgetLine(people.viewer, lineId, ""));
  const accounts = () => shown(showBudget(people.viewer, { scope: "planned", selection: null })).rows.map((row) => [row.budgetAccount, row.total.expense]);
  const total = () => shown(showBudget(people.viewer, { scope: "planned", selection: null })).totals.map((each) => [each.expense, each.unknownCount]);
  const before = total();
  expect(line().planned.expense).toBe(0);
  expect(accounts()).toEqual([["543100", euros(700)], ["", euros(5_000)]]);

  expect(mapBudgetLine(people.officer, { lineId, rowVersion: 1, shown: [1], chosen: [1] }).ok).toBe(true);
  expect(line()).toMatchObject({ free: -euros(1_000), planned: { expense: euros(5_000), unknownCount: 1, measures: [{ measureId: 1, byHand: true }] }, mapped: [{ mapping: "here" }] });
  expect(accounts()).toEqual([["528100", euros(5_000)], ["543100", euros(700)]]);
  expect(total()).toEqual(before);
  expect(shown(showUnmapped(people.viewer, { page: 1 })).costs.map((cost) => cost.budgetAccount)).toEqual(["543100"]);
  expect(shown(showMeasure(people.viewer, 1)).itemCodes).toEqual({ 1: { from: "mapped", lineId, budgetProduct: "1115", budgetAccount: "528100" }, 2: { from: "own" }, 3: expect.objectContaining({ from: "mapped" }) });
  expect(loadPlannerInput(db, people.officer.clock.today()).measures[0]?.costItems.map((item) => item.budgetAccount)).toEqual(["528100", "543100", "528100"]);

  const { lineId: other } = shown(createBudgetLine(people.officer, fieldsOf({ budgetAccount: "529100" })));
  expect(acceptProposals(people.officer, [{ lineId: other, measureId: 1 }]).ok).toBe(true);
  expect(line()).toMatchObject({ planned: { expense: 0 }, mapped: [{ mapping: "ambiguous" }] });
  expect(total()).toEqual(before);

  expect(removeBudgetLine(people.officer, { lineId: other, rowVersion: 2 }).ok).toBe(true);
  expect(line().planned.expense).toBe(euros(5_000));
  expect(mapBudgetLine(people.officer, { lineId, rowVersion: 2, shown: [1], chosen: [] }).ok).toBe(true);
  expect(accounts()).toEqual([["543100", euros(700)], ["", euros(5_000)]]);
});
