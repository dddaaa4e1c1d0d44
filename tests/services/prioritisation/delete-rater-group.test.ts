import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { deleteRaterGroup, showRaterGroupDeletion } from "#app/services/prioritisation/delete-rater-group.server.ts";
import { createRaterGroup, saveRaterGroup } from "#app/services/prioritisation/save-rater-group.server.ts";
import { user } from "#db/schema/index.ts";
import { auditLog } from "#tests/support/audit.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople, idOf } from "#tests/support/people.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const FORBIDDEN = { ok: false, refusal: { code: "forbidden" } };
const group = { name: "Personalrat", kind: "administration" as const, weight: 20, position: 3, isSurvey: false };

/** Groups 1 and 2 have ratings; group 3 is new and empty. */
function municipality() {
  const db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio());
  const people = enrolPeople(db);
  createRaterGroup(people.officer, group);
  return { db, people, groupNames: () => db.$client.prepare("SELECT name FROM rater_group ORDER BY id").pluck().all() };
}

describe("deleting a rater group", () => {
  test("is for the digital officer alone", () => {
    const { db, people, groupNames } = municipality();
    for (const service of [people.itContributor, people.otherContributor, people.reviewer, people.viewer, people.admin]) {
      expect(deleteRaterGroup(service, { raterGroupId: 3, rowVersion: 1 })).toEqual(FORBIDDEN);
      expect(showRaterGroupDeletion(service, 3)).toEqual(FORBIDDEN);
    }
    expect(groupNames()).toContain("Personalrat");
    expect(auditLog(db)).toHaveLength(1);
  });

  test("is refused as long as there are ratings in its name, whatever its weight", () => {
    const { db, people, groupNames } = municipality();
    const { count } = db.$client.prepare("SELECT count(*) AS count FROM rating WHERE rater_group_id = 1").get() as { count: number };
    expect(count).toBeGreaterThan(0);
    expect(deleteRaterGroup(people.officer, { raterGroupId: 1, rowVersion: 1 })).toEqual({ ok: false, refusal: { code: "invalid", fields: { "": [{ code: "groupHasRatings", values: { count } }] } } });
    expect(showRaterGroupDeletion(people.officer, 1)).toMatchObject({ ok: true, value: { obstacle: { code: "groupHasRatings" } } });
    expect(groupNames()).toHaveLength(3);
  });

  test("is refused as long as an account rates for it, a locked one too", () => {
    const { db, people } = municipality();
    db.update(user).set({ raterGroupId: 3, deactivatedAt: "2027-01-01T00:00:00.000Z" }).where(eq(user.id, idOf("reviewer"))).run();
    expect(deleteRaterGroup(people.officer, { raterGroupId: 3, rowVersion: 1 })).toEqual({ ok: false, refusal: { code: "invalid", fields: { "": [{ code: "groupHasAccounts", values: { count: 1 } }] } } });
  });

  test("is refused when somebody changed the group meanwhile, or deleted it", () => {
    const { people } = municipality();
    saveRaterGroup(people.officer, { ...group, raterGroupId: 3, weight: 50, rowVersion: 1 });
    expect(deleteRaterGroup(people.officer, { raterGroupId: 3, rowVersion: 1 })).toMatchObject({ ok: false, refusal: { code: "conflict", current: { weight: 50 } } });
    expect(deleteRaterGroup(people.officer, { raterGroupId: 3, rowVersion: 2 })).toEqual({ ok: true, value: { name: "Personalrat" } });
    expect(deleteRaterGroup(people.officer, { raterGroupId: 3, rowVersion: 2 })).toEqual({ ok: false, refusal: { code: "missing" } });
  });

  test("takes the group away, keeps in the log what it was, and frees its name", () => {
    const { db, people, groupNames } = municipality();
    expect(showRaterGroupDeletion(people.officer, 3)).toMatchObject({ ok: true, value: { raterGroup: group, obstacle: null } });
    expect(deleteRaterGroup(people.officer, { raterGroupId: 3, rowVersion: 1 })).toEqual({ ok: true, value: { name: "Personalrat" } });
    expect(groupNames()).toHaveLength(2);
    expect(auditLog(db).at(-1)).toEqual({ userId: people.officer.user.id, action: "delete", entity: "rater_group", entityId: 3, before: group, after: null });
    expect(createRaterGroup(people.officer, group)).toMatchObject({ ok: true });
  });
});
