import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { durationInQuarters, quarterDistance, type Quarter } from "#app/domain/calendar/quarter.ts";
import { violatedDependencies } from "#app/domain/measures/dependency-graph.ts";
import { measureStatuses, planningHorizons, type PlanningHorizon } from "#app/domain/measures/vocabulary.ts";
import { horizonOfQuarter } from "./horizon-bands.ts";
import { missesDeadline } from "./reschedule.ts";
import { compareInTime, compareKnown, compareTitles } from "./time-order.ts";
import type { HorizonBand, TimelineChart, TimelineEntry, TimelineLane, TimelineMark } from "./timeline-entry.ts";
import type { TimelineSort, TimelineView } from "./timeline-view.ts";

export type TimelineConflict =
  /** The measure begins before `title` ends. */
  | { readonly kind: "startsTooEarly"; readonly title: string; readonly earliestStart: Quarter }
  /** `title` begins before the measure ends. */
  | { readonly kind: "blocksSuccessor"; readonly title: string; readonly earliestStart: Quarter }
  | { readonly kind: "deadlineMissed"; readonly deadline: PlainDate };

/** Everything the picture says of a measure. */
export type TimelineTableRow = {
  readonly entry: TimelineEntry;
  /** Null: it belongs to no lane. */
  readonly lane: string | null;
  readonly otherLanes: readonly string[];
  readonly predecessors: ReadonlyArray<{ readonly title: string; readonly lagQuarters: number }>;
  readonly conflicts: readonly TimelineConflict[];
  readonly windows: ReadonlyArray<Pick<TimelineMark, "label" | "from" | "to">>;
  /** Where its start lies in time; the one stated in its sheet is in the entry. */
  readonly band: PlanningHorizon | null;
};

/** Rows under one heading: a lane, or "undated" below all lanes; null where the table is sorted. */
export type TimelineTableGroup = {
  readonly heading: { readonly kind: "lane"; readonly name: string | null } | { readonly kind: "undated" } | null;
  /** On all pages. */
  readonly count: number;
  /** Began on an earlier page. */
  readonly continued: boolean;
  readonly rows: readonly TimelineTableRow[];
};

export type TimelineTablePage = {
  readonly groups: readonly TimelineTableGroup[];
  readonly count: number;
  readonly page: number;
  readonly pageCount: number;
  /** Numbers of the first and last row shown, counted from 1. */
  readonly from: number;
  readonly to: number;
};

export const ROWS_PER_PAGE = 100;

type Shown = Pick<TimelineChart, "measures" | "undated" | "others" | "dependencies"> & {
  readonly lanes: readonly TimelineLane[];
  readonly marks: readonly TimelineMark[];
  readonly bands: readonly HorizonBand[];
};
type Order = Pick<TimelineView, "sort" | "descending">;

/** One page of the table. A page beyond the last shows the last. */
export function timelineTablePage(shown: Shown, view: Order & Pick<TimelineView, "page">): TimelineTablePage {
  const groups = groupEntries(shown, view);
  const count = groups.reduce((sum, group) => sum + group.entries.length, 0);
  const pageCount = Math.max(1, Math.ceil(count / ROWS_PER_PAGE));
  const page = Math.min(view.page, pageCount);
  const first = (page - 1) * ROWS_PER_PAGE;
  const toRow = rowMaker(shown);
  let passed = 0;
  const onPage = groups.flatMap(({ heading, entries }): TimelineTableGroup[] => {
    const [begin, end] = [Math.max(0, first - passed), Math.max(0, first + ROWS_PER_PAGE - passed)];
    passed += entries.length;
    const rows = entries.slice(begin, end).map(toRow);
    return rows.length === 0 ? [] : [{ heading, count: entries.length, continued: begin > 0, rows }];
  });
  return { groups: onPage, count, page, pageCount, from: Math.min(first + 1, count), to: Math.min(first + ROWS_PER_PAGE, count) };
}

/** All rows in the order of the table. */
export function timelineTableRows(shown: Shown, order: Order): TimelineTableRow[] {
  const toRow = rowMaker(shown);
  return groupEntries(shown, order).flatMap(({ entries }) => entries.map(toRow));
}

type Group = { readonly heading: TimelineTableGroup["heading"]; readonly entries: readonly TimelineEntry[] };

function groupEntries(shown: Shown, { sort, descending }: Order): Group[] {
  if (sort !== null) return [{ heading: null, entries: sorted(shown, sort, descending) }];
  const inLane = new Map<number | null, TimelineEntry[]>([...shown.lanes.map(({ id }): [number, TimelineEntry[]] => [id, []]), [null, []]]);
  for (const entry of shown.measures) (inLane.get(entry.laneId) ?? inLane.get(null))?.push(entry);
  const lanes = [...shown.lanes, { id: null, name: null }].map(({ id, name }): Group => ({ heading: { kind: "lane", name }, entries: (inLane.get(id) ?? []).sort(compareInTime) }));
  return [...lanes, { heading: { kind: "undated" as const }, entries: [...shown.undated].sort(compareTitles) }].filter(({ entries }) => entries.length > 0);
}

