import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demonstrationPassword } from "#db/seed/musterstadt/users.ts";
import { launchBrowser, openWindow } from "#tests/support/browser.ts";
import { emailOf } from "#tests/support/demonstration-people.ts";
import { startDemonstrationServer } from "#tests/support/demonstration-server.ts";
import { expectFocus, expectNewPage, tabTo } from "#tests/support/keyboard.ts";
import type { TestServer } from "#tests/support/server.ts";

let server: TestServer;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  server = await startDemonstrationServer();
  browser = await launchBrowser();
  page = await (await openWindow(browser, server.origin)).newPage();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const press = (key: string): Promise<void> => page.keyboard.press(key);
const button = (name: string): Locator => page.getByRole("main").getByRole("button", { name, exact: true });
const errors = (): Locator => page.getByRole("main").locator(".error-summary");
const saved = (text: string): Promise<void> => page.getByRole("status").filter({ hasText: text }).waitFor();

/** From the content back to the navigation, which stands before it. */
async function goTo(entry: string): Promise<void> {
  await tabTo(page, page.getByRole("navigation", { name: "Hauptnavigation" }).getByRole("link", { name: entry, exact: true }), { key: "Shift+Tab" });
  await press("Enter");
}

async function follow(link: Locator): Promise<void> {
  await tabTo(page, link);
  await press("Enter");
}

/** Sends the form with a problem: the summary has the focus, and its link leads into the field. */
async function sendWithError(field: Locator): Promise<void> {
  await press("Enter");
  await errors().waitFor();
  await expectFocus(page, errors());
  await follow(errors().getByRole("link").first());
  await expectFocus(page, field);
}

describe("with the keyboard alone, the focus always to be seen", () => {
  it("logs in after a mistyped password", async () => {
    await page.goto("/anmelden");
    await tabTo(page, page.getByLabel("E-Mail-Adresse"));
    await page.keyboard.type(emailOf("lindner"));
    await tabTo(page, page.getByLabel("Passwort", { exact: true }));
    await page.keyboard.type("falsch");
    await press("Enter");
    await errors().waitFor();
    await expectFocus(page, errors());
    await tabTo(page, page.getByLabel("Passwort", { exact: true }));
    await press("Control+A");
    await page.keyboard.type(demonstrationPassword);
    await press("Enter");
    await expectNewPage(page, "Übersicht");
  });

  it("opens a measure from the list, corrects an error and saves", async () => {
    await goTo("Maßnahmen");
    await expectNewPage(page, "Maßnahmen");
    const first = page.getByRole("table").getByRole("rowheader").getByRole("link").first();
    const title = (await first.textContent()) ?? "";
    await follow(first);
    await expectNewPage(page, title);
    await follow(page.getByRole("link", { name: "Bearbeiten", exact: true }));
    await expectNewPage(page, `„${title}“ bearbeiten`);
    const field = page.getByLabel("Titel", { exact: true });
    await tabTo(page, field);
    await press("Control+A");
    await press("Delete");
    await sendWithError(field);
    await page.keyboard.type(`${title}, geprüft`);
    await tabTo(page, button("Speichern"));
    await press("Space");
    await expectNewPage(page, `${title}, geprüft`);
    await saved("Gespeichert");
  });

  it("rates a measure", async () => {
    await goTo("Priorisierung");
    await expectNewPage(page, "Priorisierung");
    await follow(page.getByRole("main").getByRole("link", { name: "Selbst bewerten", exact: true }));
    await expectNewPage(page, "Bewerten");
    await follow(page.getByRole("link", { name: "Weiter bewerten" }));
    const question = page.getByRole("main").getByRole("group").first();
    await question.waitFor();
    await tabTo(page, question.getByRole("radio").first());
    await press("Space");
    await press("ArrowDown");
    await press("ArrowDown");
    expect(await question.getByRole("radio").nth(2).isChecked()).toBe(true);
    await tabTo(page, button("Speichern"));
    await press("Enter");
    await saved("Ihre Bewertung von");
    await expectFocus(page, page.getByRole("main"));
  });

  it("moves a measure on the timeline by form, after looking at what that does", async () => {
    await goTo("Zeitplan");
    await expectNewPage(page, "Zeitplan");
    await follow(page.getByRole("link", { name: "Tabelle", exact: true }));
    const move = page.getByRole("table").getByRole("link", { name: /verschieben$/ }).first();
    await follow(move);
    const end = page.getByRole("combobox", { name: "Ende" });
    await end.waitFor();
    const before = await end.inputValue();
    await tabTo(page, end);
    await press("ArrowDown");
    const after = await end.inputValue();
    expect(after).not.toBe(before);
    await tabTo(page, button("Auswirkungen prüfen"));
    await press("Enter");
    await page.getByText("Ausgaben der Maßnahme je Haushaltsjahr").first().waitFor();
    await expectFocus(page, page.getByRole("group", { name: "Was die Verschiebung auslöst" }));
    expect(await end.inputValue()).toBe(after);
    // Whether one quarter more fits into every frame depends on the day the demonstration is loaded.
    if ((await page.getByRole("heading", { name: "Was soll geschehen?" }).count()) > 0) {
      await tabTo(page, page.locator("#begruendung-keep"));
      await page.keyboard.type("Die Vergabe dauert länger");
      await tabTo(page, button("So lassen"));
    } else {
      await tabTo(page, button("Verschieben"));
    }
    await press("Enter");
    await expectNewPage(page, "Zeitplan");
    await saved("steht jetzt");
  });

  it("freezes a version", async () => {
    await goTo("Ausschuss");
    await expectNewPage(page, "Ausschuss");
    await follow(page.getByRole("link", { name: "Fassung einfrieren" }));
    await expectNewPage(page, "Fassung einfrieren");
    const title = page.getByLabel("Titel");
    await tabTo(page, title);
    await sendWithError(title);
    await page.keyboard.type("Nur mit der Tastatur");
    await tabTo(page, button("Jetzt einfrieren"));
    await press("Space");
    await expectNewPage(page, /Nur mit der Tastatur/);
  });
});
