import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterAs, launchBrowser } from "#tests/support/browser.ts";
import { startDemonstrationServer } from "#tests/support/demonstration-server.ts";
import type { TestServer } from "#tests/support/server.ts";

/** A form that two people have open at once: `field` is what both change, `column` where it is stored. */
type SharedForm = { readonly path: string; readonly table: string; readonly id: number; readonly field: string; readonly column: string; readonly as: "lindner" | "admin" };
const forms: readonly SharedForm[] = [
  { path: "/massnahmen/3/kosten/4", table: "cost_item", id: 4, field: "title", column: "title", as: "lindner" },
  { path: "/strategie/handlungsfelder/1", table: "action_field", id: 1, field: "name", column: "name", as: "lindner" },
  { path: "/verwaltung/organisation/4", table: "org_unit", id: 4, field: "name", column: "name", as: "lindner" },
  { path: "/verwaltung/personen/3", table: "user", id: 3, field: "name", column: "name", as: "admin" },
  { path: "/verwaltung/einstellungen", table: "municipality", id: 1, field: "name", column: "name", as: "admin" },
  { path: "/priorisierung/kriterien/1", table: "criterion", id: 1, field: "name", column: "name", as: "lindner" },
  { path: "/ressourcen/personal/kapazitaeten/1", table: "team", id: 1, field: "name", column: "name", as: "lindner" },
];

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startDemonstrationServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const stored = ({ table, column, id }: SharedForm) => server.db.$client.prepare(`SELECT ${column} FROM ${table} WHERE id = ?`).pluck().get(id);
/** What somebody else saves meanwhile. */
const overtake = ({ table, column, id }: SharedForm, value: string) =>
  server.db.$client.prepare(`UPDATE ${table} SET ${column} = ?, row_version = row_version + 1 WHERE id = ?`).run(value, id);

async function save(page: Page, field: string, value: string): Promise<void> {
  const form = page.locator(`form:has([name="${field}"])`);
  await form.locator(`[name="${field}"]`).fill(value);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await form.getByRole("button", { name: "peichern" }).click();
  await answered;
  await page.waitForLoadState("networkidle");
}

describe.each([true, false])("two people in one form, JavaScript: %s", (javaScript) => {
  it.each(forms)("$path: nobody overwrites the other unseen, and everybody can go on", async (form) => {
    const page = await enterAs(browser, server, form.as, { javaScript });
    await page.goto(form.path);
    const original = String(stored(form));
    overtake(form, `${original} B`);
    // Browsers without JavaScript let the server say that the field is empty.
    await page.evaluate(() => document.querySelectorAll("form").forEach((each) => each.setAttribute("novalidate", ""))).catch(() => undefined);
    if (!javaScript) await save(page, form.field, " ");
    await save(page, form.field, `${original} A`);
    expect(stored(form)).toBe(`${original} B`);
    // With JavaScript the refusal is shown a moment before what is stored now has come.
    await page.getByRole("main").filter({ hasText: `${original} B` }).waitFor();
    await save(page, form.field, `${original} A`);
    expect(stored(form)).toBe(`${original} A`);
    await page.context().close();
  });

  it("keeps apart what both changed in a measure", async () => {
    const measure: SharedForm = { path: "/massnahmen/5/bearbeiten", table: "measure", id: 5, field: "responsiblePerson", column: "responsible_person", as: "lindner" };
    const page = await enterAs(browser, server, "lindner", { javaScript });
    await page.goto(measure.path);
    const original = String(stored(measure));
    overtake(measure, `${original} B`);
    if (!javaScript) await save(page, "title", " ");
    await save(page, "title", "Faxgeräte abschaffen");
    // The answer is there a moment before the page that shows it.
    await page.getByRole("heading", { level: 1, name: "Inzwischen wurde die Maßnahme geändert" }).waitFor();
    expect(stored(measure)).toBe(`${original} B`);
    await page.context().close();
  });
});

it("a button that is refused leaves the form beside it as it was", async () => {
  const page = await enterAs(browser, server, "lindner", { javaScript: false });
  await page.goto("/verwaltung/organisation/5");
  const values = () => page.locator("form:has([name=shortName])").locator("input:not([type=hidden]), select").evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  const before = await values();
  await page.getByRole("button", { name: "Löschen" }).click();
  expect(await page.getByRole("main").innerText()).toContain("Die Einheit wird noch verwendet");
  expect(await values()).toEqual(before);
  await page.context().close();
});
