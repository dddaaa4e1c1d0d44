import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findOpenRound, findRoundInForce, listPriorities } from "#db/queries/rounds.server.ts";
import { axeFindings, enterAs, launchBrowser, sidewaysOverflow } from "#tests/support/browser.ts";
import { startDemonstrationServer } from "#tests/support/demonstration-server.ts";
import type { TestServer } from "#tests/support/server.ts";

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Whatever the round says about who has not finished, it is closed; its order is compared, adopted, and found again. */
describe.each([true, false])("a round with JavaScript %s", (javaScript) => {
  beforeAll(async () => {
    server = await startDemonstrationServer();
  });
  afterAll(() => server.stop());

  const check = async (page: Page) => {
    if (javaScript) expect(await axeFindings(page), page.url()).toEqual([]);
    expect(await sidewaysOverflow(page), page.url()).toBe(0);
  };

  it("gets a place by hand, is closed, compared and adopted, and its order appears in list, sheet, plan and report", async () => {
    const page = await enterAs(browser, server, "lindner", { javaScript });
    const roundId = findOpenRound(server.db)?.id ?? 0;

    await page.goto("/massnahmen?suche=Bladeserver");
    const before = await page.getByRole("row", { name: /Bladeserver/ }).locator("td").nth(1).innerText();

    await page.goto("/priorisierung");
    await page.getByRole("link", { name: "Warum hier? Bladeserver" }).click();
    await page.getByRole("link", { name: "Platz von Hand geben" }).click();
    await page.getByLabel("Platz", { exact: true }).fill("4");
    await page.getByRole("button", { name: "Platz geben" }).click();
    await page.getByRole("alert").getByRole("link", { name: /Geben Sie eine Begründung ein/ }).waitFor();
    await check(page);
    await page.getByLabel("Begründung").fill("gesetzliche Frist 31.12.2028");
    await page.getByRole("button", { name: "Platz geben" }).click();
    await page.getByText(/von Hand auf Platz 4 \(berechnet: \d+\): gesetzliche Frist 31.12.2028/).first().waitFor();

    await page.goto(`/priorisierung/runden/${roundId}`);
    await page.getByRole("link", { name: "Runde schließen" }).click();
    await page.getByText(/von 4 Personen fertig/).waitFor();
    expect(await page.getByText(/^Cem Demir: \d+ von \d+ Maßnahmen$/).count()).toBe(1);
    await check(page);
    await page.getByRole("button", { name: "Endgültig schließen" }).click();
    await page.getByRole("status").filter({ hasText: "ist geschlossen und festgehalten" }).waitFor();
    expect(await page.getByText(/^[0-9a-f]{64}$/).count()).toBe(1);

    await page.getByRole("link", { name: "Mit anderer Runde vergleichen" }).click();
    await page.getByText("„Bladeserver“ steigt", { exact: false }).waitFor();
    expect(await page.getByText(/weil der Platz von Hand gegeben ist: gesetzliche Frist 31.12.2028/).count()).toBe(1);
    await check(page);

    await page.goto(`/priorisierung/runden/${roundId}/annehmen`);
    await page.getByRole("button", { name: "Annehmen" }).click();
    await page.getByRole("alert").getByRole("link", { name: /worauf die Annahme beruht/ }).waitFor();
    await page.getByLabel("Worauf beruht die Annahme?").fill("Rat, 12.02.2027, Vorlage 2027/012");
    await check(page);
    await page.getByRole("button", { name: "Annehmen" }).click();
    await page.getByRole("status").filter({ hasText: "ist angenommen" }).waitFor();
    expect(findRoundInForce(server.db)?.id).toBe(roundId);
    const measureId = listPriorities(server.db)[3]?.measureId ?? 0;

    await page.goto("/massnahmen?suche=Bladeserver");
    const after = await page.getByRole("row", { name: /Bladeserver/ }).locator("td").nth(1).innerText();
    expect([before, after.replace(/\s+/g, " ")]).toEqual([expect.stringMatching(/^\d+$/), "4 von Hand: gesetzliche Frist 31.12.2028"]);
    await check(page);
    await page.goto(`/massnahmen/${measureId}`);
    expect(await page.getByRole("link", { name: /^Platz 4 von \d+ in „Priorisierung 2027“, angenommen am .*Vorlage 2027\/012\)$/ }).count()).toBe(1);
    await page.goto("/zeitplan?ansicht=tabelle&suche=Bladeserver");
    await page.getByText("von Hand: gesetzliche Frist 31.12.2028").waitFor();

    await page.goto("/ausschuss/fassungen/neu");
    await page.getByLabel(/Titel|Bezeichnung/).first().fill("Fassung nach der Runde");
    await page.getByRole("main").getByRole("button").last().click();
    await page.getByText(/Rangfolge der Prioritätsrunde „Priorisierung 2027“, angenommen am/).waitFor();
    expect(await page.getByRole("row", { name: /^4 Bladeserver/ }).first().innerText()).toContain("gesetzliche Frist 31.12.2028");
    await page.context().close();
  });
});

describe("an open round", () => {
  beforeAll(async () => {
    server = await startDemonstrationServer();
  });
  afterAll(() => server.stop());

  it("says whose answers stop counting before a criterion leaves it, keeps what was typed, and fits a phone", async () => {
    const page = await enterAs(browser, server, "lindner", { javaScript: false, width: 390 });
    const roundId = findOpenRound(server.db)?.id ?? 0;
    await page.goto(`/priorisierung/runden/${roundId}/bearbeiten`);
    await page.getByLabel("Titel").fill("Priorisierung 2027 neu");
    await page.getByLabel("Risiko zählt in dieser Runde").uncheck();
    await page.getByRole("button", { name: "Speichern" }).click();
    await page.getByText(/„Risiko“ fällt aus der Runde: \d+ Antworten von 11 Personen zählen nicht mehr\./).waitFor();
    expect(await page.getByLabel("Titel").inputValue()).toBe("Priorisierung 2027 neu");
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(findOpenRound(server.db)?.title).toBe("Priorisierung 2027");
    await page.getByRole("button", { name: "Trotzdem speichern" }).click();
    await page.getByRole("status").filter({ hasText: "ist gespeichert" }).waitFor();
    expect(findOpenRound(server.db)?.title).toBe("Priorisierung 2027 neu");
    await page.context().close();
  });
});
