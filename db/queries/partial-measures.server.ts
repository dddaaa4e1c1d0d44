import type { CostItem, Measure, Milestone, StaffDemand } from "#app/domain/measures/measure.ts";
import { withMappedCodes } from "#app/domain/resources/mapped-codes.ts";
import type { HeatCost, HeatDemand } from "#app/domain/planning/timeline-heat.ts";
import type { Db } from "#db/client.server.ts";
import { remembered } from "#db/remembered.server.ts";
import { prepared } from "#db/statements.server.ts";
import { listBudgetLines } from "./budget-lines.server.ts";

// Pages that add up the whole plan read of every measure only what their sums need: a third of the time of reading all.

type Scheduled = Pick<Measure, "id" | "title" | "status" | "permanentTask" | "startQuarter" | "endQuarter">;
type Costs = { readonly costItems: ReadonlyArray<Omit<CostItem, "title" | "estimateNote" | "rowVersion">> };
type Staff = { readonly staffDemands: ReadonlyArray<Omit<StaffDemand, "note" | "rowVersion">> };
type State = Pick<Measure, "summary" | "actionFieldId" | "leadUnitId" | "responsiblePerson" | "deadline" | "deadlineReason" | "trafficLight" | "updatedAt">;
type Milestones = { readonly milestones: ReadonlyArray<Omit<Milestone, "id" | "rowVersion">> };

const SCHEDULED = "id, title, status, permanent_task AS permanentTask, start_quarter AS startQuarter, end_quarter AS endQuarter";
const STATE =
  "summary, action_field_id AS actionFieldId, lead_unit_id AS leadUnitId, responsible_person AS responsiblePerson, deadline, deadline_reason AS deadlineReason, traffic_light AS trafficLight, updated_at AS updatedAt";
const COSTS = `SELECT measure_id AS measureId, id, rhythm, budget_kind AS budgetKind, direction, budget_product AS budgetProduct, budget_account AS budgetAccount, profile,
  amount_cents AS amountCents FROM cost_item ORDER BY id`;
const STAFF = `SELECT measure_id AS measureId, id, team_id AS teamId, org_unit_id AS orgUnitId, basis, person_days AS personDays, staff_source AS staffSource, purpose
  FROM staff_demand ORDER BY id`;
const MILESTONES = "SELECT measure_id AS measureId, title, due_date AS dueDate, reached_on AS reachedOn FROM milestone ORDER BY due_date, id";

/** The measures that are not archived with their costs, by id; items without an account stand where their measure was mapped to. */
export const loadCostedMeasures = remembered((db: Db): ReadonlyArray<Scheduled & Costs> => withMappedCodes(loadStatedCosts(db), listBudgetLines(db)));

/** The same, with the codes as the items themselves state them. */
export const loadStatedCosts = remembered((db: Db): ReadonlyArray<Scheduled & Costs> => {
  const costItems = ownedParts<Costs["costItems"][number]>(db, COSTS);
  return measureRows<Scheduled>(db, SCHEDULED).map((row) => ({ ...row, costItems: costItems(row.id) }));
});

/** The measures that are not archived with the staff they ask for, by id. */
export const loadStaffedMeasures = remembered((db: Db): ReadonlyArray<Scheduled & Staff> => {
  const staffDemands = ownedParts<Staff["staffDemands"][number]>(db, STAFF);
  return measureRows<Scheduled>(db, SCHEDULED).map((row) => ({ ...row, staffDemands: staffDemands(row.id) }));
});

const DATED = "m.status, m.start_quarter AS startQuarter, m.end_quarter AS endQuarter, m.permanent_task AS permanentTask";
/** Wishes and what is settled without being done take nothing; `claimsMoney` and `claimsStaff` decide about the rest. */
const PLANNED = "m.archived_at IS NULL AND m.status NOT IN ('idea', 'rejected', 'deferred')";
const withTask = <Row extends { readonly permanentTask: boolean }>(rows: unknown[]): Row[] =>
  (rows as Array<Omit<Row, "permanentTask"> & { permanentTask: 0 | 1 }>).map((row) => Object.assign(row, { permanentTask: row.permanentTask === 1 }) as Row);

/** What teams are asked for by planned measures that have a start. */
export const loadHeatDemands = remembered(
  (db: Db): readonly HeatDemand[] =>
    withTask(
      prepared(
        db,
        `SELECT d.team_id AS teamId, d.basis, d.person_days AS personDays, d.staff_source AS staffSource, ${DATED}
        FROM measure AS m JOIN staff_demand AS d ON d.measure_id = m.id WHERE ${PLANNED} AND m.start_quarter IS NOT NULL AND d.team_id IS NOT NULL`,
      ).all(),
    ),
);

/** The expenses of planned measures that have a date. */
export const loadHeatCosts = remembered(
  (db: Db): readonly HeatCost[] =>
    withTask(
      prepared(
        db,
        `SELECT c.rhythm, c.budget_kind AS budgetKind, c.direction, c.profile, c.amount_cents AS amountCents, ${DATED}
        FROM measure AS m JOIN cost_item AS c ON c.measure_id = m.id
        WHERE ${PLANNED} AND c.direction = 'expense' AND coalesce(m.start_quarter, m.end_quarter) IS NOT NULL`,
      ).all(),
    ),
);

/** The measures that are not archived with all that tells whether they are in order, by id. */
export const loadWatchedMeasures = remembered((db: Db): ReadonlyArray<Scheduled & State & Costs & Staff & Milestones> => {
  const costItems = ownedParts<Costs["costItems"][number]>(db, COSTS);
  const staffDemands = ownedParts<Staff["staffDemands"][number]>(db, STAFF);
  const milestones = ownedParts<Milestones["milestones"][number]>(db, MILESTONES);
  return measureRows<Scheduled & State>(db, `${SCHEDULED}, ${STATE}`).map((row) => ({
    ...row,
    costItems: costItems(row.id),
    staffDemands: staffDemands(row.id),
    milestones: milestones(row.id),
  }));
});

function measureRows<Row extends Scheduled>(db: Db, columns: string): Row[] {
  const rows = prepared(db, `SELECT ${columns} FROM measure WHERE archived_at IS NULL ORDER BY id`).all() as Array<Omit<Row, "permanentTask"> & { permanentTask: 0 | 1 }>;
  return rows.map((row) => Object.assign(row, { permanentTask: row.permanentTask === 1 }) as Row);
}

function ownedParts<Part>(db: Db, text: string): (measureId: number) => readonly Part[] {
  const parts = new Map<number, Part[]>();
  for (const part of prepared(db, text).all() as Array<Part & { readonly measureId: number }>) {
    const own = parts.get(part.measureId);
    if (own) own.push(part);
    else parts.set(part.measureId, [part]);
  }
  return (measureId) => parts.get(measureId) ?? [];
}
