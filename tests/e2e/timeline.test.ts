import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { findMeasure } from "#db/queries/portfolio.server.ts";
import { axeFindings, launchBrowser, openWindow, sidewaysOverflow, type View } from "#tests/support/browser.ts";
import { inspectPdf } from "#tests/support/pdf.ts";
import { enrolPeople, type Person } from "#tests/support/people.ts";
import { aPortfolio, aPortfolioOf } from "#tests/support/portfolio.ts";
import { startTestServer, type TestServer } from "#tests/support/server.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const seedOf = (count: number) => (db: Db) => {
  storePortfolio(db, count === 0 ? aPortfolio() : aPortfolioOf(count));
  enrolPeople(db);
};

let browser: Browser;
let small: TestServer;
let large: TestServer;
let empty: TestServer;
beforeAll(async () => {
  browser = await launchBrowser();
  small = await startTestServer({ seed: seedOf(60) });
  large = await startTestServer({ seed: seedOf(400) });
  empty = await startTestServer({ seed: seedOf(0) });
});
afterAll(async () => {
  await browser.close();
  await Promise.all([small, large, empty].map((server) => server.stop()));
});

async function open(server: TestServer, path: string, view: View = {}, person: Person = "officer"): Promise<Page> {
  const window = await openWindow(browser, server.origin, view);
  const [name, value] = server.cookieFor(person).split("=");
  await window.addCookies([{ name: name ?? "", value: value ?? "", url: server.origin }]);
  const page = await window.newPage();
  await page.goto(path);
  return page;
}

describe("axe finds nothing, and nothing reaches beyond the window", () => {
  const paths = ["/zeitplan", "/zeitplan?ansicht=tabelle", "/zeitplan?zeilen=federfuehrung&anordnung=kompakt", "/zeitplan/1/verschieben?startQuarter=2027-Q1&endQuarter=2028-Q4"];
  const views: View[] = [{}, { colourScheme: "dark" }, { width: 390 }, { width: 320, colourScheme: "dark" }];
  test.each(views)("%o with 60 measures", async (view) => {
    for (const path of paths) {
      const page = await open(small, path, view);
      expect(await axeFindings(page), path).toEqual([]);
      expect(await sidewaysOverflow(page), path).toBe(0);
      await page.context().close();
    }
  });

  test("with 400 measures and with none", async () => {
    for (const [server, path] of [[large, "/zeitplan"], [large, "/zeitplan?ansicht=tabelle"], [empty, "/zeitplan"]] as const) {
      const page = await open(server, path);
      expect(await axeFindings(page), path).toEqual([]);
      await page.context().close();
    }
  });
});

