import { beforeEach, describe, expect, it } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { contentOf, emptyContent, type MeasureContent } from "#app/domain/measures/content.ts";
import { euros, type Cents } from "#app/domain/money/cents.ts";
import { archiveMeasure, restoreMeasure } from "#app/services/measures/archive-measure.server.ts";
import { addDependency } from "#app/services/measures/add-dependency.server.ts";
import { changeMeasures, previewBulkChange } from "#app/services/measures/change-measures.server.ts";
import { confirmMeasure } from "#app/services/measures/confirm-measure.server.ts";
import { createMeasure } from "#app/services/measures/create-measure.server.ts";
import { duplicateMeasure } from "#app/services/measures/duplicate-measure.server.ts";
import { moveMeasure } from "#app/services/measures/move-measure.server.ts";
import { removeDependency } from "#app/services/measures/remove-dependency.server.ts";
import { removeMeasurePart } from "#app/services/measures/remove-measure-part.server.ts";
import { saveMeasurePart } from "#app/services/measures/save-measure-part.server.ts";
import { updateMeasure } from "#app/services/measures/update-measure.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import type { MeasurePart } from "#db/queries/measure-writes.server.ts";
import { loadDependencies } from "#db/queries/measure-lookups.server.ts";
import { findMeasure } from "#db/queries/portfolio.server.ts";
import { auditEvent } from "#db/schema/index.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople, type Person } from "#tests/support/people.ts";
import { aBenefit, aCostItem, aDependency, aMeasure, aMilestone, aPortfolio, aStaffDemand } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

let db: Db;
let people: Record<Person, ServiceContext>;

/** Measures 1 to 3 of the IT, 4 of the Bürgeramt, 5 of nobody; 1 → 2 → 3. */
beforeEach(() => {
  db = emptyDatabase();
  const measures = [
    aMeasure({ id: 1, title: "A", costItems: [aCostItem()], staffDemands: [aStaffDemand()], benefits: [aBenefit()], milestones: [aMilestone()] }),
    aMeasure({ id: 2, title: "B" }),
    aMeasure({ id: 3, title: "C" }),
    aMeasure({ id: 4, title: "D", leadUnitId: 3 }),
    aMeasure({ id: 5, title: "E", leadUnitId: null }),
  ];
  const dependencies = [aDependency({ id: 1 }), aDependency({ id: 2, predecessorId: 2, successorId: 3 })];
  storePortfolio(db, aPortfolio({ measures, dependencies }));
  people = enrolPeople(db);
});

const stored = (id: number) => {
  const measure = findMeasure(db, id);
  if (measure === null) throw new Error(`no measure ${id}`);
  return measure;
};
const audit = () => db.select().from(auditEvent).all();
const content = (change: Partial<MeasureContent> = {}): MeasureContent => ({ ...emptyContent, title: "Neu", leadUnitId: 2, ...change });
const update = (service: ServiceContext, id: number, change: Partial<MeasureContent>, rowVersion = stored(id).rowVersion) =>
  updateMeasure(service, { id, rowVersion, content: { ...contentOf(stored(id)), ...change } });
const FORBIDDEN = { ok: false, refusal: { code: "forbidden" } };
const refused = (field: string, code: string) => ({ ok: false, refusal: { code: "invalid", fields: { [field]: [expect.objectContaining({ code })] } } });

const hosting = (amountCents: Cents | null): MeasurePart => {
  const { id: _id, rowVersion: _version, ...values } = aCostItem({ title: "Hosting", amountCents });
  return { kind: "costItem", values };
};
const costItem = hosting(null);
const writesOn = (id: number): Record<string, (service: ServiceContext) => unknown> => ({
  update: (service) => update(service, id, { title: "X" }),
  move: (service) => moveMeasure(service, { id, from: "planned", to: "inProgress" }),
  confirm: (service) => confirmMeasure(service, { id }),
  savePart: (service) => saveMeasurePart(service, { measureId: id, key: null, part: costItem }),
  removePart: (service) => removeMeasurePart(service, { measureId: id, kind: "costItem", id: 1, rowVersion: 1 }),
  addDependency: (service) => addDependency(service, { successorId: id, predecessorId: 5, lagQuarters: 0 }),
  removeDependency: (service) => removeDependency(service, { successorId: id, dependencyId: 2 }),
});

