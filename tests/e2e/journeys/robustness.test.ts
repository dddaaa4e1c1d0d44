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

it("the slider is moved by keyboard, and figures and address follow", async () => {
  const page = await enterAs(browser, server, "lindner");
  await page.goto("/priorisierung/robustheit");
  const first = page.getByRole("row").nth(1);
  expect(await first.innerText()).toContain("100");
  expect(await axeFindings(page)).toEqual([]);
  await page.getByLabel("Spielraum der Gewichte").focus();
  await page.keyboard.press("End");
  await page.getByRole("status").filter({ hasText: "beliebige Gewichte" }).waitFor();
  expect(new URL(page.url()).searchParams.get("spielraum")).toBe("100");
  await page.getByLabel("Wie viele Plätze").fill("3");
  await page.getByRole("columnheader", { name: "Unter den ersten 3" }).waitFor();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Home");
  await page.getByRole("status").filter({ hasText: "genau diese Gewichte" }).waitFor();
  // With no freedom there is one place for each.
  expect(await page.getByRole("cell", { name: /^immer Platz \d+$/ }).count()).toBe((await page.getByRole("row").count()) - 1);
  await page.context().close();
});

it("without JavaScript the form asks for the same page, on a narrow screen", async () => {
  const page = await enterAs(browser, server, "kaiser", { javaScript: false, width: 390 });
  await page.goto("/priorisierung/robustheit");
  await page.getByLabel("Wie viele Plätze").fill("5");
  await page.getByRole("button", { name: "Neu rechnen" }).click();
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({ spielraum: "30", oben: "5" });
  await page.getByText("Startwert 1").waitFor();
  expect(await sidewaysOverflow(page)).toBe(0);
  await page.context().close();
});

it("others are answered while an analysis runs", async () => {
  const page = await enterAs(browser, server, "lindner");
  const statuses = await Promise.all(["/priorisierung/robustheit?spielraum=55", "/api/health", "/priorisierung/robustheit?spielraum=60", "/priorisierung"].map(async (path) => (await page.request.get(path)).status()));
  expect(statuses).toEqual([200, 200, 200, 200]);
  await page.context().close();
});
