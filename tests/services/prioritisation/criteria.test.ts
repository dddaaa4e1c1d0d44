import { describe, expect, test } from "vitest";
import { archiveCriterion } from "#app/services/prioritisation/archive-criterion.server.ts";
import { createCriterion, saveCriterion } from "#app/services/prioritisation/save-criterion.server.ts";
import { createRaterGroup, saveRaterGroup } from "#app/services/prioritisation/save-rater-group.server.ts";
import { showCriterion, showRaterGroup, showWeighting } from "#app/services/prioritisation/show-weighting.server.ts";
import { auditLog } from "#tests/support/audit.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const FORBIDDEN = { ok: false, refusal: { code: "forbidden" } };
const fields = { name: "Nutzen", question: "Wem hilft es?", weight: 30, reversed: false, position: 1, levels: ["keiner", "wenige", "einige", "viele", "alle"], derivation: null };

function municipality() {
  const db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio());
  return { db, people: enrolPeople(db) };
}

describe("criteria", () => {
  test("are changed by the digital officer alone", () => {
    const { db, people } = municipality();
    for (const service of [people.itContributor, people.otherContributor, people.reviewer, people.viewer, people.admin]) {
            expect(createCriterion(service, { ...fields, name: "Neu" })).toEqual(FORBIDDEN);
      expect(saveCriterion(service, { ...fields, criterionId: 1, rowVersion: 1 })).toEqual(FORBIDDEN);
      expect(archiveCriterion(service, { criterionId: 1, rowVersion: 1, archive: true })).toEqual(FORBIDDEN);
      expect(showCriterion(service, 1)).toEqual(FORBIDDEN);
    }
    expect(auditLog(db)).toEqual([]);
    expect(showWeighting(people.reviewer)).toEqual(FORBIDDEN);
    expect(showWeighting(people.viewer)).toMatchObject({ ok: true, value: { canEdit: false } });
  });

  test("a name must be free, also of an archived criterion", () => {
    const { people } = municipality();
    const service = people.officer;
    archiveCriterion(service, { criterionId: 2, rowVersion: 1, archive: true });
    const taken = { ok: false, refusal: { code: "invalid", fields: { name: [{ code: "nameTaken" }] } } };
    expect(createCriterion(service, { ...fields, name: "Risiko" })).toEqual(taken);
    expect(saveCriterion(service, { ...fields, name: "Risiko", criterionId: 1, rowVersion: 1 })).toEqual(taken);
    expect(saveCriterion(service, { ...fields, criterionId: 99, rowVersion: 1 })).toEqual({ ok: false, refusal: { code: "missing" } });
  });

  test("other wording, another direction and archiving first say whose answers of the open round they touch", () => {
    const { db, people } = municipality();
    const service = people.officer;
    const touched = (kind: string) => ({ ok: true, value: { invalidated: [{ kind, id: 1, name: "Nutzen", answerCount: 3, personCount: 2 }] } });
    expect(saveCriterion(service, { ...fields, criterionId: 1, rowVersion: 1 })).toMatchObject(touched("wordingChanges"));
    expect(saveCriterion(service, { ...fields, reversed: true, criterionId: 1, rowVersion: 1, confirmed: ["wordingChanges.1.3.2"] })).toMatchObject(touched("directionChanges"));
    expect(archiveCriterion(service, { criterionId: 1, rowVersion: 1, archive: true })).toMatchObject(touched("criterionLeaves"));
    expect(auditLog(db)).toEqual([]);
    // Another weight in the catalogue touches no answer.
    expect(saveCriterion(service, { ...fields, levels: [], criterionId: 1, rowVersion: 1 })).toMatchObject({ value: { invalidated: [] } });
  });

  test("a change is stored with its level sentences and recorded with the changed fields only", () => {
    const { db, people } = municipality();
    const service = people.officer;
    expect(saveCriterion(service, { ...fields, criterionId: 1, rowVersion: 1, confirmed: ["wordingChanges.1.3.2"] })).toEqual({ ok: true, value: { criterionId: 1, invalidated: [] } });
    expect(showCriterion(service, 1)).toMatchObject({ ok: true, value: { criterion: { weight: 30, levels: fields.levels, rowVersion: 2 }, ratingCount: 3 } });
    expect(auditLog(db)).toEqual([
      {
        userId: people.officer.user.id,
        action: "update",
        entity: "criterion",
        entityId: 1,
        before: { question: "Wie groß ist der Nutzen?", weight: 60, levels: [] },
        after: { question: "Wem hilft es?", weight: 30, levels: fields.levels },
      },
    ]);
  });

  test("whoever saves an older version gets the stored one back, and saving nothing new is no change", () => {
    const { db, people } = municipality();
    const service = people.officer;
    saveCriterion(service, { ...fields, criterionId: 1, rowVersion: 1, confirmed: ["wordingChanges.1.3.2"] });
    expect(saveCriterion(service, { ...fields, weight: 50, criterionId: 1, rowVersion: 1 })).toMatchObject({
      ok: false,
      refusal: { code: "conflict", current: { weight: 30, rowVersion: 2 } },
    });
    expect(saveCriterion(service, { ...fields, criterionId: 1, rowVersion: 1 })).toMatchObject({ ok: true });
    expect(auditLog(db)).toHaveLength(1);
  });

  test("archiving keeps the ratings, and bringing back restores all", () => {
    const { db, people } = municipality();
    const service = people.officer;
    expect(archiveCriterion(service, { criterionId: 1, rowVersion: 1, archive: true, confirmed: ["criterionLeaves.1.3.2"] })).toMatchObject({ ok: true });
    expect(showWeighting(service)).toMatchObject({ ok: true, value: { criteria: [{ id: 2 }], archived: [{ id: 1, rowVersion: 2 }] } });
    expect(archiveCriterion(service, { criterionId: 1, rowVersion: 1, archive: false })).toMatchObject({ ok: false, refusal: { code: "conflict" } });
    archiveCriterion(service, { criterionId: 1, rowVersion: 2, archive: false });
    expect(showCriterion(service, 1)).toMatchObject({ ok: true, value: { criterion: { archivedAt: null }, ratingCount: 3 } });
    expect(auditLog(db).map((event) => event.action)).toEqual(["archive", "restore"]);
  });
});

