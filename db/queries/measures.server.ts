import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { Quarter } from "#app/domain/calendar/quarter.ts";
import { factCodes, type FactCode } from "#app/domain/measures/completeness.ts";
import { MEASURES_PER_PAGE, type MeasureFilter, type MeasureListView, type MeasureSort } from "#app/domain/measures/list-filter.ts";
import { measureStatuses, settledStatuses, type CostRhythm, type MeasureStatus, type PlanningHorizon, type TrafficLight } from "#app/domain/measures/vocabulary.ts";
import type { AdoptedPlace } from "#app/domain/prioritisation/adopted-place.ts";
import { ZERO_CENTS, type Cents } from "#app/domain/money/cents.ts";
import type { Db } from "#db/client.server.ts";
import { remembered } from "#db/remembered.server.ts";
import { prepared } from "#db/statements.server.ts";

/** A sum in whole units of which some parts may be unknown; `count` 0 means that nothing was ever stated. */
export type StatedSum<N extends number> = { readonly known: N; readonly unknownCount: number; readonly count: number };

export type MeasureRow = {
  readonly id: number;
  readonly title: string;
  readonly rowVersion: number;
  readonly leadUnitId: number | null;
  readonly priority: AdoptedPlace | null;
  readonly actionField: string | null;
  readonly leadUnit: string | null;
  readonly responsiblePerson: string;
  readonly status: MeasureStatus;
  readonly startQuarter: Quarter | null;
  readonly endQuarter: Quarter | null;
  readonly permanentTask: boolean;
  readonly timeframeText: string;
  readonly deadline: PlainDate | null;
  readonly planningHorizon: PlanningHorizon | null;
  readonly trafficLight: TrafficLight | null;
  readonly progressPercent: number | null;
  readonly oneOff: StatedSum<Cents>;
  readonly running: StatedSum<Cents>;
  readonly personDays: StatedSum<number>;
  readonly missing: readonly FactCode[];
  readonly updatedAt: string;
  readonly confirmedAt: string | null;
};

/** Lower case for German: SQLite's own lower() leaves umlauts alone. */
const folded = (column: string) => `replace(replace(replace(lower(${column}), 'Ä', 'ä'), 'Ö', 'ö'), 'Ü', 'ü')`;
/** Dictionary order: an umlaut sorts with its vowel (DIN 5007-1). */
const collated = (column: string) =>
  `replace(replace(replace(replace(replace(replace(replace(lower(${column}), 'Ä', 'a'), 'Ö', 'o'), 'Ü', 'u'), 'ä', 'a'), 'ö', 'o'), 'ü', 'u'), 'ß', 'ss')`;

/** True where the fact is missing; the same rule as `missingFacts` in the domain, which a test holds against it. */
const factMissing: Readonly<Record<FactCode, string>> = {
  leadUnit: "m.lead_unit_id IS NULL",
  actionField: "m.action_field_id IS NULL",
  responsiblePerson: "m.responsible_person = ''",
  summary: "m.summary = ''",
  start: "m.start_quarter IS NULL",
  end: "(m.end_quarter IS NULL AND NOT m.permanent_task)",
  costItem: "NOT EXISTS (SELECT 1 FROM cost_item WHERE measure_id = m.id)",
  costAmount: "EXISTS (SELECT 1 FROM cost_item WHERE measure_id = m.id AND amount_cents IS NULL)",
  staffDemand: "NOT EXISTS (SELECT 1 FROM staff_demand WHERE measure_id = m.id)",
  staffAmount: "EXISTS (SELECT 1 FROM staff_demand WHERE measure_id = m.id AND person_days IS NULL)",
};
const missingBits = factCodes.map((code, index) => `(${factMissing[code]}) * ${1 << index}`).join(" + ");
const anyMissing = `(${factCodes.map((code) => factMissing[code]).join(" OR ")})`;
const searched = folded(
  ["title", "summary", "description", "responsible_person", "source", "external_reference"].map((column) => `m.${column}`).join(" || char(10) || "),
);

/** The rule of `liesInYears` in the domain for one year, which a test holds against it. */
const LIES_IN_YEAR =
  "coalesce(m.start_quarter, m.end_quarter) <= ? AND (coalesce(m.end_quarter, m.start_quarter) >= ? OR (m.permanent_task AND m.end_quarter IS NULL))";

type Condition = { readonly text: string; readonly values: ReadonlyArray<string | number> };

