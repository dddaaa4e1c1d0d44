import type { PlainDate } from "#app/domain/calendar/plain-date.ts";

type Dated = { readonly id: number; readonly deadline: PlainDate | null };

/** How every ranking breaks ties: earlier deadline first, none last, then by id. */
export const byDeadlineThenId = (a: Dated, b: Dated): number => compareDeadlines(a.deadline, b.deadline) || a.id - b.id;

function compareDeadlines(a: PlainDate | null, b: PlainDate | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
