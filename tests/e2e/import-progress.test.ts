import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { axeFindings, enterAs, launchBrowser } from "#tests/support/browser.ts";
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

const ROWS = 6_000;
let serial = 0;
const aList = (rows: number): Buffer => {
  serial += 1;
  return Buffer.from(`Titel;Beschreibung;Kosten\r\n${Array.from({ length: rows }, (_, row) => `Liste ${serial} Maßnahme ${row};Was getan wird;1000,50`).join("\r\n")}`);
};
const countOf = (sql: string): number => server.db.$client.prepare(`SELECT count(*) FROM ${sql}`).pluck().get() as number;
const measures = () => countOf("measure");
const newestBatch = () => server.db.$client.prepare("SELECT id, state FROM import_batch ORDER BY id DESC").get() as { id: number; state: string };

async function uploadAs(page: Page, rows = ROWS): Promise<void> {
  await page.goto("/massnahmen/import");
  await page.getByLabel("Datei", { exact: true }).setInputFiles({ name: "lange-liste.csv", mimeType: "text/csv", buffer: aList(rows) });
  await page.getByRole("button", { name: "Hochladen und prüfen" }).click();
  await page.getByRole("heading", { level: 1, name: "Import prüfen" }).waitFor({ timeout: 30_000 });
}
const importButton = (page: Page) => page.getByRole("button", { name: "Importieren", exact: true });
const report = (page: Page) => page.getByRole("heading", { level: 1, name: "Importbericht" });

/** Everything the progress display showed and announced until the page was left. */
async function watchProgress(page: Page): Promise<() => Promise<{ shown: string[]; said: string[]; values: number[] }>> {
  await page.evaluate(() => {
    const seen = { shown: [] as string[], said: [] as string[], values: [] as number[] };
    Object.assign(globalThis, { seen });
    const note = (list: string[], text: string | null | undefined) => text && list.at(-1) !== text && list.push(text);
    new MutationObserver(() => {
      const line = document.querySelector(".import-progress:has(progress)");
      note(seen.shown, line?.querySelector("[aria-hidden]")?.textContent);
      note(seen.said, line?.querySelector("[role=status]")?.textContent);
      const bar = line?.querySelector("progress");
      if (bar && bar.position >= 0) seen.values.push(bar.position);
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  return () => page.evaluate(() => (globalThis as typeof globalThis & { seen: { shown: string[]; said: string[]; values: number[] } }).seen);
}

describe("with JavaScript", () => {
  it("shows how many rows are done, leads to the report, and back again with the undo", { timeout: 120_000 }, async () => {
    const before = measures();
    const page = await enterAs(browser, server, "lindner");
    await uploadAs(page);
    const importing = await watchProgress(page);
    await importButton(page).click();
    expect(await axeFindings(page)).toEqual([]);
    await report(page).waitFor({ timeout: 60_000 });
    const { shown, said, values } = await importing();
    // Where the page is kept busy, the import may be done before it asks how far it is; the figures themselves are held below.
    expect(shown.filter((text) => /\d/.test(text) && !/^[\d.]+ von 6\.000 Zeilen$/.test(text))).toEqual([]);
    expect(values).toEqual([...values].sort((left, right) => left - right));
    expect(said.length).toBeLessThanOrEqual(6);
    expect(measures()).toBe(before + ROWS);

    const undoing = await watchProgress(page);
    await page.getByRole("button", { name: "Import zurücknehmen" }).click();
    await page.getByText(/Dieser Import wurde am .* zurückgenommen/).waitFor({ timeout: 60_000 });
    expect((await undoing()).shown.length).toBeGreaterThan(0);
    expect(measures()).toBe(before);
    await page.context().close();
  });
});

describe("without JavaScript", () => {
  it("waits for the import and shows the report", { timeout: 120_000 }, async () => {
    const page = await enterAs(browser, server, "lindner", { javaScript: false });
    await uploadAs(page, 300);
    const before = measures();
    await importButton(page).click();
    await report(page).waitFor({ timeout: 60_000 });
    await page.getByText("300 Maßnahmen angelegt").waitFor();
    expect(measures()).toBe(before + 300);
    await page.context().close();
  });
});

describe("while a long import runs", () => {
  let page: Page;
  let batchId: number;
  let stamp: string;
  let cookie: string;
  const send = (path: string, form?: Record<string, string>) => server.request(path, { form, headers: { Cookie: cookie } });
  const start = () => send(`/massnahmen/import/${batchId}`, { intent: "import", stamp });
  const progress = async () => ((await (await send(`/massnahmen/import/${batchId}/fortschritt.json`)).json()) as { running: { progress: { done: number } | null } | null }).running;
  async function until(holds: (running: Awaited<ReturnType<typeof progress>>) => boolean): Promise<void> {
    for (let count = 0; count < 2_000; count += 1) {
      if (holds(await progress())) return;
      await pause(5);
    }
    throw new Error("it never got there");
  }
  const untilItWrites = () => until((running) => (running?.progress?.done ?? 0) > 0);

  beforeEach(async () => {
    page = await enterAs(browser, server, "lindner");
    await uploadAs(page);
    batchId = newestBatch().id;
    stamp = await page.locator("input[name=stamp]").inputValue();
    cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    return () => page.context().close();
  });

  it("shows others where it stands, makes a second start and other writers wait, and never half the rows", { timeout: 120_000 }, async () => {
    const before = measures();
    const first = start();
    await until((running) => running !== null);
    // As long as this connection holds the lock, the import cannot end before everything is looked at.
    server.db.$client.exec("BEGIN IMMEDIATE");
    const running = await send(`/massnahmen/import/${batchId}/fortschritt`);
    expect(running.status).toBe(200);
    expect(await running.text()).toContain("Der Import läuft");
    expect((await send(`/massnahmen/import/${batchId}`)).headers.get("Location")).toBe(`/massnahmen/import/${batchId}/fortschritt`);
    expect(measures()).toBe(before);
    const second = start();
    const other = send("/konto", { intent: "theme", theme: "dark" });
    server.db.$client.exec("COMMIT");
    expect((await first).headers.get("Location")).toBe(`/massnahmen/import/${batchId}/bericht`);
    expect((await other).status).toBe(302);
    expect((await second).headers.get("Location")).toBe(`/massnahmen/import/${batchId}/bericht`);
    expect(measures()).toBe(before + ROWS);
    expect((await send(`/massnahmen/import/${batchId}/fortschritt`)).headers.get("Location")).toBe(`/massnahmen/import/${batchId}/bericht`);
  });

  it("a stop lets it finish, and a kill leaves nothing of it", { timeout: 120_000 }, async () => {
    const before = measures();
    const first = start().catch(() => null);
    await untilItWrites();
    await server.kill();
    await first;
    expect(measures()).toBe(before);
    await server.restart();
    expect(newestBatch()).toEqual({ id: batchId, state: "uploaded" });

    const again = start();
    await untilItWrites();
    await server.terminate();
    expect((await again).status).toBe(302);
    expect(measures()).toBe(before + ROWS);
    expect(newestBatch()).toEqual({ id: batchId, state: "imported" });
    expect(server.db.$client.pragma("integrity_check", { simple: true })).toBe("ok");
    await server.restart();
  });
});