/** `measureIds` narrows to what was found by other means than a column, such as what needs attention. */
export type MeasureSelection = Omit<MeasureFilter, "attention"> & { readonly measureIds?: readonly number[] | null };

function conditionOf(filter: MeasureSelection): Condition {
  const texts = [filter.archived ? "m.archived_at IS NOT NULL" : "m.archived_at IS NULL"];
  const values: Array<string | number> = [];
  const add = (text: string, ...bound: Array<string | number>) => {
    texts.push(text);
    values.push(...bound);
  };
  const asked = (column: string, value: string | number | null) => {
    if (value === "none") add(`${column} IS NULL`);
    else if (value !== null) add(`${column} = ?`, value);
  };
  for (const word of filter.search.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8)) add(`instr(${searched}, ?) > 0`, word);
  asked("m.action_field_id", filter.actionFieldId);
  asked("m.planning_horizon", filter.planningHorizon);
  asked("m.traffic_light", filter.trafficLight);
  if (filter.leadUnitId === "none") add("m.lead_unit_id IS NULL");
  else if (filter.leadUnitId !== null) {
    const below = "WITH RECURSIVE below(id) AS (SELECT ? UNION SELECT org_unit.id FROM org_unit JOIN below ON org_unit.parent_id = below.id) SELECT id FROM below";
    add(`m.lead_unit_id IN (${below})`, filter.leadUnitId);
  }
  if (filter.status === "open") add(`m.status NOT IN (${settledStatuses.map((status) => `'${status}'`).join(", ")})`);
  else if (filter.status === "pursued") add("m.status NOT IN ('rejected', 'deferred')");
  else asked("m.status", filter.status);
  if (filter.year === "none") add("m.start_quarter IS NULL");
  else if (filter.year !== null) add(LIES_IN_YEAR, `${filter.year}-Q4`, `${filter.year}-Q1`);
  if (filter.measureIds) add("m.id IN (SELECT value FROM json_each(?))", JSON.stringify(filter.measureIds));
  if (filter.missing !== null) add(filter.missing === "any" ? anyMissing : factMissing[filter.missing]);
  return { text: texts.join(" AND "), values };
}

const sortKeys: Readonly<Record<MeasureSort, string>> = {
  title: collated("m.title"),
  priority: "(SELECT position FROM measure_priority WHERE measure_id = m.id)",
  actionField: "(SELECT position FROM action_field WHERE id = m.action_field_id)",
  leadUnit: `(SELECT ${collated("short_name")} FROM org_unit WHERE id = m.lead_unit_id)`,
  status: `CASE m.status ${measureStatuses.map((status, index) => `WHEN '${status}' THEN ${index}`).join(" ")} END`,
  start: "m.start_quarter",
  end: "m.end_quarter",
  trafficLight: "CASE m.traffic_light WHEN 'red' THEN 0 WHEN 'yellow' THEN 1 WHEN 'green' THEN 2 END",
  progress: "m.progress_percent",
  oneOffCost: "(SELECT sum(amount_cents) FROM cost_item WHERE measure_id = m.id AND rhythm = 'oneOff' AND direction = 'expense')",
  updatedAt: "m.updated_at",
};

export const countMeasures = remembered((db: Db, filter: MeasureSelection): number => {
  const condition = conditionOf(filter);
  return (prepared(db, `SELECT count(*) AS count FROM measure AS m WHERE ${condition.text}`).get(...condition.values) as { count: number }).count;
});

/** Ids of all measures that match. */
export const findMatchingIds = remembered((db: Db, filter: MeasureSelection): ReadonlySet<number> => {
  const condition = conditionOf(filter);
  return new Set(prepared(db, `SELECT m.id FROM measure AS m WHERE ${condition.text}`).pluck().all(...condition.values) as number[]);
});

/** One page of the list. What is not stated comes last, whichever way it is sorted; ties by title, then id. */
export const listMeasures = remembered((db: Db, view: Pick<MeasureListView, "sort" | "descending" | "page"> & { readonly filter: MeasureSelection }): readonly MeasureRow[] => {
  const condition = conditionOf(view.filter);
  const order = `${sortKeys[view.sort]} ${view.descending ? "DESC" : "ASC"} NULLS LAST${view.sort === "title" ? "" : `, ${sortKeys.title}`}, m.id`;
  // The page's ids first: the sums are then made for fifty measures, not for all that match.
  const ids = prepared(db, `SELECT m.id AS id FROM measure AS m WHERE ${condition.text} ORDER BY ${order} LIMIT ? OFFSET ?`)
    .all(...condition.values, MEASURES_PER_PAGE, (view.page - 1) * MEASURES_PER_PAGE)
    .map((row) => (row as { id: number }).id);
  return findMeasureRows(db, ids);
});

