import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { violatedDependencies } from "#app/domain/measures/dependency-graph.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { horizonBands } from "#app/domain/planning/horizon-bands.ts";
import type { FrozenPlace, HorizonBand, TimelineChart, TimelineEntry, TimelineHeat, TimelineLane, TimelineMark } from "#app/domain/planning/timeline-entry.ts";
import { timelineHeat } from "#app/domain/planning/timeline-heat.ts";
import { timelineLanes, type LaneSources } from "#app/domain/planning/timeline-lanes.ts";
import { timelineMarks } from "#app/domain/planning/timeline-marks.ts";
import { allYears, defaultYears, quartersOf, type YearSpan } from "#app/domain/planning/timeline-span.ts";
import { liesInYears, type TimelineView } from "#app/domain/planning/timeline-view.ts";
import { grantsInScope } from "#app/domain/resources/earmarked-grants.ts";
import { horizonOf } from "#app/domain/resources/horizon.ts";
import { quarterRange } from "#app/domain/calendar/quarter.ts";
import { forbidden, ok, type Result } from "#app/domain/result.ts";
import { laneName, markLabel } from "#app/reports/build/timeline-words.ts";
import { measuresNeedingAttention } from "#app/services/portfolio/measures-needing-attention.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listAdoptedWindows } from "#db/queries/adopted-windows.server.ts";
import { listBudgetFrames } from "#db/queries/budget-frames.server.ts";
import { loadCapacities } from "#db/queries/capacities.server.ts";
import { findMatchingIds } from "#db/queries/measures.server.ts";
import { loadCostedMeasures, loadHeatCosts, loadHeatDemands } from "#db/queries/partial-measures.server.ts";
import { loadPlanningTerms } from "#db/queries/planning-terms.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";
import { listPriorities } from "#db/queries/rounds.server.ts";
import { listTeams } from "#db/queries/teams.server.ts";
import {
  findLastVersion,
  loadFrozenPlaces,
  loadGoalsOf,
  loadOnceResolved,
  loadProgrammesOf,
  loadTimelineGoals,
  loadTimelineProgrammes,
  loadTimelineSubmissions,
  type FrozenVersion,
} from "#db/queries/timeline-lanes.server.ts";
import { loadTimelineDependencies, loadTimelineFields, loadTimelineRows, loadTimelineUnits, type TimelineRow, type TimelineUnit } from "#db/queries/timeline.server.ts";

export type { TimelineEntry, TimelineNeighbour } from "#app/domain/planning/timeline-entry.ts";

export type ShownTimeline = TimelineChart & {
  readonly today: PlainDate;
  /** Of all measures in the plan, whatever the filter. */
  readonly planYears: YearSpan;
  readonly years: YearSpan;
  readonly planCount: number;
  /** What the filter lets through and has dates outside the years alone. */
  readonly outsideCount: number;
  /** Violated dependencies of the measures shown. */
  readonly conflictCount: number;
  /** From top to bottom; those without a measure, too. */
  readonly lanes: readonly TimelineLane[];
  /** What `ghost` compares with. */
  readonly lastVersion: FrozenVersion | null;
  readonly marks: readonly TimelineMark[];
  readonly bands: readonly HorizonBand[];
  readonly heat: TimelineHeat;
  /** For the filter. */
  readonly actionFields: ReadonlyArray<{ readonly id: number; readonly name: string }>;
  readonly orgUnits: readonly TimelineUnit[];
};

