import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
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

const said = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text }).waitFor();

async function isSound(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBe(0);
}

const runState = (id: number) => server.db.$client.prepare("SELECT state FROM plan_run WHERE id = ?").pluck().get(id);
async function planned(page: Page): Promise<number> {
  await page.waitForURL(/\/planung\/laeufe\/\d+/);
  const id = Number(/laeufe\/(\d+)/.exec(page.url())?.[1]);
  await expect.poll(() => runState(id), { timeout: 20_000, interval: 200 }).toBe("done");
  return id;
}
const dates = () => server.db.$client.prepare("SELECT id, start_quarter, end_quarter, status FROM measure ORDER BY id").all();

it("the officer asks what slips with two of four posts, compares, takes the plan over and takes that back", { timeout: 60_000 }, async () => {
  const officer = await enterAs(browser, server, "lindner");
  await officer.goto("/szenarien/neu");
  await officer.getByLabel("Name").fill("Nur zwei von vier Stellen");
  await officer.getByRole("button", { name: "Anlegen und weiter" }).click();
  await officer.getByRole("alert").getByText(/gibt es schon/).waitFor();
  await officer.getByLabel("Name").fill("Zwei Stellen, weniger Geld");
  await officer.getByRole("button", { name: "Anlegen und weiter" }).click();
  await said(officer, "Das Szenario ist angelegt");
  const posts = officer.getByRole("group", { name: /Womit rechnet der Plan/ }).getByRole("checkbox", { checked: true });
  expect(await posts.count()).toBe(4);
  for (const which of [3, 2]) await posts.nth(which).uncheck();
  const first = officer.getByRole("group", { name: "Kapazität 1 (neu)" });
  await first.getByLabel("Personentage je Quartal").fill("viel");
  await officer.getByLabel("2028 investiv: Rahmen in Euro").fill("2.500.000");
  await officer.getByRole("button", { name: "Speichern" }).click();
  await officer.getByRole("alert").getByRole("link", { name: /Kapazität 1 \(neu\): Personentage/ }).waitFor();
  expect(await posts.count()).toBe(2);
  expect(await officer.getByLabel("2028 investiv: Rahmen in Euro").inputValue()).toBe("2.500.000");
  await isSound(officer);
  await first.getByLabel("Personentage je Quartal").fill("");
  await officer.getByRole("button", { name: "Speichern" }).click();
  await said(officer, "Das Szenario ist gespeichert");
  expect(await officer.getByText(/zählt nicht mit\./).count()).toBe(2);
  expect(await officer.getByText(/^Rahmen 2028 investiv: 2.500.000,00/).count()).toBe(1);
  const scenario = officer.url();

  await officer.goto("/planung");
  await officer.getByRole("radio", { name: /^2 Sekunden/ }).check();
  await officer.getByRole("button", { name: "Plan berechnen" }).click();
  const liveRun = await planned(officer);
  await officer.goto(scenario);
  await officer.getByLabel("Suchzeit").selectOption("2");
  await officer.getByRole("button", { name: "Plan berechnen" }).click();
  const run = await planned(officer);

  const reader = await enterAs(browser, server, "kaiser", { width: 390 });
  await reader.goto(scenario);
  expect(await reader.getByRole("button", { name: "Plan berechnen" }).count()).toBe(0);
  await reader.getByRole("link", { name: "Mit dem laufenden Plan vergleichen" }).click();
  await reader.waitForURL(`**/szenarien/vergleich?lauf=${liveRun}&lauf=${run}`);
  await reader.getByRole("heading", { name: "Worin sich die Annahmen unterscheiden" }).waitFor();
  expect(await reader.getByText(/^In „Zwei Stellen, weniger Geld“ .* gegenüber dem laufenden Plan/).count()).toBe(1);
  await isSound(reader);
  for (const format of ["xlsx", "csv"]) expect((await reader.request.get(`${server.origin}/szenarien/vergleich.${format}?lauf=${liveRun}&lauf=${run}`)).status()).toBe(200);
  expect((await reader.goto(`/planung/laeufe/${run}/uebernehmen`))?.status()).toBe(403);
  await reader.context().close();

  const before = dates();
  await officer.goto(`/planung/laeufe/${run}/uebernehmen`);
  await isSound(officer);
  const taken = await officer.getByRole("table").getByRole("checkbox", { checked: true }).count();
  expect(taken).toBeGreaterThan(3);
  await officer.getByLabel("Status auf „geplant“ setzen").check();
  await officer.getByRole("button", { name: "Angekreuzte übernehmen" }).click();
  await said(officer, `${taken} Maßnahmen sind übernommen`);
  expect(dates()).not.toEqual(before);
  await officer.getByRole("button", { name: "Übernahme zurücknehmen" }).click();
  await said(officer, `Die Übernahme ist zurückgenommen: ${taken} Maßnahmen`);
  expect(dates()).toEqual(before);
  await officer.context().close();
});
