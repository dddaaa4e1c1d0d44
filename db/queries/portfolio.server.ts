import { asc, eq } from "drizzle-orm";
import type { StaffPlanSources } from "#app/domain/committee/freeze-staff-plan.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import type { Municipality, Portfolio } from "#app/domain/portfolio/portfolio.ts";
import { withMappedCodes } from "#app/domain/resources/mapped-codes.ts";
import type { RoundData } from "#app/domain/prioritisation/round-content.ts";
import { horizonOf, quartersOf } from "#app/domain/resources/horizon.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { preparedOnce } from "#db/prepared.server.ts";
import { remembered } from "#db/remembered.server.ts";
import * as schema from "#db/schema/index.ts";
import { listBudgetLines } from "./budget-lines.server.ts";
import { loadCapacities, loadCapacityParts } from "./capacities.server.ts";
import { listAdoptedWindows } from "./adopted-windows.server.ts";
import { listCriteria } from "./criteria.server.ts";
import { listRaterGroups } from "./rater-groups.server.ts";
import { findRoundInForce, loadRoundData, roundInForce } from "./rounds.server.ts";
import { listPayRates, listPosts, listStaffing } from "./staff-plan.server.ts";
import { loadMeasures } from "./whole-measures.server.ts";

export { findMeasure, loadMeasures } from "./whole-measures.server.ts";

const municipalityRow = preparedOnce((db) => db.select().from(schema.municipality).where(eq(schema.municipality.id, 1)).prepare());
const orgUnits = preparedOnce((db) => {
  const { id, parentId, kind, name, shortName, position } = schema.orgUnit;
  return db.select({ id, parentId, kind, name, shortName, position }).from(schema.orgUnit).orderBy(asc(position), asc(id)).prepare();
});
const actionFields = preparedOnce((db) => {
  const { id, name, description, position } = schema.actionField;
  return db.select({ id, name, description, position }).from(schema.actionField).orderBy(asc(position), asc(id)).prepare();
});
const goals = preparedOnce((db) => {
  const { id, actionFieldId, title, description, position } = schema.goal;
  return db.select({ id, actionFieldId, title, description, position }).from(schema.goal).orderBy(asc(position), asc(id)).prepare();
});
const dependencies = preparedOnce((db) => db.select().from(schema.dependency).orderBy(asc(schema.dependency.id)).prepare());
const teams = preparedOnce((db) => {
  const { id, orgUnitId, name, position, archivedAt } = schema.team;
  return db.select({ id, orgUnitId, name, position, archivedAt }).from(schema.team).orderBy(asc(position), asc(id)).prepare();
});
const budgetFrames = preparedOnce((db) => {
  const { fiscalYear, budgetKind, amountCents } = schema.budgetFrame;
  return db.select({ fiscalYear, budgetKind, amountCents }).from(schema.budgetFrame).orderBy(asc(fiscalYear), asc(budgetKind)).prepare();
});

/** @throws Error when the database holds no municipality, which the set-up page prevents */
export function loadMunicipality(db: DbOrTx): Municipality {
  const municipality = findMunicipality(db);
  if (municipality === null) throw new Error("the database holds no municipality");
  return municipality;
}

export const findMunicipality = remembered((db: DbOrTx): Municipality | null => {
  const row = municipalityRow(db).get();
  if (!row) return null;
  const { id: _id, rowVersion: _rowVersion, ...municipality } = row;
  return municipality;
});

/**
 * The whole living plan without archived measures, in a stable order. Criteria, groups, ratings and places given by hand
 * are those of the round in force.
 */
export const loadPortfolio = remembered((db: DbOrTx): Portfolio => {
  const plan = loadPlan(db);
  const present = new Set(plan.measures.map((measure) => measure.id));
  const { ratings, surveyAnswers, groupWeights, overrides } = dataInForce(db);
  const round = roundInForce(db);
  return {
    ...plan,
    ratings: ratings.filter((row) => present.has(row.measureId)),
    ...(surveyAnswers === undefined ? {} : { surveyAnswers: surveyAnswers.filter((row) => present.has(row.measureId)) }),
    groupWeights,
    overrides: overrides.filter((row) => present.has(row.measureId)),
    ...(round === null ? {} : { round: { ...round, places: round.places?.filter((place) => present.has(place.measureId)) ?? null } }),
  };
});

/** Before the first round there are the criteria and groups of the catalogue, and no ratings. */
function dataInForce(db: DbOrTx): Pick<RoundData, "criteria" | "raterGroups" | "ratings" | "surveyAnswers" | "groupWeights" | "overrides"> {
  const round = findRoundInForce(db);
  if (round !== null) return loadRoundData(db, round.id);
  const groups = listRaterGroups(db).map((group) => ({ ...group, ratesUntil: null, weightingMethod: "standard" as const }));
  return { criteria: listCriteria(db, "active"), raterGroups: groups, ratings: [], groupWeights: [], overrides: [] };
}

/** The same without the ratings, which are by far the most rows, for pages that do not rank. */
export const loadPlan = remembered((db: DbOrTx): Omit<Portfolio, "ratings"> => loadPlanAround(db, loadPlannedMeasures(db)));

/** All measures as plans and frozen versions see them: cost items without an account stand where their measure was mapped to. */
export const loadPlannedMeasures = (db: DbOrTx): readonly Measure[] => withMappedCodes(loadMeasures(db), listBudgetLines(db));

/** What the staff plan and the need for staff are computed from, beside the portfolio. */
export const loadStaffPlanSources = (db: DbOrTx): StaffPlanSources => ({
  posts: listPosts(db),
  rates: listPayRates(db),
  staffing: listStaffing(db),
  capacities: loadCapacityParts(db, quartersOf(horizonOf(loadMunicipality(db)))),
});

/** The plan's other parts around measures that were read before, whole or in part. */
export function loadPlanAround<M extends { readonly id: number }>(db: DbOrTx, measures: readonly M[]): Omit<Portfolio, "ratings" | "measures"> & { readonly measures: readonly M[] } {
  const present = new Set(measures.map((measure) => measure.id));
  const { criteria, raterGroups } = dataInForce(db);
  const municipality = loadMunicipality(db);
  const windows = listAdoptedWindows(db).filter((window) => present.has(window.measureId));
  return {
    municipality,
    orgUnits: orgUnits(db).all(),
    actionFields: actionFields(db).all(),
    goals: goals(db).all(),
    measures,
    dependencies: dependencies(db)
      .all()
      .filter((row) => present.has(row.predecessorId) && present.has(row.successorId)),
    teams: teams(db)
      .all()
      .map(({ archivedAt, ...team }) => (archivedAt === null ? team : { ...team, archived: true })),
    capacities: loadCapacities(db, quartersOf(horizonOf(municipality))),
    budgetFrames: budgetFrames(db).all(),
    ...(windows.length === 0 ? {} : { adoptedWindows: windows }),
    criteria: criteria.map(({ id, name, question, weight, reversed, position, levels }) => ({ id, name, question, weight, reversed, position, levels })),
    raterGroups: raterGroups.map(({ id, name, kind, weight, position }) => ({ id, name, kind, weight, position })),
  };
}
