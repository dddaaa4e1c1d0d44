import { describe, expect, it } from "vitest";
import { changePassword } from "#app/services/accounts/change-password.server.ts";
import { discardDraft, findDraft } from "#app/services/accounts/find-draft.server.ts";
import { keepDraft } from "#app/services/accounts/keep-draft.server.ts";
import { logIn } from "#app/services/accounts/log-in.server.ts";
import { logOutEverywhere } from "#app/services/accounts/log-out-everywhere.server.ts";
import { openSession, readSession } from "#app/services/accounts/sessions.server.ts";
import { movableClock } from "#tests/support/clock.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { emailOf, enrolPeople, idOf, PASSWORD } from "#tests/support/people.ts";
import { aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

function town() {
  const db = emptyDatabase();
  storePortfolio(db, aPortfolio());
  const clock = movableClock();
  return { db, clock, people: enrolPeople(db, clock) };
}
const NEXT = "vier blaue Segel im Novembernebel";

describe("changing the own password", () => {
  it.each([
    ["the wrong current one", { current: "falsch", next: NEXT }, { current: [{ code: "wrongPassword" }] }],
    ["the same as before", { current: PASSWORD, next: PASSWORD }, { next: [{ code: "unchanged" }] }],
    ["a short one", { current: PASSWORD, next: "kurz" }, { next: [{ code: "tooShort" }] }],
    ["a common one", { current: PASSWORD, next: "P4ssw0rt2026!" }, { next: [{ code: "tooCommon" }] }],
    ["digits only", { current: PASSWORD, next: "123456789012" }, { next: [{ code: "tooCommon" }] }],
    ["the own address", { current: PASSWORD, next: emailOf("officer") }, { next: [{ code: "personal" }] }],
  ])("is refused with %s, and nothing changes", async (_name, command, fields) => {
    const { db, clock, people } = town();
    const token = openSession({ db, clock }, idOf("officer"));
    expect(await changePassword({ ...people.officer, clientAddress: "::1" }, command)).toEqual({ ok: false, refusal: { code: "invalid", fields } });
    expect(readSession({ db, clock }, token).state).toBe("valid");
    expect((await logIn({ db, clock, clientAddress: "::1" }, { email: emailOf("officer"), password: PASSWORD })).ok).toBe(true);
  });

  it("is slowed down by the same count as log-in", async () => {
    const { db, clock, people } = town();
    const asOfficer = { ...people.officer, clientAddress: "::1" };
    for (let index = 0; index < 5; index++) await changePassword(asOfficer, { current: "falsch", next: NEXT });
    expect(await changePassword(asOfficer, { current: PASSWORD, next: NEXT })).toMatchObject({ refusal: { fields: { "": [{ code: "throttled" }] } } });
    expect((await logIn({ db, clock, clientAddress: "203.0.113.9" }, { email: emailOf("officer"), password: PASSWORD })).ok).toBe(false);
  });

  it("ends every session, gives a new one, and leaves no hash in the audit log", async () => {
    const { db, clock, people } = town();
    const old = openSession({ db, clock }, idOf("officer"));
    const result = await changePassword({ ...people.officer, clientAddress: "::1" }, { current: PASSWORD, next: NEXT });
    if (!result.ok) throw new Error("refused");
    expect(readSession({ db, clock }, old).state).toBe("none");
    expect(readSession({ db, clock }, result.value.token).state).toBe("valid");
    expect(db.$client.prepare("SELECT action, before, after FROM audit_event").all()).toEqual([{ action: "changePassword", before: null, after: null }]);
  });
});

it("logs out everywhere, and only oneself", () => {
  const { db, clock, people } = town();
  const own = [openSession({ db, clock }, idOf("officer")), openSession({ db, clock }, idOf("officer"))];
  const other = openSession({ db, clock }, idOf("viewer"));
  logOutEverywhere(people.officer);
  expect([...own, other].map((token) => readSession({ db, clock }, token).state)).toEqual(["none", "none", "valid"]);
});

describe("what was typed when the session ran out", () => {
  const formPath = "/massnahmen/12/bearbeiten";
  const entries = [["title", "E-Akte"], ["targetGroups", "citizens"], ["targetGroups", "clubs"]] as const;

  it("is not kept for forms with secrets, for empty forms, or without bounds", () => {
    const { db, clock } = town();
    const keep = (path: string, typed: ReadonlyArray<readonly [string, string]>) => keepDraft({ db, clock }, { userId: idOf("officer"), formPath: path, entries: typed });
    expect(keep("/anmelden", entries)).toBe(false);
    expect(keep("/konto/passwort", [["next", "geheim"]])).toBe(false);
    expect(keep(formPath, [["title", "  "]])).toBe(false);
    expect(keep(formPath, [["newPassword", "geheim"]])).toBe(false);
    expect(keep(formPath, [["title", "x".repeat(200_001)]])).toBe(false);
  });

  it("waits for its author alone, the latest wins, and goes when it is discarded", () => {
    const { db, clock, people } = town();
    keepDraft({ db, clock }, { userId: idOf("officer"), formPath, entries: [["title", "alt"]] });
    keepDraft({ db, clock }, { userId: idOf("officer"), formPath, entries: [...entries, ["password", "geheim"]] });
    expect(findDraft(people.officer, formPath)).toEqual({ savedAt: clock.now(), entries });
    expect(findDraft(people.itContributor, formPath)).toBeNull();
    expect(findDraft(people.officer, "/massnahmen/13/bearbeiten")).toBeNull();
    discardDraft(people.itContributor, formPath);
    expect(findDraft(people.officer, formPath)).not.toBeNull();
    discardDraft(people.officer, formPath);
    expect(findDraft(people.officer, formPath)).toBeNull();
  });
});
