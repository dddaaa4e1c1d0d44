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

it("the officer sees each group's score and place, and by name where groups strongly disagree", async () => {
  const page = await enterAs(browser, server, "lindner");
  await page.goto("/priorisierung");
  const first = page.getByRole("row").nth(1);
  expect(await first.getByRole("img", { name: /^Gruppen von [\d,]+ bis [\d,]+ Punkten/ }).count()).toBe(1);
  expect(await first.innerText()).toMatch(/Politik: [\d,]+ \(Platz \d+\)/);
  expect(await page.getByText(/^\S+ sieht sie auf Platz \d+, \S+ auf Platz \d+\.$/).count()).toBeGreaterThan(0);
  expect(await axeFindings(page)).toEqual([]);
  await page.context().close();
});

it("while the round is open a department sees its own group alone, on a narrow screen too", async () => {
  const page = await enterAs(browser, server, "sommer", { javaScript: false, width: 390 });
  await page.goto("/priorisierung");
  const table = await page.getByRole("table").first().innerText();
  expect(table).toMatch(/Verwaltung: [\d,]+ \(Platz \d+\)/);
  expect(table).not.toContain("Politik");
  expect(await sidewaysOverflow(page)).toBe(0);
  await page.context().close();
});
