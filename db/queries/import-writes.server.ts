import type { MeasureContent } from "#app/domain/measures/content.ts";
import type { PlannedPart } from "#app/domain/import/plan-update.ts";
import type { Benefit, CostItem, StaffDemand } from "#app/domain/measures/measure.ts";
import type { Db } from "#db/client.server.ts";
import { prepared } from "#db/statements.server.ts";
import type { AuditEntry } from "./audit.server.ts";
import type { ImportRight } from "./import.server.ts";

/** Thousands of measures in one transaction: every statement is compiled once and reused. Call these only inside one. */

const COLUMNS = {
  title: "title",
  summary: "summary",
  description: "description",
  actionFieldId: "action_field_id",
  effectDirection: "effect_direction",
  leadUnitId: "lead_unit_id",
  responsiblePerson: "responsible_person",
  status: "status",
  permanentTask: "permanent_task",
  planningHorizon: "planning_horizon",
  startQuarter: "start_quarter",
  endQuarter: "end_quarter",
  timeframeText: "timeframe_text",
  earliestStart: "earliest_start",
  deadline: "deadline",
  deadlineReason: "deadline_reason",
  progressPercent: "progress_percent",
  trafficLight: "traffic_light",
  trafficLightReason: "traffic_light_reason",
  source: "source",
  externalReference: "external_reference",
} as const satisfies Partial<Record<keyof MeasureContent, string>>;
type ColumnField = keyof typeof COLUMNS;
const columnFields = Object.keys(COLUMNS) as ColumnField[];

const bound = (value: MeasureContent[ColumnField]): string | number | null => (typeof value === "boolean" ? Number(value) : value);

const INSERT_MEASURE = `INSERT INTO measure (${columnFields.map((field) => COLUMNS[field]).join(", ")}, created_at, updated_at)
  VALUES (${columnFields.map(() => "?").join(", ")}, ?, ?)`;

export function importMeasure(db: Db, _right: ImportRight, content: MeasureContent, at: string): number {
  const { lastInsertRowid } = prepared(db, INSERT_MEASURE).run(...columnFields.map((field) => bound(content[field])), at, at);
  const measureId = Number(lastInsertRowid);
  insertLists(db, measureId, content);
  return measureId;
}

/** Writes the given fields and counts the version up, even where only parts of the measure changed. */
export function changeImportedMeasure(db: Db, _right: ImportRight, measureId: number, change: Partial<MeasureContent>, at: string): void {
  for (const field of columnFields) {
    const value = change[field];
    if (value !== undefined && field !== "startQuarter" && field !== "endQuarter") {
      prepared(db, `UPDATE measure SET ${COLUMNS[field]} = ? WHERE id = ?`).run(bound(value), measureId);
    }
  }
  if (change.startQuarter !== undefined || change.endQuarter !== undefined) {
    // In one statement, since the database compares the two.
    prepared(db, "UPDATE measure SET start_quarter = iif(?, ?, start_quarter), end_quarter = iif(?, ?, end_quarter) WHERE id = ?").run(
      Number(change.startQuarter !== undefined),
      change.startQuarter ?? null,
      Number(change.endQuarter !== undefined),
      change.endQuarter ?? null,
      measureId,
    );
  }
  if (change.targetGroups !== undefined) prepared(db, "DELETE FROM measure_target_group WHERE measure_id = ?").run(measureId);
  if (change.participatingUnitIds !== undefined) prepared(db, "DELETE FROM measure_unit WHERE measure_id = ?").run(measureId);
  if (change.goalIds !== undefined) prepared(db, "DELETE FROM measure_goal WHERE measure_id = ?").run(measureId);
  insertLists(db, measureId, change);
  prepared(db, "UPDATE measure SET updated_at = ?, row_version = row_version + 1 WHERE id = ?").run(at, measureId);
}

function insertLists(db: Db, measureId: number, content: Partial<MeasureContent>): void {
  for (const group of content.targetGroups ?? []) prepared(db, "INSERT INTO measure_target_group (measure_id, target_group) VALUES (?, ?)").run(measureId, group);
  for (const unitId of content.participatingUnitIds ?? []) prepared(db, "INSERT INTO measure_unit (measure_id, org_unit_id) VALUES (?, ?)").run(measureId, unitId);
  for (const goalId of content.goalIds ?? []) prepared(db, "INSERT INTO measure_goal (measure_id, goal_id) VALUES (?, ?)").run(measureId, goalId);
}

export type ImportPart =
  | { readonly part: "costItem"; readonly values: PlannedPart<CostItem> }
  | { readonly part: "staffDemand"; readonly values: PlannedPart<StaffDemand> }
  | { readonly part: "benefit"; readonly values: PlannedPart<Benefit> };
export type ImportPartKind = ImportPart["part"];

const PARTS = {
  costItem: {
    table: "cost_item",
    columns: {
      title: "title",
      rhythm: "rhythm",
      budgetKind: "budget_kind",
      direction: "direction",
      budgetProduct: "budget_product",
      budgetAccount: "budget_account",
      profile: "profile",
      amountCents: "amount_cents",
      estimateNote: "estimate_note",
    },
  },
  staffDemand: { table: "staff_demand", columns: { teamId: "team_id", orgUnitId: "org_unit_id", basis: "basis", personDays: "person_days", staffSource: "staff_source", note: "note" } },
  benefit: { table: "benefit", columns: { kind: "kind", amountCents: "amount_cents", hoursPerYear: "hours_per_year", description: "description", estimateBasis: "estimate_basis" } },
} as const;

/** Null where the part is gone. */
export function findImportPart(db: Db, part: ImportPartKind, id: number): Record<string, unknown> | null {
  const { table, columns } = PARTS[part];
  const list = Object.entries(columns).map(([field, column]) => `${column} AS ${field}`);
  return (prepared(db, `SELECT ${list.join(", ")} FROM ${table} WHERE id = ?`).get(id) as Record<string, unknown> | undefined) ?? null;
}

