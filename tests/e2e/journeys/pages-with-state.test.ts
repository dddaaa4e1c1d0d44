import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings, enterAs, launchBrowser, openWindow, sidewaysOverflow } from "#tests/support/browser.ts";
import { startDemonstrationServer } from "#tests/support/demonstration-server.ts";
import { startTestServer, type TestServer } from "#tests/support/server.ts";

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

/** What is wrong with the page as it stands: light on a wide window, dark on a narrow one, without loading it again. */
async function problemsOf(page: Page): Promise<string[]> {
  const problems: string[] = [];
  for (const [colorScheme, width] of [["light", 1440], ["dark", 390]] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    for (const finding of await axeFindings(page)) problems.push(`${colorScheme} ${width}: ${finding}`);
    const overflow = await sidewaysOverflow(page);
    if (overflow > 0) problems.push(`${colorScheme} ${width}: ${overflow} pixels wider than the window`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  return problems;
}

const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole("heading", { level: 1, name }).waitFor();
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole("main").getByRole("button", { name }).click();

/** Pages that only come about by what somebody did before; every page with an address of its own is walked elsewhere. */
describe("accessible and fitting, light and dark", () => {
  it("a form with errors, and the conflict of two people's changes", async () => {
    const mine = await enterAs(browser, server, "lindner");
    await mine.goto("/massnahmen/12/bearbeiten");
    const theirs = await mine.context().newPage();
    await theirs.goto("/massnahmen/12/bearbeiten");
    await theirs.getByLabel("Titel", { exact: true }).fill("Was die anderen schrieben");
    await press(theirs, "Speichern");
    await heading(theirs, "Was die anderen schrieben");
    await mine.getByLabel("Titel", { exact: true }).fill("");
    await press(mine, "Speichern");
    await mine.locator(".error-summary").waitFor();
    expect(await problemsOf(mine)).toEqual([]);
    await mine.getByLabel("Titel", { exact: true }).fill("Was ich schrieb");
    const answer = mine.waitForResponse((response) => response.request().method() === "POST");
    await press(mine, "Speichern");
    expect((await answer).status()).toBe(409);
    await mine.getByRole("group", { name: "Titel" }).waitFor();
    expect(await problemsOf(mine)).toEqual([]);
    await mine.context().close();
  });

  it("the preview of an import with every kind of dirt, and its report", async () => {
    const page = await enterAs(browser, server, "lindner");
    await page.goto("/massnahmen/import");
    await page.getByLabel("Datei").setInputFiles("tests/support/fixtures/massnahmenliste.csv");
    await press(page, "Hochladen und prüfen");
    await page.locator(".import-title").first().waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await press(page, "Importieren");
    await page.waitForURL(/\/bericht/);
    expect(await problemsOf(page)).toEqual([]);
    await page.context().close();
  });

  it("the confirmation of a change to several measures", async () => {
    const page = await enterAs(browser, server, "lindner");
    await page.goto("/massnahmen");
    for (const row of [0, 1, 2]) await page.getByRole("table").getByRole("checkbox").nth(row).check();
    await press(page, "Weiter");
    await page.getByLabel(/Neuer Wert/).selectOption({ label: "zurückgestellt" });
    await press(page, "Vorschau");
    await page.getByRole("table").waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await page.context().close();
  });

  it("refused and missing pages, for somebody who is logged in and for nobody", async () => {
    const page = await enterAs(browser, server, "demir");
    for (const [path, status] of [["/massnahmen/1/bearbeiten", 403], ["/ausschuss/fassungen/999", 404], ["/gibt/es/nicht", 404]] as const) {
      expect((await page.goto(path))?.status(), path).toBe(status);
      expect(await problemsOf(page), path).toEqual([]);
    }
    await page.context().clearCookies();
    expect((await page.goto("/einrichtung"))?.status()).toBe(404);
    expect(await problemsOf(page)).toEqual([]);
    await page.context().close();
  });

  it("the first start of a real installation, and the empty pages it leads to", async () => {
    const real = await startTestServer({ seed: () => undefined, env: { DIGITALFAHRPLAN_MODE: "production", PUBLIC_URL: "http://localhost" } });
    const page = await (await openWindow(browser, real.origin)).newPage();
    await page.goto(/\/einrichtung\?token=[\w-]{43}/.exec(real.output())?.[0] ?? "");
    await heading(page, "Ersteinrichtung");
    expect(await problemsOf(page)).toEqual([]);
    await press(page, "Einrichten");
    await page.locator(".error-summary").waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await page.getByRole("group", { name: "Ihre Kommune" }).getByLabel("Name").fill("Neustadt");
    await page.getByRole("group", { name: "Erstes Konto" }).getByLabel("Name").fill("Erika Erste");
    await page.getByLabel("E-Mail-Adresse").fill("erste@neustadt.example");
    await page.getByLabel("Passwort").fill("vier blaue Segel im Nebel");
    await press(page, "Einrichten");
    await heading(page, "Organisationseinheiten");
    expect(await problemsOf(page)).toEqual([]);
    for (const path of ["/", "/massnahmen", "/zeitplan"]) {
      await page.goto(path);
      expect(await problemsOf(page), path).toEqual([]);
    }
    await real.stop();
  });
});
