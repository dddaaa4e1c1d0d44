import type { Browser, Page } from "playwright-core";
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

const said = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text }).waitFor();

async function isSound(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBe(0);
}

describe.each([true, false])("a Variantenvergleich with JavaScript %s", (javaScript) => {
  it("is drawn up from a template, filled in, rated, read and printed", { timeout: 60_000 }, async () => {
    const officer = await enterAs(browser, server, "lindner", { javaScript });
    await officer.goto("/variantenvergleich/neu");
    await officer.getByRole("radio", { name: "Bürgerservice und IT zusammenlegen" }).check();
    await officer.getByLabel("Titel").fill(`Bürgerservice und IT ${javaScript}`);
    await officer.getByRole("button", { name: "Anlegen" }).click();
    await said(officer, "Der Vergleich ist angelegt");
    const first = officer.getByRole("group", { name: "Variante 1", exact: true });
    await first.getByLabel("Einmalige Kosten in Euro").fill("viel");
    await first.getByLabel("Stellen in VZÄ").fill("1,5");
    await officer.getByRole("group", { name: "Variante 5", exact: true }).getByLabel("Entfernen").check();
    await officer.getByRole("button", { name: "Speichern" }).click();
    await officer.getByRole("alert").getByRole("link", { name: /Variante 1: Einmalige Kosten/ }).waitFor();
    expect(await first.getByLabel("Stellen in VZÄ").inputValue()).toBe("1,5");
    expect(await officer.getByRole("group", { name: "Variante 5", exact: true }).getByLabel("Entfernen").isChecked()).toBe(true);
    if (javaScript) await isSound(officer);
    await first.getByLabel("Einmalige Kosten in Euro").fill("20.000");
    await officer.getByLabel("Empfehlung").fill("Zusammenlegen, sobald die Kosten geschätzt sind.");
    await officer.getByRole("button", { name: "Speichern" }).click();
    await said(officer, "Der Vergleich ist gespeichert");
    const path = new URL(officer.url()).pathname;
    const costs = officer.getByRole("region", { name: /^Kosten in Euro/ });
    expect(await costs.getByRole("row", { name: /^Zusammenlegen/ }).locator("td").allTextContents()).toEqual(["20.000,00", "k. A.", expect.stringContaining("zzgl. 1 ohne Schätzung"), "1,5"]);
    expect(await officer.getByRole("heading", { name: "Eigener Vorschlag" }).count()).toBe(0);

    const member = await enterAs(browser, server, "hartwig", { javaScript, width: 390 });
    await member.goto(path);
    expect(await member.getByText("Noch niemand hat bewertet").count()).toBeGreaterThan(0);
    await member.getByRole("link", { name: "Bewerten", exact: true }).and(member.locator(".kern-btn")).click();
    const questions = member.getByRole("main").getByRole("group");
    await questions.first().waitFor();
    for (const group of await questions.all()) await group.getByRole("radio").nth(3).check();
    await member.getByLabel("Begründung").first().fill("Kurze Wege.");
    if (javaScript) await isSound(member);
    await member.getByRole("button", { name: "Speichern und weiter" }).click();
    await said(member, "Ihre Bewertung ist gespeichert");
    await member.goto(path);
    expect(await member.getByText("Erst eine Person hat bewertet").count()).toBe(1);
    expect(await member.getByText("Kurze Wege.").count()).toBe(0);
    expect((await member.goto(`${path}/bearbeiten`))?.status()).toBe(403);

    await officer.goto(path);
    expect(await officer.getByText(/Vorn liegt „Zusammenlegen“/).count()).toBe(1);
    expect(await officer.getByText("Kurze Wege.").count()).toBe(1);
    if (javaScript) await isSound(officer);
    await officer.emulateMedia({ media: "print" });
    expect(await officer.getByText("Kurze Wege.").isVisible()).toBe(false);
    expect(await officer.getByRole("heading", { name: "Ergebnis" }).isVisible()).toBe(true);
    for (const page of [officer, member]) await page.context().close();
  });
});

it("two who change the same comparison see what the other stored", { timeout: 60_000 }, async () => {
  const [mine, theirs] = [await enterAs(browser, server, "lindner"), await enterAs(browser, server, "kraemer")];
  for (const page of [mine, theirs]) await page.goto("/variantenvergleich/1/bearbeiten");
  await theirs.getByLabel("Empfehlung").fill("Die Stabsstelle.");
  await theirs.getByRole("group", { name: "Variante 7 (neu)" }).getByLabel("Name").fill("Zweckverband");
  await theirs.getByRole("button", { name: "Speichern" }).click();
  await said(theirs, "Der Vergleich ist gespeichert");
  await mine.getByLabel("Empfehlung").fill("Der Fachdienst.");
  await mine.getByRole("button", { name: "Speichern" }).click();
  const notice = mine.getByRole("status").filter({ hasText: "Jemand anderes hat inzwischen gespeichert" });
  await notice.waitFor();
  expect(await notice.getByText("Die Stabsstelle.").count()).toBe(1);
  expect(await mine.getByLabel("Empfehlung").inputValue()).toBe("Der Fachdienst.");
  expect(await mine.getByRole("group", { name: "Variante 7", exact: true }).getByLabel("Name").inputValue()).toBe("Zweckverband");
  await mine.getByRole("button", { name: "Speichern" }).click();
  await said(mine, "Der Vergleich ist gespeichert");
  expect(await mine.getByText("Der Fachdienst.").count()).toBe(1);
  expect(await mine.getByRole("heading", { name: "Zweckverband" }).count()).toBe(1);
  for (const page of [mine, theirs]) await page.context().close();
});
