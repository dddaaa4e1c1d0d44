import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings, enterAs, launchBrowser, sidewaysOverflow } from "#tests/support/browser.ts";
import { startDemonstrationServer } from "#tests/support/demonstration-server.ts";
import type { TestServer } from "#tests/support/server.ts";

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  server = await startDemonstrationServer();
  server.db.$client.exec(`INSERT INTO rater_group(name, kind, weight, position, is_survey) VALUES ('Bürgerschaft', 'politics', 20, 9, 1);
    INSERT INTO round_group(round_id, rater_group_id, weight) SELECT r.id, g.id, 20 FROM prioritisation_round r, rater_group g WHERE r.state = 'open' AND g.is_survey = 1`);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const LIST = "Maßnahme;Kriterium;Mittelwert;Anzahl\nFlächendeckende E-Akte;Risiko;1,5;210\nFlächendeckende E-Akte;Einsparungen;2,7;198\nLuftschloss;Risiko;4;3\n";

describe.each([true, false])("a citizens' survey with JavaScript %s", (javaScript) => {
  it("is checked row by row, then taken over as the ratings of its group", async () => {
    const page = await enterAs(browser, server, "lindner", { javaScript, width: javaScript ? 390 : 1440 });
    await page.goto("/priorisierung/umfrage");
    if (javaScript) expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Prüfen" }).click();
    await page.getByRole("alert").getByText("Wählen Sie eine Datei, oder fügen Sie die Liste ein.").waitFor();
    if (javaScript) await page.getByLabel("Oder hier einfügen").fill(LIST);
    else await page.getByLabel("Liste als .csv oder .xlsx").setInputFiles({ name: "umfrage.csv", mimeType: "text/csv", buffer: Buffer.from(LIST) });
    await page.getByRole("button", { name: "Prüfen" }).click();
    await page.getByRole("heading", { name: "Vorschau" }).waitFor();
    await page.getByText(javaScript ? /2 Ergebnisse sind neu, 0 ersetzen frühere, eine Zeile hat ein Problem/ : /0 Ergebnisse sind neu, 2 ersetzen frühere/).waitFor();
    await page.getByText("Diese Maßnahme gibt es nicht, oder sie wird nicht mehr bewertet.").waitFor();
    if (javaScript) {
      expect(await axeFindings(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toBe(0);
    }
    await page.getByRole("button", { name: "2 Ergebnisse übernehmen" }).click();
    await page.getByRole("status").filter({ hasText: "2 Ergebnisse sind übernommen; eine Zeile blieb außen vor." }).waitFor();
    expect(server.db.$client.prepare("SELECT mean_units FROM survey_answer ORDER BY criterion_id").pluck().all()).toEqual([27_000, 15_000]);
    await page.context().close();
  });
});
