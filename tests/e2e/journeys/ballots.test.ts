import { eq } from "drizzle-orm";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "#app/http/clock.server.ts";
import { openSession } from "#app/services/accounts/sessions.server.ts";
import { findActiveUserByEmail } from "#db/queries/accounts.server.ts";
import { ballot, ballotItem, ballotPaper, formDraft, session } from "#db/schema/index.ts";
import { axeFindings, enterAs, launchBrowser, sidewaysOverflow } from "#tests/support/browser.ts";
import { emailOf } from "#tests/support/demonstration-people.ts";
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

const ADVISORY = "Meinungsbild. Die förmliche Abstimmung findet in der Sitzung statt.";
const openId = () => server.db.select({ id: ballot.id }).from(ballot).where(eq(ballot.title, "Was tragen wir ins Haushaltsjahr 2028?")).get()?.id ?? 0;
const paperCount = () => server.db.select().from(ballotPaper).where(eq(ballotPaper.ballotId, openId())).all().length;

async function expectSound(page: Page, name: string, javaScript: boolean): Promise<void> {
  expect(await page.getByText(ADVISORY).count(), name).toBe(1);
  expect(await sidewaysOverflow(page), name).toBe(0);
  if (javaScript) expect(await axeFindings(page), name).toEqual([]);
}

describe.each([
  ["hartwig", true],
  ["petersen", false],
] as const)("a committee member votes on a phone (%s, JavaScript %s)", (key, javaScript) => {
  it("finds the ballot on the start page, overspends, mends it, looks once more and casts for good", async () => {
    const before = paperCount();
    const page = await enterAs(browser, server, key, { javaScript, width: 390 });
    await page.goto("/");
    await page.getByRole("link", { name: "Was tragen wir ins Haushaltsjahr 2028?" }).click();
    await page.getByRole("heading", { name: "Ihre Stimme" }).waitFor();
    expect(await page.getByText("kann eine abgegebene Stimme nicht mehr geändert").count()).toBe(1);
    await expectSound(page, "paper", javaScript);

    await page.getByLabel("Musterstadt-App").fill("7");
    await page.getByLabel("Projekt ePosteingang").fill("4");
    if (javaScript) expect(await page.locator(".vote-sum").innerText()).toBe("Ein Punkt zu viel vergeben: 11 von 10");
    await page.getByRole("button", { name: "Weiter zur Bestätigung" }).click();
    await page.getByRole("alert").filter({ hasText: "Sie haben 11 von 10 Punkten vergeben" }).waitFor();
    expect(await page.getByLabel("Musterstadt-App").inputValue()).toBe("7");
    await expectSound(page, "overspent", javaScript);
    expect(paperCount()).toBe(before);

    await page.getByLabel("Projekt ePosteingang").fill("2");
    if (javaScript) await page.locator(".vote-sum").filter({ hasText: "noch 1 von 10 Punkten" }).waitFor();
    await page.getByRole("button", { name: "Weiter zur Bestätigung" }).click();
    await page.getByRole("heading", { name: "Stimmt das so?" }).waitFor();
    expect(await page.getByText("Sie vergeben 9 von 10 Punkten:").count()).toBe(1);
    await expectSound(page, "confirmation", javaScript);
    await page.getByRole("button", { name: "Zurück und ändern" }).click();
    await page.getByLabel("Projekt ePosteingang").waitFor();
    expect(await page.getByLabel("Musterstadt-App").inputValue()).toBe("7");
    await page.getByLabel("Projekt ePosteingang").fill("3");
    await page.getByRole("button", { name: "Weiter zur Bestätigung" }).click();
    await page.getByText("Sie vergeben 10 von 10 Punkten:").waitFor();
    expect(paperCount()).toBe(before);
    await page.getByRole("button", { name: "Stimme abgeben" }).click();
    await page.getByRole("status").filter({ hasText: "Ihre Stimme ist abgegeben." }).waitFor();
    expect(paperCount()).toBe(before + 1);
    expect(await page.getByRole("button", { name: "Weiter zur Bestätigung" }).count()).toBe(0);
    expect(await page.getByText("Musterstadt-App").count()).toBe(1);
    await page.goto("/");
    expect(await page.getByRole("link", { name: "Was tragen wir ins Haushaltsjahr 2028?" }).count()).toBe(0);
    await page.context().close();
  });
});