describe("who may not", () => {
  for (const person of ["otherContributor", "reviewer", "viewer", "admin"] as const) {
    it(`${person} changes nothing of the IT's measures`, () => {
      const before = stored(1);
      for (const attempt of Object.values(writesOn(1))) expect(attempt(people[person])).toEqual(FORBIDDEN);
      expect(archiveMeasure(people[person], { id: 1 })).toEqual(FORBIDDEN);
      expect(duplicateMeasure(people[person], { id: 1 })).toEqual(FORBIDDEN);
      expect(changeMeasures(people[person], { rows: [{ id: 1, rowVersion: 1 }], change: { field: "status", value: "idea" } })).toEqual(FORBIDDEN);
      expect(stored(1)).toEqual(before);
      expect(audit()).toEqual([]);
    });
  }

  it("a measure of nobody belongs to no department", () => {
    expect(update(people.itContributor, 5, { title: "X" })).toEqual(FORBIDDEN);
  });

  it("a department creates only for its own unit and hands nothing over to another", () => {
    expect(createMeasure(people.itContributor, { content: content({ leadUnitId: 3 }) })).toEqual(refused("leadUnitId", "notOwnUnit"));
    expect(createMeasure(people.itContributor, { content: content({ leadUnitId: null }) })).toEqual(refused("leadUnitId", "notOwnUnit"));
    expect(update(people.itContributor, 1, { leadUnitId: 3 })).toEqual(refused("leadUnitId", "notOwnUnit"));
    expect(createMeasure(people.reviewer, { content: content() })).toEqual(FORBIDDEN);
  });

  it("a department neither archives nor changes in bulk", () => {
    expect(archiveMeasure(people.itContributor, { id: 1 })).toEqual(FORBIDDEN);
    expect(changeMeasures(people.itContributor, { rows: [{ id: 1, rowVersion: 1 }], change: { field: "status", value: "idea" } })).toEqual(FORBIDDEN);
  });

  it("a measure that does not exist is missing for those who may, forbidden for those who may nothing", () => {
    const attempt = (service: ServiceContext) => updateMeasure(service, { id: 99, rowVersion: 1, content: content() });
    expect(attempt(people.officer)).toEqual({ ok: false, refusal: { code: "missing" } });
    expect(attempt(people.reviewer)).toEqual(FORBIDDEN);
  });
});

describe("createMeasure and updateMeasure", () => {
  it("refuse what is wrong in itself and references to nothing", () => {
    const create = (change: Partial<MeasureContent>) => createMeasure(people.officer, { content: content(change) });
    expect(create({ title: " " })).toEqual(refused("title", "titleMissing"));
    expect(create({ deadline: plainDate("2027-12-31") })).toEqual(refused("deadlineReason", "deadlineReasonMissing"));
    expect(create({ actionFieldId: 99 })).toEqual(refused("actionFieldId", "unknownChoice"));
    expect(create({ goalIds: [1] })).toEqual(refused("goalIds", "unknownChoice"));
    expect(create({ participatingUnitIds: [99] })).toEqual(refused("participatingUnitIds", "unknownChoice"));
    expect(update(people.officer, 1, { startQuarter: quarter("2028-Q1") })).toEqual(refused("endQuarter", "endBeforeStart"));
    expect(audit()).toEqual([]);
  });

  it("store everything, and record only what changed", () => {
    const created = createMeasure(people.itContributor, { content: content({ targetGroups: ["schools", "citizens"], participatingUnitIds: [4, 2] }) });
    if (!created.ok) throw new Error("refused");
    expect(stored(created.value.id)).toMatchObject({ title: "Neu", targetGroups: ["citizens", "schools"], participatingUnitIds: [4], rowVersion: 1 });
    expect(update(people.itContributor, created.value.id, { title: "Neuer", targetGroups: [] })).toEqual({ ok: true, value: { changed: ["title", "targetGroups"] } });
    expect(stored(created.value.id)).toMatchObject({ title: "Neuer", targetGroups: [], participatingUnitIds: [4], rowVersion: 2, updatedAt: "2027-05-10T08:00:00.000Z" });
    const [, event] = audit();
    expect(event).toMatchObject({ action: "update", entity: "measure", userId: 902, entityId: created.value.id });
    expect(JSON.parse(event?.before ?? "")).toEqual({ title: "Neu", targetGroups: ["citizens", "schools"] });
    expect(JSON.parse(event?.after ?? "")).toEqual({ title: "Neuer", targetGroups: [] });
  });

  it("write nothing when nothing changed", () => {
    expect(update(people.officer, 1, {})).toEqual({ ok: true, value: { changed: [] } });
    expect(stored(1).rowVersion).toBe(1);
    expect(audit()).toEqual([]);
  });

  it("answer a stale version with the stored one and who saved it", () => {
    update(people.officer, 1, { title: "Erste" });
    const late = update(people.itContributor, 1, { title: "Zweite" }, 1);
    expect(late).toMatchObject({ ok: false, refusal: { code: "conflict", current: { rowVersion: 2, changedBy: "Dilek Aydın", content: { title: "Erste" } } } });
    expect(stored(1).title).toBe("Erste");
  });
});

