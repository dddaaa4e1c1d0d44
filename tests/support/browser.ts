import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { systemClock } from "#app/http/clock.server.ts";
import { openSession } from "#app/services/accounts/sessions.server.ts";
import { findActiveUserByEmail } from "#db/queries/accounts.server.ts";
import { demonstrationPassword } from "#db/seed/musterstadt/users.ts";
import type { UserKey } from "#db/seed/musterstadt/shape.ts";
import { emailOf } from "./demonstration-people.ts";
import type { TestServer } from "./server.ts";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** A browser with a fresh profile; close it when done. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium", headless: true, args: FLAGS });

export type View = { readonly width?: number; readonly colourScheme?: "light" | "dark"; readonly javaScript?: boolean };

/** Somebody's own browser window: cookies are not shared with others. */
export async function openWindow(browser: Browser, origin: string, { width = 1440, colourScheme = "light", javaScript = true }: View = {}): Promise<BrowserContext> {
  const window = await browser.newContext({
    baseURL: origin,
    viewport: { width, height: width < 600 ? 844 : 900 },
    colorScheme: colourScheme,
    javaScriptEnabled: javaScript,
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
  });
  window.setDefaultTimeout(30_000);
  return window;
}

/** Opens a window and logs one of the demonstration's people in. */
export async function logInAs(browser: Browser, origin: string, key: UserKey, view: View = {}): Promise<Page> {
  const window = await openWindow(browser, origin, view);
  const page = await window.newPage();
  await page.goto("/anmelden");
  await page.getByLabel("E-Mail-Adresse").fill(emailOf(key));
  await page.getByLabel("Passwort", { exact: true }).fill(demonstrationPassword);
  await page.getByRole("main").getByRole("button", { name: "Anmelden" }).click();
  await page.getByRole("button", { name: "Abmelden" }).waitFor();
  return page;
}

/** The same without the detour over the form, for tests that are about something else. */
export async function enterAs(browser: Browser, server: TestServer, key: UserKey, view: View = {}): Promise<Page> {
  const user = findActiveUserByEmail(server.db, emailOf(key));
  if (user === null) throw new Error(`the database holds no ${key}`);
  const token = openSession({ db: server.db, clock: systemClock }, user.id);
  const window = await openWindow(browser, server.origin, view);
  await window.addCookies([{ name: "digitalfahrplan-session", value: token, url: server.origin, httpOnly: true, sameSite: "Lax" }]);
  return window.newPage();
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type AxeViolation = { id: string; help: string; nodes: Array<{ target: string[]; failureSummary?: string }> };

/** What axe finds wrong with the page as it stands, one readable line per place; empty when nothing. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as typeof globalThis & { axe: { run: (context: Document, options: object) => Promise<{ violations: AxeViolation[] }> } };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    return (await axe.run(document, { runOnly: { type: "tag", values: tags } })).violations;
  });
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} – ${node.target.join(" ")} ${(node.failureSummary ?? "").replaceAll(/\s+/g, " ").slice(0, 200)}`));
}

/** How far the page's content reaches beyond the window to the right, in pixels; 0 where it fits. */
export const sidewaysOverflow = (page: Page): Promise<number> => page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
