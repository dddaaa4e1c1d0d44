import { missingFacts, type FactCode } from "#app/domain/measures/completeness.ts";
import { violatedDependencies, type DependencyViolation } from "#app/domain/measures/dependency-graph.ts";
import { contentWarnings, type ContentWarning } from "#app/domain/measures/measure-change.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import type { MeasureTerms } from "#app/domain/planning/planning-terms.ts";
import type { PlaceInRound } from "#app/domain/prioritisation/adopted-place.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { codeOfItem, linesByMeasure, type ItemCode } from "#app/domain/resources/mapped-codes.ts";
import { forbidden, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listBudgetLines } from "#db/queries/budget-lines.server.ts";
import {
  findConfirmation,
  findDependenciesOf,
  listMeasureHistory,
  loadChoices,
  type Confirmation,
  type HistoryEvent,
  type LinkedDependency,
} from "#db/queries/measure-lookups.server.ts";
import { findMeasureTerms } from "#db/queries/planning-terms.server.ts";
import { findMeasure } from "#db/queries/portfolio.server.ts";
import { findPriority } from "#db/queries/rounds.server.ts";

/** Names of what the measure refers to, by id. */
export type Names = {
  readonly actionField: string | null;
  readonly units: Readonly<Record<number, string>>;
  readonly goals: readonly string[];
  readonly teams: Readonly<Record<number, string>>;
};

export type MeasureSheet = {
  readonly measure: Measure;
  readonly names: Names;
  /** By cost item: where it stands in the budget. */
  readonly itemCodes: Readonly<Record<number, ItemCode>>;
  readonly predecessors: readonly LinkedDependency[];
  readonly successors: readonly LinkedDependency[];
  readonly violations: readonly DependencyViolation[];
  readonly missing: readonly FactCode[];
  readonly warnings: readonly ContentWarning[];
  readonly confirmation: Confirmation | null;
  /** What the planner is told beyond the sheet. */
  readonly terms: Pick<MeasureTerms, "durationQuarters" | "mandatory" | "fixed">;
  /** In the order in force; null while it has none. */
  readonly priority: PlaceInRound | null;
  readonly history: readonly HistoryEvent[];
  readonly mayEdit: boolean;
  readonly mayDuplicate: boolean;
  readonly mayArchive: boolean;
  readonly today: string;
};

/** Everything the Steckbrief shows. */
export function showMeasure({ db, clock, user }: ServiceContext, measureId: number): Result<MeasureSheet> {
  if (!can(user, "plan:read")) return forbidden();
  const measure = findMeasure(db, measureId);
  if (measure === null) return missing();
  const dependencies = findDependenciesOf(db, measureId);
  const archived = measure.archivedAt !== null;
  return ok({
    measure,
    names: namesOf(db, measure),
    itemCodes: itemCodesOf(db, measure),
    predecessors: dependencies.filter((dependency) => dependency.successorId === measureId),
    successors: dependencies.filter((dependency) => dependency.predecessorId === measureId),
    violations: violatedDependencies([measure, ...dependencies.filter(({ other }) => !other.archived).map(({ other }) => other)], dependencies),
    missing: missingFacts(measure),
    warnings: contentWarnings(measure, clock.today()),
    confirmation: findConfirmation(db, measureId),
    terms: findMeasureTerms(db, measureId),
    priority: findPriority(db, measureId),
    history: can(user, "history:read") ? listMeasureHistory(db, measureId, 5) : [],
    mayEdit: !archived && can(user, "measure:edit", measure),
    mayDuplicate: can(user, "measure:create", measure),
    mayArchive: can(user, "measure:archive", measure),
    today: clock.today(),
  });
}

function itemCodesOf(db: ServiceContext["db"], { id, costItems }: Measure): MeasureSheet["itemCodes"] {
  const lines = linesByMeasure(listBudgetLines(db)).get(id) ?? [];
  return Object.fromEntries(costItems.map((item) => [item.id, codeOfItem(item, lines)]));
}

function namesOf(db: ServiceContext["db"], measure: Measure): Names {
  const { units, actionFields, goals, teams } = loadChoices(db);
  const unitIds = new Set([measure.leadUnitId, ...measure.participatingUnitIds, ...measure.staffDemands.map((demand) => demand.orgUnitId)]);
  const teamIds = new Set(measure.staffDemands.map((demand) => demand.teamId));
  const byId = (rows: ReadonlyArray<{ id: number; name: string }>, ids: ReadonlySet<number | null>) =>
    Object.fromEntries(rows.filter((row) => ids.has(row.id)).map((row) => [row.id, row.name]));
  return {
    actionField: actionFields.find((field) => field.id === measure.actionFieldId)?.name ?? null,
    units: byId(units, unitIds),
    goals: goals.filter((goal) => measure.goalIds.includes(goal.id)).map((goal) => goal.name),
    teams: byId(teams, teamIds),
  };
}