/** The plan as far as the view asks for it, with everything that picture, table and list show. */
export function showTimeline({ db, clock, user }: ServiceContext, view: TimelineView): Result<ShownTimeline> {
  if (!can(user, "plan:read")) return forbidden();
  const today = clock.today();
  const rows = loadTimelineRows(db);
  const [actionFields, orgUnits, lastVersion] = [loadTimelineFields(db), loadTimelineUnits(db), findLastVersion(db)];
  const { lanes, lanesOf } = timelineLanes(view.lanesBy, laneSources({ db }, view, actionFields, orgUnits));
  const { attention } = view.filter;
  const matching = findMatchingIds(db, { ...view.filter, measureIds: attention === null ? null : measuresNeedingAttention({ db, clock }, attention) });
  const placeOf = new Map(listPriorities(db).map(({ measureId, position, overrideReason }) => [measureId, { position, overrideReason }]));
  const onceResolved = loadOnceResolved(db);
  const frozen = lastVersion === null ? null : loadFrozenPlaces(db, lastVersion.id);
  const found = rows.filter((row) => matching.has(row.id));
  const entries = found.map((row): TimelineEntry => {
    const { id, rowVersion, title, actionFieldId, leadUnitId, status, permanentTask, planningHorizon, startQuarter, endQuarter } = row;
    const resolved = status === "resolved" || onceResolved.has(id);
    const ownLanes = lanesOf(row, resolved);
    const before = frozen?.get(id);
    // Written out: this is done for every measure, and a spread takes three times as long.
    return {
      id,
      rowVersion,
      title,
      actionFieldId,
      leadUnitId,
      status,
      permanentTask,
      planningHorizon,
      startQuarter,
      endQuarter,
      timeframeText: row.timeframeText,
      deadline: row.deadline,
      progressPercent: row.progressPercent,
      trafficLight: row.trafficLight,
      milestones: row.milestones,
      movable: can(user, "plan:edit", row),
      priority: placeOf.get(id) ?? null,
      laneId: ownLanes[0] ?? null,
      otherLaneIds: ownLanes.length > 1 ? ownLanes.slice(1) : NONE,
      ghost: before === undefined ? null : ghostOf(row, before),
      isNew: frozen !== null && before === undefined,
      resolved,
    };
  });
  const years = chosenYears(view, defaultYears(entries, today));
  const dated = entries.filter(({ startQuarter, endQuarter }) => startQuarter !== null || endQuarter !== null);
  const measures = dated.filter((measure) => liesInYears(measure, years));
  const shown = new Set(measures.map((measure) => measure.id));
  const dependencies = loadTimelineDependencies(db).filter(({ predecessorId, successorId }) => shown.has(predecessorId) || shown.has(successorId));
  const linked = new Set(dependencies.flatMap(({ predecessorId, successorId }) => [predecessorId, successorId]));
  const others = rows
    .filter(({ id }) => linked.has(id) && !shown.has(id))
    .map(({ id, title, status, startQuarter, endQuarter }) => ({ id, title, status, startQuarter, endQuarter }));
  return ok({
    ...{ today, years, actionFields, orgUnits, lastVersion, measures, dependencies },
    planYears: allYears(rows, today),
    planCount: rows.length,
    outsideCount: dated.length - measures.length,
    undated: entries.filter(({ startQuarter, endQuarter }) => startQuarter === null && endQuarter === null),
    others,
    conflictCount: violatedDependencies([...measures, ...others], dependencies).length,
    lanes: lanes.map(({ id, subject }) => ({ id, name: laneName(subject) })),
    marks: marksOf({ db }, found, years),
    bands: horizonBands(horizonOf(loadMunicipality(db))),
    heat: heatOf({ db }, years),
  });
}

const NONE: readonly number[] = [];
type Source = Pick<ServiceContext, "db">;

/** Only what the kind of lanes asks for is read. */
function laneSources({ db }: Source, { lanesBy }: TimelineView, actionFields: LaneSources["actionFields"], orgUnits: LaneSources["orgUnits"]): LaneSources {
  const [byGoal, byProgramme, byDecision] = [lanesBy === "goal", lanesBy === "fundingProgramme", lanesBy === "decision"];
  const submissions = byDecision ? loadTimelineSubmissions(db) : [];
  return {
    ...{ actionFields, orgUnits },
    goals: byGoal ? loadTimelineGoals(db) : [],
    goalsOf: byGoal ? loadGoalsOf(db) : new Map(),
    programmes: byProgramme ? loadTimelineProgrammes(db) : [],
    programmesOf: byProgramme ? loadProgrammesOf(db) : new Map(),
    submissions: submissions.map(({ id, snapshotId, committee, meetingDate }) => ({ id, committee, meetingDate, measureIds: new Set(loadFrozenPlaces(db, snapshotId).keys()) })),
  };
}

const ghostOf = ({ startQuarter, endQuarter }: FrozenPlace, before: FrozenPlace): FrozenPlace | null =>
  before.startQuarter === startQuarter && before.endQuarter === endQuarter ? null : before;

function marksOf({ db }: Source, measures: readonly TimelineRow[], { firstYear, lastYear }: YearSpan): TimelineMark[] {
  const meetings = loadTimelineSubmissions(db).flatMap(({ committee, meetingDate, versionNumber }) => (meetingDate === null ? [] : [{ committee, meetingDate, versionNumber }]));
  const [first, last] = [`${firstYear}-01-01`, `${lastYear}-12-31`];
  return timelineMarks({ meetings, windows: loadPlanningTerms(db).windows, measures })
    .filter(({ from, to }) => from <= last && (to ?? from) >= first)
    .map(({ subject, ...mark }) => ({ ...mark, label: markLabel(subject) }));
}

function heatOf({ db }: Source, years: YearSpan): TimelineHeat {
  const { first, last } = quartersOf(years);
  const windows = listAdoptedWindows(db);
  return timelineHeat(
    {
      demands: loadHeatDemands(db),
      costs: loadHeatCosts(db),
      teams: listTeams(db, "active"),
      capacities: loadCapacities(db, quarterRange(first, last)),
      budgetFrames: listBudgetFrames(db),
      grants: windows.length === 0 ? [] : grantsInScope({ measures: loadCostedMeasures(db), windows, scope: "planned" }).grants,
    },
    years,
  );
}

/** A picture of at most this many years stays readable. */
const MOST_YEARS = 20;

function chosenYears({ firstYear, lastYear }: TimelineView, unasked: YearSpan): YearSpan {
  const first = firstYear ?? Math.min(unasked.firstYear, lastYear ?? unasked.firstYear);
  const last = Math.max(first, lastYear ?? unasked.lastYear);
  return { firstYear: first, lastYear: Math.min(last, first + MOST_YEARS - 1) };
}
