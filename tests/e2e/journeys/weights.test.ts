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

const message = (page: Page, text: RegExp) => page.getByRole("status").filter({ hasText: text }).waitFor();

describe("weights of a group", () => {
  it("are refused to another group, and read by the officer without a way to change them", async () => {
    const council = await enterAs(browser, server, "hartwig", { width: 390 });
    expect((await council.goto("/priorisierung/gewichte/1"))?.status()).toBe(403);
    expect((await council.goto("/priorisierung/gewichte"))?.status()).toBe(200);
    expect(await council.getByRole("link", { name: "Für „Politik“ gewichten" }).count()).toBe(1);
    expect(await council.getByRole("link", { name: /„Verwaltung“/ }).count()).toBe(0);
    await council.context().close();

    const officer = await enterAs(browser, server, "lindner");
    await officer.goto("/priorisierung/gewichte");
    await officer.getByRole("link", { name: "Gewichte von „Politik“ ansehen" }).click();
    await officer.getByText("Ändern können sie nur Mitglieder der Gruppe.").waitFor();
    await officer.getByText(/^Konsistenzverhältnis: 0,08/).waitFor();
    expect(await officer.getByRole("main").getByRole("button").count()).toBe(0);
    await officer.context().close();
  });

  it("come from points that make 100: the sum is shown while typing, and the server names the difference", async () => {
    const page = await enterAs(browser, server, "kraemer", { width: 390 });
    await page.goto("/priorisierung/gewichte/3");
    await page.getByText("Summe: 100 von 100").waitFor();
    await page.getByLabel("Risiko").fill("17");
    await page.getByText("Summe: 112 von 100, 12 zu viel").waitFor();
    await page.getByRole("button", { name: "Punkte speichern" }).click();
    await page.getByRole("alert").getByText("Die Punkte ergeben 112. Nehmen Sie 12 weg, damit es 100 sind.").waitFor();
    expect(await page.getByLabel("Risiko").inputValue()).toBe("17");
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel("Umsetzbarkeit").fill("3");
    await page.getByRole("button", { name: "Punkte speichern" }).click();
    await message(page, /Punkte sind gespeichert/);
    await page.context().close();
  });
});

describe.each([true, false])("the pairwise comparison with JavaScript %s", (javaScript) => {
  it("is saved in parts, says what is missing, and names the greatest contradiction in words", async () => {
    const page = await enterAs(browser, server, "sommer", { javaScript, width: javaScript ? 390 : 1440 });
    server.db.$client.exec("DELETE FROM pairwise_judgement WHERE rater_group_id = 1");
    await page.goto("/priorisierung/gewichte/1");
    await page.getByRole("link", { name: "Paarvergleich" }).click();
    const pairs = page.locator("fieldset.pair");
    await pairs.first().waitFor();
    expect(await pairs.count()).toBe(28);
    for (let index = 0; index < 3; index += 1) await pairs.nth(index).getByRole("radio", { name: /beide gleich wichtig/ }).check();
    await page.getByRole("button", { name: "Vergleiche speichern" }).click();
    await message(page, /Es fehlen noch 25 Vergleiche/);
    expect(await page.getByRole("list").filter({ hasText: "Risiko oder Synergie" }).getByRole("listitem").count()).toBe(25);
    if (javaScript) {
      expect(await axeFindings(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toBe(0);
    }

    for (let index = 0; index < 28; index += 1) await pairs.nth(index).getByRole("radio", { name: /beide gleich wichtig/ }).check();
    await page.getByRole("group", { name: "Beitrag zu den Zielen oder Risiko?" }).getByRole("radio", { name: "Beitrag zu den Zielen deutlich wichtiger (5)" }).check();
    await page.getByRole("group", { name: "Beitrag zu den Zielen oder Umsetzbarkeit?" }).getByRole("radio", { name: "Umsetzbarkeit deutlich wichtiger (5)" }).check();
    await page.getByRole("group", { name: "Umsetzbarkeit oder Risiko?" }).getByRole("radio", { name: "Risiko etwas wichtiger (3)" }).check();
    if (javaScript) await page.getByText("gespeichert ist es erst mit").waitFor();
    await page.getByRole("button", { name: "Vergleiche speichern" }).click();
    await message(page, /Alle Paare sind verglichen/);
    await page.getByText("Sie finden Beitrag zu den Zielen wichtiger als Risiko und Risiko wichtiger als Umsetzbarkeit, aber Umsetzbarkeit wichtiger als Beitrag zu den Zielen.").waitFor();
    await page.context().close();
  });
});

describe.each([
  ["light", 1440],
  ["light", 390],
  ["dark", 1440],
] as const)("in %s colours, %i pixels wide", (colourScheme, width) => {
  it("overview and forms are accessible and fit", async () => {
    const page = await enterAs(browser, server, "lindner", { colourScheme, width });
    for (const path of ["/priorisierung/gewichte", "/priorisierung/gewichte/2", "/priorisierung/gewichte/3", "/priorisierung/gewichte/3?weg=paarvergleich", "/priorisierung/gewichte/3?weg=runde"]) {
      expect((await page.goto(path))?.status(), path).toBe(200);
      expect(await axeFindings(page), path).toEqual([]);
      expect(await sidewaysOverflow(page), path).toBe(0);
    }
    await page.context().close();
  });
});
