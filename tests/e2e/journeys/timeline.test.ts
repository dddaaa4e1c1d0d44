import { eq } from "drizzle-orm";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings, enterAs, launchBrowser } from "#tests/support/browser.ts";
import { startDemonstrationServer } from "#tests/support/demonstration-server.ts";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { measure } from "#db/schema/index.ts";
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

const bar = (page: Page, title: string) => page.getByRole("grid").locator(`a[data-measure][aria-label^="${title}, "]`);
/** Where it stands, without where the last version had it. */
const nameOf = async (page: Page, title: string) => (await bar(page, title).getAttribute("aria-label"))?.replace(/, in der letzten Fassung.*/, "");
const said = (page: Page, text: RegExp) => page.locator(".timeline-said").filter({ hasText: text }).waitFor();
/** The picture hears the keyboard once one of its bars is the only stop. */
const alive = (page: Page) => expect.poll(() => page.locator('[data-stop][tabindex="0"]').count()).toBe(1);

describe("the timeline as the place to work in", () => {
  it("is a grid to a screen reader: lanes, rows and bars with names, dates and state", async () => {
    const page = await enterAs(browser, server, "kaiser");
    await page.goto("/zeitplan");
    await alive(page);
    const tree = await page.getByRole("grid").ariaSnapshot();
    const lines = tree.split("\n").filter((line) => /gridcell|rowheader|rowgroup/.test(line));
    await expect(lines.slice(0, 16).join("\n")).toMatchFileSnapshot("snapshots/timeline-tree.txt");
    await page.context().close();
  });

  it("plans a measure by the keyboard alone: placed, made longer, taken back, made again, opened", async () => {
    const page = await enterAs(browser, server, "lindner");
    await page.goto("/zeitplan");
    await alive(page);
    const title = "Digitaler Zwilling";
    const stored = () => nameOf(page, title);
    expect(await stored()).toContain("ohne Termin");
    await page.locator('[data-stop][tabindex="0"]').focus();
    // The lane of what has no date is the last one.
    await page.keyboard.press("End");
    for (let press = 0; press < 5 && (await page.evaluate(() => document.activeElement?.getAttribute("aria-label")))?.startsWith(title) !== true; press += 1) await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Alt+ArrowRight");
    await said(page, /steht jetzt/);
    const placed = await stored();
    expect(placed).toMatch(/, \d\.\sQuartal\s\d{4}, /);
    await page.keyboard.press("Alt+Shift+ArrowRight");
    await expect.poll(stored).toMatch(/Quartal\s\d{4} bis \d\.\sQuartal/);
    await page.getByRole("button", { name: `Rückgängig: „${title}“` }).waitFor();
    await said(page, /steht jetzt/);
    await page.keyboard.press("Control+z");
    await said(page, /zurückgenommen/);
    await expect.poll(stored).toBe(placed);
    await page.getByRole("button", { name: `Wiederholen: „${title}“` }).waitFor();
    await page.keyboard.press("Control+y");
    await expect.poll(stored).toMatch(/bis/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/massnahmen\/\d+$/);
    await page.context().close();
  });

  it("drags a bar beyond its deadline, is asked, lets the planner repair it, and takes that back", async () => {
    const page = await enterAs(browser, server, "lindner");
    await page.goto("/zeitplan");
    await alive(page);
    const title = "Einführung einer digitalen Signatur";
    server.db.update(measure).set({ deadline: plainDate("2028-03-31"), rowVersion: 2 }).where(eq(measure.title, title)).run();
    await page.reload();
    await alive(page);
    const before = await nameOf(page, title);
    // To the middle of the region, clear of the strip at its bottom.
    await bar(page, title).evaluate((element) => element.scrollIntoView({ block: "center" }));
    const box = await bar(page, title).locator(".timeline-target").boundingBox();
    if (box === null) throw new Error("the bar is not in view");
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y, { steps: 6 });
    await page.locator(".timeline-said").filter({ hasText: /Frist wird überschritten/ }).waitFor();
    await page.mouse.up();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/Endet nach der Frist|Frist/).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Reparatur suchen" }).click();
    await dialog.getByRole("button", { name: "Plan so ändern" }).click({ timeout: 30_000 });
    await dialog.waitFor({ state: "detached" });
    await said(page, /steht jetzt/);
    await page.getByRole("button", { name: /^Rückgängig: / }).click();
    await said(page, /zurückgenommen/);
    await expect.poll(() => nameOf(page, title)).toBe(before);
    await page.context().close();
  });

  it("tells the second of two people what the first one did, and lets them decide", async () => {
    const [mine, theirs] = [await enterAs(browser, server, "lindner"), await enterAs(browser, server, "kraemer")];
    const title = "Musterstadt-App";
    for (const page of [mine, theirs]) {
      await page.goto("/zeitplan");
      await alive(page);
      await bar(page, title).focus();
    }
    const before = await nameOf(mine, title);
    await theirs.keyboard.press("Alt+Shift+ArrowRight");
    await said(theirs, /steht jetzt/);
    await mine.keyboard.press("Alt+Shift+ArrowRight");
    const dialog = mine.getByRole("dialog", { name: "Inzwischen hat jemand anderes verschoben" });
    await dialog.waitFor();
    await dialog.getByRole("button", { name: "So übernehmen" }).click();
    await expect.poll(() => nameOf(mine, title)).not.toBe(before);
    expect(await nameOf(mine, title)).toBe(await nameOf(theirs, title));
    await Promise.all([mine, theirs].map((page) => page.context().close()));
  });
});
