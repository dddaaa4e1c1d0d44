import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** What is wrong with the place of the focus, null when a sighted person finds it; `here` says whether it is the one looked for. */
type Focus = { readonly problem: string | null; readonly here: boolean };

/** Runs in the browser. The content area may hold the focus unseen: it gets it after a change of page, for the next Tab. */
function inspectFocus(target: Element | SVGElement | null): Focus {
  const element = document.activeElement;
  if (element === null || element === document.body) return { problem: "nothing has the focus", here: false };
  const name = `<${element.tagName.toLowerCase()}> ${element.getAttribute("aria-label") ?? element.getAttribute("name") ?? element.textContent?.trim().slice(0, 40) ?? ""}`;
  const here = element === target;
  if (element.id === "inhalt") return { problem: null, here };
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  if (outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2) return { problem: `${name} shows no focus`, here };
  const { left, right, top, bottom } = element.getClientRects()[0] ?? new DOMRect();
  const [nearLeft, nearTop] = [left + 3, top + 3];
  const points = [[(left + right) / 2, (top + bottom) / 2], [nearLeft, nearTop], [right - 3, nearTop], [nearLeft, bottom - 3], [right - 3, bottom - 3]] as const;
  const seen = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top !== null && (element.contains(top) || top.contains(element));
  });
  return { problem: seen ? null : `${name} has the focus where nobody sees it`, here };
}

/** Presses Tab until the focus stands on the target, and holds every step on the way to it: never lost, always visible. */
export async function tabTo(page: Page, target: Locator, { key = "Tab", most = 150 }: { key?: "Tab" | "Shift+Tab"; most?: number } = {}): Promise<void> {
  const element = await target.elementHandle();
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press(key);
    const { problem, here } = await page.evaluate(inspectFocus, element);
    expect(problem, `after ${step + 1} × ${key} towards ${String(target)}`).toBeNull();
    if (here) return;
  }
  throw new Error(`${most} × ${key} do not lead to ${String(target)}`);
}

/** Waits for the focus to stand on the element, visibly. */
export async function expectFocus(page: Page, target: Locator): Promise<void> {
  const element = await target.elementHandle();
  await expect.poll(() => page.evaluate(inspectFocus, element), { timeout: 5_000 }).toEqual({ problem: null, here: true });
}

/** After a change of page the content has the focus, so that the next Tab goes on from there. */
export async function expectNewPage(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  await expectFocus(page, page.getByRole("main"));
}
