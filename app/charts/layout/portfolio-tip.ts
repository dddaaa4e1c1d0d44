import type { PortfolioBubble, PortfolioLayout } from "./portfolio-picture.ts";
import { breakText, estimateTextWidth } from "./text-width.ts";

export type PortfolioTip = { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly lines: ReadonlyArray<{ readonly text: string; readonly strong: boolean; readonly y: number }> };

const PADDING = 8;
const LINE = 17;
const FONT_SIZE = 13;
const WIDEST = 330;
const GAP = 6;

/** Name and figures of one sign in a box beside it that stays inside of the picture and leaves the sign free. */
export function layoutTip(layout: Pick<PortfolioLayout, "width" | "height">, bubble: PortfolioBubble, title: string, figures: readonly string[]): PortfolioTip {
  const room = Math.min(WIDEST, layout.width - 2 * PADDING - 4);
  const texts = [...breakText(title, room, FONT_SIZE, 3).lines.map((text) => ({ text, strong: true })), ...figures.map((text) => ({ text, strong: false }))];
  const width = Math.min(room, Math.max(...texts.map(({ text, strong }) => Math.ceil(estimateTextWidth(text, FONT_SIZE) * (strong ? 1.06 : 1))))) + 2 * PADDING;
  const height = texts.length * LINE + 2 * PADDING - 4;
  const below = bubble.y + bubble.reach + GAP;
  const above = bubble.y - bubble.reach - GAP - height;
  const x = Math.round(Math.min(Math.max(2, bubble.x - width / 2), layout.width - width - 2));
  const y = Math.round(above >= 2 ? above : Math.min(below, layout.height - height - 2));
  return { x, y, width, height, lines: texts.map((line, index) => ({ ...line, y: y + PADDING + 11 + index * LINE })) };
}
