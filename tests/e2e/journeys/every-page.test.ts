import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings, enterAs, launchBrowser, sidewaysOverflow } from "#tests/support/browser.ts";
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

/** Walks all pages as the people who see them, one window per person. */
async function walk(view: { colourScheme: "light" | "dark"; width: number }, look: (page: Page, name: string) => Promise<void>): Promise<void> {
  const windows = new Map<string, Page>();
  for (const { as, path, status } of pagesOf(server.db)) {
    const page = windows.get(as) ?? (await enterAs(browser, server, as, view));
    windows.set(as, page);
    const response = await page.goto(path);
    expect(response?.status(), `${as} ${path}`).toBe(status);
    await look(page, `${as} ${path}`);
  }
  for (const page of windows.values()) await page.context().close();
}

// Colours do not depend on the width, nor the width on colours: each is walked once.
describe.each([
  { colourScheme: "light", width: 1440 },
  { colourScheme: "dark", width: 390 },
] as const)("in $colourScheme colours and a window of $width pixels", (view) => {
  it("every page is accessible and fits", { timeout: 600_000 }, async () => {
    const problems: string[] = [];
    await walk(view, async (page, name) => {
      for (const finding of await axeFindings(page)) problems.push(`${name}: ${finding}`);
      const overflow = await sidewaysOverflow(page);
      if (overflow > 0) problems.push(`${name}: ${overflow} pixels wider than the window`);
    });
    expect(problems).toEqual([]);
  });
});
