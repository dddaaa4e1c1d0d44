import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDemonstrationServer } from "#tests/support/demonstration-server.ts";
import { idOf } from "#tests/support/people.ts";
import { startTestServer, type TestServer } from "#tests/support/server.ts";

describe("the first start of a real installation", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ seed: () => undefined, env: { DIGITALFAHRPLAN_MODE: "production", PUBLIC_URL: "https://fahrplan.neustadt.example" } });
  });
  afterAll(() => server.stop());

  it("prints an address that creates the first administrator once and is gone afterwards", async () => {
    const address = /https:\/\/fahrplan\.neustadt\.example(\/einrichtung\?token=[\w-]{43})/.exec(server.output())?.[1] ?? "";
    expect((await server.request("/einrichtung")).status).toBe(404);
    expect(await (await server.request(address)).text()).toContain("Ersteinrichtung");
    const form = {
      "municipality.name": "Neustadt",
      "municipality.land": "BY",
      "municipality.population": "12.500",
      "municipality.budgetSystem": "doppik",
      "municipality.firstFiscalYear": "2027",
      "municipality.fiscalHorizon": "4",
      "municipality.budgetPeriodYears": "1",
      "admin.name": "Erika Erste",
      "admin.email": "erste@neustadt.example",
      "admin.password": "vier blaue Segel im Nebel",
    };
    const done = await server.request(address, { form });
    const cookie = done.headers.getSetCookie().find((text) => text.includes("session")) ?? "";
    expect([done.status, done.headers.get("Location")]).toEqual([302, "/verwaltung/organisation"]);
    expect(cookie).toMatch(/^__Host-digitalfahrplan-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    const settings = await server.request("/verwaltung/einstellungen", { headers: { Cookie: cookie.split(";")[0] ?? "" } });
    expect(await settings.text()).toContain("12500");
    expect((await server.request(address)).status).toBe(404);
    expect((await server.request(address, { form })).status).toBe(404);
  });
});

it("a real installation refuses to start over a database with demonstration accounts", async () => {
  const seed = await demonstrationSeed();
  const start = startTestServer({ seed, env: { DIGITALFAHRPLAN_MODE: "production", PUBLIC_URL: "https://fahrplan.neustadt.example" } });
  await expect(start).rejects.toThrow(/ended with 1: .*Demonstrationszugänge/);
});

async function demonstrationSeed() {
  const { insertDemonstration } = await import("#db/seed/load-demonstration.server.ts");
  return (db: Parameters<typeof insertDemonstration>[0]) => void insertDemonstration(db, { now: "2026-11-22T08:00:00.000Z", passwordHash: "x" });
}

describe("a session that ran out while somebody was typing", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it("leads to log-in and back, and keeps what was typed, but no password", async () => {
    const cookie = server.cookieFor("officer");
    const stale = () => server.db.$client.prepare("UPDATE session SET last_seen_at = '2026-01-01T00:00:00.000Z'").run();
    stale();
    const refused = await server.request("/massnahmen/neu", { as: "officer", form: { title: "Digitaler Bauantrag", description: "Viel Text", password: "geheim" } });
    expect([refused.status, refused.headers.get("Location")]).toEqual([302, "/anmelden?weiter=%2Fmassnahmen%2Fneu"]);
    const logIn = await server.request("/anmelden?weiter=%2Fmassnahmen%2Fneu", { headers: { Cookie: cookie } });
    expect(await logIn.text()).toContain("Was Sie eingegeben hatten, ist aufbewahrt");
    const kept = server.db.$client.prepare("SELECT user_id AS userId, form_path AS formPath, entries FROM form_draft").all();
    expect(kept).toEqual([{ userId: idOf("officer"), formPath: "/massnahmen/neu", entries: '[["title","Digitaler Bauantrag"],["description","Viel Text"]]' }]);
    const nothing = await server.request("/konto/passwort", { as: "officer", form: { current: "a", next: "b", repeated: "b" } });
    expect(nothing.status).toBe(302);
    expect(server.db.$client.prepare("SELECT count(*) FROM form_draft").pluck().get()).toBe(1);
  });
});

describe("log-in over HTTP", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startDemonstrationServer();
  });
  afterAll(() => server.stop());
  const logIn = (email: string, password: string, path = "/anmelden") => server.request(path, { form: { email, password, next: "//evil.example" } });

  it("goes to this site alone, sets a cookie scripts cannot read, and answers guesses with 429 and the time to wait, on every path", async () => {
    const done = await logIn("digital@musterstadt.example", "Musterstadt-2026!");
    expect([done.status, done.headers.get("Location")]).toEqual([302, "/"]);
    expect(done.headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Lax/);
    for (let index = 0; index < 5; index += 1) expect((await logIn("admin@musterstadt.example", "falsch", index % 2 ? "/anmelden" : "/anmelden.data")).status).toBe(400);
    const blocked = await logIn("admin@musterstadt.example", "Musterstadt-2026!");
    expect([blocked.status, Number(blocked.headers.get("Retry-After")) > 20]).toEqual([429, true]);
    expect(await blocked.text()).toMatch(/Zu viele Versuche\. Bitte warten Sie \d+ Sekunden/);
    expect((await logIn("admin@musterstadt.example", "Musterstadt-2026!", "/anmelden.data")).status).toBe(429);
  });

  it("changes the own password only from the right one to a better one, says beside the field why not, and ends all other sessions", async () => {
    const [email, old, next] = ["kaemmerei@musterstadt.example", "Musterstadt-2026!", "sieben stille Laternen"];
    const sessionOf = (answer: Response) => answer.headers.getSetCookie().find((text) => text.includes("session="))?.split(";")[0] ?? "";
    const [here, elsewhere] = [sessionOf(await logIn(email, old)), sessionOf(await logIn(email, old))];
    const reaches = async (Cookie: string) => (await server.request("/konto", { headers: { Cookie } })).status === 200;
    const change = (current: string, wanted: string, repeated = wanted) =>
      server.request("/konto/passwort", { headers: { Cookie: here }, form: { current, next: wanted, repeated } });
    const refusals = [
      [await change("falsch geraten", next), "Das ist nicht Ihr jetziges Passwort."],
      [await change(old, "zu kurz"), "Das Passwort braucht mindestens 12 Zeichen."],
      [await change(old, old), "Das neue Passwort ist das alte."],
      [await change(old, next, "anders geschrieben"), "Die beiden neuen Passwörter sind verschieden."],
    ] as const;
    for (const [answer, sentence] of refusals) {
      const page = await answer.text();
      expect([answer.status, answer.headers.getSetCookie(), page.includes(sentence)], sentence).toEqual([400, [], true]);
      for (const secret of [old, next]) expect(page).not.toContain(secret);
    }
    expect([await reaches(here), await reaches(elsewhere)]).toEqual([true, true]);

    const done = await change(old, next);
    expect([done.status, done.headers.get("Location")]).toEqual([302, "/konto"]);
    expect([await reaches(here), await reaches(elsewhere), await reaches(sessionOf(done))]).toEqual([false, false, true]);
    expect([(await logIn(email, old)).status, (await logIn(email, next)).status]).toEqual([400, 302]);
  });
});
