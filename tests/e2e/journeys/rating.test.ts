import { and, eq } from "drizzle-orm";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prioritisationRound, rating, user } from "#db/schema/index.ts";
import { axeFindings, enterAs, launchBrowser, sidewaysOverflow } from "#tests/support/browser.ts";
import { startDemonstrationServer } from "#tests/support/demonstration-server.ts";
import { emailOf } from "#tests/support/demonstration-people.ts";
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

const userIdOf = (key: Parameters<typeof emailOf>[0]): number => server.db.select({ id: user.id }).from(user).where(eq(user.email, emailOf(key))).get()?.id ?? 0;
const done = (count: number) => new RegExp(`^${count} von \\d+ Maßnahmen vollständig bewertet$`);
/** In the open round. */
const answersOf = (userId: number, measureId: number) =>
  server.db
    .select({ criterionId: rating.criterionId, value: rating.value })
    .from(rating)
    .innerJoin(prioritisationRound, eq(prioritisationRound.id, rating.roundId))
    .where(and(eq(prioritisationRound.state, "open"), eq(rating.userId, userId), eq(rating.measureId, measureId)))
    .orderBy(rating.criterionId)
    .all()
    .map((each) => each.value);

describe("a council member on a telephone-sized screen with a keyboard", () => {
  it("rates ten measures one after the other, each answer stored at once", async () => {
    const userId = userIdOf("petersen");
    server.db.delete(rating).where(eq(rating.userId, userId)).run();
    const page = await enterAs(browser, server, "petersen", { width: 390 });
    await page.goto("/priorisierung/bewerten");
    await page.getByRole("link", { name: "Jetzt bewerten" }).press("Enter");
    const rated = new Set<number>();
    for (let count = 1; count <= 10; count += 1) {
      await page.waitForURL((url) => /bewerten\/\d+$/.test(url.pathname) && !rated.has(Number(url.pathname.split("/").at(-1))));
      const measureId = Number(page.url().split("/").at(-1));
      rated.add(measureId);
      await page.getByText(done(count - 1)).waitFor();
      await page.getByRole("checkbox", { name: "Tastenkürzel verwenden" }).waitFor();
      for (const key of ["3", "k", "0", "4", "1", "2", "3", "4"]) await page.keyboard.press(key);
      await page.getByText(done(count)).waitFor();
      expect(await page.getByText("gespeichert", { exact: true }).count()).toBe(8);
      expect(answersOf(userId, measureId)).toEqual([3, null, 0, 4, 1, 2, 3, 4]);
      if (count === 1) {
        expect(await axeFindings(page)).toEqual([]);
        expect(await sidewaysOverflow(page)).toBe(0);
      }
      // The focus is on "Speichern und weiter" now.
      await page.keyboard.press("Enter");
    }
    await page.getByText(done(10)).waitFor();
    await page.context().close();
  }, 30_000);

  it("finds the answers again, loses none that the server did not get, and types digits into fields undisturbed", async () => {
    const userId = userIdOf("hartwig");
    const page = await enterAs(browser, server, "hartwig", { width: 390 });
    await page.goto("/priorisierung/bewerten/4");
    const question = page.locator("fieldset").first();
    await page.getByRole("checkbox", { name: "Tastenkürzel verwenden" }).waitFor();
    await page.route("**/antwort", (route) => route.abort());
    await question.getByRole("radio").first().focus();
    await page.keyboard.press("1");
    await page.getByText(/Nicht gespeichert: Der Server ist gerade nicht erreichbar/).waitFor();
    expect(await question.getByRole("radio").nth(1).isChecked()).toBe(true);
    await page.unroute("**/antwort");
    await page.getByRole("button", { name: "Noch einmal speichern" }).press("Enter");
    await page.getByText("gespeichert", { exact: true }).waitFor();
    expect(answersOf(userId, 4)[0]).toBe(1);
    await page.reload();
    expect(await page.locator("fieldset").first().getByRole("radio").nth(1).isChecked()).toBe(true);

    await page.getByRole("checkbox", { name: "Tastenkürzel verwenden" }).press("Space");
    await page.locator("fieldset").first().getByRole("radio").nth(1).focus();
    await page.keyboard.press("4");
    expect(await page.locator("fieldset").first().getByRole("radio").nth(1).isChecked()).toBe(true);
    await page.context().close();
  });
});

describe("the officer's matrix", () => {
  it("is filled by keyboard, each answer stored at once", async () => {
    const userId = userIdOf("lindner");
    server.db.delete(rating).where(eq(rating.userId, userId)).run();
    const page = await enterAs(browser, server, "lindner");
    await page.goto("/priorisierung/matrix");
    const cells = page.getByRole("table").getByRole("textbox");
    const measureId = Number(/^m(\d+)c/.exec((await cells.first().getAttribute("name")) ?? "")?.[1]);
    await cells.first().focus();
    await page.keyboard.type("3");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.type("k");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.type("1");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.type("7");
    await page.getByText("„7“ ist keine Antwort: 0 bis 4 oder K.").waitFor();
    await page.keyboard.type("2");
    await expect.poll(() => answersOf(userId, measureId)).toEqual([3, null, 2]);
    expect(await axeFindings(page)).toEqual([]);
    await page.reload();
    expect(await Promise.all([0, 1, 2].map((index) => cells.nth(index).inputValue()))).toEqual(["3", "k", "2"]);
    await page.context().close();
  });

  it("works without JavaScript, names what is no answer and keeps what was typed", async () => {
    const page = await enterAs(browser, server, "kraemer", { javaScript: false, width: 390 });
    await page.goto("/priorisierung/matrix?seite=2");
    const cells = page.getByRole("table").getByRole("textbox");
    await cells.first().fill("9");
    await cells.nth(1).fill("4");
    await page.getByRole("button", { name: "Diese Seite speichern" }).click();
    await page.getByRole("alert").getByText(/„9“ ist keine Antwort/).waitFor();
    expect([await cells.first().inputValue(), await cells.nth(1).inputValue()]).toEqual(["9", "4"]);
    await cells.first().fill("1");
    await page.getByRole("button", { name: /^Zeile speichern: / }).first().click();
    await page.getByRole("status").filter({ hasText: /gespeichert/ }).waitFor();
    expect([await cells.first().inputValue(), await cells.nth(1).inputValue()]).toEqual(["1", "4"]);
    expect(await sidewaysOverflow(page)).toBe(0);
    await page.context().close();
  });
});