describe("what hangs on a measure", () => {
  it("is added, changed and removed with version checks, and lifts the measure's version", () => {
    const added = saveMeasurePart(people.itContributor, { measureId: 1, key: null, part: costItem });
    if (!added.ok) throw new Error("refused");
    const { id } = added.value;
    expect(stored(1)).toMatchObject({ rowVersion: 2, costItems: [{ id: 1 }, { id, title: "Hosting", amountCents: null, rowVersion: 1 }] });
    const change = hosting(euros(500));
    expect(saveMeasurePart(people.itContributor, { measureId: 1, key: { id, rowVersion: 1 }, part: change }).ok).toBe(true);
    expect(saveMeasurePart(people.itContributor, { measureId: 1, key: { id, rowVersion: 1 }, part: costItem })).toMatchObject({ refusal: { code: "conflict" } });
    expect(removeMeasurePart(people.itContributor, { measureId: 1, kind: "costItem", id, rowVersion: 1 })).toMatchObject({ refusal: { code: "conflict" } });
    expect(removeMeasurePart(people.itContributor, { measureId: 1, kind: "costItem", id, rowVersion: 2 }).ok).toBe(true);
    expect(stored(1)).toMatchObject({ rowVersion: 4, costItems: [{ id: 1 }] });
    expect(audit().map((event) => event.action)).toEqual(["addPart", "changePart", "removePart"]);
  });

  it("belongs to its own measure only", () => {
    expect(removeMeasurePart(people.officer, { measureId: 2, kind: "costItem", id: 1, rowVersion: 1 })).toEqual({ ok: false, refusal: { code: "missing" } });
    expect(saveMeasurePart(people.officer, { measureId: 2, key: { id: 1, rowVersion: 1 }, part: costItem })).toEqual({ ok: false, refusal: { code: "missing" } });
  });

  it("asks staff of exactly one team or unit that exists", () => {
    const demand = (addressee: { teamId: number | null; orgUnitId: number | null }) =>
      saveMeasurePart(people.officer, {
        measureId: 1,
        key: null,
        part: { kind: "staffDemand", values: { ...addressee, basis: "total", personDays: 5, staffSource: "internal", note: "" } },
      });
    expect(demand({ teamId: null, orgUnitId: null })).toEqual(refused("addressee", "oneAddressee"));
    expect(demand({ teamId: 1, orgUnitId: 1 })).toEqual(refused("addressee", "oneAddressee"));
    expect(demand({ teamId: 99, orgUnitId: null })).toEqual(refused("addressee", "unknownChoice"));
    expect(demand({ teamId: null, orgUnitId: 3 }).ok).toBe(true);
  });
});

describe("dependencies", () => {
  it("refuse a cycle and name it", () => {
    const closing = addDependency(people.officer, { successorId: 1, predecessorId: 3, lagQuarters: 0 });
    expect(closing).toEqual({
      ok: false,
      refusal: { code: "invalid", fields: { predecessorId: [{ code: "dependencyCycle", values: { cycle: "C → A → B → C" } }] } },
    });
    expect(addDependency(people.officer, { successorId: 1, predecessorId: 1, lagQuarters: 0 })).toEqual(refused("predecessorId", "dependencyCycle"));
    expect(loadDependencies(db)).toHaveLength(2);
  });

  it("refuse a pair twice and a measure that does not exist", () => {
    expect(addDependency(people.officer, { successorId: 2, predecessorId: 1, lagQuarters: 3 })).toEqual(refused("predecessorId", "dependencyExists"));
    expect(addDependency(people.officer, { successorId: 2, predecessorId: 99, lagQuarters: 0 })).toEqual(refused("predecessorId", "unknownChoice"));
  });

  it("are the successor's to add and to remove", () => {
    expect(addDependency(people.itContributor, { successorId: 3, predecessorId: 4, lagQuarters: 2 }).ok).toBe(true);
    expect(addDependency(people.itContributor, { successorId: 4, predecessorId: 3, lagQuarters: 2 })).toEqual(FORBIDDEN);
    expect(removeDependency(people.itContributor, { successorId: 1, dependencyId: 2 })).toEqual(refused("dependencyId", "dependencyGone"));
    expect(removeDependency(people.itContributor, { successorId: 3, dependencyId: 2 }).ok).toBe(true);
    expect(stored(3).rowVersion).toBe(3);
  });

  it("are not removed by somebody who saw an earlier one, and are added once", () => {
    removeDependency(people.itContributor, { successorId: 3, dependencyId: 2 });
    addDependency(people.itContributor, { successorId: 3, predecessorId: 4, lagQuarters: 0 });
    addDependency(people.itContributor, { successorId: 3, predecessorId: 2, lagQuarters: 4 });
    expect(removeDependency(people.officer, { successorId: 3, dependencyId: 2 })).toEqual(refused("dependencyId", "dependencyGone"));
    expect(addDependency(people.officer, { successorId: 3, predecessorId: 2, lagQuarters: 1 })).toEqual(refused("predecessorId", "dependencyExists"));
    expect(loadDependencies(db).map(({ id, predecessorId, lagQuarters }) => [id, predecessorId, lagQuarters])).toEqual([[1, 1, 0], [3, 4, 0], [4, 2, 4]]);
  });
});

