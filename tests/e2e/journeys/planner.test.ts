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

it("the officer plans Musterstadt, and everybody reads how good the plan is and what is not in it", async () => {
  const page = await enterAs(browser, server, "lindner");
  await page.goto("/planung");
  expect(await page.getByRole("region", { name: "Maßnahmen ohne vollständige Schätzung" }).first().getByRole("link").count()).toBeGreaterThan(3);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByText("2 Sekunden").click();
  await page.getByRole("button", { name: "Plan berechnen" }).click();
  // Others are answered while it searches.
  expect((await page.request.get("/api/health")).status()).toBe(200);
  await page.getByText(/^Güte: (höchstens \d+,\d\s%|der bestmögliche)/).waitFor({ timeout: 20_000 });
  const address = new URL(page.url()).pathname;
  expect(await page.getByRole("link", { name: /^Warum hier\?/ }).count()).toBeGreaterThan(10);
  expect(await axeFindings(page)).toEqual([]);
  // Whoever begins last has something in the way of beginning earlier.
  await page.getByRole("region", { name: /^Maßnahmen des Plans/ }).getByRole("link", { name: /^Warum hier\?/ }).last().click();
  await page.getByRole("heading", { level: 1, name: /^Warum beginnt „.+“ im \d/ }).waitFor();
  expect(await page.getByText(/Es fehlen|wartet auf|beginnt im .* schon so viele/).count()).toBeGreaterThan(0);
  await page.getByText(/^(Sie würde im .+ beginnen, wenn .+ mehr|Auch ohne mehr|Bleibt alles andere)/).first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  const reader = await enterAs(browser, server, "kaiser", { javaScript: false, width: 390 });
  await reader.goto(address);
  expect(await reader.getByText("Personal, Geld oder Zeit reichen nicht").count()).toBeGreaterThan(0);
  expect(await reader.getByRole("button", { name: "Plan berechnen" }).count()).toBe(0);
  expect(await sidewaysOverflow(reader)).toBe(0);
  await page.context().close();
  await reader.context().close();
});

it("without JavaScript a run is started, seen on its way, cancelled, and keeps its plan", { timeout: 240_000 }, async () => {
  const page = await enterAs(browser, server, "lindner", { javaScript: false });
  // Two threads search at full speed meanwhile; a small machine needs its time for everything else.
  page.setDefaultTimeout(60_000);
  await page.goto("/planung");
  await page.getByLabel(/^60 Sekunden/).check();
  await page.getByRole("button", { name: "Plan berechnen" }).click();
  await page.getByRole("heading", { name: /wird berechnet$/ }).waitFor();
  const first = page.getByRole("link", { name: /^Warum hier\?/ }).first();
  for (let reads = 0; reads < 40 && (await first.count()) === 0; reads += 1) {
    await page.waitForTimeout(200);
    await page.getByRole("link", { name: "Stand neu laden" }).click();
  }
  await page.getByRole("button", { name: "Abbrechen und besten Plan behalten" }).click();
  await page.getByText("Die Berechnung ist abgebrochen.").waitFor();
  expect(await first.count()).toBe(1);
  await page.context().close();
});
