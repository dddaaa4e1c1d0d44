import { estimateTextWidth } from "./text-width.ts";

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Labelled = { readonly id: number; readonly x: number; readonly y: number; readonly reach: number };
/** `x` is the left end of the text, `y` its baseline. */
export type PlacedLabel = { readonly id: number; readonly text: string; readonly x: number; readonly y: number };

const LINE_HEIGHT = 1.25;
const BASELINE = 0.95;
const GAP = 3;

/**
 * Names the most important of the signs, at most `most` of them: beside, above or below the sign, where the text stays inside,
 * touches no other text, and lies on at most `tolerated` other signs. What finds no such place stays without a name.
 * @param items the most important first
 */
export function placeLabels({
  items,
  candidates,
  textOf,
  most,
  tolerated,
  fontSize,
  within,
  taken,
}: {
  readonly items: readonly Labelled[];
  /** How many of the first get a try. */
  readonly candidates: number;
  readonly textOf: (id: number) => string;
  readonly most: number;
  readonly tolerated: number;
  readonly fontSize: number;
  readonly within: Box;
  readonly taken: readonly Box[];
}): PlacedLabel[] {
  const boxes: Box[] = [...taken];
  const labels: PlacedLabel[] = [];
  for (const item of items.slice(0, candidates)) {
    if (labels.length === most) break;
    const text = textOf(item.id);
    const place = bestPlace(item, { width: Math.ceil(estimateTextWidth(text, fontSize)), height: fontSize * LINE_HEIGHT }, within, boxes, items, tolerated);
    if (place === null) continue;
    boxes.push(place);
    labels.push({ id: item.id, text, x: place.x, y: place.y + fontSize * BASELINE });
  }
  return labels;
}

type Size = { readonly width: number; readonly height: number };

function bestPlace(item: Labelled, { width, height }: Size, within: Box, taken: readonly Box[], all: readonly Labelled[], tolerated: number): Box | null {
  const { x, y, reach } = item;
  const candidates: readonly Box[] = [
    { x: x + reach + GAP, y: y - height / 2, width, height },
    { x: x - reach - GAP - width, y: y - height / 2, width, height },
    { x: x - width / 2, y: y - reach - height, width, height },
    { x: x - width / 2, y: y + reach, width, height },
  ];
  let best: Box | null = null;
  let fewest = tolerated + 1;
  for (const box of candidates) {
    if (!contains(within, box) || taken.some((other) => overlap(box, other))) continue;
    const covered = all.filter((other) => other !== item && touches(box, other)).length;
    if (covered < fewest) [best, fewest] = [box, covered];
  }
  return best;
}

const contains = (outer: Box, inner: Box): boolean => inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;

export const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function touches(box: Box, { x, y, reach }: Labelled): boolean {
  const dx = Math.max(box.x - x, 0, x - box.x - box.width);
  const dy = Math.max(box.y - y, 0, y - box.y - box.height);
  return dx * dx + dy * dy < reach * reach;
}

/** Whole words up to `most` characters, with "…" where something is left out. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:/(–-]+$/, "")}…`;
}