it("the officer draws up a ballot, is told what is wrong beside the fields, and opens it", async () => {
  const page = await enterAs(browser, server, "lindner");
  await page.goto("/abstimmungen/neu");
  await page.getByLabel("Bezeichnung").fill("Nachtrag 2027");
  await page.getByLabel("Budget in Euro").fill("60.000");
  await page.getByLabel("Offen", { exact: true }).check();
  await page.getByLabel("Bladeserver").check();
  await page.getByLabel("Ehrenamtsportal").check();
  await page.getByRole("button", { name: "Entwurf speichern" }).click();
  await page.getByRole("alert").getByRole("link", { name: /„Bladeserver“ kostet mehr als das ganze Budget/ }).waitFor();
  expect(await page.getByLabel("Ehrenamtsportal").isChecked()).toBe(true);
  await expectSound(page, "form", true);
  await page.getByLabel("Bladeserver").uncheck();
  await page.getByLabel("Projekt Lerninseln").check();
  await page.getByRole("button", { name: "Entwurf speichern" }).click();
  await page.getByRole("heading", { name: "Entwurf" }).waitFor();
  await expectSound(page, "draft", true);
  await page.getByRole("button", { name: "Abstimmung eröffnen" }).click();
  await page.getByRole("heading", { name: "0 von 4 haben abgestimmt" }).waitFor();
  const path = new URL(page.url()).pathname;

  const member = await enterAs(browser, server, "demir");
  await member.goto(path);
  await member.getByLabel("Ehrenamtsportal").check();
  await member.getByRole("button", { name: "Weiter zur Bestätigung" }).click();
  await member.getByRole("button", { name: "Stimme abgeben" }).click();
  await member.getByRole("status").filter({ hasText: "Ihre Stimme ist gespeichert." }).waitFor();
  expect(await member.getByLabel("Ehrenamtsportal").isChecked()).toBe(true);
  await expectSound(member, "changeable paper", true);
  await page.goto(`${path}/schliessen`);
  await page.getByRole("button", { name: "Abstimmung schließen" }).click();
  const votes = page.getByRole("table", { name: "Stimmen der offenen Abstimmung" });
  await votes.waitFor();
  expect(await votes.getByRole("row", { name: "Cem Demir Ehrenamtsportal" }).count()).toBe(1);
  await expectSound(page, "open result", true);
  await member.context().close();
  await page.context().close();
});

it("two votes of one member at the same moment are one, and what was typed before an expired session is not kept", async () => {
  const demir = findActiveUserByEmail(server.db, emailOf("demir"));
  if (demir === null) throw new Error("nobody votes");
  const token = openSession({ db: server.db, clock: systemClock }, demir.id);
  const before = paperCount();
  const measureId = server.db.select({ id: ballotItem.measureId }).from(ballotItem).where(eq(ballotItem.ballotId, openId())).get()?.id;
  const cast = (points: string) =>
    server.request(`/abstimmungen/${openId()}`, { method: "POST", form: { intent: "cast", [`points.m${measureId}`]: points }, headers: { Cookie: `digitalfahrplan-session=${token}` } });
  const answers = await Promise.all([cast("3"), cast("4"), cast("5")]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([302, 400, 400]);
  expect(paperCount()).toBe(before + 1);
  server.db.update(session).set({ lastSeenAt: "2020-01-01T00:00:00.000Z" }).where(eq(session.userId, demir.id)).run();
  expect((await cast("7")).status).toBe(302);
  expect(server.db.select().from(formDraft).all()).toEqual([]);
});

it("the officer closes the ballot after a question that says the turnout, and everybody in it sees the same result, explained", async () => {
  const page = await enterAs(browser, server, "lindner");
  await page.goto(`/abstimmungen/${openId()}`);
  expect(await page.getByText("Das Ergebnis gibt es erst, wenn Sie sie schließen").count()).toBe(1);
  expect(await page.getByRole("heading", { name: "Ergebnis" }).count()).toBe(0);
  await page.getByRole("link", { name: "Abstimmung schließen" }).click();
  await page.getByRole("button", { name: "Abstimmung schließen" }).waitFor();
  await expectSound(page, "closing", true);
  await page.getByRole("button", { name: "Abstimmung schließen" }).click();
  const table = page.getByRole("table", { name: "Ergebnis je Maßnahme nach beiden Zählweisen" });
  await table.waitFor();
  const reasons = await table.getByText(/^(Gefördert|Nicht gefördert)/).allTextContents();
  expect(reasons).toHaveLength(10);
  await expectSound(page, "result", true);
  const member = await enterAs(browser, server, "demir", { width: 390, colourScheme: "dark" });
  await member.goto(`/abstimmungen/${openId()}`);
  expect(await member.getByRole("table", { name: /^Ergebnis je Maßnahme/ }).getByText(/^(Gefördert|Nicht gefördert)/).allTextContents()).toEqual(reasons);
  await expectSound(member, "result on a phone", true);
  expect(paperCount()).toBe(0);
  await page.context().close();
  await member.context().close();
});
