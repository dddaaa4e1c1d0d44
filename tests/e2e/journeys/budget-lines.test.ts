import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings, enterAs, launchBrowser, sidewaysOverflow } from "#tests/support/browser.ts";
import { startDemonstrationServer } from "#tests/support/demonstration-server.ts";
import type { TestServer } from "#tests/support/server.ts";

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startDemonstrationServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const LINES = "/ressourcen/haushalt/stellen";
const cents = (text: string | null): number => Number((text ?? "").replace(/[^\d]/g, ""));
const sumOf = async (cells: Locator): Promise<number> => (await cells.allTextContents()).reduce((sum, text) => sum + cents(text), 0);

async function expectAccessible(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBe(0);
}

describe.each([true, false])("the budget with JavaScript %s", (javaScript) => {
  it("the Kämmerei checks 2028 investive from the frame down to an account and its measures, to the cent", async () => {
    const page = await enterAs(browser, server, "kaiser", { javaScript });
    await page.goto("/ressourcen/haushalt");
    if (javaScript) await expectAccessible(page);
    await page.getByRole("link", { name: /^Rahmen investiv, 2028:.*zu viel/ }).click();
    const detail = page.locator("#dahinter");
    await detail.waitFor();
    const total = cents(await detail.locator("tfoot td").first().textContent());
    expect(await sumOf(detail.locator("tbody td[data-label='Ausgaben']"))).toBe(total);
    const yearRow = page.locator("#jahre tbody tr").filter({ has: page.getByRole("rowheader", { name: "2028" }) }).filter({ hasText: "investiv" });
    expect(cents(await yearRow.locator("td").nth(1).textContent())).toBe(total);
    expect(await yearRow.locator("td[data-label='Zuwendung, zweckgebunden']").textContent()).toBe("30.000,00");

    await page.getByRole("link", { name: "Haushaltsstellen", exact: true }).click();
    await page.getByRole("heading", { name: "Haushaltsstellen", level: 1 }).waitFor();
    await page.getByLabel("Jahr", { exact: true }).selectOption("2028");
    await page.getByLabel("Art", { exact: true }).selectOption("investiv");
    await page.getByRole("button", { name: "Anzeigen" }).click();
    await page.getByText(/Haushaltsstellen von/).waitFor();
    const planned = await sumOf(page.locator("tbody tr", { hasText: "Ausgabe" }).locator("td[data-label='Verplant']"));
    expect(cents(await page.locator("tfoot tr").first().locator("td[data-label='Verplant']").textContent())).toBe(planned);
    if (javaScript) await expectAccessible(page);

    await page.locator("tbody tr", { hasText: "Erwerb von IT-Ausstattung" }).getByRole("link").click();
    await page.getByRole("heading", { name: "1115/783100, 2028" }).waitFor();
    const stated = page.locator("dl div").filter({ has: page.locator("dt", { hasText: /^Verplant$/ }) }).locator("dd");
    expect(await sumOf(page.locator("#massnahmen tbody td[data-label='Betrag']"))).toBe(cents(await stated.textContent()));
    expect(await page.getByRole("button", { name: "Speichern" }).count()).toBe(0);
    if (javaScript) await expectAccessible(page);
    await page.context().close();
  });

  it("a list is imported after its bad row is named, and taken back; nonsense is refused in words", async () => {
    const page = await enterAs(browser, server, "lindner", { javaScript });
    await page.goto(`${LINES}/import`);
    const upload = async (name: string, text: string) => {
      await page.locator("[name=file]").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
      await page.getByRole("button", { name: "Prüfen" }).click();
    };
    await upload("unsinn.xlsx", "kein Arbeitsblatt");
    await page.getByRole("alert").getByRole("link", { name: /Liste als/ }).waitFor();
    await upload("haushalt.csv", "Produkt;Konto;Text;Ansatz 2029\n1115;5281ab;Kaputt;5\n1115;542900;Beiträge;1.500\n");
    await page.getByText("„5281ab“ passt nicht zum Muster der Gemeinde.").waitFor();
    if (javaScript) await expectAccessible(page);
    await page.getByRole("button", { name: "Eine Haushaltsstelle übernehmen" }).click();
    await page.getByRole("status").filter({ hasText: "Eine Haushaltsstelle ist neu" }).waitFor();
    await page.goto(`${LINES}/nicht-zugeordnet`);
    await page.getByRole("row", { name: /542900/ }).waitFor();
    if (javaScript) await expectAccessible(page);
    await page.goto(`${LINES}/import`);
    await page.getByRole("button", { name: /Import von haushalt\.csv/ }).first().click();
    await page.getByRole("status").filter({ hasText: "wieder wie vor dem Import" }).waitFor();
    await page.context().close();
  });
});
