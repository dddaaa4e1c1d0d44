import { measureStatuses } from "#app/domain/measures/vocabulary.ts";
import { defaultTimelineView, laneKinds, type TimelineView } from "#app/domain/planning/timeline-view.ts";

/** The names in the address; German, because people read and share it. */
export const timelineParams = {
  presentation: "ansicht",
  lanesBy: "zeilen",
  rows: "anordnung",
  search: "suche",
  actionFieldId: "feld",
  leadUnitId: "einheit",
  status: "status",
  firstYear: "von",
  lastYear: "bis",
} as const satisfies Record<keyof TimelineView, string>;

/** The words for choices in the address. */
export const presentationWords = { picture: "bild", table: "tabelle" } as const;
export const laneWords = { actionField: "handlungsfeld", leadUnit: "federfuehrung" } as const;
export const rowWords = { perMeasure: "einzeln", packed: "kompakt" } as const;

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | null => values.find((value) => value === text) ?? null;
const byWord = <T extends string>(words: Readonly<Record<T, string>>, values: readonly T[], text: string | null): T | null =>
  values.find((value) => words[value] === text) ?? null;
const id = (text: string | null): number | null => (text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);
const year = (text: string | null): number | null => (text !== null && /^(19|20|21|22)\d\d$/.test(text) ? Number(text) : null);

/** Reads the timeline's address. What it does not understand it leaves out: an old bookmark shows the plan, not an error. */
export function readTimelineView(params: URLSearchParams): TimelineView {
  const get = (name: keyof TimelineView) => params.get(timelineParams[name]);
  return {
    presentation: byWord(presentationWords, ["picture", "table"], get("presentation")) ?? defaultTimelineView.presentation,
    lanesBy: byWord(laneWords, laneKinds, get("lanesBy")) ?? defaultTimelineView.lanesBy,
    rows: byWord(rowWords, ["perMeasure", "packed"], get("rows")) ?? defaultTimelineView.rows,
    search: (get("search") ?? "").replaceAll("\u0000", "").trim().slice(0, 200),
    actionFieldId: id(get("actionFieldId")),
    leadUnitId: id(get("leadUnitId")),
    status: oneOf([...measureStatuses, "pursued", "all"] as const, get("status")) ?? defaultTimelineView.status,
    firstYear: year(get("firstYear")),
    lastYear: year(get("lastYear")),
  };
}

/** The address of a view, only what differs from the usual one. */
export function timelineAddress(view: TimelineView, path = "/zeitplan"): string {
  const words: Record<keyof TimelineView, string | number | null> = {
    ...view,
    presentation: presentationWords[view.presentation],
    lanesBy: laneWords[view.lanesBy],
    rows: rowWords[view.rows],
  };
  const params = new URLSearchParams();
  for (const name of Object.keys(timelineParams) as Array<keyof TimelineView>) {
    if (view[name] !== defaultTimelineView[name]) params.set(timelineParams[name], String(words[name]));
  }
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}