/** What is unknown comes last, whichever way it is sorted; ties in time. */
function sorted(shown: Shown, sort: TimelineSort, descending: boolean): TimelineEntry[] {
  const all = [...shown.measures, ...shown.undated];
  const direction = descending ? -1 : 1;
  if (sort === "title") return all.sort((a, b) => direction * compareTitles(a, b));
  const keyOf = sortKey(shown, sort);
  const keyed = all.map((entry) => ({ entry, key: keyOf(entry) }));
  keyed.sort((a, b) => (a.key === null || b.key === null ? compareKnown(a.key, b.key) : direction * compareKnown(a.key, b.key)) || compareInTime(a.entry, b.entry));
  return keyed.map(({ entry }) => entry);
}

type Key = string | number | null;

function sortKey(shown: Shown, sort: Exclude<TimelineSort, "title">): (entry: TimelineEntry) => Key {
  const places = new Map(shown.lanes.map(({ id }, index) => [id, index]));
  const conflictsOf = sort === "conflicts" ? conflictFinder(shown) : null;
  const keys: Readonly<Record<typeof sort, (entry: TimelineEntry) => Key>> = {
    lane: ({ laneId }) => (laneId === null ? null : (places.get(laneId) ?? null)),
    priority: ({ priority }) => priority?.position ?? null,
    start: ({ startQuarter }) => startQuarter,
    end: ({ endQuarter, permanentTask }) => endQuarter ?? (permanentTask ? "9999-Q4" : null),
    duration: ({ startQuarter, endQuarter }) => (startQuarter === null || endQuarter === null ? null : durationInQuarters(startQuarter, endQuarter)),
    status: ({ status }) => measureStatuses.indexOf(status),
    progress: ({ progressPercent }) => progressPercent,
    horizon: ({ planningHorizon }) => (planningHorizon === null ? null : planningHorizons.indexOf(planningHorizon)),
    deadline: ({ deadline }) => deadline,
    change: changeInQuarters,
    conflicts: (entry) => conflictsOf?.(entry).length || null,
  };
  return keys[sort];
}

/** By how many quarters the measure was moved since the last frozen version, whichever date moved further; null where it was not. */
export function changeInQuarters({ ghost, startQuarter, endQuarter }: Pick<TimelineEntry, "ghost" | "startQuarter" | "endQuarter">): number | null {
  if (ghost === null) return null;
  const [start, end] = [distance(ghost.startQuarter, startQuarter), distance(ghost.endQuarter, endQuarter)];
  if (start === null || end === null) return start ?? end;
  return Math.abs(end) > Math.abs(start) ? end : start;
}

const distance = (from: Quarter | null, to: Quarter | null): number | null => (from === null || to === null ? null : quarterDistance(from, to));

function conflictFinder({ measures, undated, others, dependencies }: Shown): (entry: TimelineEntry) => TimelineConflict[] {
  const titles = new Map([...measures, ...undated, ...others].map(({ id, title }) => [id, title]));
  const found = new Map<number, TimelineConflict[]>();
  const add = (id: number, conflict: TimelineConflict) => found.set(id, [...(found.get(id) ?? []), conflict]);
  for (const { predecessorId, successorId, earliestStart } of violatedDependencies([...measures, ...others], dependencies)) {
    add(successorId, { kind: "startsTooEarly", title: titles.get(predecessorId) ?? "", earliestStart });
    add(predecessorId, { kind: "blocksSuccessor", title: titles.get(successorId) ?? "", earliestStart });
  }
  return ({ id, endQuarter, deadline }) => [
    ...(found.get(id) ?? []),
    ...(deadline !== null && missesDeadline(endQuarter, deadline) ? [{ kind: "deadlineMissed" as const, deadline }] : []),
  ];
}

function rowMaker(shown: Shown): (entry: TimelineEntry) => TimelineTableRow {
  const { measures, undated, others, dependencies, lanes, marks, bands } = shown;
  const titles = new Map([...measures, ...undated, ...others].map(({ id, title }) => [id, title]));
  const names = new Map(lanes.map(({ id, name }) => [id, name]));
  const predecessors = listsBy(dependencies, ({ successorId }) => [successorId]);
  const windows = listsBy(marks.filter(({ kind }) => kind === "fundingWindow"), ({ measureIds }) => measureIds);
  const conflictsOf = conflictFinder(shown);
  return (entry) => ({
    entry,
    lane: entry.laneId === null ? null : (names.get(entry.laneId) ?? null),
    otherLanes: entry.otherLaneIds.flatMap((id) => names.get(id) ?? []),
    predecessors: (predecessors.get(entry.id) ?? []).map(({ predecessorId, lagQuarters }) => ({ title: titles.get(predecessorId) ?? "", lagQuarters })),
    conflicts: conflictsOf(entry),
    windows: (windows.get(entry.id) ?? []).map(({ label, from, to }) => ({ label, from, to })),
    band: entry.startQuarter === null ? null : horizonOfQuarter(entry.startQuarter, bands),
  });
}

function listsBy<T>(items: readonly T[], keysOf: (item: T) => readonly number[]): Map<number, T[]> {
  const lists = new Map<number, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const list = lists.get(key);
      if (list) list.push(item);
      else lists.set(key, [item]);
    }
  }
  return lists;
}
