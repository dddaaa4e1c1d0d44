import { readFile } from "node:fs/promises";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterAs, launchBrowser } from "#tests/support/browser.ts";
import { startDemonstrationServer } from "#tests/support/demonstration-server.ts";
import type { TestServer } from "#tests/support/server.ts";

/** An Excel list as it is mailed around, saved as Windows-1252 with semicolons. */
const LIST = [
  "Maßnahme;Federführung;Beginn;Ende;Kosten einmalig;Kurzfassung",
  'Digitale Baumkartei;FB 66;Q1 2028;Q4 2028;"12.500,00 €";Alle Bäume der Stadt in einer Karte.',
  "Chatgruppe der Hausmeister;FB 40;ab 2022 schrittweise;;ca. 3 T€;",
  ";FB 40;Q1 2028;;;ohne Titel",
].join("\r\n");

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

const button = (scope: Page | Locator, name: string): Locator => scope.getByRole("button", { name, exact: true });
const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole("heading", { level: 1, name }).waitFor();

async function download(page: Page, link: Locator): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return readFile(await file.path());
}

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
] as const)("the main job %s", (name, javaScript) => {
  const version = `Digitalfahrplan ${name}`;
  const question = `Wer pflegt die Baumkartei (${name})?`;
  let officer: Page;
  let versionPath = "";
  beforeAll(async () => {
    officer = await enterAs(browser, server, "lindner", { javaScript });
  });
  afterAll(() => officer.context().close());

  it("takes over the mailed list, row by row as decided", async () => {
    await officer.goto("/massnahmen");
    await officer.getByRole("link", { name: "Liste importieren" }).click();
    const text = LIST.replace("Digitale Baumkartei", `Digitale Baumkartei ${name}`).replace("Chatgruppe der Hausmeister", `Chatgruppe der Hausmeister ${name}`);
    await officer.getByLabel("Datei").setInputFiles({ name: "liste.csv", mimeType: "text/csv", buffer: Buffer.from(text.replaceAll("€", "\u0080"), "latin1") });
    await button(officer, "Hochladen und prüfen").click();
    await officer.locator(".import-title", { hasText: `Digitale Baumkartei ${name}` }).waitFor();
    expect(await officer.getByRole("main").innerText()).toContain("Windows-1252");
    await button(officer, "Importieren").click();
    await officer.waitForURL(/\/bericht/);
    await officer.getByRole("link", { name: `Digitale Baumkartei ${name}` }).first().click();
    await heading(officer, `Digitale Baumkartei ${name}`);
    const sheet = await officer.getByRole("main").innerText();
    expect(sheet).toMatch(/12\.500(,00)?\s€/);
    expect(sheet).toMatch(/FB 66|Tiefbau und Verkehr/);
    await officer.goto(`/massnahmen?suche=${encodeURIComponent(`Chatgruppe der Hausmeister ${name}`)}`);
    expect(await officer.getByRole("main").innerText()).toContain("ab 2022 schrittweise");
  });

  it("rates it on every criterion and finds it in the ranking", async () => {
    await officer.goto("/priorisierung/bewerten");
    await officer.getByRole("link", { name: `Digitale Baumkartei ${name}` }).click();
    await heading(officer, `Digitale Baumkartei ${name}`);
    for (const group of await officer.locator("form.rating-form fieldset").all()) await group.getByRole("radio").nth(4).check();
    await button(officer, "Speichern").click();
    await officer.getByRole("status").filter({ hasText: "Baumkartei" }).waitFor();
    await officer.goto("/priorisierung");
    expect(await officer.getByRole("row").filter({ hasText: `Digitale Baumkartei ${name}` }).innerText()).toMatch(/\d+,\d/);
  });

  it("moves it on the timeline by form, after looking at what that does", async () => {
    await officer.goto("/zeitplan?ansicht=tabelle");
    const id = server.db.$client.prepare("SELECT id FROM measure WHERE title = ?").pluck().get(`Digitale Baumkartei ${name}`);
    await officer.goto(`/zeitplan/${String(id)}/verschieben`);
    await officer.getByLabel("Beginn").selectOption("2028-Q3");
    await officer.getByLabel("Ende").selectOption("2029-Q2");
    await button(officer, "Auswirkungen prüfen").click();
    await officer.getByText("Ausgaben der Maßnahme je Haushaltsjahr").first().waitFor();
    await button(officer, "Verschieben").click();
    await officer.getByRole("status").filter({ hasText: "Baumkartei" }).waitFor();
    await officer.goto(`/massnahmen/${String(id)}/verlauf`);
    const history = await officer.getByRole("main").innerText();
    expect(history).toContain("Jana Lindner");
    expect(history).toContain("2028");
  });

  it("freezes the plan and hands it to the committee", async () => {
    await officer.goto("/ausschuss");
    await officer.getByRole("link", { name: "Fassung einfrieren" }).click();
    await officer.getByLabel("Titel").fill(version);
    await button(officer, "Jetzt einfrieren").click();
    await heading(officer, new RegExp(version));
    versionPath = new URL(officer.url()).pathname;
    const member = await enterAs(browser, server, "nowak", { javaScript });
    expect((await member.goto(versionPath))?.status()).toBe(404);
    await member.context().close();
    await officer.getByLabel("Gremium").fill("Ausschuss für Digitalisierung");
    await officer.getByLabel("Sitzung am").fill("2027-02-09");
    await button(officer, "Fassung einreichen").click();
    await officer.getByRole("status").filter({ hasText: "eingereicht" }).waitFor();
  });

  it("lets a committee member read what is new and ask about it", async () => {
    const member = await enterAs(browser, server, "nowak", { javaScript });
    await member.goto("/");
    await member.getByRole("link", { name: "Eine Fassung liegt Ihnen zur Beratung vor" }).click();
    await heading(member, new RegExp(version));
    expect(await member.getByRole("main").innerText()).toContain(`Digitale Baumkartei ${name}`);
    await member.getByRole("link", { name: `Digitale Baumkartei ${name}` }).first().click();
    await heading(member, new RegExp(`Digitale Baumkartei ${name}`));
    await member.getByRole("textbox", { name: "Kommentar" }).fill(question);
    await button(member, "Kommentar abschicken").click();
    await member.getByRole("status").filter({ hasText: "gespeichert" }).waitFor();
    await member.context().close();
  });

  it("answers the question", async () => {
    await officer.goto("/");
    await officer.getByRole("link", { name: /Kommentare? aus dem Ausschuss/ }).click();
    await heading(officer, "Ausschuss");
    await officer.getByRole("main").getByRole("link", { name: version }).first().click();
    await heading(officer, new RegExp(version));
    await officer.getByRole("link", { name: `Digitale Baumkartei ${name}` }).first().click();
    await heading(officer, new RegExp(`Digitale Baumkartei ${name}`));
    const thread = officer.getByRole("listitem").filter({ hasText: question }).first();
    await thread.getByText("Antwort an Lea Nowak").click();
    await thread.getByLabel("Antwort", { exact: true }).fill("Der Baubetriebshof.");
    await button(thread, "Antwort abschicken").click();
    await officer.getByText("Der Baubetriebshof.").first().waitFor();
  });

  it("takes the report home as PDF and as workbook", async () => {
    await officer.goto(versionPath);
    const pdf = await download(officer, officer.getByRole("link", { name: "Bericht als PDF" }));
    expect(pdf.subarray(0, 5).toString("latin1")).toBe("%PDF-");
    const workbook = await download(officer, officer.getByRole("link", { name: "Bericht als Excel-Datei" }));
    expect(workbook.subarray(0, 2).toString("latin1")).toBe("PK");
  });
});
