import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings, enterAs, launchBrowser, sidewaysOverflow } from "#tests/support/browser.ts";
import { startDemonstrationServer } from "#tests/support/demonstration-server.ts";
import { inspectPdf } from "#tests/support/pdf.ts";
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

describe.each([true, false])("the motion of Verl with JavaScript %s", (javaScript) => {
  it("is entered, submitted, read by the committee and printed", { timeout: 60_000 }, async () => {
    const officer = await enterAs(browser, server, "lindner", { javaScript, width: javaScript ? 1440 : 390 });
    const said = (text: string) => officer.getByRole("status").filter({ hasText: text }).waitFor();
    const number = `Verl ${javaScript ? 1 : 2}`;
    await officer.goto("/ausschuss/aenderungsantraege/neu");
    await officer.getByLabel("Antragsnummer").fill(number);
    await officer.getByLabel("Gegenstand").fill("Masterplan Digitale Verwaltung 4.0");
    await officer.getByRole("button", { name: "Zeile hinzufügen", exact: true }).click();
    await said("Eine Zeile ist hinzugekommen");
    const line = officer.getByRole("group", { name: "Zeile 2" });
    await line.getByLabel("Haushaltsjahr").fill("2027");
    await line.getByLabel("Produkt").fill("11-15");
    await line.getByLabel("Konto").fill("528100");
    await line.getByLabel("Fundstelle").fill("S. 65–67");
    await line.getByLabel("Ansatz").fill("8.000");
    await line.getByLabel("Neu").fill("23.000");
    if (javaScript) expect(await line.locator("output").textContent()).toContain("+15.000,00");
    await officer.getByRole("button", { name: "Zeile 1 entfernen" }).click();
    await said("Die Zeile ist entfernt");
    await officer.getByRole("group", { name: "Zeile 1" }).getByLabel("Neu").press("Enter");
    await officer.getByRole("alert").getByText("Dieses Produkt passt nicht zum Muster").waitFor();
    const first = officer.getByRole("group", { name: "Zeile 1" });
    expect(await first.getByLabel("Neu").inputValue()).toBe("23.000");
    if (javaScript) expect(await axeFindings(officer)).toEqual([]);
    expect(await sidewaysOverflow(officer)).toBe(0);
    await first.getByLabel("Produkt").fill("1115");
    await officer.getByRole("button", { name: "Speichern" }).last().click();
    await said("Der Änderungsantrag ist angelegt");
    const row = officer.getByRole("region", { name: "Beantragte Änderungen" }).getByRole("row").nth(1);
    expect(await row.getByRole("cell").allTextContents()).toEqual(["1115", "528100", "–", "S. 65–67", "8.000,00\u00a0€", "23.000,00\u00a0€", "+15.000,00\u00a0€", "–"]);
    await officer.getByRole("button", { name: "Als eingereicht führen" }).click();
    await said("eingereicht");
    const path = new URL(officer.url()).pathname;
    await officer.context().close();

    const member = await enterAs(browser, server, "demir", { javaScript });
    await member.goto("/ausschuss");
    await member.getByRole("link", { name: "Änderungsanträge" }).click();
    await member.getByRole("link", { name: number }).click();
    await member.getByRole("heading", { name: `Änderungsantrag ${number}` }).waitFor();
    expect(await member.getByRole("link", { name: "Bearbeiten" }).count()).toBe(0);
    if (javaScript) expect(await axeFindings(member)).toEqual([]);
    const pdf = await member.request.get(`${path}/antrag.pdf`);
    const { text } = inspectPdf(await pdf.body());
    for (const field of [`Antragsnummer ${number}`, "Produkt", "1115", "Konto", "528100", "Fundstelle", "S. 65–67", "Ansatz", "8.000,00", "Neu", "23.000,00", "Differenz", "+15.000,00"]) expect(text).toContain(field);
    await member.emulateMedia({ media: "print" });
    expect(await member.getByRole("link", { name: "Als PDF" }).isVisible()).toBe(false);
    await member.context().close();
  });
});

it("begins at a line of the budget with everything the budget knows, and takes over what is typed by code", async () => {
  const lineId = Number(server.db.$client.prepare("SELECT id FROM budget_line WHERE fiscal_year = 2027 AND budget_account = '528100' AND direction = 'expense'").pluck().get());
  const page = await enterAs(browser, server, "lindner", { javaScript: false });
  await page.goto(`/ressourcen/haushalt/stellen/${lineId}`);
  await page.getByRole("link", { name: "Änderungsantrag hierzu" }).click();
  const first = page.getByRole("group", { name: "Zeile 1" });
  const value = (label: string) => first.getByLabel(label).inputValue();
  expect([await value("Produkt"), await value("Konto"), await value("Fundstelle"), await value("Ansatz")]).toEqual(["1115", "528100", "S. 65–67", "8.000,00"]);
  await first.getByLabel("Ansatz").fill("");
  await first.getByLabel("Fundstelle").fill("");
  await page.getByRole("button", { name: "Ansatz und Fundstelle aus dem Haushalt übernehmen" }).click();
  await page.getByRole("status").filter({ hasText: "Ansatz und Fundstelle sind übernommen" }).waitFor();
  expect([await value("Fundstelle"), await value("Ansatz")]).toEqual(["S. 65–67", "8.000,00"]);
  await page.context().close();
});
