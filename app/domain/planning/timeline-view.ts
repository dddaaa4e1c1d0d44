import { yearOfQuarter } from "#app/domain/calendar/quarter.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import type { MeasureStatus } from "#app/domain/measures/vocabulary.ts";
import type { YearSpan } from "./timeline-span.ts";

export const laneKinds = ["actionField", "leadUnit"] as const;
export type LaneKind = (typeof laneKinds)[number];

/** "pursued": all but rejected and deferred measures. */
export type StatusChoice = MeasureStatus | "pursued" | "all";

/** What of the plan is shown, and how. */
export type TimelineView = {
  readonly presentation: "picture" | "table";
  readonly lanesBy: LaneKind;
  readonly rows: "perMeasure" | "packed";
  /** Every word must occur in the title. */
  readonly search: string;
  readonly actionFieldId: number | null;
  /** The lead unit or any unit below it. */
  readonly leadUnitId: number | null;
  readonly status: StatusChoice;
  /** Null: as far as measures reach. */
  readonly firstYear: number | null;
  readonly lastYear: number | null;
};

export const defaultTimelineView: TimelineView = {
  presentation: "picture",
  lanesBy: "actionField",
  rows: "perMeasure",
  search: "",
  actionFieldId: null,
  leadUnitId: null,
  status: "pursued",
  firstYear: null,
  lastYear: null,
};

type Filtered = Pick<Measure, "title" | "actionFieldId" | "leadUnitId" | "status">;
type Filter = Pick<TimelineView, "search" | "actionFieldId" | "leadUnitId" | "status">;

/** A test for single measures; `units` tells which units lie below the one asked for. */
export function timelineFilter(filter: Filter, units: ReadonlyArray<{ readonly id: number; readonly parentId: number | null }>): (measure: Filtered) => boolean {
  const words = filter.search.toLocaleLowerCase("de").split(/\s+/).filter(Boolean);
  const unitIds = filter.leadUnitId === null ? null : withUnitsBelow(filter.leadUnitId, units);
  return ({ title, actionFieldId, leadUnitId, status }) => {
    if (filter.actionFieldId !== null && actionFieldId !== filter.actionFieldId) return false;
    if (unitIds !== null && (leadUnitId === null || !unitIds.has(leadUnitId))) return false;
    if (filter.status === "pursued" ? status === "rejected" || status === "deferred" : filter.status !== "all" && status !== filter.status) return false;
    const folded = title.toLocaleLowerCase("de");
    return words.every((word) => folded.includes(word));
  };
}

function withUnitsBelow(unitId: number, units: ReadonlyArray<{ readonly id: number; readonly parentId: number | null }>): Set<number> {
  const found = new Set([unitId]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const { id, parentId } of units) if (parentId !== null && found.has(parentId)) found.add(id);
  }
  return found;
}

/** Does any of the measure's time fall into these years? False for one without a date. */
export function liesInYears({ startQuarter, endQuarter, permanentTask }: Pick<Measure, "startQuarter" | "endQuarter" | "permanentTask">, { firstYear, lastYear }: YearSpan): boolean {
  const first = startQuarter ?? endQuarter;
  const last = endQuarter ?? startQuarter;
  if (first === null || last === null || yearOfQuarter(first) > lastYear) return false;
  return yearOfQuarter(last) >= firstYear || (permanentTask && endQuarter === null);
}
