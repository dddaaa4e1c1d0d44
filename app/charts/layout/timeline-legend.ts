import { estimateTextWidth } from "./text-width.ts";

export const SWATCH_WIDTH = 34;
export const LEGEND_LINE_HEIGHT = 22;
export const LEGEND_FONT_SIZE = 11;
const GAP = 6;
const SPACE = 18;
const LINE_HEIGHT = 17;

export type LegendItem<K extends string> = { readonly kind: K; readonly text: string; readonly x: number; readonly y: number };

/** Swatches with their words, line by line within the width. */
export function layoutLegend<K extends string>(entries: ReadonlyArray<{ readonly kind: K; readonly text: string }>, width: number): { readonly items: ReadonlyArray<LegendItem<K>>; readonly height: number } {
  const items: LegendItem<K>[] = [];
  let x = 0;
  let y = 0;
  for (const entry of entries) {
    const itemWidth = SWATCH_WIDTH + GAP + Math.ceil(estimateTextWidth(entry.text, LEGEND_FONT_SIZE));
    if (x > 0 && x + itemWidth > width) {
      x = 0;
      y += LEGEND_LINE_HEIGHT;
    }
    items.push({ ...entry, x, y });
    x += itemWidth + SPACE;
  }
  return { items, height: items.length === 0 ? 0 : y + LEGEND_LINE_HEIGHT };
}

/** Lines of text in columns of equal width, filled from top to bottom; `y` is a line's baseline. */
export function layoutLines(texts: readonly string[], width: number): { readonly lines: ReadonlyArray<{ readonly text: string; readonly x: number; readonly y: number }>; readonly columnWidth: number; readonly height: number } {
  const widest = Math.max(0, ...texts.map((text) => Math.ceil(estimateTextWidth(text, LEGEND_FONT_SIZE)))) + SPACE;
  const columns = Math.max(1, Math.min(4, Math.floor(width / widest)));
  const perColumn = Math.ceil(texts.length / columns);
  const columnWidth = Math.floor(width / columns);
  return { lines: texts.map((text, index) => ({ text, x: Math.floor(index / perColumn) * columnWidth, y: (index % perColumn) * LINE_HEIGHT + 12 })), columnWidth, height: perColumn * LINE_HEIGHT };
}
