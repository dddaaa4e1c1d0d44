import { estimateTextWidth } from "./text-width.ts";
import type { TimelineLabel } from "./timeline-model.ts";

export const BAR_FONT_SIZE = 11;
const PADDING = 6;
/** Leaves room for an arrow that leaves the bar. */
const GAP = 12;
const NARROWEST_CLIPPED = 30;

export type Interval = { readonly from: number; readonly to: number };

/** Inside the bar where it fits between the marks, else after it, else before it, else clipped inside; null where even that is too narrow. */
export function placeLabel(text: string, bar: Interval, marks: readonly Interval[], pictureWidth: number): TimelineLabel | null {
  if (text === "") return null;
  const width = Math.ceil(estimateTextWidth(text, BAR_FONT_SIZE));
  const gaps = freeGaps({ from: bar.from + PADDING, to: bar.to - PADDING }, marks);
  const inside = gaps.find((gap) => gap.to - gap.from >= width);
  if (inside) return { text, placement: "inside", x: inside.from, width, clipped: false };
  const after = Math.max(bar.to, ...marks.map((mark) => mark.to)) + GAP;
  if (after + width <= pictureWidth) return { text, placement: "after", x: after, width, clipped: false };
  const before = Math.min(bar.from, ...marks.map((mark) => mark.from)) - GAP - width;
  if (before >= 0) return { text, placement: "before", x: before, width, clipped: false };
  const widest = gaps.reduce<Interval | null>((best, gap) => (best === null || gap.to - gap.from > best.to - best.from ? gap : best), null);
  if (widest === null || widest.to - widest.from < NARROWEST_CLIPPED) return null;
  return { text, placement: "inside", x: widest.from, width: widest.to - widest.from, clipped: true };
}

function freeGaps(within: Interval, marks: readonly Interval[]): Interval[] {
  const gaps: Interval[] = [];
  let from = within.from;
  for (const mark of [...marks].sort((a, b) => a.from - b.from)) {
    if (mark.to <= from || mark.from >= within.to) continue;
    if (mark.from > from) gaps.push({ from, to: mark.from });
    from = mark.to;
  }
  if (within.to > from) gaps.push({ from, to: within.to });
  return gaps;
}