describe("rater groups", () => {
  const group = { name: "Personalrat", kind: "administration" as const, weight: 20, position: 3, isSurvey: false };

  test("are changed by the digital officer alone, with a free name, under row versions, recorded", () => {
    const { db, people } = municipality();
    for (const service of [people.itContributor, people.otherContributor, people.reviewer, people.viewer, people.admin]) {
      expect(createRaterGroup(service, group)).toEqual(FORBIDDEN);
      expect(saveRaterGroup(service, { ...group, raterGroupId: 1, rowVersion: 1 })).toEqual(FORBIDDEN);
      expect(showRaterGroup(service, 1)).toEqual(FORBIDDEN);
    }
    const service = people.officer;
    expect(createRaterGroup(service, { ...group, name: "Politik" })).toMatchObject({ ok: false, refusal: { code: "invalid" } });
    expect(createRaterGroup(service, group)).toEqual({ ok: true, value: { raterGroupId: 3 } });
    expect(saveRaterGroup(service, { ...group, raterGroupId: 3, weight: 0, rowVersion: 1 })).toMatchObject({ ok: true });
    expect(saveRaterGroup(service, { ...group, raterGroupId: 3, weight: 10, rowVersion: 1 })).toMatchObject({ ok: false, refusal: { code: "conflict", current: { weight: 0 } } });
    expect(saveRaterGroup(service, { ...group, raterGroupId: 4, rowVersion: 1 })).toMatchObject({ ok: false, refusal: { code: "missing" } });
    expect(auditLog(db).map(({ action, before, after }) => ({ action, before, after }))).toEqual([
      { action: "create", before: null, after: group },
      { action: "update", before: { weight: 20 }, after: { weight: 0 } },
    ]);
  });
});
