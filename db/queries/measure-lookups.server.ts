import { and, asc, desc, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { Quarter } from "#app/domain/calendar/quarter.ts";
import type { MeasureContent } from "#app/domain/measures/content.ts";
import type { Dependency } from "#app/domain/measures/measure.ts";
import type { MeasureStatus, OrgUnitKind, TrafficLight } from "#app/domain/measures/vocabulary.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import * as schema from "#db/schema/index.ts";
import { preparedOnce } from "#db/prepared.server.ts";
import { remembered } from "#db/remembered.server.ts";
import { prepared } from "#db/statements.server.ts";

export type UnitChoice = { readonly id: number; readonly parentId: number | null; readonly kind: OrgUnitKind; readonly name: string; readonly shortName: string; readonly archived: boolean };
export type NamedChoice = { readonly id: number; readonly name: string; readonly archived: boolean };
export type GoalChoice = NamedChoice & { readonly actionFieldId: number | null };
export type TeamChoice = NamedChoice & { readonly orgUnitId: number };

/** What a measure can refer to; archived ones included, since old measures still name them. */
export type Choices = {
  readonly units: readonly UnitChoice[];
  readonly actionFields: readonly NamedChoice[];
  readonly goals: readonly GoalChoice[];
  readonly teams: readonly TeamChoice[];
};

type Raw<T> = Omit<T, "archived"> & { archived: number };
const withFlag = <T extends { archived: number }>(rows: readonly T[]) => rows.map(({ archived, ...row }) => ({ ...row, archived: archived === 1 }));

export const loadChoices = remembered((db: Db): Choices => {
  const all = <T>(text: string) => withFlag(prepared(db, text).all() as Raw<T>[]);
  return {
    units: loadUnitChoices(db),
    actionFields: loadActionFieldChoices(db),
    goals: all<GoalChoice>(
      "SELECT id, action_field_id AS actionFieldId, title AS name, archived_at IS NOT NULL AS archived FROM goal ORDER BY position, id",
    ),
    teams: all<TeamChoice>("SELECT id, org_unit_id AS orgUnitId, name, archived_at IS NOT NULL AS archived FROM team ORDER BY position, id"),
  };
});

export const loadUnitChoices = remembered((db: Db): readonly UnitChoice[] =>
  withFlag(
    prepared(
      db,
      "SELECT id, parent_id AS parentId, kind, name, short_name AS shortName, archived_at IS NOT NULL AS archived FROM org_unit ORDER BY position, id",
    ).all() as Raw<UnitChoice>[],
  ),
);

export const loadActionFieldChoices = remembered((db: Db): readonly NamedChoice[] =>
  withFlag(prepared(db, "SELECT id, name, archived_at IS NOT NULL AS archived FROM action_field ORDER BY position, id").all() as Raw<NamedChoice>[]),
);

/** The fields of `content` that name something which does not exist. */
export function danglingReferences(db: DbOrTx, content: Pick<MeasureContent, "actionFieldId" | "leadUnitId" | "participatingUnitIds" | "goalIds">) {
  const holds = (table: "action_field" | "org_unit" | "goal", ids: readonly number[]) =>
    ids.length === 0 ||
    db.get<{ count: number }>(sql`SELECT count(*) AS count FROM ${sql.identifier(table)} WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`).count ===
      new Set(ids).size;
  const asList = (id: number | null) => (id === null ? [] : [id]);
  return [
    ...(holds("action_field", asList(content.actionFieldId)) ? [] : (["actionFieldId"] as const)),
    ...(holds("org_unit", asList(content.leadUnitId)) ? [] : (["leadUnitId"] as const)),
    ...(holds("org_unit", content.participatingUnitIds) ? [] : (["participatingUnitIds"] as const)),
    ...(holds("goal", content.goalIds) ? [] : (["goalIds"] as const)),
  ];
}

export const loadDependencies = (db: DbOrTx): Dependency[] => db.select().from(schema.dependency).orderBy(asc(schema.dependency.id)).all();

/** A measure on the other side of a dependency. */
export type LinkedMeasure = {
  readonly id: number;
  readonly title: string;
  readonly status: MeasureStatus;
  readonly startQuarter: Quarter | null;
  readonly endQuarter: Quarter | null;
  readonly archived: boolean;
};
export type LinkedDependency = Dependency & { readonly other: LinkedMeasure };

/** The measure's dependencies both ways, each with the measure on the other side. */
export const findDependenciesOf = remembered((db: Db, measureId: number): readonly LinkedDependency[] => {
  const rows = prepared(
    db,
    `SELECT d.id, d.predecessor_id AS predecessorId, d.successor_id AS successorId, d.lag_quarters AS lagQuarters, m.id AS otherId, m.title, m.status,
       m.start_quarter AS startQuarter, m.end_quarter AS endQuarter, m.archived_at IS NOT NULL AS archived
     FROM dependency AS d JOIN measure AS m ON m.id = CASE d.successor_id WHEN @id THEN d.predecessor_id ELSE d.successor_id END
     WHERE d.predecessor_id = @id OR d.successor_id = @id ORDER BY m.title, m.id`,
  ).all({ id: measureId }) as Array<Dependency & Omit<LinkedMeasure, "archived"> & { otherId: number; archived: number }>;
  return rows.map(({ id, predecessorId, successorId, lagQuarters, otherId, title, status, startQuarter, endQuarter, archived }) => ({
    id,
    predecessorId,
    successorId,
    lagQuarters,
    other: { id: otherId, title, status, startQuarter, endQuarter, archived: archived === 1 },
  }));
});

export const findTitles = (db: DbOrTx, ids: readonly number[]): Map<number, string> =>
  new Map(
    db
      .all<{ id: number; title: string }>(sql`SELECT id, title FROM measure WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
      .map((row) => [row.id, row.title]),
  );

/** All living measures as choices for a dependency. */
export const listMeasureTitles = (db: Db): Array<{ id: number; title: string }> =>
  prepared(db, "SELECT id, title FROM measure WHERE archived_at IS NULL ORDER BY lower(title), id").all() as Array<{ id: number; title: string }>;

export type Confirmation = { readonly confirmedAt: string; readonly by: string };

const confirmation = preparedOnce((db) =>
  db
    .select({ confirmedAt: schema.measureConfirmation.confirmedAt, by: schema.user.name })
    .from(schema.measureConfirmation)
    .innerJoin(schema.user, eq(schema.user.id, schema.measureConfirmation.userId))
    .where(eq(schema.measureConfirmation.measureId, sql.placeholder("measureId")))
    .prepare(),
);

export const findConfirmation = remembered((db: Db, measureId: number): Confirmation | null => confirmation(db).get({ measureId }) ?? null);

export type BoardCard = {
  readonly id: number;
  readonly title: string;
  readonly status: MeasureStatus;
  readonly rowVersion: number;
  readonly leadUnitId: number | null;
  readonly leadUnit: string | null;
  readonly endQuarter: Quarter | null;
  readonly deadline: PlainDate | null;
  readonly trafficLight: TrafficLight | null;
  readonly progressPercent: number | null;
};

/** The living measures as cards, those whose end comes first on top. */
export function listBoardCards(db: DbOrTx, filter: { readonly actionFieldId: number | null; readonly leadUnitIds: readonly number[] | null }): BoardCard[] {
  const { measure, orgUnit } = schema;
  return db
    .select({
      id: measure.id,
      title: measure.title,
      status: measure.status,
      rowVersion: measure.rowVersion,
      leadUnitId: measure.leadUnitId,
      leadUnit: orgUnit.shortName,
      endQuarter: measure.endQuarter,
      deadline: measure.deadline,
      trafficLight: measure.trafficLight,
      progressPercent: measure.progressPercent,
    })
    .from(measure)
    .leftJoin(orgUnit, eq(orgUnit.id, measure.leadUnitId))
    .where(
      and(
        isNull(measure.archivedAt),
        filter.actionFieldId === null ? undefined : eq(measure.actionFieldId, filter.actionFieldId),
        filter.leadUnitIds === null ? undefined : sql`${measure.leadUnitId} IN (SELECT value FROM json_each(${JSON.stringify(filter.leadUnitIds)}))`,
      ),
    )
    .orderBy(sql`${measure.endQuarter} IS NULL`, asc(measure.endQuarter), asc(measure.title), asc(measure.id))
    .all();
}

export type HistoryEvent = {
  readonly id: number;
  readonly at: string;
  readonly by: string | null;
  /** "measure", "measureTerms" or "fundingWindow". */
  readonly entity: string;
  readonly action: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly imported: boolean;
};

const history = preparedOnce((db) => {
  const { auditEvent, user, fundingWindow } = schema;
  const measureId = sql.placeholder("measureId");
  return db
    .select({ id: auditEvent.id, at: auditEvent.at, by: user.name, entity: auditEvent.entity, action: auditEvent.action, before: auditEvent.before, after: auditEvent.after, batch: auditEvent.importBatchId })
    .from(auditEvent)
    .leftJoin(user, eq(user.id, auditEvent.userId))
    .where(
      or(
        and(inArray(auditEvent.entity, ["measure", "measureTerms"]), eq(auditEvent.entityId, measureId)),
        and(
          eq(auditEvent.entity, "fundingWindow"),
          // Those that are gone are known by what was logged when they came and went.
          sql`${auditEvent.entityId} IN (SELECT id FROM ${fundingWindow} WHERE measure_id = ${measureId}
            UNION SELECT past.entity_id FROM ${auditEvent} AS past WHERE past.entity = 'fundingWindow' AND json_extract(coalesce(past.after, past.before), '$.measureId') = ${measureId})`,
        ),
      ),
    )
    .orderBy(desc(auditEvent.id))
    .limit(sql.placeholder("limit"))
    .prepare();
});

/** What happened to a measure, what the planner is told of it and its funding windows included; newest first. */
export const listMeasureHistory = remembered((db: DbOrTx, measureId: number, limit: number): readonly HistoryEvent[] =>
  history(db)
    .all({ measureId, limit })
    .map(({ batch, before, after, ...event }) => ({ ...event, imported: batch !== null, before: readFields(before), after: readFields(after) })),
);

const readFields = (json: string | null): Record<string, unknown> | null => (json === null ? null : (JSON.parse(json) as Record<string, unknown>));

/** Who last saved the measure; confirming that it is still true saves nothing. */
export function findLastEditor(db: DbOrTx, measureId: number): string | null {
  const { auditEvent, user } = schema;
  const row = db
    .select({ by: user.name })
    .from(auditEvent)
    .leftJoin(user, eq(user.id, auditEvent.userId))
    .where(and(eq(auditEvent.entity, "measure"), eq(auditEvent.entityId, measureId), ne(auditEvent.action, "confirm")))
    .orderBy(desc(auditEvent.id))
    .limit(1)
    .get();
  return row?.by ?? null;
}

/** Does the team, or the unit, of a staff demand exist? */
export function partAddresseeExists(db: DbOrTx, { teamId, orgUnitId }: { teamId: number | null; orgUnitId: number | null }): boolean {
  const team = teamId === null ? null : db.select({ id: schema.team.id }).from(schema.team).where(eq(schema.team.id, teamId)).get();
  const unit = orgUnitId === null ? null : db.select({ id: schema.orgUnit.id }).from(schema.orgUnit).where(eq(schema.orgUnit.id, orgUnitId)).get();
  return team !== undefined && unit !== undefined;
}
