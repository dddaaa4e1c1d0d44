import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { countMeasuresByStrategy, loadActionFields, loadGoals, type ActionFieldRow, type GoalRow } from "#db/queries/strategy.server.ts";

export type StrategyGoal = GoalRow & { readonly measureCount: number };
export type StrategyField = ActionFieldRow & { readonly measureCount: number; readonly goals: readonly StrategyGoal[] };
export type Strategy = {
  readonly fields: readonly StrategyField[];
  /** Goals that belong to no single action field. */
  readonly overarchingGoals: readonly StrategyGoal[];
  readonly archivedFields: readonly ActionFieldRow[];
  readonly archivedGoals: readonly GoalRow[];
  readonly mayEdit: boolean;
};

/** Action fields with their goals, and how many measures each has. */
export function showStrategy({ db, user }: ServiceContext): Result<Strategy> {
  if (!can(user, "plan:read")) return forbidden();
  const counts = countMeasuresByStrategy(db);
  const allGoals = loadGoals(db);
  const goals = allGoals.filter((goal) => goal.archivedAt === null).map((goal) => ({ ...goal, measureCount: counts.byGoal.get(goal.id) ?? 0 }));
  const allFields = loadActionFields(db);
  const living = allFields.filter((field) => field.archivedAt === null);
  const mayEdit = can(user, "strategy:edit");
  return ok({
    fields: living.map((field) => ({ ...field, measureCount: counts.byField.get(field.id) ?? 0, goals: goals.filter((goal) => goal.actionFieldId === field.id) })),
    overarchingGoals: goals.filter((goal) => !living.some((field) => field.id === goal.actionFieldId)),
    archivedFields: mayEdit ? allFields.filter((field) => field.archivedAt !== null) : [],
    archivedGoals: mayEdit ? allGoals.filter((goal) => goal.archivedAt !== null) : [],
    mayEdit,
  });
}
