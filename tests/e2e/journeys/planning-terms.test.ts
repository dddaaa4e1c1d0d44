import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings, enterAs, launchBrowser, sidewaysOverflow } from "#tests/support/browser.ts";
import { startDemonstrationServer } from "#tests/support/demonstration-server.ts";
import type { TestServer } from "#tests/support/server.ts";

let server: TestServer;
let browser: Browser;
let tourId: number;
beforeAll(async () => {
  server = await startDemonstrationServer();
  tourId = Number(server.db.$client.prepare("SELECT id FROM measure WHERE title = 'Virtuelle Stadtführung'").pluck().get());
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe.each([true, false])("with JavaScript %s", (javaScript) => {
  it("the plan is told how long a measure takes and who pays; what cannot be is said at once", { timeout: 60_000 }, async () => {
    const page = await enterAs(browser, server, "lindner", { javaScript, width: javaScript ? 1440 : 390 });
    const said = (text: string) => page.getByRole("status").filter({ hasText: text }).waitFor();
    await page.goto(`/massnahmen/${tourId}`);
    await page.getByRole("link", { name: "Planungsangaben" }).click();
    await page.getByLabel("Dauer in Quartalen").fill("0");
    await page.getByLabel("An ihrem Termin festgesetzt").check();
    await page.getByRole("button", { name: "Speichern" }).click();
    await page.getByRole("alert").getByText("Geben Sie ganze Quartale von 1 bis 40 ein").waitFor();
    await page.getByLabel("Dauer in Quartalen").fill("3");
    await page.getByRole("button", { name: "Speichern" }).click();
    await page.getByRole("alert").getByText("Festsetzen lässt sich nur, was Beginn und Ende hat").waitFor();
    expect(await page.getByLabel("Dauer in Quartalen").inputValue()).toBe("3");
    await page.getByLabel("An ihrem Termin festgesetzt").uncheck();
    await page.getByRole("button", { name: "Speichern" }).click();
    await said("Die Planungsangaben sind gespeichert");
    await page.getByText("3 Quartale, geschätzt").waitFor();
    await page.getByRole("link", { name: "Förderfenster hinzufügen" }).click();
    await page.getByLabel("Programm").fill("Tourismus");
    await page.getByLabel("Öffnet").selectOption("2026-Q1");
    await page.getByLabel("Schließt").selectOption("2026-Q2");
    await page.getByLabel("Förderquote in Prozent").fill("50");
    await page.getByRole("button", { name: "Speichern" }).click();
    await said("Das Förderfenster ist gespeichert");
    await page.getByText("Das Förderfenster „Tourismus“ hat sich im 2. Quartal 2026 geschlossen").waitFor();
    if (javaScript) expect(await axeFindings(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
    await page.getByRole("link", { name: "Förderfenster Tourismus ändern" }).click();
    await page.getByText("Förderfenster entfernen").click();
    await page.getByRole("button", { name: "Entfernen" }).click();
    await said("ist entfernt");
    server.db.$client.prepare("DELETE FROM measure_terms WHERE measure_id = ?").run(tourId);
    await page.context().close();
  });
});

it("a pair is there once, and the line of affordability stands in the ranking", { timeout: 60_000 }, async () => {
  const page = await enterAs(browser, server, "lindner");
  await page.goto("/planung/vorgaben");
  await page.getByRole("link", { name: "Paar hinzufügen" }).click();
  await page.getByRole("radio", { name: "schließen sich aus" }).check();
  await page.getByLabel("Erste Maßnahme").selectOption({ label: "Digitaler Zwilling" });
  await page.getByLabel("Zweite Maßnahme").selectOption({ label: "Digitaler Geozwilling der Stadt" });
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.getByRole("alert").getByText("Für diese beiden Maßnahmen gibt es schon ein Paar").waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.goto("/priorisierung");
  await page.getByRole("heading", { name: "Linie der Finanzierbarkeit" }).waitFor();
  await page.getByText("Wie die Linie entsteht").click();
  expect(await page.getByRole("row", { name: /^Linie der Finanzierbarkeit: Bis hierher reichen Geld und Personal/ }).count()).toBe(1);
  expect(await axeFindings(page)).toEqual([]);
  await page.context().close();
});
