import { isNull } from "drizzle-orm";
import type { Dependency, Measure } from "#app/domain/measures/measure.ts";
import type { TimelineEntry, TimelineMilestone } from "#app/domain/planning/timeline-entry.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { remembered } from "#db/remembered.server.ts";
import * as schema from "#db/schema/index.ts";
import { prepared } from "#db/statements.server.ts";

/** All dependencies and the dates and states of all measures that are not archived: what a move is judged against. */
export function loadPlanDates(db: DbOrTx) {
  const { id, status, startQuarter, endQuarter } = schema.measure;
  const measures = db.select({ id, status, startQuarter, endQuarter }).from(schema.measure).where(isNull(schema.measure.archivedAt)).all();
  return { measures, dependencies: db.select().from(schema.dependency).all() };
}

/** A measure as far as the database tells what the timeline shows of it. */
export type TimelineRow = Omit<TimelineEntry, "priority" | "movable" | "laneId" | "otherLaneIds" | "ghost" | "isNew" | "resolved"> & Pick<Measure, "deadlineReason">;

type StoredRow = Omit<TimelineRow, "permanentTask" | "milestones"> & { readonly permanentTask: 0 | 1 };

/** The measures that are not archived, by id. */
export const loadTimelineRows = remembered((db: Db): readonly TimelineRow[] => {
  const rows = prepared(
    db,
    `SELECT id, row_version AS rowVersion, title, action_field_id AS actionFieldId, lead_unit_id AS leadUnitId, status, permanent_task AS permanentTask,
      planning_horizon AS planningHorizon, start_quarter AS startQuarter, end_quarter AS endQuarter, timeframe_text AS timeframeText, deadline,
      deadline_reason AS deadlineReason, progress_percent AS progressPercent, traffic_light AS trafficLight
    FROM measure WHERE archived_at IS NULL ORDER BY id`,
  ).all() as StoredRow[];
  const milestones = prepared(
    db,
    "SELECT id, measure_id AS measureId, title, due_date AS dueDate, reached_on AS reachedOn FROM milestone ORDER BY due_date, id",
  ).all() as Array<TimelineMilestone & { readonly measureId: number }>;
  const byMeasure = new Map<number, TimelineMilestone[]>();
  for (const { measureId, ...milestone } of milestones) {
    const own = byMeasure.get(measureId);
    if (own) own.push(milestone);
    else byMeasure.set(measureId, [milestone]);
  }
  return rows.map((row) => Object.assign(row, { permanentTask: row.permanentTask === 1, milestones: byMeasure.get(row.id) ?? [] }) as TimelineRow);
});

/** Those between measures that are not archived, by id. */
export const loadTimelineDependencies = remembered((db: Db): readonly Dependency[] =>
  prepared(
    db,
    `SELECT d.id, d.predecessor_id AS predecessorId, d.successor_id AS successorId, d.lag_quarters AS lagQuarters
    FROM dependency AS d JOIN measure AS p ON p.id = d.predecessor_id JOIN measure AS s ON s.id = d.successor_id
    WHERE p.archived_at IS NULL AND s.archived_at IS NULL ORDER BY d.id`,
  ).all() as Dependency[],
);

export const loadTimelineFields = (db: Db): Array<{ readonly id: number; readonly name: string }> =>
  prepared(db, "SELECT id, name FROM action_field ORDER BY position, id").all() as Array<{ id: number; name: string }>;

export type TimelineUnit = { readonly id: number; readonly parentId: number | null; readonly name: string; readonly shortName: string };
export const loadTimelineUnits = (db: Db): TimelineUnit[] =>
  prepared(db, "SELECT id, parent_id AS parentId, name, short_name AS shortName FROM org_unit ORDER BY position, id").all() as TimelineUnit[];
