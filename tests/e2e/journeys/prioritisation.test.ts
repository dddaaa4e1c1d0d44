import { and, eq } from "drizzle-orm";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rating, user } from "#db/schema/index.ts";
import { axeFindings, enterAs, launchBrowser, sidewaysOverflow } from "#tests/support/browser.ts";
import { startDemonstrationServer } from "#tests/support/demonstration-server.ts";
import { emailOf } from "#tests/support/demonstration-people.ts";
import type { TestServer } from "#tests/support/server.ts";

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  server = await startDemonstrationServer();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const userIdOf = (key: Parameters<typeof emailOf>[0]): number => server.db.select({ id: user.id }).from(user).where(eq(user.email, emailOf(key))).get()?.id ?? 0;

describe.each([
  ["hartwig", true],
  ["petersen", false],
] as const)("a committee member rates (%s, JavaScript %s)", (key, javaScript) => {
  it("without reading the plan: one measure a page, saved and on to the next open one", async () => {
    const page = await enterAs(browser, server, key, { javaScript });
    expect((await page.goto("/priorisierung"))?.status()).toBe(403);
    await page.goto("/priorisierung/bewerten");
    expect(await page.getByText(/\d+ von \d+ Maßnahmen vollständig bewertet/).count()).toBe(1);
    await page.getByRole("link", { name: /bewerten$/ }).and(page.locator("a.kern-btn")).click();
    await page.waitForURL(/bewerten\/\d+$/);
    await page.getByRole("group").first().waitFor();
    const measureId = Number(page.url().split("/").at(-1));
    for (const group of await page.getByRole("group").all()) await group.getByRole("radio").nth(3).check();
    await page.getByRole("group").first().getByRole("radio", { name: "Kann ich nicht beurteilen" }).check();
    await page.getByRole("button", { name: "Speichern und weiter" }).click();
    await page.getByRole("status").filter({ hasText: "Ihre Bewertung von" }).waitFor();
    expect(page.url()).not.toMatch(new RegExp(`/${measureId}$`));
    const stored = server.db.select().from(rating).where(and(eq(rating.userId, userIdOf(key)), eq(rating.measureId, measureId))).all();
    expect(stored.map((each) => each.value).sort()).toEqual([3, 3, 3, 3, 3, 3, 3, null]);
    await page.context().close();
  });
});

describe.each([true, false])("the ranking with JavaScript %s", (javaScript) => {
  it("answers why a measure stands where it stands, in parts that sum to its points", async () => {
    const page = await enterAs(browser, server, "kaiser", { javaScript });
    await page.goto("/priorisierung");
    await page.getByRole("link", { name: /^Warum hier\?/ }).nth(4).click();
    const reasons = page.locator(".ranking-reasons");
    await reasons.waitFor();
    expect(await reasons.getByRole("heading").textContent()).toMatch(/auf Platz 5\?$/);
    const tenths = (text: string) => Number(text.trim().replace(",", ""));
    const parts = await reasons.locator("tbody td:last-child").allTextContents();
    const total = await reasons.locator("tfoot td").textContent();
    expect(parts.filter((part) => /\d/.test(part)).reduce((sum, part) => sum + tenths(part), 0)).toBe(tenths(total ?? ""));
    await page.getByRole("link", { name: /^Erklärung schließen/ }).click();
    await reasons.waitFor({ state: "detached" });
    await page.context().close();
  });

  it("follows the weights; whoever saves an older version sees the stored one first", async () => {
    const mine = await enterAs(browser, server, "lindner", { javaScript });
    const theirs = await enterAs(browser, server, "kraemer", { javaScript });
    for (const page of [mine, theirs]) {
      await page.goto("/priorisierung/kriterien");
      await page.getByRole("link", { name: /^Risiko bearbeiten/ }).click();
      await page.getByLabel("Gewicht").waitFor();
    }
    await theirs.getByLabel("Gewicht").fill(javaScript ? "41" : "42");
    await theirs.getByRole("button", { name: "Speichern" }).click();
    await theirs.getByRole("status").filter({ hasText: "gespeichert" }).waitFor();
    await mine.getByLabel("Gewicht").fill("4x");
    await mine.getByRole("button", { name: "Speichern" }).click();
    await mine.getByRole("alert").getByRole("link", { name: /Gewicht: Geben Sie eine ganze Zahl/ }).waitFor();
    expect(await mine.getByLabel("Gewicht").inputValue()).toBe("4x");
    await mine.getByLabel("Gewicht").fill("7");
    await mine.getByRole("button", { name: "Speichern" }).click();
    const notice = mine.getByRole("status").filter({ hasText: "Jemand anderes hat inzwischen gespeichert" });
    await notice.waitFor();
    expect(await notice.innerText()).toContain(javaScript ? "41" : "42");
    expect(await mine.getByLabel("Gewicht").inputValue()).toBe("7");
    await mine.getByRole("button", { name: "Speichern" }).click();
    await mine.getByRole("status").filter({ hasText: "ist gespeichert" }).waitFor();
    expect(await mine.getByRole("row", { name: /^Risiko/ }).innerText()).toContain("7");
    await mine.context().close();
    await theirs.context().close();
  });
});

