import type { Ragged } from "./compiled-problem.ts";

/** Sorts links into lists by their item, keeping their order; also returns which link each value came from. */
export function raggedOf(itemCount: number, links: ReadonlyArray<{ readonly item: number; readonly value: number }>): Ragged & { readonly link: Int32Array } {
  const from = new Int32Array(itemCount + 1);
  for (const { item } of links) from[item + 1] = (from[item + 1] ?? 0) + 1;
  for (let item = 0; item < itemCount; item += 1) from[item + 1] = (from[item + 1] ?? 0) + (from[item] ?? 0);
  const next = from.slice();
  const values = new Int32Array(links.length);
  const link = new Int32Array(links.length);
  links.forEach(({ item, value }, index) => {
    const at = next[item] ?? 0;
    next[item] = at + 1;
    values[at] = value;
    link[at] = index;
  });
  return { from, values, link };
}
