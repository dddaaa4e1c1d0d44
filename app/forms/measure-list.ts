import { factCodes } from "#app/domain/measures/completeness.ts";
import {
  defaultColumns,
  measureColumns,
  measureSorts,
  noFilter,
  type Asked,
  type MeasureFilter,
  type MeasureListView,
} from "#app/domain/measures/list-filter.ts";
import { measureFindingCodes } from "#app/domain/portfolio/attention.ts";
import { measureStatuses, planningHorizons, trafficLights } from "#app/domain/measures/vocabulary.ts";

/** The names in the address; German, because people read and share it. */
export const listParams = {
  search: "suche",
  actionFieldId: "feld",
  leadUnitId: "einheit",
  status: "status",
  planningHorizon: "horizont",
  year: "jahr",
  trafficLight: "ampel",
  missing: "fehlt",
  attention: "hinweis",
  archived: "archiv",
  sort: "sort",
  descending: "absteigend",
  columns: "spalten",
  page: "seite",
} as const;

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | null => values.find((value) => value === text) ?? null;
const number = (text: string | null): number | null => (text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);
const asked = <T>(text: string | null, read: (text: string | null) => T | null): Asked<T> => (text === "none" ? "none" : read(text));

/** Reads what is asked for. What it does not understand it leaves out. */
export function readMeasureFilter(params: URLSearchParams): MeasureFilter {
  const get = (name: keyof MeasureFilter) => params.get(listParams[name]);
  const year = asked(get("year"), number);
  return {
    search: (get("search") ?? "").replaceAll("\u0000", "").trim().slice(0, 200),
    actionFieldId: asked(get("actionFieldId"), number),
    leadUnitId: asked(get("leadUnitId"), number),
    status: oneOf([...measureStatuses, "open", "pursued"] as const, get("status")),
    planningHorizon: asked(get("planningHorizon"), (text) => oneOf(planningHorizons, text)),
    year: typeof year === "number" && (year < 1900 || year > 2300) ? null : year,
    trafficLight: asked(get("trafficLight"), (text) => oneOf(trafficLights, text)),
    missing: oneOf([...factCodes, "any"] as const, get("missing")),
    attention: oneOf(measureFindingCodes, get("attention")),
    archived: get("archived") !== null && get("archived") !== "",
  };
}

/** Writes what is asked for into an address. */
export function writeMeasureFilter(params: URLSearchParams, filter: MeasureFilter): void {
  if (filter.search !== "") params.set(listParams.search, filter.search);
  for (const name of ["actionFieldId", "leadUnitId", "status", "planningHorizon", "year", "trafficLight", "missing", "attention"] as const) {
    const value = filter[name];
    if (value !== null) params.set(listParams[name], String(value));
  }
  if (filter.archived) params.set(listParams.archived, "1");
}

/** Reads the list's address: an old bookmark shows the list, not an error. */
export function readListView(params: URLSearchParams): MeasureListView {
  const get = (name: keyof typeof listParams) => params.get(listParams[name]);
  const chosen = params.getAll(listParams.columns);
  const columns = measureColumns.filter((column) => chosen.includes(column));
  return {
    filter: readMeasureFilter(params),
    sort: oneOf(measureSorts, get("sort")) ?? "title",
    descending: get("descending") !== null && get("descending") !== "",
    columns: columns.length === 0 ? defaultColumns : columns,
    page: Math.min(number(get("page")) ?? 1, 100_000),
  };
}

/** The address of a view: only what differs from the plain list stands in it. */
export function listAddress(view: Partial<MeasureListView>, path = "/massnahmen"): string {
  const params = new URLSearchParams();
  writeMeasureFilter(params, view.filter ?? noFilter);
  if (view.sort !== undefined && view.sort !== "title") params.set(listParams.sort, view.sort);
  if (view.descending) params.set(listParams.descending, "1");
  const columns = view.columns ?? defaultColumns;
  const isDefault = columns.length === defaultColumns.length && columns.every((column) => defaultColumns.includes(column));
  if (!isDefault) for (const column of columns) params.append(listParams.columns, column);
  if (view.page !== undefined && view.page > 1) params.set(listParams.page, String(view.page));
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}
