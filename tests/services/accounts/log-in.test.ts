import { describe, expect, it } from "vitest";
import { logIn } from "#app/services/accounts/log-in.server.ts";
import { closeSession, openSession, readSession } from "#app/services/accounts/sessions.server.ts";
import type { Db } from "#db/client.server.ts";
import { movableClock } from "#tests/support/clock.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { emailOf, enrolPeople, idOf, PASSWORD } from "#tests/support/people.ts";
import { aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

function town() {
  const db = emptyDatabase();
  storePortfolio(db, aPortfolio());
  enrolPeople(db);
  const clock = movableClock();
  const attempt = (email: string, password: string, clientAddress = "192.0.2.1") => logIn({ db, clock, clientAddress }, { email, password });
  return { db, clock, attempt };
}
const deactivate = (db: Db, id: number) => db.$client.prepare("UPDATE user SET deactivated_at = '2026-01-06T00:00:00.000Z' WHERE id = ?").run(id);
const codeOf = (result: Awaited<ReturnType<typeof logIn>>) => (result.ok ? "ok" : result.refusal.code === "invalid" ? result.refusal.fields[""]?.[0]?.code : result.refusal.code);

describe("log-in is refused", () => {
  it("in the same words to a wrong password, an unknown and a deactivated account", async () => {
    const { db, attempt } = town();
    deactivate(db, idOf("viewer"));
    expect(codeOf(await attempt(emailOf("officer"), "falsch"))).toBe("wrongCredentials");
    expect(codeOf(await attempt("niemand@musterstadt.example", PASSWORD))).toBe("wrongCredentials");
    expect(codeOf(await attempt(emailOf("viewer"), PASSWORD))).toBe("wrongCredentials");
  });

  it.each([["a known account", emailOf("officer")], ["an unknown account", "niemand@musterstadt.example"]])("after five failures for %s, even with the right password, until the wait is over", async (_name, email) => {
    const { clock, attempt } = town();
    for (let index = 0; index < 5; index++) expect(codeOf(await attempt(email, "falsch", `192.0.2.${index}`))).toBe("wrongCredentials");
    const blocked = await attempt(email.toUpperCase(), PASSWORD, "198.51.100.7");
    expect(blocked).toMatchObject({ refusal: { fields: { "": [{ code: "throttled", values: { seconds: 30 } }] } } });
    clock.advance(0.51);
    expect(codeOf(await attempt(email, PASSWORD))).toBe(email === emailOf("officer") ? "ok" : "wrongCredentials");
  });

  it("to guesses sent all at once as to guesses one by one", async () => {
    const { attempt } = town();
    const codes = (await Promise.all(Array.from({ length: 20 }, () => attempt(emailOf("admin"), "falsch")))).map(codeOf);
    expect(codes.filter((code) => code === "wrongCredentials")).toHaveLength(5);
  });

  it("after thirty failures from one address, whatever the accounts; IPv6 counts by /64", async () => {
    const { attempt } = town();
    for (let index = 0; index < 30; index++) await attempt(`nr${index}@musterstadt.example`, "falsch", `2001:db8:1:2::${index.toString(16)}`);
    expect(codeOf(await attempt(emailOf("officer"), PASSWORD, "2001:db8:1:2:ffff::1"))).toBe("throttled");
    expect(codeOf(await attempt(emailOf("officer"), PASSWORD, "2001:db8:1:3::1"))).toBe("ok");
  });

  it("to nobody longer because someone with an account logs in between the guesses", async () => {
    const { attempt } = town();
    for (let index = 0; index < 29; index++) await attempt(`nr${index}@musterstadt.example`, "falsch");
    expect(codeOf(await attempt(emailOf("viewer"), PASSWORD))).toBe("ok");
    await attempt("nr30@musterstadt.example", "falsch");
    expect(codeOf(await attempt(emailOf("officer"), PASSWORD))).toBe("throttled");
  });
});

describe("a session", () => {
  it("stores only a hash of its token, and replaces the one before", async () => {
    const { db, clock } = town();
    const previous = openSession({ db, clock }, idOf("officer"));
    const result = await logIn({ db, clock, clientAddress: "192.0.2.1" }, { email: emailOf("officer"), password: PASSWORD, previousToken: previous });
    if (!result.ok) throw new Error("refused");
    expect(db.$client.serialize().includes(result.value.token)).toBe(false);
    expect(readSession({ db, clock }, previous).state).toBe("none");
    expect(readSession({ db, clock }, result.value.token)).toMatchObject({ state: "valid", user: { id: idOf("officer"), orgUnitIds: [1, 2, 3] } });
  });

  it.each([["officer", 30], ["admin", 15]] as const)("of %s ends after %i idle minutes", (person, minutes) => {
    const { db, clock } = town();
    const token = openSession({ db, clock }, idOf(person));
    for (let index = 0; index < 3; index++) {
      clock.advance(minutes);
      expect(readSession({ db, clock }, token).state).toBe("valid");
    }
    clock.advance(minutes + 0.1);
    expect(readSession({ db, clock }, token)).toEqual({ state: "expired", userId: idOf(person) });
  });

  it("ends after twelve hours of constant use, and is forgotten after a day", () => {
    const { db, clock } = town();
    const token = openSession({ db, clock }, idOf("officer"));
    const states = Array.from({ length: 12 * 60 }, () => (clock.advance(1), readSession({ db, clock }, token).state));
    expect(new Set(states)).toEqual(new Set(["valid"]));
    clock.advance(1);
    expect(readSession({ db, clock }, token).state).toBe("expired");
    clock.advance(12 * 60);
    expect(readSession({ db, clock }, token).state).toBe("none");
  });

  it("ends with the account's deactivation and with log-out", () => {
    const { db, clock } = town();
    const [viewer, officer] = [openSession({ db, clock }, idOf("viewer")), openSession({ db, clock }, idOf("officer"))];
    deactivate(db, idOf("viewer"));
    closeSession({ db }, officer);
    expect([viewer, officer].map((token) => readSession({ db, clock }, token).state)).toEqual(["none", "none"]);
  });
});
