import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enrolPeople, type Person } from "#tests/support/people.ts";
import { aPortfolio, aPortfolioOf } from "#tests/support/portfolio.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { startTestServer, type TestServer } from "#tests/support/server.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const READ = ["/priorisierung", "/priorisierung/kriterien", "/ressourcen/personal", "/ressourcen/haushalt"];
const EDIT = [
  "/priorisierung/kriterien/neu",
  "/priorisierung/kriterien/1",
  "/priorisierung/gruppen/1",
  "/priorisierung/gruppen/neu",
  "/ressourcen/personal/kapazitaeten",
  "/ressourcen/personal/kapazitaeten/1",
  "/ressourcen/personal/kapazitaeten/neu",
  "/ressourcen/haushalt/rahmen",
];
const EVERYBODY: readonly Person[] = ["officer", "itContributor", "otherContributor", "reviewer", "viewer", "admin"];
const READERS: readonly Person[] = ["officer", "itContributor", "otherContributor", "viewer", "admin"];

describe("four hundred measures", () => {
  let server: TestServer;
  beforeAll(async () => {
    const { criteria, raterGroups, capacities, budgetFrames } = aRatedPortfolio();
    const many = aPortfolioOf(400);
    const ratings = many.measures.flatMap((measure) =>
      [1, 2, 3, 4].flatMap((userId) => criteria.map((criterion) => ({ measureId: measure.id, criterionId: criterion.id, userId, raterGroupId: (userId % 2) + 1, value: (measure.id * userId * criterion.id) % 5 }))),
    );
    server = await startTestServer({
      seed: (db) => {
        storePortfolio(db, { ...many, criteria, raterGroups, capacities, budgetFrames, ratings });
        enrolPeople(db);
      },
    });
  });
  afterAll(() => server.stop());

  it.each(READ)("%s answers whoever reads the plan, and refuses the committee", async (path) => {
    for (const as of EVERYBODY) {
      const response = await server.request(path, { as });
      expect([as, response.status]).toEqual([as, READERS.includes(as) ? 200 : 403]);
    }
    expect((await server.request(path)).headers.get("Location")).toContain("/anmelden");
  });

  it.each(EDIT)("%s is the digital officer's, to read and to write", async (path) => {
    for (const as of EVERYBODY) {
      expect([as, (await server.request(path, { as })).status]).toEqual([as, as === "officer" ? 200 : 403]);
      const written = await server.request(path, { as, form: { rowVersion: "1", name: "" } });
      expect([as, written.status]).toEqual([as, as === "officer" ? expect.toSatisfy((status: number) => status < 500) : 403]);
    }
    expect((await server.request(path, { form: {} })).headers.get("Location")).toContain("/anmelden");
  });

  it("the account table is for readers who may export", async () => {
    for (const as of EVERYBODY) {
      const { status } = await server.request("/ressourcen/haushalt/konten.csv", { as });
      expect([as, status]).toEqual([as, ["officer", "itContributor", "otherContributor", "viewer"].includes(as) ? 200 : 403]);
    }
    const response = await server.request("/ressourcen/haushalt/konten.csv?umfang=alle", { as: "viewer" });
    expect(response.headers.get("Content-Disposition")).toMatch(/^attachment; filename="haushalt-produkt-konto-\d{4}-\d\d-\d\d\.csv"$/);
  });

  it("who belongs to no rater group reads why, and cannot rate", async () => {
    const page = await server.request("/priorisierung/bewerten", { as: "reviewer" });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Sie gehören noch keiner bewertenden Gruppe an");
    expect((await server.request("/priorisierung/bewerten/1", { as: "reviewer" })).status).toBe(403);
    expect((await server.request("/priorisierung/bewerten/1", { as: "reviewer", form: { "answers.c1": "4" } })).status).toBe(403);
    expect((await server.request("/priorisierung/bewerten", { as: "viewer" })).status).toBe(403);
  });

  it.each([
    "/priorisierung?seite=99&warum=99999",
    "/priorisierung?seite=-1&warum=x",
    "/ressourcen/personal?umfang=x&team=team-x&quartal=2027-Q9",
    "/ressourcen/haushalt?art=x&jahr=99999&produkt=1",
    "/ressourcen/haushalt?art=konsumtiv&produkt=&konto=",
  ])("%s shows the page as if nothing odd had been asked", async (path) => {
    expect((await server.request(path, { as: "viewer" })).status).toBe(200);
  });

  it.each(["/priorisierung/kriterien/999", "/priorisierung/kriterien/x", "/priorisierung/gruppen/0", "/ressourcen/personal/kapazitaeten/999", "/ressourcen/personal/kapazitaeten/1e3"])("%s does not exist", async (path) => {
    expect((await server.request(path, { as: "officer" })).status).toBe(404);
    expect((await server.request(path, { as: "officer", form: { rowVersion: "1", intent: "archive" } })).status).toBe(404);
  });
});

describe("an empty municipality", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({
      seed: (db) => {
        storePortfolio(db, aPortfolio({ teams: [] }));
        enrolPeople(db);
      },
    });
  });
  afterAll(() => server.stop());

  it.each([
    ["/priorisierung", "Es gibt noch keine Kriterien"],
    ["/priorisierung/kriterien", "Noch kein Kriterium"],
    ["/ressourcen/personal", "Noch keine Teams und kein Bedarf"],
    ["/ressourcen/personal/kapazitaeten", "Noch kein Team"],
    ["/ressourcen/haushalt", "Noch sind keine Beträge geplant"],
  ])("%s says what to do next: %s", async (path, text) => {
    const response = await server.request(path, { as: "officer" });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(text);
  });
});
