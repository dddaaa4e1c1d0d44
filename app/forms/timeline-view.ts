import { parsePlainDate } from "#app/domain/calendar/plain-date.ts";
import { defaultTimelineView, laneKinds, timelineSorts, timelineZooms, type TimelineView } from "#app/domain/planning/timeline-view.ts";
import { listParams, readMeasureFilter, writeMeasureFilter } from "./measure-list.ts";

/** The names in the address beside those of the filter; German, because people read and share it. */
export const timelineParams = {
  presentation: "ansicht",
  lanesBy: "zeilen",
  rows: "anordnung",
  zoom: "zoom",
  collapsed: "zu",
  firstYear: "von",
  lastYear: "bis",
  from: "ab",
  sort: listParams.sort,
  descending: listParams.descending,
  page: listParams.page,
} as const satisfies Record<Exclude<keyof TimelineView, "filter">, string>;

/** The words for choices in the address. */
export const presentationWords = { picture: "bild", table: "tabelle" } as const;
export const laneWords = { actionField: "handlungsfeld", leadUnit: "federfuehrung", status: "status", fundingProgramme: "foerderprogramm", goal: "ziel", decision: "beschluss" } as const;
export const rowWords = { perMeasure: "einzeln", packed: "kompakt" } as const;
export const zoomWords = { fit: "passend", quarters: "quartale", months: "monate", weeks: "wochen" } as const;
export const sortWords = {
  title: "titel",
  lane: "zeile",
  priority: "prioritaet",
  start: "beginn",
  end: "ende",
  duration: "dauer",
  status: "status",
  progress: "fortschritt",
  horizon: "horizont",
  deadline: "frist",
  change: "aenderung",
  conflicts: "konflikte",
} as const;
/** Unlike in the list, settled measures are left out unless asked for. */
export const ALL_STATUSES = "all";

const MOST_COLLAPSED = 200;
const MOST_PAGES = 100_000;
const byWord = <T extends string>(words: Readonly<Record<T, string>>, values: readonly T[], text: string | null): T | null =>
  values.find((value) => words[value] === text) ?? null;
const year = (text: string | null): number | null => (text !== null && /^(19|20|21|22)\d\d$/.test(text) ? Number(text) : null);
const numbers = (text: string | null): number[] => [...new Set((text ?? "").split(",").filter((part) => /^\d{1,9}$/.test(part)).map(Number))].slice(0, MOST_COLLAPSED);

/** Reads the timeline's address. What it does not understand it leaves out: an old bookmark shows the plan, not an error. */
export function readTimelineView(params: URLSearchParams): TimelineView {
  const get = (name: keyof typeof timelineParams) => params.get(timelineParams[name]);
  const filter = readMeasureFilter(params);
  return {
    presentation: byWord(presentationWords, ["picture", "table"], get("presentation")) ?? defaultTimelineView.presentation,
    lanesBy: byWord(laneWords, laneKinds, get("lanesBy")) ?? defaultTimelineView.lanesBy,
    rows: byWord(rowWords, ["perMeasure", "packed"], get("rows")) ?? defaultTimelineView.rows,
    zoom: byWord(zoomWords, timelineZooms, get("zoom")) ?? defaultTimelineView.zoom,
    collapsed: numbers(get("collapsed")),
    filter: { ...filter, status: params.get(listParams.status) === ALL_STATUSES ? null : (filter.status ?? defaultTimelineView.filter.status), archived: false },
    firstYear: year(get("firstYear")),
    lastYear: year(get("lastYear")),
    from: parsePlainDate(get("from") ?? ""),
    sort: byWord(sortWords, timelineSorts, get("sort")),
    descending: get("descending") !== null && get("descending") !== "",
    page: Math.max(1, Math.min(numbers(get("page"))[0] ?? 1, MOST_PAGES)),
  };
}

/** The address of a view, only what differs from the usual one. */
export function timelineAddress(view: TimelineView, path = "/zeitplan"): string {
  const params = new URLSearchParams();
  const { filter, ...shown } = view;
  const words: Readonly<Record<keyof typeof shown, string>> = {
    presentation: presentationWords[shown.presentation],
    lanesBy: laneWords[shown.lanesBy],
    rows: rowWords[shown.rows],
    zoom: zoomWords[shown.zoom],
    collapsed: shown.collapsed.join(","),
    firstYear: String(shown.firstYear),
    lastYear: String(shown.lastYear),
    from: String(shown.from),
    sort: shown.sort === null ? "" : sortWords[shown.sort],
    descending: shown.descending ? "1" : "",
    page: String(shown.page),
  };
  writeMeasureFilter(params, { ...filter, status: filter.status === defaultTimelineView.filter.status ? null : filter.status });
  if (filter.status === null) params.set(listParams.status, ALL_STATUSES);
  for (const name of Object.keys(timelineParams) as Array<keyof typeof timelineParams>) {
    if (name === "collapsed" ? shown.collapsed.length > 0 : shown[name] !== defaultTimelineView[name]) params.set(timelineParams[name], words[name]);
  }
  const query = params.toString().replaceAll("%2C", ",");
  return query === "" ? path : `${path}?${query}`;
}
