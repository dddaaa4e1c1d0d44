import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

describe("benefit and effort", () => {
  it("is one tab stop, goes from place to place, says name and figures, and opens the measure", async () => {
    const page = await enterAs(browser, server, "lindner");
    await page.goto("/priorisierung");
    await page.getByRole("link", { name: "Nutzen und Aufwand" }).click();
    const links = page.locator(".portfolio-picture--wide a[data-measure]");
    await page.locator('.portfolio-picture--wide a[data-measure][tabindex="0"]').waitFor({ state: "attached" });
    expect(await axeFindings(page)).toEqual([]);
    await page.locator(".portfolio__skip").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    const focused = page.locator("a[data-measure]:focus");
    const name = (await focused.getAttribute("aria-label")) ?? "";
    const places = await page.locator("#tabelle tbody td:first-child").allTextContents();
    expect(name).toMatch(new RegExp(`^Platz ${places[1] ?? ""}: .+ Nutzen [\\d,]+ Punkte, Aufwand .+\\sPT, einmalig .+\\s€\\. `));
    expect(await page.locator(".portfolio-picture--wide svg > g").last().textContent()).toContain(name.slice(name.indexOf(": ") + 2, name.indexOf(". Nutzen")));
    await page.keyboard.press("End");
    expect(await focused.getAttribute("aria-label")).toBe(await links.last().getAttribute("aria-label"));
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/massnahmen\/\d+$/);
    await page.context().close();
  });

  it("holds the same without JavaScript on a telephone, and lets others count as benefit", async () => {
    const page = await enterAs(browser, server, "kaiser", { width: 390, javaScript: false });
    await page.goto("/priorisierung/portfolio");
    expect(await sidewaysOverflow(page)).toBe(0);
    const rows = page.locator("#tabelle tbody tr");
    expect(await page.locator(".portfolio-picture--narrow a[data-measure]").count()).toBe(await rows.count());
    const before = await rows.first().textContent();
    await page.locator("summary").filter({ hasText: "Als Nutzen zählen" }).click();
    await page.getByRole("checkbox", { name: "Beitrag zu den Zielen" }).uncheck();
    await page.locator(".portfolio-choice").getByRole("button", { name: "Anzeigen" }).click();
    await page.waitForURL(/nutzen=/);
    expect(await rows.first().textContent()).not.toBe(before);
    expect(await page.locator("#ohne-angabe tbody tr").count()).toBeGreaterThan(0);
    await page.context().close();
  });
});

describe("disagreement", () => {
  it("names who is apart by how much and why, the twenty largest first, or all by place", async () => {
    const page = await enterAs(browser, server, "lindner", { javaScript: false });
    await page.goto("/priorisierung/abweichungen");
    const rows = page.locator(".dissent tbody tr");
    expect(await rows.count()).toBe(20);
    expect(await rows.first().textContent()).toMatch(/ [\d,]+, .+ [\d,]+: vor allem wegen „.+“/);
    const ranges = (await page.locator(".dissent__range").allTextContents()).map((text) => Number(text.replace(",", ".")));
    expect(ranges).toEqual([...ranges].sort((a, b) => b - a));
    await page.getByRole("link", { name: /^Alle \d+ zeigen$/ }).click();
    expect(await rows.count()).toBeGreaterThan(20);
    await page.getByRole("link", { name: /^Platz/ }).click();
    expect(await page.locator(".dissent tbody td:first-child").first().textContent()).toBe("1");
    await page.context().close();
  });

  it("stays closed to everybody but the digital officer while the round is open", async () => {
    const page = await enterAs(browser, server, "sommer", { width: 390 });
    await page.goto("/priorisierung/abweichungen");
    await page.getByText("Die Runde läuft noch").waitFor();
    expect(await page.locator(".dissent").count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });
});