describe("keyboard and screen reader", () => {
  test("every bar is a cell of a grid, named with title, dates and state; the bars are one tab stop with arrow keys", async () => {
    const page = await open(small, "/zeitplan");
    const bars = page.locator("a[data-measure]");
    const names = await bars.evaluateAll((links) => links.map((link) => link.getAttribute("aria-label") ?? ""));
    expect(names).toHaveLength(45);
    for (const name of names) expect(name).toMatch(/(?:Quartal.*\d{4}|ohne Termin), \S+/u);
    await expect.poll(() => page.locator('a[data-measure][tabindex="0"]').count()).toBe(1);
    await bars.first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowUp");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(names[1]);
    await page.keyboard.press("End");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(names.at(-1));
    const hidden = await page.evaluate(() => {
      const region = document.querySelector(".timeline")?.getBoundingClientRect();
      const bar = document.activeElement?.getBoundingClientRect();
      return region && bar ? bar.top < region.top + 68 || bar.bottom > region.bottom : true;
    });
    expect(hidden).toBe(false);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(names.at(-1));
    await page.context().close();
  });

  test("the content security policy refuses nothing on the page", async () => {
    const page = await open(small, "about:blank");
    const errors: string[] = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(error.message));
    for (const path of ["/zeitplan", "/zeitplan?ansicht=tabelle", "/zeitplan/1/verschieben"]) await page.goto(`${small.origin}${path}`, { waitUntil: "networkidle" });
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("without JavaScript", () => {
  test("a measure is moved: preview, refusal, confirmation with a reason", async () => {
    const page = await open(small, "/zeitplan?ansicht=tabelle", { javaScript: false });
    await page.getByRole("link", { name: "Konzept Serviceportal 1 verschieben", exact: true }).click();
    await page.getByLabel("Beginn").selectOption("2025-Q1");
    await page.getByLabel("Ende").selectOption("2025-Q4");
    await page.getByRole("button", { name: "Auswirkungen prüfen" }).click();
    expect(await page.getByText("Eine Bedingung wird verletzt").count()).toBe(1);
    expect(await page.getByLabel("Ende").inputValue()).toBe("2025-Q4");
    await page.getByRole("button", { name: "Verschieben", exact: true }).click();
    expect(await page.getByRole("alert").textContent()).toContain("Entscheiden Sie");
    await page.getByLabel("Begründung").last().fill("Vergabe dauert länger");
    await page.getByRole("button", { name: "So lassen" }).click();
    expect(new URL(page.url()).pathname).toBe("/zeitplan");
    expect(await page.getByText("„Konzept Serviceportal 1“ steht jetzt:").count()).toBe(1);
    expect(findMeasure(small.db, 1)).toMatchObject({ startQuarter: "2025-Q1", endQuarter: "2025-Q4" });
    expect(await page.locator("a[data-measure]").count()).toBe(45);
    await page.context().close();
  });

  test("400 measures: every bar is in the page, named with its dates and a tab stop", async () => {
    const page = await open(large, "/zeitplan", { javaScript: false });
    await page.waitForURL(/[?&]ganz=1/);
    const bars = await page.locator("a[data-measure]").evaluateAll((links) => links.map((link) => ({ name: link.getAttribute("aria-label") ?? "", stop: link.getAttribute("tabindex") })));
    const expected = aPortfolioOf(400).measures.filter(({ status }) => status !== "rejected" && status !== "deferred");
    expect(bars.map(({ name }) => name.split(",")[0]).sort()).toEqual(expected.map(({ title }) => title).sort());
    for (const { name, stop } of bars) {
      expect(name).toMatch(/Quartal|ohne Termin/u);
      expect(stop).toBe("0");
    }
    expect(await page.getByRole("button", { name: /Drucken|PNG/u }).count()).toBe(0);
    await page.context().close();
  });

  test("filters stand in the address", async () => {
    const page = await open(small, "/zeitplan", { javaScript: false });
    await page.getByText("Filter und Darstellung").click();
    await page.getByLabel("Handlungsfeld", { exact: true }).selectOption({ label: "Schulen" });
    await page.getByRole("button", { name: "Anwenden" }).click();
    expect(new URL(page.url()).searchParams.get("feld")).toBe("3");
    expect(await page.locator("a[data-measure]").count()).toBe(7);
    await page.context().close();
  });
});

describe("the table without JavaScript", () => {
  test("is sorted by links that say so, and goes back to the order of the picture", async () => {
    const page = await open(small, "/zeitplan?ansicht=tabelle", { javaScript: false });
    const starts = () => page.locator('td[data-label="Beginn"]').allInnerTexts();
    expect(await page.locator("th[aria-sort]").count()).toBe(0);
    await page.getByRole("link", { name: "Beginn", exact: true }).click();
    expect(await page.locator('th[aria-sort="ascending"]').innerText()).toContain("Beginn");
    const sortKey = (text: string) => text.replace(/^Q(\d)\s(\d{4})$/, "$2-$1");
    const ascending = (await starts()).map(sortKey);
    expect(ascending.filter((text) => text !== "k. A.")).toEqual(ascending.filter((text) => text !== "k. A.").sort());
    await page.locator('th[aria-sort="ascending"] a').click();
    expect(await page.locator('th[aria-sort="descending"]').innerText()).toContain("Beginn");
    await page.getByRole("link", { name: "Wieder nach Zeilen ordnen" }).click();
    expect(await page.locator("th[scope=rowgroup]").count()).toBeGreaterThan(2);
    await page.context().close();
  });

  test("holds all of 400 measures on its pages, as does the list of a narrow screen", async () => {
    const ids = new Set<string>();
    const page = await open(large, "/zeitplan?ansicht=tabelle", { javaScript: false });
    for (;;) {
      for (const href of await page.locator('tbody th[scope="row"] > a:first-child').evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""))) ids.add(href);
      const next = page.getByRole("link", { name: "Nächste Seite" });
      if ((await next.count()) === 0) break;
      await next.click();
    }
    const shown = Number(/von ([\d.]+) Maßnahmen/.exec(await page.getByRole("status").first().innerText())?.[1]?.replace(".", ""));
    expect(ids.size).toBe(shown);
    await page.context().close();
    const narrow = await open(large, "/zeitplan", { javaScript: false, width: 320 });
    // The browser goes on by itself to the page that holds the whole picture.
    await narrow.waitForURL(/[?&]ganz=1/);
    await narrow.locator(".timeline-years").getByRole("link").last().click();
    await narrow.waitForURL(/seite=.*&ganz=1/);
    expect(new URL(narrow.url()).searchParams.get("seite")).not.toBeNull();
    expect(await narrow.locator(".timeline-list h3").first().isVisible()).toBe(true);
    await narrow.context().close();
  });
});

test("a narrow screen reads the measures by quarter before the picture", async () => {
  const page = await open(small, "/zeitplan", { width: 390 });
  expect(await page.getByRole("heading", { name: "Nach Beginn" }).isVisible()).toBe(true);
  expect(await page.getByRole("heading", { name: /1\.\sQuartal\s2027/ }).isVisible()).toBe(true);
  await page.context().close();
});

describe("on paper", () => {
  test("the picture comes in sheets that cut no row, each with its axis, and the screen gets it back as it was", async () => {
    const page = await open(small, "/zeitplan");
    const measureCount = await page.locator(".timeline a[data-measure]").count();
    // The room of an A4 page in landscape within margins of 12 mm, in CSS pixels.
    const room = { width: 1031, height: 702 };
    await page.setViewportSize(room);
    await page.emulateMedia({ media: "print" });
    const sheets = page.locator(".timeline-sheet");
    // The page listens once its script has come to life, which is some time after it was loaded.
    await expect
      .poll(async () => {
        await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
        return sheets.count();
      })
      .toBeGreaterThan(2);
    const sheetCount = await sheets.count();
    for (const sheet of await sheets.all()) expect((await sheet.boundingBox())?.height).toBeLessThan(room.height);
    expect(measureCount).toBe(45);
    expect(await page.locator(".timeline").isVisible()).toBe(false);
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    expect(await sheets.count()).toBe(0);
    expect(await page.locator(".timeline").isVisible()).toBe(true);
    const { text } = inspectPdf(await page.pdf({ preferCSSPageSize: true }));
    expect(text.split("Handlungsfeld / Maßnahme")).toHaveLength(sheetCount + 1);
    await page.context().close();
  });

  test("400 measures: every name, every lane and every date is in the text, and no page is empty", async () => {
    const page = await open(large, "/zeitplan");
    await page.getByRole("button", { name: "Bild (PNG)" }).waitFor();
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    // Paper is chosen by a button, which needs the page's script to have come to life.
    await expect
      .poll(async () => {
        await page.getByRole("button", { name: "Drucken, A3 quer" }).click();
        await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
        const sheets = await page.locator(".timeline-sheets--A3").count();
        await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
        return sheets;
      })
      .toBe(1);
    const bytes = await page.pdf({ preferCSSPageSize: true });
    const { text, dictionary, catalogue } = inspectPdf(bytes);
    for (const { title, status } of aPortfolioOf(400).measures) if (status !== "rejected" && status !== "deferred") expect(text).toContain(title);
    expect(text).toContain("Verwaltung digital – Fortsetzung");
    const sheetCount = text.match(/Blatt \d+ von \d+/gu)?.length ?? 0;
    expect(text).toContain(`Blatt ${sheetCount} von ${sheetCount}`);
    // After the sheets: legend, dates and what has no date.
    expect(Number(dictionary(catalogue["/Pages"])["/Count"])).toBeLessThanOrEqual(sheetCount + 3);
    await page.context().close();
  });

  test("what is downloaded is what the address says at that moment", async () => {
    const page = await open(small, "/zeitplan");
    const months = page.getByRole("link", { name: "Monate" });
    await expect.poll(async () => {
      await months.click();
      return page.url();
    }).toContain("zoom=monate");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Bild herunterladen (SVG)" }).click()]);
    expect(download.url()).toContain("/zeitplan.svg?zoom=monate");
    const [png] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Bild (PNG)" }).click()]);
    expect(png.suggestedFilename()).toBe("zeitplan.png");
    await page.context().close();
  });
});
