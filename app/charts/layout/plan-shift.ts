import { quarterDistance, quarterFrom, type Quarter } from "#app/domain/calendar/quarter.ts";

/** The planned years from left to right, in units of the picture. */
export const SHIFT_WIDTH = 1000;

export type PlanShiftLayout = {
  readonly quarterWidth: number;
  /** Left edges of the quarters in which the first and the other plan begin the measure; null: not in the plan. */
  readonly fromX: number | null;
  readonly toX: number | null;
  /** From one to the other; null where one is missing. */
  readonly link: { readonly x: number; readonly width: number } | null;
  /** Left edges of all years but the first. */
  readonly yearX: readonly number[];
};

/** Where two plans begin a measure; a beginning before or after the planned years stands at their edge. */
export function layoutPlanShift({ from, to, firstYear, lastYear }: { readonly from: Quarter | null; readonly to: Quarter | null; readonly firstYear: number; readonly lastYear: number }): PlanShiftLayout {
  const count = (lastYear - firstYear + 1) * 4;
  const quarterWidth = SHIFT_WIDTH / count;
  const xOf = (quarter: Quarter | null): number | null => (quarter === null ? null : Math.min(count - 1, Math.max(0, quarterDistance(quarterFrom(firstYear, 1), quarter))) * quarterWidth);
  const [fromX, toX] = [xOf(from), xOf(to)];
  const middle = quarterWidth / 2;
  return {
    quarterWidth,
    fromX,
    toX,
    link: fromX === null || toX === null ? null : { x: Math.min(fromX, toX) + middle, width: Math.abs(toX - fromX) },
    yearX: Array.from({ length: lastYear - firstYear }, (_, index) => (index + 1) * 4 * quarterWidth),
  };
}
