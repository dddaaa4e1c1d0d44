import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { loadPortfolio } from "#db/queries/portfolio.server.ts";
import { axeFindings, launchBrowser, openWindow } from "#tests/support/browser.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aDependency, aMeasure, aPortfolio } from "#tests/support/portfolio.ts";
import { startTestServer, type TestServer } from "#tests/support/server.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

let browser: Browser;
let server: TestServer;
/** Far enough ahead that no day on which this runs lies behind it. */
beforeAll(async () => {
  browser = await launchBrowser();
  server = await startTestServer({
    seed: (db) => {
      const portfolio = aPortfolio({
        measures: [
          aMeasure({ id: 1, title: "Netz ausbauen", startQuarter: quarter("2090-Q3"), endQuarter: quarter("2090-Q4"), deadline: plainDate("2091-03-31") }),
          aMeasure({ id: 2, title: "Server ersetzen", startQuarter: quarter("2091-Q1"), endQuarter: quarter("2091-Q2") }),
        ],
        dependencies: [aDependency({ id: 1, predecessorId: 1, successorId: 2 })],
      });
      storePortfolio(db, { ...portfolio, municipality: { ...portfolio.municipality, firstFiscalYear: 2090 } });
      enrolPeople(db);
    },
  });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const places = () => loadPortfolio(server.db).measures.map(({ startQuarter, endQuarter }) => `${startQuarter} ${endQuarter}`);
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

async function open(path: string, javaScript: boolean): Promise<Page> {
  const window = await openWindow(browser, server.origin, { javaScript });
  const [name, value] = server.cookieFor("officer").split("=");
  await window.addCookies([{ name: name ?? "", value: value ?? "", url: server.origin }]);
  const page = await window.newPage();
  await page.goto(path);
  return page;
}

describe("what a move breaks and what can be done about it", () => {
  it("is free of findings, before and after the planner was asked", async () => {
    const page = await open("/zeitplan/1/verschieben?startQuarter=2091-Q1&endQuarter=2091-Q2", true);
    expect(await axeFindings(page)).toEqual([]);
    await button(page, "Reparatur suchen").click();
    await page.getByText("Diese Maßnahme müsste sich verschieben").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });
});

describe("moving without JavaScript", () => {
  it("breaks a deadline, lets the planner repair that, takes it back and makes it again", async () => {
    const before = places();
    const page = await open("/zeitplan/1/verschieben", false);
    await page.getByLabel("Beginn").selectOption("2091-Q1");
    await page.getByLabel("Ende").selectOption("2091-Q2");
    await button(page, "Verschieben").click();
    expect(await page.getByRole("alert").textContent()).toContain("Entscheiden Sie, was geschehen soll");
    expect(await page.getByText("Die Frist 31.03.2091 wird überschritten.").count()).toBeGreaterThan(0);
    await button(page, "Reparatur suchen").click();
    expect(await page.getByText("Diese Maßnahme müsste sich verschieben").count()).toBe(1);
    expect(await page.getByText("Am nächsten dran geht es so: 4. Quartal 2090 bis 1. Quartal 2091.").count()).toBe(1);
    expect(places()).toEqual(before);

    await button(page, "Plan so ändern").click();
    expect(new URL(page.url()).pathname).toBe("/zeitplan");
    expect(await page.getByText("„Netz ausbauen“ steht jetzt:").count()).toBe(1);
    expect(places()).toEqual(["2090-Q4 2091-Q1", "2091-Q2 2091-Q3"]);

    await button(page, /^Rückgängig: „Netz ausbauen“/).click();
    expect(await page.getByText("Die Verschiebung von „Netz ausbauen“ ist zurückgenommen").count()).toBe(1);
    expect(places()).toEqual(before);
    await button(page, /^Wiederholen: „Netz ausbauen“/).click();
    expect(places()).toEqual(["2090-Q4 2091-Q1", "2091-Q2 2091-Q3"]);
    await page.context().close();
  });
});