describe("bulk change", () => {
  const rows = (...ids: number[]) => ids.map((id) => ({ id, rowVersion: 1 }));

  it("is all or nothing, and the preview says what stands in the way", () => {
    update(people.itContributor, 2, { title: "B2" });
    archiveMeasure(people.officer, { id: 3 });
    const command = { rows: rows(1, 2, 3, 99), change: { field: "status", value: "resolved" } } as const;
    expect(previewBulkChange(people.officer, command)).toMatchObject({
      value: {
        obstacles: [
          { id: 2, title: "B2", reason: "changedMeanwhile" },
          { id: 3, reason: "archived" },
          { id: 99, reason: "missing" },
        ],
      },
    });
    expect(changeMeasures(people.officer, command)).toEqual(refused("", "bulkObstacles"));
    expect(stored(1).status).toBe("planned");
  });

  it("changes every row that differs, each with its line in the history", () => {
    expect(changeMeasures(people.officer, { rows: rows(1, 4), change: { field: "leadUnitId", value: 3 } })).toEqual({ ok: true, value: { changed: 1 } });
    expect([stored(1).leadUnitId, stored(4).rowVersion]).toEqual([3, 1]);
    expect(changeMeasures(people.officer, { rows: rows(4), change: { field: "actionFieldId", value: 99 } })).toEqual(refused("", "unknownChoice"));
    expect(changeMeasures(people.officer, { rows: [], change: { field: "status", value: "idea" } })).toEqual(refused("", "nothingSelected"));
    expect(audit()).toHaveLength(1);
  });
});

describe("the rest of a measure's life", () => {
  it("archived, it is frozen until it is restored", () => {
    expect(archiveMeasure(people.officer, { id: 1 }).ok).toBe(true);
    expect(update(people.officer, 1, { title: "X" })).toEqual(refused("", "archived"));
    expect(archiveMeasure(people.officer, { id: 1 })).toEqual(refused("", "archived"));
    expect(restoreMeasure(people.officer, { id: 1 }).ok).toBe(true);
    expect(restoreMeasure(people.officer, { id: 1 })).toEqual(refused("", "notArchived"));
    expect(stored(1)).toMatchObject({ archivedAt: null, rowVersion: 3 });
  });

  it("a copy takes over what hangs on the original, as an idea", () => {
    const copied = duplicateMeasure(people.itContributor, { id: 1 });
    if (!copied.ok) throw new Error("refused");
    const copy = stored(copied.value.id);
    expect(copy).toMatchObject({ title: "A (Kopie)", status: "idea", costItems: [{ title: "Lizenzen" }], milestones: [{ title: "Pilot abgenommen" }] });
    expect([copy.staffDemands.length, copy.benefits.length]).toEqual([1, 1]);
    expect(loadDependencies(db)).toHaveLength(2);
  });

  it("a card moves only from where the person saw it", () => {
    expect(moveMeasure(people.itContributor, { id: 1, from: "planned", to: "inProgress" }).ok).toBe(true);
    expect(moveMeasure(people.itContributor, { id: 1, from: "planned", to: "rejected" })).toMatchObject({ refusal: { code: "conflict" } });
    expect(stored(1)).toMatchObject({ status: "inProgress", rowVersion: 2 });
  });

  it("a confirmation leaves the version alone", () => {
    expect(confirmMeasure(people.itContributor, { id: 1 }).ok).toBe(true);
    expect(confirmMeasure(people.officer, { id: 1 }).ok).toBe(true);
    expect(stored(1).rowVersion).toBe(1);
  });
});
