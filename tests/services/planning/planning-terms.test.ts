import { expect, test } from "vitest";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { euros } from "#app/domain/money/cents.ts";
import { actionText, changesOf } from "#app/i18n/de/measure-history.ts";
import { showHistory } from "#app/services/measures/show-history.server.ts";
import { removeFundingWindow, saveFundingWindow } from "#app/services/planning/save-funding-window.server.ts";
import { removeMeasurePair, saveMeasurePair } from "#app/services/planning/save-measure-pair.server.ts";
import { saveMeasureTerms } from "#app/services/planning/save-measure-terms.server.ts";
import { setStartLimits } from "#app/services/planning/set-start-limits.server.ts";
import { showFundingWindow, showMeasurePlanning } from "#app/services/planning/show-measure-planning.server.ts";
import { showMeasurePair, showPlanningRules } from "#app/services/planning/show-planning-rules.server.ts";
import { loadPlanningTerms } from "#db/queries/planning-terms.server.ts";
import { auditLog } from "#tests/support/audit.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const FORBIDDEN = { ok: false, refusal: { code: "forbidden" } };
const MISSING = { ok: false, refusal: { code: "missing" } };
const refused = (field: string, code: string) => ({ ok: false, refusal: { code: "invalid", fields: { [field]: [{ code }] } } });
const EMPTY = { measures: [], windows: [], pairs: [], startLimits: [] };
/** Measure 1 is led by the IT, measure 2 by the Bürgeramt, measure 3 by nobody. */
const terms = { measureId: 1, durationQuarters: null, mandatory: true, fixed: false, rowVersion: 0 };
const fields = { programme: "Smart Cities", opensQuarter: quarter("2027-Q3"), closesQuarter: quarter("2028-Q2"), ratePercent: 65, maxGrantCents: euros(15_000), required: false, note: "" };
const pair = { kind: "savesTogether", firstId: 2, secondId: 1, savingCents: euros(5_000), reason: "Eine Schnittstelle" } as const;

function municipality() {
  const db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio());
  return { db, people: enrolPeople(db) };
}

test("terms are the officer's and the lead unit's, pairs and limits the officer's; the committee reads none of it", () => {
  const { db, people } = municipality();
  for (const service of [people.otherContributor, people.reviewer, people.viewer, people.admin]) {
    expect(saveMeasureTerms(service, terms)).toEqual(FORBIDDEN);
    expect(saveFundingWindow(service, { measureId: 1, key: null, fields })).toEqual(FORBIDDEN);
    expect(removeFundingWindow(service, { measureId: 1, windowId: 1, rowVersion: 1 })).toEqual(FORBIDDEN);
    expect(showFundingWindow(service, 1, null)).toEqual(FORBIDDEN);
  }
  for (const service of [people.itContributor, people.otherContributor, people.reviewer, people.viewer, people.admin]) {
    expect(saveMeasurePair(service, { key: null, fields: pair })).toEqual(FORBIDDEN);
    expect(removeMeasurePair(service, { pairId: 1, rowVersion: 1 })).toEqual(FORBIDDEN);
    expect(showMeasurePair(service, null)).toEqual(FORBIDDEN);
    expect(setStartLimits(service, [{ orgUnitId: 2, startsPerQuarter: 1, rowVersion: 0 }])).toEqual(FORBIDDEN);
  }
  expect(showMeasurePlanning(people.reviewer, 1)).toEqual(FORBIDDEN);
  expect(showPlanningRules(people.reviewer)).toEqual(FORBIDDEN);
  expect(loadPlanningTerms(db)).toEqual(EMPTY);
  expect(auditLog(db)).toEqual([]);
});

