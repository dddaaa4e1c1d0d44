import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterAs, launchBrowser } from "#tests/support/browser.ts";
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

/** Longer than the field allows a person to type. */
const put = (page: Page, label: string, length: number) =>
  page.getByLabel(label).evaluate((field, count) => {
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = "Wort ".repeat(count / 5);
  }, length);

/** What the guard or the body limit refuses, asked for by a page that is already in the browser. */
describe("a refusal of data", () => {
  it("of a form that is too large says so in the page", async () => {
    const page = await enterAs(browser, server, "lindner");
    await page.goto("/priorisierung/kriterien/1");
    await put(page, "Leitfrage", 1_200_000);
    const [answer] = await Promise.all([page.waitForResponse((response) => response.request().method() === "POST"), page.getByRole("button", { name: "Speichern" }).click()]);
    expect([new URL(answer.url()).pathname, answer.status()]).toEqual(["/priorisierung/kriterien/1.data", 413]);
    await page.getByRole("heading", { name: "Das ist zu groß" }).waitFor();
    expect(await page.getByRole("navigation", { name: "Hauptnavigation" }).count()).toBe(1);
    await page.context().close();
  });

  it.each([
    [9_000, "Die Adresse ist zu lang"],
    // Only the address of the data is too long, by its ending: the page itself can be had.
    [7_998, "Maßnahmen"],
  ])("of an address with %i letters loads the page as a document, which says why or is given", async (length, heading) => {
    const page = await enterAs(browser, server, "lindner");
    await page.goto("/massnahmen");
    const [answer] = await Promise.all([
      page.waitForResponse((response) => new URL(response.url()).pathname === "/massnahmen.data"),
      page.evaluate((address) => {
        const link = document.querySelector<HTMLAnchorElement>("nav a[href='/zeitplan']");
        if (link === null) throw new Error("no link");
        link.href = address;
        link.click();
      }, `/massnahmen?x=${"y".repeat(length - "/massnahmen?x=".length)}`),
    ]);
    expect(answer.status()).toBe(414);
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    await page.context().close();
  });

  it("of a foreign origin answers in the form the page reads, and never leads to another host", async () => {
    const foreign = await server.request("/anmelden.data", { form: { email: "a" }, headers: { Origin: "https://evil.example" } });
    expect([foreign.status, foreign.headers.get("X-Remix-Response"), foreign.headers.get("Content-Type")]).toEqual([403, "yes", "text/x-script; charset=utf-8"]);
    const odd = await server.request("//evil.example/a.data?b=1");
    expect(odd.status).toBe(404);
    expect(await odd.text()).toContain('"redirect","/evil.example/a?b=1"');
  });
});