describe("by keyboard", () => {
  it("a measure is rated with arrows, Tab and Enter alone", async () => {
    const page = await enterAs(browser, server, "sommer");
    await page.goto("/priorisierung/bewerten");
    const row = page.getByRole("table").getByRole("link").first();
    await row.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/bewerten\/\d+$/);
    await page.getByRole("group").first().getByRole("radio").first().check();
    await page.getByRole("group").first().getByRole("radio").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await page.getByRole("group").first().getByRole("radio").nth(2).isChecked()).toBe(true);
    await page.getByRole("button", { name: "Speichern", exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: "Ihre Bewertung von" }).waitFor();
    expect(await page.getByRole("group").first().getByRole("radio").nth(2).isChecked()).toBe(true);
    await page.context().close();
  });
});

const PAGES = ["/priorisierung", "/priorisierung?warum=4", "/priorisierung/kriterien", "/priorisierung/kriterien/neu", "/priorisierung/gruppen/1", "/priorisierung/bewerten", "/priorisierung/bewerten/4"];

describe.each([
  ["light", 1440],
  ["light", 390],
  ["dark", 1440],
] as const)("in %s colours, %i pixels wide", (colourScheme, width) => {
  it("every page is accessible and fits", async () => {
    const page = await enterAs(browser, server, "lindner", { colourScheme, width });
    for (const path of PAGES) {
      expect((await page.goto(path))?.status(), path).toBe(200);
      expect(await axeFindings(page), path).toEqual([]);
      expect(await sidewaysOverflow(page), path).toBe(0);
    }
    await page.context().close();
  });
});

describe.each([true, false])("a rater group with JavaScript %s", (javaScript) => {
  it("is deleted after a question when nobody rated in its name, and otherwise kept with a way out", async () => {
    const name = `Jugendrat ${javaScript ? "A" : "B"}`;
    const page = await enterAs(browser, server, "lindner", { javaScript });
    await page.goto("/priorisierung/kriterien");
    await page.getByRole("link", { name: /^Politik bearbeiten/ }).click();
    await page.getByRole("link", { name: "Gruppe löschen" }).click();
    await page.getByText(/Geben Sie der Gruppe stattdessen das Gewicht 0/).waitFor();
    expect(await page.getByRole("button", { name: "Löschen" }).count()).toBe(0);

    await page.goto("/priorisierung/gruppen/neu");
    await page.getByLabel("Bezeichnung").fill(name);
    await page.getByLabel("Art der Gruppe").selectOption({ index: 1 });
    await page.getByRole("button", { name: "Speichern" }).click();
    await page.getByRole("link", { name: `${name} bearbeiten` }).click();
    await page.getByRole("link", { name: "Gruppe löschen" }).click();
    await page.getByRole("heading", { name: `Gruppe „${name}“ löschen?` }).waitFor();
    if (javaScript) expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Löschen" }).click();
    await page.getByRole("status").filter({ hasText: "ist gelöscht" }).waitFor();
    expect(await page.getByRole("row", { name: new RegExp(`^${name}`) }).count()).toBe(0);
    await page.context().close();
  });
});
