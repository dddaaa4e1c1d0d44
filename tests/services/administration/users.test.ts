import { describe, expect, it } from "vitest";
import { logIn } from "#app/services/accounts/log-in.server.ts";
import { openSession, readSession } from "#app/services/accounts/sessions.server.ts";
import { createUser } from "#app/services/administration/create-user.server.ts";
import { deactivateUser } from "#app/services/administration/deactivate-user.server.ts";
import { editUser } from "#app/services/administration/edit-user.server.ts";
import { listUsers, showUser } from "#app/services/administration/list-users.server.ts";
import { resetPassword } from "#app/services/administration/reset-password.server.ts";
import type { UserFields } from "#app/services/administration/user-fields.server.ts";
import { movableClock } from "#tests/support/clock.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { allPeople, emailOf, enrolPeople, idOf, type Person } from "#tests/support/people.ts";
import { aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

function town() {
  const db = emptyDatabase();
  storePortfolio(db, aPortfolio());
  const clock = movableClock();
  const audit = () => db.$client.prepare("SELECT action, entity_id AS entityId, before, after FROM audit_event ORDER BY id").all();
  return { db, clock, people: enrolPeople(db, clock), audit };
}
const fieldsOf = (person: Person, role: UserFields["role"], orgUnitId: number | null): UserFields => ({ name: "Person", email: emailOf(person), role, orgUnitId, raterGroupId: null, parliamentaryGroup: null });
const nova: UserFields = { name: "Nova Neu", email: "nova@musterstadt.example", role: "contributor", orgUnitId: 3, raterGroupId: null, parliamentaryGroup: null };
const asInvalid = (field: string, code: string) => ({ ok: false, refusal: { code: "invalid", fields: { [field]: [{ code }] } } });

describe("managing accounts is refused", () => {
  it.each(allPeople.filter((person) => person !== "admin"))("to %s, in every form, and nothing changes", async (person) => {
    const { people, audit } = town();
    const service = people[person];
    const forbidden = { ok: false, refusal: { code: "forbidden" } };
    expect(listUsers(service)).toEqual(forbidden);
    expect(showUser(service, idOf(person))).toEqual(forbidden);
    expect(await createUser(service, nova)).toEqual(forbidden);
    expect(editUser(service, { id: idOf(person), rowVersion: 1, ...fieldsOf(person, "admin", 1) })).toEqual(forbidden);
    expect(deactivateUser(service, { id: idOf("admin"), rowVersion: 1, intent: "deactivate" })).toEqual(forbidden);
    expect(await resetPassword(service, { id: idOf("admin"), rowVersion: 1 })).toEqual(forbidden);
    expect(audit()).toEqual([]);
  });

  it("where the last administrator, the own role or the own access would go", async () => {
    const { people, audit } = town();
    const own = { id: idOf("admin"), rowVersion: 1 };
    expect(editUser(people.admin, { ...own, ...fieldsOf("admin", "viewer", null) })).toEqual(asInvalid("role", "ownRole"));
    expect(deactivateUser(people.admin, { ...own, intent: "deactivate" })).toEqual(asInvalid("", "ownAccount"));
    expect(await resetPassword(people.admin, own)).toEqual(asInvalid("", "ownPassword"));
    // Somebody whose session still says admin while the account no longer is one among two.
    const ghost = { ...people.admin, user: { ...people.admin.user, id: idOf("viewer") } };
    expect(editUser(ghost, { ...own, ...fieldsOf("admin", "viewer", null) })).toEqual(asInvalid("role", "lastAdmin"));
    expect(deactivateUser(ghost, { ...own, intent: "deactivate" })).toEqual(asInvalid("", "lastAdmin"));
    expect(audit()).toEqual([]);
  });

  it("with an address in use, without a unit for a contributor, with things that do not exist, or a stale version", async () => {
    const { people } = town();
    expect(await createUser(people.admin, { ...nova, email: emailOf("viewer").toUpperCase() })).toEqual(asInvalid("email", "emailTaken"));
    expect(await createUser(people.admin, { ...nova, orgUnitId: null })).toEqual(asInvalid("orgUnitId", "contributorNeedsUnit"));
    expect(await createUser(people.admin, { ...nova, orgUnitId: 999 })).toEqual(asInvalid("orgUnitId", "unitUnknown"));
    expect(await createUser(people.admin, { ...nova, raterGroupId: 999 })).toEqual(asInvalid("raterGroupId", "groupUnknown"));
    expect(editUser(people.admin, { id: 4711, rowVersion: 1, ...nova })).toEqual({ ok: false, refusal: { code: "missing" } });
    const stale = editUser(people.admin, { id: idOf("viewer"), rowVersion: 9, ...fieldsOf("viewer", "viewer", null) });
    expect(stale).toMatchObject({ refusal: { code: "conflict", current: { id: idOf("viewer") } } });
    expect(JSON.stringify(stale)).not.toContain("argon2");
  });
});

describe("administration", () => {
  it("creates an account whose first password works once and must be replaced", async () => {
    const { db, clock, people, audit } = town();
    const created = await createUser(people.admin, nova);
    if (!created.ok) throw new Error("refused");
    const { id, password } = created.value;
    expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    const session = await logIn({ db, clock, clientAddress: "::1" }, { email: nova.email, password });
    if (!session.ok) throw new Error("refused");
    expect(readSession({ db, clock }, session.value.token)).toMatchObject({ user: { id, role: "contributor", orgUnitIds: [3], mustChangePassword: true } });
    expect(audit()).toEqual([{ action: "create", entityId: id, before: null, after: JSON.stringify(nova) }]);
    expect(JSON.stringify(audit())).not.toContain("argon2");
  });

  it("changes a role, which ends the sessions of the old one; a new name does not", () => {
    const { db, clock, people, audit } = town();
    const token = openSession({ db, clock }, idOf("viewer"));
    const id = idOf("viewer");
    editUser(people.admin, { id, rowVersion: 1, ...fieldsOf("viewer", "viewer", null) });
    expect(readSession({ db, clock }, token).state).toBe("valid");
    editUser(people.admin, { id, rowVersion: 2, ...fieldsOf("viewer", "reviewer", null) });
    expect(readSession({ db, clock }, token).state).toBe("none");
    expect(audit().at(-1)).toEqual({ action: "update", entityId: id, before: '{"role":"viewer"}', after: '{"role":"reviewer"}' });
  });

  it("closes an account with its sessions, reopens it, and resets its password", async () => {
    const { db, clock, people } = town();
    const id = idOf("reviewer");
    const token = openSession({ db, clock }, id);
    expect(deactivateUser(people.admin, { id, rowVersion: 1, intent: "deactivate" })).toEqual({ ok: true, value: null });
    expect(db.$client.prepare("SELECT count(*) AS n FROM session WHERE user_id = ?").get(id)).toEqual({ n: 0 });
    expect(readSession({ db, clock }, token).state).toBe("none");
    deactivateUser(people.admin, { id, rowVersion: 2, intent: "reactivate" });
    const again = openSession({ db, clock }, id);
    const reset = await resetPassword(people.admin, { id, rowVersion: 3 });
    if (!reset.ok) throw new Error("refused");
    expect(readSession({ db, clock }, again).state).toBe("none");
    expect((await logIn({ db, clock, clientAddress: "::1" }, { email: emailOf("reviewer"), password: reset.value.password })).ok).toBe(true);
  });

  it("never shows a password's hash", () => {
    const { people } = town();
    expect(JSON.stringify([listUsers(people.admin), showUser(people.admin, idOf("officer"))])).not.toContain("argon2");
  });
});
