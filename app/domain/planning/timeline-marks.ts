import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { firstDayOf, lastDayOf } from "#app/domain/calendar/quarter.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import type { FundingWindow } from "./planning-terms.ts";
import type { TimelineMark } from "./timeline-entry.ts";

export type Meeting = { readonly committee: string; readonly meetingDate: PlainDate; readonly versionNumber: number };
type Deadline = Pick<Measure, "id" | "title" | "deadline" | "deadlineReason">;

/** What a mark says, for the words of its label. */
export type MarkSubject =
  | { readonly kind: "meeting"; readonly meetings: readonly Meeting[] }
  | { readonly kind: "fundingWindow"; readonly programme: string; readonly count: number }
  /** `reasons`: each reason, or the title where none is stated, with its number; the most frequent first. */
  | { readonly kind: "legalDeadline"; readonly count: number; readonly reasons: ReadonlyArray<{ readonly text: string; readonly count: number }> };

export type UnlabelledMark = Omit<TimelineMark, "label"> & { readonly subject: MarkSubject };

/** Meetings to which versions were submitted, windows of funding programmes, and deadlines of measures, by day; what falls together is one mark. */
export function timelineMarks({
  meetings,
  windows,
  measures,
}: {
  readonly meetings: readonly Meeting[];
  readonly windows: ReadonlyArray<Pick<FundingWindow, "measureId" | "programme" | "opensQuarter" | "closesQuarter">>;
  readonly measures: readonly Deadline[];
}): UnlabelledMark[] {
  const shown = new Set(measures.map((measure) => measure.id));
  return [
    ...grouped(meetings, (meeting) => meeting.meetingDate).map(
      (group): UnlabelledMark => ({ kind: "meeting", from: group[0].meetingDate, to: null, measureIds: [], subject: { kind: "meeting", meetings: group } }),
    ),
    ...grouped(
      windows.filter((window) => shown.has(window.measureId)),
      ({ programme, opensQuarter, closesQuarter }) => `${opensQuarter} ${closesQuarter} ${programme}`,
    ).map((group): UnlabelledMark => {
      const { programme, opensQuarter, closesQuarter } = group[0];
      const measureIds = [...new Set(group.map((window) => window.measureId))];
      return { kind: "fundingWindow", from: firstDayOf(opensQuarter), to: lastDayOf(closesQuarter), measureIds, subject: { kind: "fundingWindow", programme, count: measureIds.length } };
    }),
    ...grouped(
      measures.flatMap(({ deadline, ...measure }) => (deadline === null ? [] : [{ ...measure, deadline }])),
      (measure) => measure.deadline,
    ).map(
      (group): UnlabelledMark => ({
        kind: "legalDeadline",
        from: group[0].deadline,
        to: null,
        measureIds: group.map((measure) => measure.id),
        subject: { kind: "legalDeadline", count: group.length, reasons: reasonsOf(group) },
      }),
    ),
  ].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

const reasonsOf = (group: readonly Deadline[]) =>
  grouped(group, ({ title, deadlineReason }) => deadlineReason || title)
    .map((same) => ({ text: same[0].deadlineReason || same[0].title, count: same.length }))
    .sort((a, b) => b.count - a.count);

/** Groups of at least one, in the order of their first members. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Array<readonly [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}
