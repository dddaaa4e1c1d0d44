import { dayNumber, fromDayNumber, type PlainDate } from "#app/domain/calendar/plain-date.ts";
import { firstDayOf, fromQuarterIndex, quarterIndex, type Quarter } from "#app/domain/calendar/quarter.ts";
import { measureStatuses, planningHorizons, trafficLights, type MeasureStatus } from "#app/domain/measures/vocabulary.ts";
import { fromDictionary, fromSigns, fromSparse, fromSteps, joinTexts, splitTexts, toDictionary, toSigns, toSparse, toSteps, type Dictionary, type Sparse } from "#app/domain/text/columns.ts";
import type { TimelineChart, TimelineEntry, TimelineMilestone, TimelineNeighbour } from "./timeline-entry.ts";

/**
 * The measures as one text of columns. Encoding thousands of objects one by one would take the server longer than making
 * them, and the browser longer to read; in columns numbers are small and names are not repeated.
 */
export function encodeTimeline({ measures, undated, others, dependencies }: TimelineChart): string {
  const columns: ChartColumns = {
    measures: encodeEntries(measures),
    undated: encodeEntries(undated),
    others: encodeNeighbours(others),
    dependencies: {
      id: toSteps(dependencies.map((dependency) => dependency.id)),
      predecessor: dependencies.map((dependency) => dependency.predecessorId),
      successor: dependencies.map((dependency) => dependency.successorId),
      lag: toSparse(dependencies, ({ lagQuarters }) => lagQuarters || null),
    },
  };
  return JSON.stringify(columns);
}

/** The way back from {@link encodeTimeline}. */
export function decodeTimeline(text: string): TimelineChart {
  const { measures, undated, others, dependencies } = JSON.parse(text) as ChartColumns;
  const lag = fromSparse(dependencies.lag);
  return {
    measures: decodeEntries(measures),
    undated: decodeEntries(undated),
    others: decodeNeighbours(others),
    dependencies: fromSteps(dependencies.id).map((id, index) => ({
      id,
      predecessorId: dependencies.predecessor[index] ?? 0,
      successorId: dependencies.successor[index] ?? 0,
      lagQuarters: lag.get(index) ?? 0,
    })),
  };
}

type ChartColumns = {
  readonly measures: EntryColumns;
  readonly undated: EntryColumns;
  readonly others: NeighbourColumns;
  readonly dependencies: { readonly id: number[]; readonly predecessor: number[]; readonly successor: number[]; readonly lag: Sparse<number> };
};

/** What measures and their neighbours have in common. Quarters count from `first`, ends from the start, in signed numbers as of {@link toSmall}. */
type NeighbourColumns = { readonly id: number[]; readonly title: string; readonly status: string; readonly first: number; readonly start: number[]; readonly end: number[] };

type EntryColumns = NeighbourColumns & {
  /** Four facts as one hexadecimal sign each, see `bitsOf`. */
  readonly flags: string;
  readonly horizon: string;
  readonly light: string;
  /** Ids, 0 for none. */
  readonly field: number[];
  readonly unit: number[];
  readonly lane: number[];
  readonly place: number[];
  readonly version: Sparse<number>;
  readonly otherLanes: Sparse<readonly number[]>;
  readonly reason: Sparse<string>;
  readonly timeframe: Sparse<string>;
  readonly deadline: Sparse<number>;
  readonly progress: Sparse<number>;
  readonly ghost: Sparse<readonly [start: number, end: number]>;
  readonly milestones: { readonly count: Sparse<number>; readonly id: number[]; readonly title: Dictionary; readonly due: number[]; readonly reached: Sparse<number> };
};

