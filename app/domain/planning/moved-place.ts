import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { addQuarters, quarterOf, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { Placement } from "./reschedule.ts";

/** The whole bar, or one of its ends. */
export type BarGrip = "whole" | "start" | "end";

/**
 * Where a measure stands when its bar, or one end of it, is taken so many quarters further; negative is earlier. A measure
 * without a date is put at the current quarter first and takes one quarter. Null where that is no place: an end before its
 * start, or a start that nobody knows.
 */
export function movedPlace({ startQuarter, endQuarter }: Placement, grip: BarGrip, quarters: number, today: PlainDate): Placement | null {
  if (startQuarter === null && endQuarter === null) {
    const start = addQuarters(quarterOf(today), grip === "end" ? 0 : quarters);
    return ordered(start, grip === "end" ? addQuarters(start, quarters) : start);
  }
  if (startQuarter === null) return null;
  if (grip === "whole") return { startQuarter: addQuarters(startQuarter, quarters), endQuarter: endQuarter === null ? null : addQuarters(endQuarter, quarters) };
  if (grip === "start") return ordered(addQuarters(startQuarter, quarters), endQuarter);
  return ordered(startQuarter, addQuarters(endQuarter ?? startQuarter, quarters));
}

const ordered = (startQuarter: Quarter, endQuarter: Quarter | null): Placement | null => (endQuarter !== null && endQuarter < startQuarter ? null : { startQuarter, endQuarter });
