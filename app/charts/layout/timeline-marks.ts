import { firstDayOf, lastDayOf } from "#app/domain/calendar/quarter.ts";
import { estimateTextWidth } from "./text-width.ts";
import type { TimelineAxis } from "./timeline-axis.ts";
import type { PlacedBand, PlacedMark, TimelineInput, TimelineLayout, TimelineMeasure } from "./timeline-model.ts";

export const MARK_FONT_SIZE = 11;
const FLAG_PADDING = 6;
const GAP = 8;

/** The flag stands beside its line's head, centred where there is room. */
export function placeToday<M extends TimelineMeasure>({ today, todayLabel, width }: TimelineInput<M>, axis: TimelineAxis): TimelineLayout["today"] {
  const x = axis.xOf(today);
  if (x < 0 || x > width) return null;
  const flagWidth = Math.ceil(estimateTextWidth(todayLabel, MARK_FONT_SIZE)) + 2 * FLAG_PADDING;
  return { x, flagX: Math.max(0, Math.min(x - flagWidth / 2, width - flagWidth)), flagWidth, label: todayLabel };
}

/** Lines in time; each gets its words right of its head where those of an earlier one, and of today, leave room. */
export function placeMarks<M extends TimelineMeasure>({ marks = [], width }: TimelineInput<M>, axis: TimelineAxis, today: TimelineLayout["today"]): PlacedMark[] {
  const inTime = [...marks].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const heads = inTime.map(({ from }) => axis.xOf(from));
  let free = 0;
  return inTime.flatMap(({ kind, from, to, label: full }, index): PlacedMark[] => {
    const x = heads[index] ?? axis.xOf(from);
    const next = heads.slice(index + 1).find((head) => head > x) ?? Infinity;
    const toX = to === null ? null : Math.min(width, axis.xAfter(to));
    if (x > width || (toX ?? x) < 0) return [];
    const at = Math.max(0, x) + 4;
    const textWidth = Math.ceil(estimateTextWidth(full, MARK_FONT_SIZE));
    const hitsToday = today !== null && at < today.flagX + today.flagWidth + GAP && at + textWidth + GAP > today.flagX;
    const fits = at >= free && at + textWidth <= Math.min(width, next - GAP) && !hitsToday;
    if (fits) free = at + textWidth + GAP;
    return [{ kind, x: Math.max(0, x), toX, label: fits ? { text: full, x: at, width: textWidth } : null, full }];
  });
}

export function placeBands<M extends TimelineMeasure>({ bands = [], bandLabel, span, width }: TimelineInput<M>, axis: TimelineAxis): PlacedBand[] {
  return bands.flatMap(({ horizon, first, last }) => {
    const from = Math.max(0, axis.xOf(firstDayOf(first)));
    const to = last === null || last > span.last ? width : axis.xAfter(lastDayOf(last));
    return to > from && from < width ? [{ horizon, label: bandLabel(horizon), x: from, width: to - from }] : [];
  });
}