const bitsOf = ({ permanentTask, movable, isNew, resolved }: TimelineEntry): number => (permanentTask ? 1 : 0) + (movable ? 2 : 0) + (isNew ? 4 : 0) + (resolved ? 8 : 0);
const quarterNumber = (quarter: Quarter | null): number => (quarter === null ? 0 : quarterIndex(quarter) + 1);
const quarterOfNumber = (number: number): Quarter | null => (number === 0 ? null : fromQuarterIndex(number - 1));
const dayOf = (date: PlainDate | null): number | null => (date === null ? null : dayNumber(date));
/** A distance as a small number that is not 0, which stands for unknown. */
const toSmall = (value: number | null, from: number): number => (value === null ? 0 : value >= from ? value - from + 1 : value - from);
const fromSmall = (small: number, from: number): number | null => (small === 0 ? null : small > 0 ? small + from - 1 : small + from);
const indexOf = (quarter: Quarter | null): number | null => (quarter === null ? null : quarterIndex(quarter));
const quarterAt = (index: number | null): Quarter | null => (index === null ? null : fromQuarterIndex(index));

function encodeNeighbours(rows: readonly TimelineNeighbour[]): NeighbourColumns {
  const earliest = rows.reduce((least, { startQuarter }) => Math.min(least, indexOf(startQuarter) ?? least), Infinity);
  const first = Number.isFinite(earliest) ? earliest : 0;
  return {
    id: toSteps(rows.map((row) => row.id)),
    title: joinTexts(rows.map((row) => row.title)),
    status: toSigns(rows.map((row) => row.status), measureStatuses),
    first,
    start: rows.map((row) => toSmall(indexOf(row.startQuarter), first)),
    end: rows.map((row) => toSmall(indexOf(row.endQuarter), indexOf(row.startQuarter) ?? first)),
  };
}

function decodeNeighbours({ id, title, status, first, start, end }: NeighbourColumns): TimelineNeighbour[] {
  const titles = splitTexts(title, id.length);
  const statuses = fromSigns<MeasureStatus>(status, measureStatuses);
  return fromSteps(id).map((each, index) => {
    const begins = fromSmall(start[index] ?? 0, first);
    return {
      id: each,
      title: titles[index] ?? "",
      status: statuses[index] ?? "idea",
      startQuarter: quarterAt(begins),
      endQuarter: quarterAt(fromSmall(end[index] ?? 0, begins ?? first)),
    };
  });
}

function encodeEntries(rows: readonly TimelineEntry[]): EntryColumns {
  const milestones = rows.flatMap((row) => row.milestones);
  const days = rows.flatMap((row) => row.milestones.map(({ dueDate }) => dayNumber(dueDate) - firstDay(row)));
  return {
    ...encodeNeighbours(rows),
    flags: rows.map((row) => bitsOf(row).toString(16)).join(""),
    horizon: toSigns(rows.map((row) => row.planningHorizon), planningHorizons),
    light: toSigns(rows.map((row) => row.trafficLight), trafficLights),
    field: rows.map((row) => row.actionFieldId ?? 0),
    unit: rows.map((row) => row.leadUnitId ?? 0),
    lane: rows.map((row) => row.laneId ?? 0),
    place: rows.map((row) => row.priority?.position ?? 0),
    version: toSparse(rows, ({ rowVersion }) => (rowVersion === 1 ? null : rowVersion)),
    otherLanes: toSparse(rows, ({ otherLaneIds }) => (otherLaneIds.length === 0 ? null : otherLaneIds)),
    reason: toSparse(rows, ({ priority }) => priority?.overrideReason || null),
    timeframe: toSparse(rows, ({ timeframeText }) => timeframeText || null),
    deadline: toSparse(rows, ({ deadline }) => dayOf(deadline)),
    progress: toSparse(rows, ({ progressPercent }) => progressPercent),
    ghost: toSparse(rows, ({ ghost }) => ghost && ([quarterNumber(ghost.startQuarter), quarterNumber(ghost.endQuarter)] as const)),
    milestones: {
      count: toSparse(rows, (row) => row.milestones.length || null),
      id: toSteps(milestones.map((milestone) => milestone.id)),
      title: toDictionary(milestones.map((milestone) => milestone.title)),
      due: days,
      reached: toSparse(milestones, ({ reachedOn, dueDate }) => (reachedOn === null ? null : dayNumber(reachedOn) - dayNumber(dueDate))),
    },
  };
}

