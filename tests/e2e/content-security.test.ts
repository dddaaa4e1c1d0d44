import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { enterAs, launchBrowser } from "#tests/support/browser.ts";
import { startDemonstrationServer } from "#tests/support/demonstration-server.ts";
import { pagesOf } from "#tests/support/page-list.ts";
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

/** The pages that are meant to be refused are refused; that is no fault of theirs. */
const EXPECTED = /^Failed to load resource: the server responded with a status of 40[34]/;

/** Notes what the browser itself complains about: refused styles and scripts, errors, hydration that does not fit. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && !EXPECTED.test(message.text()) && complaints.push(`${page.url()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  return complaints;
}

it("no page breaks its own Content-Security-Policy or throws in the browser", { timeout: 300_000 }, async () => {
  const windows = new Map<string, Page>();
  const complaints: string[][] = [];
  for (const { as, path } of pagesOf(server.db)) {
    let page = windows.get(as);
    if (page === undefined) {
      page = await enterAs(browser, server, as);
      windows.set(as, page);
      complaints.push(listen(page));
    }
    await page.goto(path, { waitUntil: "load" });
  }
  expect(complaints.flat()).toEqual([]);
});

it("would be noticed: an inline script and an inline style are refused and reported", async () => {
  const page = await enterAs(browser, server, "admin");
  const complaints = listen(page);
  await page.goto("/konto");
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'run'";
    document.body.append(script);
    document.body.insertAdjacentHTML("beforeend", '<p style="color: red">rot</p>');
  });
  await expect.poll(() => complaints.length).toBeGreaterThanOrEqual(2);
  expect(await page.title()).not.toBe("run");
});