/** Adds a part without id, changes one with; gives back its id. */
export function writeImportPart(db: Db, right: ImportRight, measureId: number, { part, values }: ImportPart): number {
  const { id, ...fields } = values;
  if (id !== null) {
    setImportPart(db, right, part, id, fields);
    return id;
  }
  const { table, columns } = PARTS[part];
  const names = Object.keys(columns);
  const statement = prepared(db, `INSERT INTO ${table} (measure_id, ${Object.values(columns).join(", ")}) VALUES (?, ${names.map(() => "?").join(", ")})`);
  return Number(statement.run(measureId, ...names.map((name) => fields[name as keyof typeof fields])).lastInsertRowid);
}

export function setImportPart(db: Db, _right: ImportRight, part: ImportPartKind, id: number, fields: Readonly<Record<string, unknown>>): void {
  const { table, columns } = PARTS[part];
  const present = Object.entries(columns).filter(([field]) => fields[field] !== undefined);
  if (present.length === 0) return;
  prepared(db, `UPDATE ${table} SET ${present.map(([, column]) => `${column} = ?`).join(", ")}, row_version = row_version + 1 WHERE id = ?`).run(
    ...present.map(([field]) => fields[field]),
    id,
  );
}

export function deleteImportPart(db: Db, _right: ImportRight, part: ImportPartKind, id: number): void {
  prepared(db, `DELETE FROM ${PARTS[part].table} WHERE id = ?`).run(id);
}

/** With everything that hangs on it. Its history stays. */
export function deleteImportedMeasure(db: Db, _right: ImportRight, measureId: number): void {
  prepared(db, "DELETE FROM measure WHERE id = ?").run(measureId);
}

/** As `recordAudit`, for thousands of events. */
export function recordImportEvent(db: Db, entry: AuditEntry): void {
  prepared(db, "INSERT INTO audit_event (at, user_id, action, entity, entity_id, before, after, import_batch_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)").run(
    entry.at,
    entry.userId,
    entry.action,
    entry.entity,
    entry.entityId,
    entry.before === null ? null : JSON.stringify(entry.before),
    entry.after === null ? null : JSON.stringify(entry.after),
    entry.importBatchId ?? null,
  );
}

export type ImportEvent = { readonly id: number; readonly measureId: number; readonly action: string; readonly before: Record<string, unknown> | null; readonly after: Record<string, unknown> | null };

/** What an import did to measures, in the order it was done. */
export const listImportEvents = (db: Db, batchId: number): ImportEvent[] =>
  (
    prepared(
      db,
      `SELECT id, entity_id AS measureId, action, before, after FROM audit_event
       WHERE import_batch_id = ? AND entity = 'measure' AND action IN ('create', 'update', 'addPart', 'changePart') ORDER BY id`,
    ).all(batchId) as Array<{ id: number; measureId: number; action: string; before: string | null; after: string | null }>
  ).map((event) => ({ ...event, before: fieldsOf(event.before), after: fieldsOf(event.after) }));

const fieldsOf = (json: string | null): Record<string, unknown> | null => (json === null ? null : (JSON.parse(json) as Record<string, unknown>));

/** Did anybody change the measure after the event, rate it, confirm it or link it with another? */
export function isTouchedSince(db: Db, measureId: number, eventId: number, wasCreated: boolean): boolean {
  const changed = prepared(db, "SELECT 1 FROM audit_event WHERE entity = 'measure' AND entity_id = ? AND id > ? LIMIT 1").get(measureId, eventId) !== undefined;
  if (changed || !wasCreated) return changed;
  return (
    prepared(
      db,
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM rating WHERE measure_id = @measureId) OR EXISTS (SELECT 1 FROM measure_confirmation WHERE measure_id = @measureId)
         OR EXISTS (SELECT 1 FROM dependency WHERE predecessor_id = @measureId) OR EXISTS (SELECT 1 FROM dependency WHERE successor_id = @measureId)`,
    ).get({ measureId }) !== undefined
  );
}

export type ReportRow = {
  readonly rowNumber: number;
  readonly decision: "create" | "update" | "skip";
  readonly measureId: number | null;
  readonly title: string | null;
  /** False for an update that found nothing to change. */
  readonly changed: boolean;
  /** True where an undo set the row's measure back. */
  readonly undone: boolean;
};

/**
 * What became of each row of an import. The plus keeps the search on the few events of one measure: going through all
 * events of the import for each of its rows took half a minute at 10,000.
 */
export const listReportRows = (db: Db, batchId: number): ReportRow[] =>
  (
    prepared(
      db,
      `SELECT r.row_number AS rowNumber, ifnull(r.decision, 'skip') AS decision, r.measure_id AS measureId, m.title,
         EXISTS (SELECT 1 FROM audit_event AS e WHERE e.entity = 'measure' AND e.entity_id = r.measure_id AND +e.import_batch_id = r.batch_id AND e.action <> 'undoImport') AS changed,
         (r.measure_id IS NULL AND r.decision <> 'skip')
           OR EXISTS (SELECT 1 FROM audit_event AS e WHERE e.entity = 'measure' AND e.entity_id = r.measure_id AND +e.import_batch_id = r.batch_id AND e.action = 'undoImport') AS undone
       FROM import_row AS r LEFT JOIN measure AS m ON m.id = r.measure_id WHERE r.batch_id = ? ORDER BY r.row_number`,
    ).all(batchId) as Array<Omit<ReportRow, "changed" | "undone"> & { changed: number; undone: number }>
  ).map((row) => ({ ...row, changed: row.changed === 1, undone: row.undone === 1 }));