test("refuses what cannot be, with the field", () => {
  const { db, people } = municipality();
  const { officer } = people;
  expect(saveMeasureTerms(officer, { ...terms, measureId: 3, fixed: true })).toEqual(refused("fixed", "fixedWithoutDates"));
  expect(saveFundingWindow(officer, { measureId: 1, key: null, fields: { ...fields, closesQuarter: quarter("2027-Q2") } })).toEqual(refused("closesQuarter", "closesBeforeOpens"));
  expect(saveFundingWindow(officer, { measureId: 1, key: { id: 9, rowVersion: 1 }, fields })).toEqual(MISSING);
  expect(showMeasurePlanning(officer, 99)).toEqual(MISSING);
  expect(saveMeasurePair(officer, { key: null, fields: { ...pair, firstId: 1 } })).toEqual(refused("secondId", "pairWithItself"));
  expect(saveMeasurePair(officer, { key: null, fields: { ...pair, secondId: 99 } })).toEqual(refused("secondId", "measureUnknown"));
  expect(saveMeasurePair(officer, { key: null, fields: { ...pair, savingCents: null } })).toEqual(refused("savingCents", "savingMissing"));
  expect(setStartLimits(officer, [{ orgUnitId: 99, startsPerQuarter: 1, rowVersion: 0 }])).toEqual(refused("", "unitUnknown"));
  db.$client.exec("UPDATE measure SET archived_at = '2027-01-01T00:00:00.000Z' WHERE id = 1");
  expect(saveMeasureTerms(officer, terms)).toEqual(refused("", "archived"));
  expect(auditLog(db)).toEqual([]);
});

test("the lead unit's terms are stored, versioned and recorded; a dated measure keeps the duration it had", () => {
  const { db, people } = municipality();
  expect(saveMeasureTerms(people.itContributor, { ...terms, durationQuarters: 7, fixed: true })).toEqual({ ok: true, value: { contradictions: [] } });
  expect(loadPlanningTerms(db).measures).toEqual([{ measureId: 1, durationQuarters: null, mandatory: true, fixed: true, fundingWindowId: null, rowVersion: 1 }]);
  expect(saveMeasureTerms(people.officer, { ...terms, mandatory: false })).toMatchObject({ refusal: { code: "conflict", current: { mandatory: true } } });
  expect(saveMeasureTerms(people.officer, { ...terms, fixed: true, rowVersion: 1 })).toMatchObject({ ok: true });
  expect(saveMeasureTerms(people.officer, { ...terms, measureId: 3, mandatory: false, durationQuarters: 2 })).toMatchObject({ ok: true });
  expect(showMeasurePlanning(people.viewer, 3)).toMatchObject({ value: { knowledge: { duration: { kind: "terms", quarters: 2 }, costs: { unknownCount: 1 }, efforts: { count: 0 } }, mayEdit: false } });
  expect(auditLog(db).map(({ action, entity, entityId, after }) => ({ action, entity, entityId, after }))).toEqual([
    { action: "update", entity: "measureTerms", entityId: 1, after: { mandatory: true, fixed: true } },
    { action: "update", entity: "measureTerms", entityId: 3, after: { durationQuarters: 2 } },
  ]);
});

test("windows come, change and go; one out of reach is stored and told", () => {
  const { db, people } = municipality();
  const service = people.itContributor;
  expect(saveFundingWindow(service, { measureId: 1, key: null, fields: { ...fields, required: true } })).toMatchObject({ value: { contradictions: [{ code: "fixedOutsideWindow" }] } });
  expect(saveFundingWindow(service, { measureId: 2, key: { id: 1, rowVersion: 1 }, fields })).toEqual(FORBIDDEN);
  expect(saveFundingWindow(people.officer, { measureId: 2, key: { id: 1, rowVersion: 1 }, fields })).toEqual(MISSING);
  expect(saveFundingWindow(service, { measureId: 1, key: { id: 1, rowVersion: 1 }, fields })).toEqual({ ok: true, value: { contradictions: [] } });
  expect(saveFundingWindow(service, { measureId: 1, key: { id: 1, rowVersion: 1 }, fields: { ...fields, ratePercent: 90 } })).toMatchObject({ refusal: { code: "conflict", current: { ratePercent: 65 } } });
  expect(removeFundingWindow(service, { measureId: 1, windowId: 1, rowVersion: 1 })).toMatchObject({ refusal: { code: "conflict" } });
  expect(loadPlanningTerms(db).windows).toEqual([{ id: 1, measureId: 1, ...fields, rowVersion: 2 }]);
  expect(removeFundingWindow(service, { measureId: 1, windowId: 1, rowVersion: 2 })).toEqual({ ok: true, value: { programme: "Smart Cities" } });
  expect(loadPlanningTerms(db)).toEqual(EMPTY);
  expect(auditLog(db).map(({ action }) => action)).toEqual(["create", "update", "delete"]);
});

