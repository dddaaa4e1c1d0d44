import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { Quarter } from "#app/domain/calendar/quarter.ts";
import type { Dependency } from "#app/domain/measures/measure.ts";
import type { MeasureStatus } from "#app/domain/measures/vocabulary.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { allYears, defaultYears, type YearSpan } from "#app/domain/planning/timeline-span.ts";
import { liesInYears, timelineFilter, type TimelineView } from "#app/domain/planning/timeline-view.ts";
import type { AdoptedPlace } from "#app/domain/prioritisation/adopted-place.ts";
import { forbidden, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listPriorities } from "#db/queries/rounds.server.ts";
import { loadTimelineDependencies, loadTimelineFields, loadTimelineRows, loadTimelineUnits, type TimelineRow, type TimelineUnit } from "#db/queries/timeline.server.ts";

export type TimelineEntry = TimelineRow & { readonly movable: boolean; readonly priority: AdoptedPlace | null };
/** The other end of a dependency, filtered out itself. */
export type TimelineNeighbour = { readonly id: number; readonly title: string; readonly status: MeasureStatus; readonly startQuarter: Quarter | null; readonly endQuarter: Quarter | null };

export type ShownTimeline = {
  readonly today: PlainDate;
  /** Of all measures in the plan, whatever the filter. */
  readonly planYears: YearSpan;
  readonly years: YearSpan;
  readonly planCount: number;
  /** What the filter lets through: with a date within the years, with one outside of them, without any. */
  readonly measures: readonly TimelineEntry[];
  readonly outsideCount: number;
  readonly undated: readonly TimelineEntry[];
  readonly others: readonly TimelineNeighbour[];
  /** Those of the measures shown. */
  readonly dependencies: readonly Dependency[];
  readonly actionFields: ReadonlyArray<{ readonly id: number; readonly name: string }>;
  readonly orgUnits: readonly TimelineUnit[];
};

export function showTimeline({ db, clock, user }: ServiceContext, view: TimelineView): Result<ShownTimeline> {
  if (!can(user, "plan:read")) return forbidden();
  const today = clock.today();
  const rows = loadTimelineRows(db);
  const placeOf = new Map(listPriorities(db).map(({ measureId, position, overrideReason }) => [measureId, { position, overrideReason }]));
  const orgUnits = loadTimelineUnits(db);
  const matching = rows.filter(timelineFilter(view, orgUnits)).map((row) => ({ ...row, movable: can(user, "plan:edit", row), priority: placeOf.get(row.id) ?? null }));
  const planYears = allYears(rows, today);
  const years = chosenYears(view, defaultYears(matching, today));
  const dated = matching.filter(({ startQuarter, endQuarter }) => startQuarter !== null || endQuarter !== null);
  const measures = dated.filter((measure) => liesInYears(measure, years));
  const shown = new Set(measures.map((measure) => measure.id));
  const dependencies = loadTimelineDependencies(db).filter(({ predecessorId, successorId }) => shown.has(predecessorId) || shown.has(successorId));
  const linked = new Set(dependencies.flatMap(({ predecessorId, successorId }) => [predecessorId, successorId]));
  return ok({
    today,
    planYears,
    years,
    planCount: rows.length,
    measures,
    outsideCount: dated.length - measures.length,
    undated: matching.filter(({ startQuarter, endQuarter }) => startQuarter === null && endQuarter === null),
    others: rows
      .filter(({ id }) => linked.has(id) && !shown.has(id))
      .map(({ id, title, status, startQuarter, endQuarter }) => ({ id, title, status, startQuarter, endQuarter })),
    dependencies,
    actionFields: loadTimelineFields(db),
    orgUnits,
  });
}

/** A picture of at most this many years stays readable. */
const MOST_YEARS = 20;

function chosenYears({ firstYear, lastYear }: TimelineView, unasked: YearSpan): YearSpan {
  const first = firstYear ?? Math.min(unasked.firstYear, lastYear ?? unasked.firstYear);
  const last = Math.max(first, lastYear ?? unasked.lastYear);
  return { firstYear: first, lastYear: Math.min(last, first + MOST_YEARS - 1) };
}
