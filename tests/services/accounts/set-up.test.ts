import { describe, expect, it } from "vitest";
import { issueSetupToken } from "#app/services/accounts/issue-setup-token.server.ts";
import { readSession } from "#app/services/accounts/sessions.server.ts";
import { isSetUpOpen, setUp, type SetUp } from "#app/services/accounts/set-up.server.ts";
import { movableClock } from "#tests/support/clock.ts";
import { loadPortfolio } from "#db/queries/portfolio.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const beginning: SetUp = {
  municipality: { name: "Neustadt", land: "BY", population: null, budgetSystem: "doppik", firstFiscalYear: 2027, fiscalHorizon: 4, budgetPeriodYears: 1 },
  admin: { name: "Erika Erste", email: "erste@neustadt.example", password: "vier blaue Segel im Nebel" },
};
const missing = { ok: false, refusal: { code: "missing" } };

describe("the first set-up", () => {
  it("does not exist without its token, with an old one, or once there are accounts", async () => {
    const context = { db: emptyDatabase(), clock: movableClock() };
    const old = issueSetupToken(context);
    const token = issueSetupToken(context);
    for (const wrong of [null, "", "x".repeat(43), old]) {
      expect(isSetUpOpen(context.db, wrong)).toBe(false);
      expect(await setUp(context, wrong, beginning)).toEqual(missing);
    }
    storePortfolio(context.db, aPortfolio());
    enrolPeople(context.db);
    expect(isSetUpOpen(context.db, token)).toBe(false);
    expect(await setUp(context, token, beginning)).toEqual(missing);
    expect(issueSetupToken(context)).toBeNull();
  });

  it("refuses a weak password and stores nothing", async () => {
    const context = { db: emptyDatabase(), clock: movableClock() };
    const token = issueSetupToken(context);
    const weak = await setUp(context, token, { ...beginning, admin: { ...beginning.admin, password: "Passwort1234!" } });
    expect(weak).toEqual({ ok: false, refusal: { code: "invalid", fields: { "admin.password": [{ code: "tooCommon" }] } } });
    expect(isSetUpOpen(context.db, token)).toBe(true);
    expect(context.db.$client.prepare("SELECT count(*) FROM municipality").pluck().get()).toBe(0);
  });

  it("creates the municipality and its administrator once, even when two press at the same time", async () => {
    const context = { db: emptyDatabase(), clock: movableClock() };
    const token = issueSetupToken(context);
    const results = await Promise.all([setUp(context, token, beginning), setUp(context, token, { ...beginning, admin: { ...beginning.admin, email: "zweite@neustadt.example" } })]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const [done] = results.flatMap((result) => (result.ok ? [result.value] : []));
    expect(readSession(context, done!.token)).toMatchObject({ state: "valid", user: { role: "admin", mustChangePassword: false } });
    expect(isSetUpOpen(context.db, token)).toBe(false);
    expect(context.db.$client.serialize().includes(token!)).toBe(false);
    expect(context.db.$client.prepare("SELECT action FROM audit_event ORDER BY id").pluck().all()).toEqual(["setUp", "create"]);
  });

  it("gives a new municipality action fields, criteria whose weights make 100, and rater groups to begin with", async () => {
    const context = { db: emptyDatabase(), clock: movableClock() };
    await setUp(context, issueSetupToken(context), beginning);
    const { actionFields, criteria, raterGroups, measures } = loadPortfolio(context.db);
    expect(actionFields.map((field) => field.name)).toContain("Bürgerservice");
    expect(criteria).toHaveLength(8);
    expect(criteria.reduce((sum, criterion) => sum + criterion.weight, 0)).toBe(100);
    expect(criteria.every((criterion) => criterion.levels.length === 5)).toBe(true);
    expect(raterGroups.map((group) => group.kind)).toEqual(["administration", "politics", "digitalOfficer"]);
    expect(measures).toEqual([]);
  });
});
