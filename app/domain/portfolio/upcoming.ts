import { addDays, type PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { Measure, Milestone } from "#app/domain/measures/measure.ts";
import { settledStatuses } from "#app/domain/measures/vocabulary.ts";

export type UpcomingDate = {
  readonly date: PlainDate;
  readonly kind: "deadline" | "milestone";
  readonly measureId: number;
  readonly measureTitle: string;
  /** The milestone's title, or the deadline's reason. */
  readonly text: string;
};

type DatedMeasure = Pick<Measure, "id" | "title" | "status" | "deadline" | "deadlineReason"> & { readonly milestones: ReadonlyArray<Pick<Milestone, "title" | "dueDate" | "reachedOn">> };

/** Deadlines and open milestones of open measures from today on, within `days`, the nearest first. */
export function upcomingDates({ measures, today, days }: { readonly measures: readonly DatedMeasure[]; readonly today: PlainDate; readonly days: number }): UpcomingDate[] {
  const last = addDays(today, days);
  const dates = measures.flatMap((measure): UpcomingDate[] => {
    if (settledStatuses.includes(measure.status)) return [];
    const common = { measureId: measure.id, measureTitle: measure.title };
    const milestones = measure.milestones
      .filter((milestone) => milestone.reachedOn === null)
      .map((milestone) => ({ ...common, date: milestone.dueDate, kind: "milestone" as const, text: milestone.title }));
    return measure.deadline === null ? milestones : [{ ...common, date: measure.deadline, kind: "deadline", text: measure.deadlineReason }, ...milestones];
  });
  return dates.filter(({ date }) => date >= today && date <= last).sort((a, b) => (a.date === b.date ? a.measureId - b.measureId : a.date < b.date ? -1 : 1));
}