const quarterNumber = (column: string) => `(CAST(substr(${column}, 1, 4) AS INTEGER) * 4 + CAST(substr(${column}, 7, 1) AS INTEGER))`;
const demandDays = `CASE basis WHEN 'total' THEN person_days ELSE person_days * (${quarterNumber("m.end_quarter")} - ${quarterNumber("m.start_quarter")} + 1) END`;

const ROWS = `
  SELECT m.id AS id, m.title AS title, m.row_version AS rowVersion, m.lead_unit_id AS leadUnitId,
    f.name AS actionField, u.short_name AS leadUnit, m.responsible_person AS responsiblePerson, m.status AS status,
    m.start_quarter AS startQuarter, m.end_quarter AS endQuarter, m.permanent_task AS permanentTask, m.timeframe_text AS timeframeText,
    m.deadline AS deadline, m.planning_horizon AS planningHorizon, m.traffic_light AS trafficLight, m.progress_percent AS progressPercent,
    p.position AS position, p.override_reason AS overrideReason, m.updated_at AS updatedAt, k.confirmed_at AS confirmedAt, ${missingBits} AS missingBits
  FROM json_each(?) AS page CROSS JOIN measure AS m ON m.id = page.value
    LEFT JOIN action_field AS f ON f.id = m.action_field_id
    LEFT JOIN org_unit AS u ON u.id = m.lead_unit_id
    LEFT JOIN measure_confirmation AS k ON k.measure_id = m.id
    LEFT JOIN measure_priority AS p ON p.measure_id = m.id
  ORDER BY page.key`;
const COSTS = `SELECT c.measure_id AS measureId, c.rhythm AS rhythm, coalesce(sum(c.amount_cents), 0) AS known,
    sum(c.amount_cents IS NULL) AS unknownCount, count(*) AS count
  FROM json_each(?) AS page CROSS JOIN cost_item AS c ON c.measure_id = page.value
  WHERE c.direction = 'expense' GROUP BY c.measure_id, c.rhythm`;
const DAYS = `SELECT m.id AS measureId, coalesce(sum(${demandDays}), 0) AS known, sum((${demandDays}) IS NULL) AS unknownCount, count(*) AS count
  FROM json_each(?) AS page CROSS JOIN measure AS m ON m.id = page.value CROSS JOIN staff_demand AS d ON d.measure_id = m.id GROUP BY m.id`;

type RawRow = Omit<MeasureRow, "oneOff" | "running" | "personDays" | "missing" | "permanentTask" | "priority"> & { permanentTask: number; missingBits: number; position: number | null; overrideReason: string | null };
type RawSum<N extends number> = StatedSum<N> & { measureId: number };

/** The rows of these measures, in this order. */
function findMeasureRows(db: Db, ids: readonly number[]): MeasureRow[] {
  if (ids.length === 0) return [];
  const list = JSON.stringify(ids);
  const rows = prepared(db, ROWS).all(list) as RawRow[];
  const costs = prepared(db, COSTS).all(list) as Array<RawSum<Cents> & { rhythm: CostRhythm }>;
  const days = new Map((prepared(db, DAYS).all(list) as RawSum<number>[]).map(({ measureId, ...sum }) => [measureId, sum]));
  const oneOff = new Map<number, StatedSum<Cents>>();
  const running = new Map<number, StatedSum<Cents>>();
  for (const { measureId, rhythm, ...sum } of costs) (rhythm === "oneOff" ? oneOff : running).set(measureId, sum);
  return rows.map(({ permanentTask, missingBits: bits, position, overrideReason, ...row }) => ({
    ...row,
    priority: position === null ? null : { position, overrideReason: overrideReason ?? "" },
    permanentTask: permanentTask === 1,
    missing: factCodes.filter((_code, index) => (bits & (1 << index)) !== 0),
    oneOff: oneOff.get(row.id) ?? NOTHING_STATED,
    running: running.get(row.id) ?? NOTHING_STATED,
    personDays: days.get(row.id) ?? NOTHING_STATED,
  }));
}

const NOTHING_STATED = { known: ZERO_CENTS, unknownCount: 0, count: 0 };
