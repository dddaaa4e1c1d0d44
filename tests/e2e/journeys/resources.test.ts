import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings, enterAs, launchBrowser, sidewaysOverflow } from "#tests/support/browser.ts";
import { startDemonstrationServer } from "#tests/support/demonstration-server.ts";
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

describe.each([true, false])("staff with JavaScript %s", (javaScript) => {
  it("leads from an over-used quarter to the measures behind it, whose days sum to it", async () => {
    const page = await enterAs(browser, server, "kaiser", { javaScript });
    await page.goto("/ressourcen/personal");
    await page.getByRole("link", { name: /zu viel/ }).first().click();
    const detail = page.locator("#dahinter");
    await detail.waitFor();
    const days = (texts: string[]) => texts.map((text) => Number(text.replace(/\D/g, "")));
    const parts = days(await detail.locator("tbody tr", { hasText: "eigenes Personal" }).locator("td:last-child").allTextContents());
    const [sum, capacity, over] = days(await detail.locator("tfoot td").allTextContents());
    expect(parts.reduce((total, part) => total + part, 0)).toBe(sum);
    expect(over).toBe((sum ?? 0) - (capacity ?? 0));
    await page.getByRole("link", { name: "Schließen" }).click();
    await detail.waitFor({ state: "detached" });
    await page.context().close();
  });

  it("a team is added with one number for all quarters, corrected after an error without losing anything, and archived", async () => {
    const name = `Team Probe ${javaScript ? "A" : "B"}`;
    const page = await enterAs(browser, server, "lindner", { javaScript });
    await page.goto("/ressourcen/personal/kapazitaeten/neu");
    await page.getByLabel("Bezeichnung").fill(name);
    await page.getByLabel("Organisationseinheit").selectOption({ index: 1 });
    await page.getByLabel("Q2 2027").fill("halb");
    await page.getByLabel("Für alle leeren Quartale").fill("40");
    await page.getByRole("button", { name: "Speichern" }).click();
    await page.getByRole("alert").getByRole("link", { name: /2\. Quartal 2027/ }).waitFor();
    expect(await page.getByLabel("Bezeichnung").inputValue()).toBe(name);
    await page.getByLabel("Q2 2027").fill("0");
    await page.getByRole("button", { name: "Speichern" }).click();
    await page.getByRole("status").filter({ hasText: "angelegt" }).waitFor();
    expect(await page.getByRole("row", { name: new RegExp(`^${name}`) }).innerText()).toContain("0 bis 40");
    await page.getByRole("link", { name: `${name} bearbeiten` }).click();
    await page.getByRole("button", { name: "Archivieren" }).click();
    await page.getByRole("status").filter({ hasText: "archiviert" }).waitFor();
    await page.getByRole("button", { name: `${name} wieder aufnehmen` }).waitFor();
    await page.context().close();
  });
});

describe.each([true, false])("budget with JavaScript %s", (javaScript) => {
  it("leads from a number to the measures behind it and changes with its frame", async () => {
    const page = await enterAs(browser, server, "lindner", { javaScript });
    await page.goto("/ressourcen/haushalt");
    await page.getByRole("link", { name: /Maßnahmen? hinter 2028, investiv anzeigen/ }).click();
    const detail = page.locator("#dahinter");
    await detail.waitFor();
    const cents = (text: string) => Number(text.replace(/[^\d-]/g, ""));
    const parts = await detail.locator("tbody td[data-label='Ausgaben']").allTextContents();
    expect(parts.map(cents).reduce((sum, part) => sum + part, 0)).toBe(cents((await detail.locator("tfoot td").first().textContent()) ?? ""));

    await page.goto("/ressourcen/haushalt/rahmen");
    const field = page.getByLabel("2030, investiv, Rahmen in Euro");
    await field.fill("viel");
    await page.getByRole("button", { name: "Rahmen speichern" }).click();
    await page.getByRole("alert").getByRole("link", { name: /2030, investiv/ }).waitFor();
    expect(await field.inputValue()).toBe("viel");
    await field.fill(javaScript ? "1.000,50" : "2.000,50");
    await page.getByRole("button", { name: "Rahmen speichern" }).click();
    await page.getByRole("status").filter({ hasText: "gespeichert" }).waitFor();
    expect(await page.getByRole("row", { name: /^2030 investiv/ }).innerText()).toContain(javaScript ? "1.000,50" : "2.000,50");
    expect(await page.getByRole("row", { name: /^2030 investiv/ }).innerText()).toContain("über dem Rahmen");
    await page.context().close();
  });

  it("two people who change the same frame learn of each other", async () => {
    const [mine, theirs] = [await enterAs(browser, server, "lindner", { javaScript }), await enterAs(browser, server, "kraemer", { javaScript })];
    const label = "2029, konsumtiv, Rahmen in Euro";
    for (const page of [mine, theirs]) await page.goto("/ressourcen/haushalt/rahmen");
    await theirs.getByLabel(label).fill(javaScript ? "111" : "333");
    await theirs.getByRole("button", { name: "Rahmen speichern" }).click();
    await theirs.getByRole("status").filter({ hasText: "gespeichert" }).waitFor();
    await mine.getByLabel(label).fill("222");
    await mine.getByRole("button", { name: "Rahmen speichern" }).click();
    const notice = mine.getByRole("status").filter({ hasText: "Jemand anderes hat inzwischen gespeichert" });
    await notice.waitFor();
    expect(await notice.innerText()).toContain(javaScript ? "111,00" : "333,00");
    expect(await mine.getByLabel(label).inputValue()).toBe("222");
    await mine.getByRole("button", { name: "Rahmen speichern" }).click();
    await mine.getByRole("status").filter({ hasText: "Ein Rahmen ist gespeichert" }).waitFor();
    await mine.context().close();
    await theirs.context().close();
  });
});

const PAGES = [
  "/ressourcen/personal",
  "/ressourcen/personal?umfang=alle&team=team-1&quartal=2027-Q2",
  "/ressourcen/personal/kapazitaeten",
  "/ressourcen/personal/kapazitaeten/1",
  "/ressourcen/haushalt",
  "/ressourcen/haushalt?umfang=ideen",
  "/ressourcen/haushalt?art=investiv&jahr=2028",
  "/ressourcen/haushalt/rahmen",
];

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