test("what the planner is told of a measure stands in the measure's own history, in words, even after a window is gone", () => {
  const { people } = municipality();
  const service = people.itContributor;
  expect(showHistory(people.reviewer, 1)).toEqual(FORBIDDEN);
  expect(saveMeasureTerms(service, terms).ok).toBe(true);
  expect(saveFundingWindow(service, { measureId: 1, key: null, fields }).ok).toBe(true);
  expect(saveFundingWindow(service, { measureId: 1, key: { id: 1, rowVersion: 1 }, fields: { ...fields, ratePercent: 90 } }).ok).toBe(true);
  expect(removeFundingWindow(service, { measureId: 1, windowId: 1, rowVersion: 2 }).ok).toBe(true);
  const history = showHistory(people.viewer, 1);
  if (!history.ok) throw new Error("refused");
  const { events, names } = history.value;
  expect(events.map(actionText)).toEqual(["Förderfenster entfernt", "Förderfenster geändert", "Förderfenster hinzugefügt", "Planungsangaben geändert"]);
  expect(events.slice(1).map((event) => changesOf(event, names))).toEqual([
    [{ label: "Förderquote in Prozent", before: "65", after: "90" }],
    expect.arrayContaining([{ label: "Programm", before: null, after: "Smart Cities" }, { label: "Öffnet", before: null, after: "3.\u00a0Quartal\u00a02027" }, { label: "Höchstbetrag", before: null, after: "15.000,00\u00a0€" }]),
    [{ label: "Pflichtaufgabe", before: "nein", after: "ja" }],
  ]);
  expect(showHistory(people.viewer, 2)).toMatchObject({ value: { events: [] } });
});

test("a pair is there once, in whichever order it is named; what it makes impossible is told", () => {
  const { db, people } = municipality();
  const { officer } = people;
  expect(saveMeasurePair(officer, { key: null, fields: pair })).toEqual({ ok: true, value: { contradiction: null } });
  expect(loadPlanningTerms(db).pairs).toEqual([{ id: 1, ...pair, firstId: 1, secondId: 2, rowVersion: 1 }]);
  expect(saveMeasurePair(officer, { key: null, fields: { ...pair, kind: "excludes", firstId: 1, secondId: 2 } })).toEqual(refused("secondId", "pairTaken"));
  // Measure 2 waits for measure 1.
  expect(saveMeasurePair(officer, { key: { id: 1, rowVersion: 1 }, fields: { ...pair, kind: "excludes" } })).toEqual({ ok: true, value: { contradiction: "dependent" } });
  expect(showPlanningRules(people.viewer)).toMatchObject({ value: { pairs: [{ first: "E-Akte einführen", second: "Serviceportal ausbauen", savingCents: null, contradiction: "dependent" }], mayEdit: false } });
  expect(saveMeasurePair(officer, { key: { id: 1, rowVersion: 1 }, fields: pair })).toMatchObject({ refusal: { code: "conflict" } });
  expect(removeMeasurePair(officer, { pairId: 1, rowVersion: 2 })).toMatchObject({ ok: true });
  expect(removeMeasurePair(officer, { pairId: 1, rowVersion: 2 })).toEqual(MISSING);
});

test("all start limits of the form are stored or none", () => {
  const { db, people } = municipality();
  const { officer } = people;
  expect(setStartLimits(officer, [{ orgUnitId: 2, startsPerQuarter: 2, rowVersion: 0 }, { orgUnitId: 3, startsPerQuarter: null, rowVersion: 0 }])).toEqual({ ok: true, value: { changedCount: 1 } });
  expect(setStartLimits(officer, [{ orgUnitId: 2, startsPerQuarter: 1, rowVersion: 0 }, { orgUnitId: 3, startsPerQuarter: 1, rowVersion: 0 }])).toMatchObject({ refusal: { code: "conflict" } });
  expect(loadPlanningTerms(db).startLimits).toEqual([{ orgUnitId: 2, startsPerQuarter: 2, rowVersion: 1 }]);
  expect(setStartLimits(officer, [{ orgUnitId: 2, startsPerQuarter: null, rowVersion: 1 }])).toMatchObject({ ok: true });
  expect(loadPlanningTerms(db)).toEqual(EMPTY);
  expect(auditLog(db).map(({ action, entityId }) => [action, entityId])).toEqual([["create", 2], ["delete", 2]]);
});
