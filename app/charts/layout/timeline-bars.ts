import { addQuarters, firstDayOf, lastDayOf, quarterOf } from "#app/domain/calendar/quarter.ts";
import { missesDeadline } from "#app/domain/planning/reschedule.ts";
import type { TimelineAxis, TimelineSpan } from "./timeline-axis.ts";
import { placeLabel, type Interval } from "./timeline-labels.ts";
import type { BarEdge, TimelineBar, TimelineDeadline, TimelineInput, TimelineMeasure, TimelineMilestone } from "./timeline-model.ts";

export const MILESTONE_RADIUS = 7;
export const DEADLINE_FLAG = 9;
/** Between a sign and words beside it. */
const MARK_GAP = 4;

/** A bar before it has a row, with everything the row must keep free for it. */
export type PlacedBar = Omit<TimelineBar, "laneIndex" | "rowIndex" | "y" | "height" | "inConflict"> & { readonly occupied: Interval };

/** How long a bar looks whose dates nobody knows. */
const UNDATED_QUARTERS = 2;

/**
 * Null when the measure's time lies wholly outside the span. With only one date known the bar covers that quarter
 * and is open at the other side; a permanent task runs on to the end of the picture.
 * One without any date waits at today.
 */
export function placeBar<M extends TimelineMeasure>(measure: M, axis: TimelineAxis, input: TimelineInput<M>): PlacedBar | null {
  const isDated = measure.startQuarter !== null || measure.endQuarter !== null;
  const now = [quarterOf(input.today), input.span.last].sort()[0] ?? input.span.last;
  const waiting = now < input.span.first ? input.span.first : now;
  const first = measure.startQuarter ?? measure.endQuarter ?? waiting;
  const last = measure.endQuarter ?? measure.startQuarter ?? addQuarters(waiting, UNDATED_QUARTERS - 1);
  const runsOn = isDated && measure.permanentTask && measure.endQuarter === null;
  if (isDated && !liesInSpan(measure, input.span)) return null;
  const from = Math.max(0, axis.xOf(firstDayOf(first)));
  const to = runsOn ? input.width : Math.min(input.width, axis.xAfter(lastDayOf(last)));
  const inPicture = (x: number) => x >= 0 && x <= input.width;
  const milestones = measure.milestones
    .map((milestone): TimelineMilestone => {
      const { id, title, dueDate, reachedOn } = milestone;
      return { id, title, dueDate, x: axis.xOf(dueDate), state: reachedOn !== null ? "reached" : dueDate < input.today ? "overdue" : "due" };
    })
    .filter((milestone) => inPicture(milestone.x));
  const deadline = placeDeadline(measure, axis, inPicture);
  const marks = [
    ...milestones.map(({ x }) => ({ from: x - MILESTONE_RADIUS - MARK_GAP, to: x + MILESTONE_RADIUS + MARK_GAP })),
    ...(deadline ? [{ from: deadline.x - 3, to: deadline.x + DEADLINE_FLAG + 2 }] : []),
  ];
  const label = placeLabel(input.barLabel(measure), { from, to }, marks, input.width);
  const extents = [{ from, to }, ...marks, ...(label ? [{ from: label.x, to: label.x + label.width }] : [])];
  return {
    id: measure.id,
    x: from,
    width: to - from,
    startEdge: edge(first < input.span.first, measure.startQuarter === null, false),
    endEdge: edge(!runsOn && last > input.span.last, !runsOn && measure.endQuarter === null, runsOn),
    progressWidth: progressWidth(measure, from, to, axis, input.width),
    status: measure.status,
    label,
    milestones,
    deadline,
    ghost: placeGhost(measure, axis, input.width),
    resolved: measure.resolved ?? false,
    occupied: { from: Math.min(...extents.map((extent) => extent.from)), to: Math.max(...extents.map((extent) => extent.to)) },
  };
}

/** Does any of its time fall into the span? A permanent task without an end runs on. @throws Error for a measure without any date */
export function liesInSpan({ id, startQuarter, endQuarter, permanentTask }: Pick<TimelineMeasure, "id" | "startQuarter" | "endQuarter" | "permanentTask">, span: TimelineSpan): boolean {
  const first = startQuarter ?? endQuarter;
  const last = endQuarter ?? startQuarter;
  if (first === null || last === null) throw new Error(`measure ${id} has no date`);
  return first <= span.last && (last >= span.first || (permanentTask && endQuarter === null));
}

function placeGhost({ ghost }: TimelineMeasure, axis: TimelineAxis, width: number): TimelineBar["ghost"] {
  const first = ghost?.startQuarter ?? ghost?.endQuarter;
  const last = ghost?.endQuarter ?? ghost?.startQuarter;
  if (!first || !last) return null;
  const from = Math.max(0, axis.xOf(firstDayOf(first)));
  const to = Math.min(width, axis.xAfter(lastDayOf(last)));
  return to > from ? { x: from, width: to - from } : null;
}

const edge = (outside: boolean, unknown: boolean, permanent: boolean): BarEdge =>
  permanent ? "permanent" : outside ? "outside" : unknown ? "unknown" : "closed";

/** The share of the whole duration, cut to what of it is in the picture. */
function progressWidth(measure: TimelineMeasure, from: number, to: number, axis: TimelineAxis, width: number): number | null {
  if (measure.progressPercent === null) return null;
  const wholeFrom = measure.startQuarter === null ? from : axis.xOf(firstDayOf(measure.startQuarter));
  const wholeTo = measure.endQuarter === null ? to : axis.xAfter(lastDayOf(measure.endQuarter));
  const reached = wholeFrom + ((wholeTo - wholeFrom) * measure.progressPercent) / 100;
  return Math.max(0, Math.min(reached, to, width) - from);
}

function placeDeadline(measure: TimelineMeasure, axis: TimelineAxis, inPicture: (x: number) => boolean): TimelineDeadline | null {
  if (measure.deadline === null) return null;
  const x = axis.xAfter(measure.deadline);
  return inPicture(x) ? { date: measure.deadline, x, missed: missesDeadline(measure.endQuarter, measure.deadline) } : null;
}
