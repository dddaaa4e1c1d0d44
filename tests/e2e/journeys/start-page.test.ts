import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings, enterAs, launchBrowser, logInAs, openWindow, sidewaysOverflow } from "#tests/support/browser.ts";
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

describe("logging in", () => {
  it("asks who is there, says what is wrong without losing the address, and leads back to where one wanted to go", async () => {
    const window = await openWindow(browser, server.origin);
    const page = await window.newPage();
    await page.goto("/?von=post");
    expect(new URL(page.url()).pathname).toBe("/anmelden");
    await page.getByLabel("E-Mail-Adresse").fill("digital@musterstadt.example");
    await page.getByLabel("Passwort", { exact: true }).fill("falsch");
    await page.getByRole("main").getByRole("button", { name: "Anmelden" }).click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByLabel("E-Mail-Adresse").inputValue()).toBe("digital@musterstadt.example");
    await page.getByLabel("Passwort", { exact: true }).fill("Musterstadt-2026!");
    await page.getByRole("main").getByRole("button", { name: "Anmelden" }).click();
    await page.waitForURL((url) => url.pathname === "/" && url.search === "?von=post");
    await window.close();
  });
});

describe.each([true, false])("the start page with JavaScript %s", (javaScript) => {
  it("tells the digital officer what is urgent before what is not, and names the measures", async () => {
    const page = await logInAs(browser, server.origin, "lindner", { javaScript });
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Übersicht");
    const titles = await page.locator(".finding__title").allTextContents();
    expect(titles[0]).toContain("Ampel auf Rot");
    expect(titles.at(-1)).toContain("fehlen Schätzungen");
    expect(await page.getByRole("link", { name: "Mängelmelde-App Meldoo" }).count()).toBe(1);
    await page.context().close();
  });

  it("keeps the living plan from committee members", async () => {
    const page = await logInAs(browser, server.origin, "demir", { javaScript });
    const text = await page.getByRole("main").innerText();
    expect(text).toContain("Eine Fassung liegt Ihnen zur Beratung vor");
    expect(text).not.toContain("Meldoo");
    await page.context().close();
  });
});

describe.each([
  { colourScheme: "light", width: 1440 },
  { colourScheme: "dark", width: 390 },
] as const)("in $colourScheme colours and a window of $width pixels", (view) => {
  it("the start page of every role is accessible and fits", async () => {
    for (const key of ["lindner", "sommer", "hartwig", "kaiser", "admin"] as const) {
      const page = await enterAs(browser, server, key, view);
      await page.goto("/");
      expect(await axeFindings(page), key).toEqual([]);
      expect(await sidewaysOverflow(page), key).toBe(0);
      await page.context().close();
    }
  });
});