function decodeEntries(columns: EntryColumns): TimelineEntry[] {
  const rows = decodeNeighbours(columns);
  const dateAt = namedDays();
  const milestones = decodeMilestones(columns.milestones, rows, dateAt);
  const horizons = fromSigns(columns.horizon, planningHorizons);
  const lights = fromSigns(columns.light, trafficLights);
  const [version, otherLanes, reason, timeframe] = [fromSparse(columns.version), fromSparse(columns.otherLanes), fromSparse(columns.reason), fromSparse(columns.timeframe)];
  const [deadline, progress, ghosts, counts] = [fromSparse(columns.deadline), fromSparse(columns.progress), fromSparse(columns.ghost), fromSparse(columns.milestones.count)];
  let taken = 0;
  return rows.map((row, index) => {
    const bits = Number.parseInt(columns.flags.charAt(index), 16);
    const position = columns.place[index] ?? 0;
    const ghost = ghosts.get(index);
    const count = counts.get(index) ?? 0;
    taken += count;
    // Written out, as is the order of the bits: spreads and look-ups would double what this takes for thousands of measures.
    return {
      id: row.id,
      title: row.title,
      status: row.status,
      startQuarter: row.startQuarter,
      endQuarter: row.endQuarter,
      permanentTask: (bits & 1) !== 0,
      movable: (bits & 2) !== 0,
      isNew: (bits & 4) !== 0,
      resolved: (bits & 8) !== 0,
      rowVersion: version.get(index) ?? 1,
      actionFieldId: columns.field[index] || null,
      leadUnitId: columns.unit[index] || null,
      laneId: columns.lane[index] || null,
      planningHorizon: horizons[index] ?? null,
      trafficLight: lights[index] ?? null,
      progressPercent: progress.get(index) ?? null,
      timeframeText: timeframe.get(index) ?? "",
      deadline: dateAt(deadline.get(index) ?? null),
      otherLaneIds: otherLanes.get(index) ?? NONE,
      priority: position === 0 ? null : { position, overrideReason: reason.get(index) ?? "" },
      ghost: ghost === undefined ? null : { startQuarter: quarterOfNumber(ghost[0]), endQuarter: quarterOfNumber(ghost[1]) },
      milestones: count === 0 ? NO_MILESTONES : milestones.slice(taken - count, taken),
    };
  });
}

const NONE: readonly number[] = [];
const NO_MILESTONES: readonly TimelineMilestone[] = [];

function decodeMilestones({ id, title, due, reached, count }: EntryColumns["milestones"], rows: readonly TimelineNeighbour[], dateAt: (day: number | null) => PlainDate | null): TimelineMilestone[] {
  const [titles, late, ids] = [fromDictionary(title), fromSparse(reached), fromSteps(id)];
  const found: TimelineMilestone[] = [];
  for (const [index, own] of fromSparse(count)) {
    const from = firstDay(rows[index]);
    for (let left = own; left > 0; left -= 1) {
      const place = found.length;
      const day = from + (due[place] ?? 0);
      const lateBy = late.get(place);
      found.push({ id: ids[place] ?? 0, title: titles[place] ?? "", dueDate: dateAt(day) ?? fromDayNumber(day), reachedOn: lateBy === undefined ? null : dateAt(day + lateBy) });
    }
  }
  return found;
}

/** Days of milestones count from the start of their measure. */
const firstDay = (row: Pick<TimelineNeighbour, "startQuarter"> | undefined): number => {
  const quarter = row?.startQuarter ?? null;
  if (quarter === null) return 0;
  const known = firstDays.get(quarter) ?? dayNumber(firstDayOf(quarter));
  firstDays.set(quarter, known);
  return known;
};
const firstDays = new Map<Quarter, number>();

/** The same days recur, and naming one takes long. */
function namedDays(): (day: number | null) => PlainDate | null {
  const names = new Map<number, PlainDate>();
  return (day) => {
    if (day === null) return null;
    const name = names.get(day) ?? fromDayNumber(day);
    names.set(day, name);
    return name;
  };
}
