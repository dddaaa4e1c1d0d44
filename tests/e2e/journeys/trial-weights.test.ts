import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { axeFindings, enterAs, launchBrowser, sidewaysOverflow } from "#tests/support/browser.ts";
import { startDemonstrationServer } from "#tests/support/demonstration-server.ts";
import type { TestServer } from "#tests/support/server.ts";

const PAGE = "/priorisierung/gewichte-probieren";

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

it("a department moves a slider by keyboard, hears the new order, and proposes it; the ranking stays", async () => {
  const page = await enterAs(browser, server, "sommer");
  await page.goto(PAGE);
  const firstPlace = page.getByRole("region", { name: "Rangfolge mit diesen Gewichten" }).getByRole("listitem").first();
  const before = await firstPlace.innerText();
  const slider = page.getByRole("slider", { name: "Einsparungen, Regler" });
  await slider.focus();
  await page.keyboard.press("End");
  expect(await page.getByRole("spinbutton", { name: "Einsparungen, Punkte" }).inputValue()).toBe("100");
  expect(await firstPlace.innerText()).not.toBe(before);
  await page.getByRole("status").filter({ hasText: /Platz 1/ }).waitFor({ state: "attached" });
  expect(await axeFindings(page)).toEqual([]);

  await page.getByLabel("Bezeichnung des Vorschlags").fill("Sparen zuerst");
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "ist gespeichert" }).waitFor();
  await page.getByRole("heading", { name: "Sparen zuerst" }).waitFor();
  expect(await page.getByRole("button", { name: "„Bürgernutzen zuerst“ verwerfen" }).count()).toBe(0);
  await page.getByRole("button", { name: "Zurücksetzen" }).click();
  await page.getByText("Alle Maßnahmen stehen auf demselben Platz").waitFor();
  expect(await firstPlace.innerText()).toBe(before);
  await page.getByRole("button", { name: "„Sparen zuerst“ verwerfen" }).click();
  await page.getByRole("status").filter({ hasText: "ist verworfen" }).waitFor();
  await page.context().close();
});

it("without JavaScript numbers and a button do the same, on a narrow screen", async () => {
  const page = await enterAs(browser, server, "sommer", { javaScript: false, width: 390 });
  await page.goto(PAGE);
  expect(await page.getByRole("slider").count()).toBe(0);
  await page.getByRole("spinbutton", { name: "Einsparungen, Punkte" }).fill("100");
  await page.getByRole("button", { name: "Rangfolge neu rechnen" }).click();
  await page.getByText(/Maßnahmen stehen auf einem anderen Platz/).waitFor();
  expect(await sidewaysOverflow(page)).toBe(0);
  await page.getByRole("button", { name: "Als Vorschlag speichern" }).click();
  await page.getByText("Geben Sie dem Vorschlag eine Bezeichnung.").first().waitFor();
  await page.getByLabel("Bezeichnung des Vorschlags").fill("Ohne Skript");
  await page.getByRole("button", { name: "Als Vorschlag speichern" }).click();
  await page.getByRole("heading", { name: "Ohne Skript" }).waitFor();
  expect(await page.getByRole("spinbutton", { name: "Einsparungen, Punkte" }).inputValue()).toBe("100");
  await page.context().close();
});
