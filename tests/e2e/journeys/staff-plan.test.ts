import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
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

const message = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text }).waitFor();
const expectSound = async (page: Page) => {
  expect(await axeFindings(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
};
/** A cell of the Geoinformation team in the heat map. */
const cellOf = (page: Page, quarter: string) => page.getByRole("row", { name: /^Geoinformation/ }).getByRole("link", { name: `Geoinformation, ${quarter}` });

it("the officer asks for a post, without JavaScript, and sees what it changes: cost, capacity, need", async () => {
  const page = await enterAs(browser, server, "lindner", { javaScript: false, width: 390 });
  await page.goto("/ressourcen/personal");
  expect(await cellOf(page, "1. Quartal 2029").textContent()).toContain("Kapazität 30");
  await page.getByRole("link", { name: "Stellenplan" }).click();
  await page.getByRole("link", { name: "Stelle anlegen" }).click();
  await page.getByLabel("Bezeichnung").fill("Geodatenpflege");
  await page.getByLabel("Umfang in VZÄ").fill("0.5");
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.getByRole("alert").getByRole("link", { name: /Umfang in VZÄ: .* zum Beispiel 0,5 oder 1/ }).waitFor();
  expect(await page.getByLabel("Bezeichnung").inputValue()).toBe("Geodatenpflege");
  await page.getByLabel("Umfang in VZÄ").fill("0,5");
  await page.getByLabel("Organisationseinheit").selectOption({ label: "Fachbereich Stadtplanung, Bauordnung und Geoinformation" });
  await page.getByLabel("Zustand").selectOption("requested");
  await page.getByLabel("Entgelt- oder Besoldungsgruppe").fill("E 10");
  await page.getByLabel("Zweck").fill("Daten");
  await page.getByLabel("Team, dessen Kapazität sie hebt").selectOption({ label: "Geoinformation" });
  await page.getByLabel("Eingerichtet ab Quartal").fill("2028-Q3");
  await page.getByRole("button", { name: "Speichern" }).click();
  await message(page, "Die Stelle ist angelegt.");
  const row = page.getByRole("row", { name: /^Geodatenpflege/ });
  expect(await row.textContent()).toMatch(/0,50.*40\.300,00\s€.*beantragt.*ab Q1\s2029, 2 Quartale nach Einrichtung/);
  await page.goto("/ressourcen/personal?einheit=vzae");
  expect(await cellOf(page, "1. Quartal 2029").textContent()).toContain("Kapazität 1,10");
  await page.context().close();
});

it("a cell leads to the measures behind it, and the Kämmerei reads need and rates, which it cannot change", async () => {
  const page = await enterAs(browser, server, "stein", { colourScheme: "dark" });
  await page.goto("/ressourcen/personal");
  await cellOf(page, "1. Quartal 2029").click();
  await page.getByRole("heading", { name: "Geoinformation, 1. Quartal 2029" }).waitFor();
  await expectSound(page);
  await page.getByRole("link", { name: "VZÄ", exact: true }).click();
  await page.getByRole("table", { name: /in Vollzeitstellen/ }).waitFor();
  await expectSound(page);
  await page.getByRole("link", { name: "Stellenbedarf" }).click();
  const purpose = page.getByRole("table", { name: /je Zweck und Jahr/ }).getByRole("row", { name: /^Barrierefreiheit/ });
  expect(await purpose.textContent()).toMatch(/Bedarf0,32.*besetzt0,50.*kommend0,50/);
  await page.getByText(/^\d+ Zeilen anzeigen$/).click();
  await expectSound(page);
  await page.getByRole("link", { name: "Kostensätze" }).click();
  await page.getByRole("row", { name: /E 11.*01\.01\.2020/ }).waitFor();
  expect(await page.getByRole("main").getByRole("link", { name: /bearbeiten|anlegen/ }).count()).toBe(0);
  expect((await page.goto("/ressourcen/stellenplan/neu"))?.status()).toBe(403);
  await page.context().close();
});

it("two who change one post at once: the second sees what the first saved, and nothing typed is lost", async () => {
  const [first, second] = [await enterAs(browser, server, "lindner", { width: 390 }), await enterAs(browser, server, "lindner")];
  for (const page of [first, second]) {
    await page.goto("/ressourcen/stellenplan");
    await page.getByRole("link", { name: "Prozessmanagement" }).waitFor();
    if (page === first) await expectSound(page);
    await page.getByRole("link", { name: "Prozessmanagement" }).click();
    await page.getByLabel("Umfang in VZÄ").waitFor();
  }
  await first.getByLabel("Umfang in VZÄ").fill("0,75");
  await first.getByRole("button", { name: "Speichern" }).click();
  await message(first, "Die Stelle ist gespeichert.");
  await second.getByLabel("Zweck").fill("E-Akte");
  await second.getByRole("button", { name: "Speichern" }).click();
  await second.getByText("Jemand anderes hat inzwischen gespeichert").waitFor();
  expect(await second.getByRole("status").textContent()).toContain("0,75");
  expect(await second.getByLabel("Zweck").inputValue()).toBe("E-Akte");
  await expectSound(second);
  await second.getByRole("button", { name: "Speichern" }).click();
  await message(second, "Die Stelle ist gespeichert.");
  await second.getByRole("link", { name: "Prozessmanagement" }).click();
  await second.getByText("Stelle löschen").click();
  await second.getByRole("button", { name: "Endgültig löschen" }).click();
  await message(second, "Die Stelle „Prozessmanagement“ ist gelöscht.");
  for (const page of [first, second]) await page.context().close();
});
