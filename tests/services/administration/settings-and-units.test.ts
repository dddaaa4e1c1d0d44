import { describe, expect, it } from "vitest";
import { contrastToWhite, isCodePattern, matchesCode } from "#app/domain/administration/settings.ts";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { archiveOrgUnit } from "#app/services/administration/archive-org-unit.server.ts";
import { changeSettings, showSettings, type Settings } from "#app/services/administration/change-settings.server.ts";
import { listOrgUnits } from "#app/services/administration/list-org-units.server.ts";
import { saveOrgUnit, type OrgUnitFields } from "#app/services/administration/save-org-unit.server.ts";
import { showAuditLog } from "#app/services/administration/show-audit-log.server.ts";
import { movableClock } from "#tests/support/clock.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { allPeople, enrolPeople } from "#tests/support/people.ts";
import { aMeasure, aMunicipality, aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

function town() {
  const db = emptyDatabase();
  storePortfolio(db, aPortfolio({ measures: [aMeasure({ leadUnitId: 4 })] }));
  const clock = movableClock();
  return { db, clock, people: enrolPeople(db, clock) };
}
const { isDemonstration: _isDemonstration, ...settings }: Settings & { isDemonstration: boolean } = { ...aMunicipality(), budgetPeriodYears: 1 };
const school: OrgUnitFields = { name: "Schulamt", shortName: "Schule", kind: "department", parentId: 1, position: 5 };
const asInvalid = (field: string, code: string) => ({ ok: false, refusal: { code: "invalid", fields: { [field]: [{ code }] } } });
const forbidden = { ok: false, refusal: { code: "forbidden" } };

describe("settings", () => {
  it.each(allPeople.filter((person) => person !== "admin"))("are refused to %s", (person) => {
    const { people } = town();
    expect(showSettings(people[person])).toEqual(forbidden);
    expect(changeSettings(people[person], { ...settings, name: "Anderswo", rowVersion: 1 })).toEqual(forbidden);
  });
  it("are changed once per version, and the log holds only what changed", () => {
    const { people } = town();
    expect(changeSettings(people.admin, { ...settings, name: "Neustadt", rowVersion: 1 }).ok).toBe(true);
    expect(changeSettings(people.admin, { ...settings, name: "Altstadt", rowVersion: 1 })).toMatchObject({ refusal: { code: "conflict", current: { name: "Neustadt" } } });
    const log = showAuditLog(people.admin, { entity: "municipality", userId: null, day: null, page: 1 });
    expect(log).toMatchObject({ value: { total: 1, events: [{ userName: "Adam Admin", changes: [{ field: "name", before: "Musterstadt", after: "Neustadt" }] }] } });
  });
  it.each([["\\d{4}", true], ["[0-9]{2}\\.[0-9]{3}", true], ["\\d{4}|\\d{6}", true], ["(a+)+$", false], ["\\d*", false], ["(ab){9}", false], ["[", false], ["", false], ["(?=a)", false], ["\\w", false]])(
    "take the pattern %s: %s",
    (pattern, allowed) => expect(isCodePattern(pattern)).toBe(allowed),
  );
  it("try codes against a pattern in full, and measure contrast", () => {
    expect([matchesCode("\\d{4}", "1115"), matchesCode("\\d{4}", "11150"), matchesCode("\\d*", "1")]).toEqual([true, false, null]);
    expect([contrastToWhite("#000000"), contrastToWhite("#ffffff"), contrastToWhite("#767676"), contrastToWhite("rot")]).toEqual([21, 1, 4.5, null]);
  });
});

describe("organisation units", () => {
  it.each(["itContributor", "otherContributor", "reviewer", "viewer"] as const)("are refused to %s", (person) => {
    const { people } = town();
    expect(listOrgUnits(people[person])).toEqual(forbidden);
    expect(saveOrgUnit(people[person], { ...school, existing: null })).toEqual(forbidden);
    expect(archiveOrgUnit(people[person], { id: 4, rowVersion: 1, intent: "archive" })).toEqual(forbidden);
  });
  it("cannot stand below themselves, below nothing or an archived unit, share a short name, or be saved over another's save", () => {
    const { people } = town();
    const directorate = { name: "Dezernat I", shortName: "Dez I", kind: "directorate", position: 1 } as const;
    const moveTop = (parentId: number) => saveOrgUnit(people.officer, { ...directorate, parentId, existing: { id: 1, rowVersion: 1 } });
    expect(moveTop(1)).toEqual(asInvalid("parentId", "cycle"));
    expect(moveTop(2)).toEqual(asInvalid("parentId", "cycle"));
    expect(saveOrgUnit(people.officer, { ...school, parentId: 99, existing: null })).toEqual(asInvalid("parentId", "parentUnknown"));
    expect(saveOrgUnit(people.officer, { ...school, shortName: "IT", existing: null })).toEqual(asInvalid("shortName", "shortNameTaken"));
    archiveOrgUnit(people.officer, { id: 4, rowVersion: 1, intent: "archive" });
    expect(saveOrgUnit(people.officer, { ...school, parentId: 4, existing: null })).toEqual(asInvalid("parentId", "parentUnknown"));
    expect(saveOrgUnit(people.officer, { ...school, existing: { id: 4, rowVersion: 1 } })).toMatchObject({ refusal: { code: "conflict" } });
  });
  it("in use can be archived but not deleted, and one with units below it neither", () => {
    const { people } = town();
    expect(archiveOrgUnit(people.admin, { id: 4, rowVersion: 1, intent: "delete" })).toEqual(asInvalid("", "inUse"));
    expect(archiveOrgUnit(people.admin, { id: 1, rowVersion: 1, intent: "delete" })).toEqual(asInvalid("", "inUse"));
    expect(archiveOrgUnit(people.admin, { id: 1, rowVersion: 1, intent: "archive" })).toEqual(asInvalid("", "hasChildren"));
    expect(archiveOrgUnit(people.admin, { id: 4, rowVersion: 1, intent: "archive" }).ok).toBe(true);
    expect(archiveOrgUnit(people.admin, { id: 4, rowVersion: 2, intent: "restore" }).ok).toBe(true);
  });
  it("are created, moved and, when unused, deleted, each with its line in the log", () => {
    const { people } = town();
    const created = saveOrgUnit(people.officer, { ...school, existing: null });
    if (!created.ok) throw new Error("refused");
    const { id } = created.value;
    expect(saveOrgUnit(people.officer, { ...school, parentId: 3, existing: { id, rowVersion: 1 } }).ok).toBe(true);
    expect(listOrgUnits(people.officer)).toMatchObject({ value: [{ id: 1, depth: 0 }, { id: 2, depth: 1 }, { id: 3, depth: 1 }, { id, depth: 2 }, { id: 4, depth: 0 }] });
    expect(archiveOrgUnit(people.officer, { id, rowVersion: 2, intent: "delete" }).ok).toBe(true);
    const log = showAuditLog(people.officer, { entity: "orgUnit", userId: null, day: null, page: 1 });
    if (!log.ok) throw new Error("refused");
    expect(log.value.events.map((event) => [event.action, event.changes.length])).toEqual([["delete", 2], ["update", 1], ["create", 5]]);
  });
});

describe("the audit log", () => {
  it.each(["itContributor", "reviewer", "viewer"] as const)("is refused to %s", (person) => {
    expect(showAuditLog(town().people[person], { entity: null, userId: null, day: null, page: 1 })).toEqual(forbidden);
  });
  it("is filtered by the German day, also where it starts at 22 o'clock UTC, and hides accounts from who does not manage them", () => {
    const { db, people } = town();
    const insert = db.$client.prepare("INSERT INTO audit_event (at, action, entity, entity_id) VALUES (?, 'update', ?, 1)");
    for (const at of ["2026-06-14T21:59:59.000Z", "2026-06-14T22:00:00.000Z", "2026-06-15T21:59:59.999Z", "2026-06-15T22:00:00.000Z"]) insert.run(at, "measure");
    insert.run("2026-06-15T10:00:00.000Z", "user");
    const filter = { entity: null, userId: null, day: plainDate("2026-06-15"), page: 1 };
    expect(showAuditLog(people.officer, filter)).toMatchObject({ value: { total: 2, entities: ["measure"] } });
    expect(showAuditLog(people.admin, filter)).toMatchObject({ value: { total: 3, entities: ["measure", "user"] } });
  });
});
