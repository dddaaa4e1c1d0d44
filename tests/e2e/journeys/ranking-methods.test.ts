import type { Browser } from "playwright-core";
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

it("whoever doubts a place sees by name where the methods disagree, and sorts by another one", async () => {
  const page = await enterAs(browser, server, "lindner");
  await page.goto("/priorisierung");
  await page.getByRole("navigation", { name: "Ergebnis" }).getByRole("link", { name: "Verfahren" }).click();
  await page.getByRole("heading", { name: "Verfahren im Vergleich" }).waitFor();
  expect(await page.getByText(/Nutzen je Kosten setzt sie auf Platz \d+/).count()).toBeGreaterThan(0);
  expect(await axeFindings(page)).toEqual([]);
  const firstRow = page.getByRole("row").nth(1);
  const byScore = await firstRow.innerText();
  await page.getByRole("link", { name: "TOPSIS" }).click();
  await page.waitForURL(/sortierung=topsis/);
  await page.getByRole("link", { name: "Nutzen je Kosten" }).click();
  await page.waitForURL(/sortierung=kosten/);
  await page.getByRole("columnheader", { name: /Nutzen je Kosten/ }).and(page.locator("[aria-sort=ascending]")).waitFor();
  expect(await firstRow.innerText()).not.toBe(byScore);
  await page.context().close();
});

it("without JavaScript the parts of WSJF are chosen and the sorting stays, on a narrow screen", async () => {
  const page = await enterAs(browser, server, "kaiser", { javaScript: false, width: 390 });
  await page.goto("/priorisierung/verfahren?sortierung=wsjf");
  await page.getByLabel("Umsetzbarkeit").selectOption("Zeitkritik");
  await page.getByRole("button", { name: "Zuordnung anwenden" }).click();
  expect(new URL(page.url()).searchParams.get("sortierung")).toBe("wsjf");
  expect(await page.getByLabel("Umsetzbarkeit").inputValue()).toBe("zeit");
  expect(await sidewaysOverflow(page)).toBe(0);
  await page.context().close();
});
