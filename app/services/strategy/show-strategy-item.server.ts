import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { findActionField, findGoal, loadActionFields, loadGoals, type ActionFieldRow, type GoalRow } from "#db/queries/strategy.server.ts";

export type StrategyItemPage = {
  readonly item: ({ readonly kind: "actionField" } & ActionFieldRow) | ({ readonly kind: "goal" } & GoalRow) | null;
  readonly nextPosition: number;
  readonly actionFields: ReadonlyArray<{ readonly id: number; readonly name: string }>;
};

/** The form of an action field or a goal; `id` null for a new one, which goes to the end. */
export function showStrategyItem({ db, user }: ServiceContext, { kind, id }: { readonly kind: "actionField" | "goal"; readonly id: number | null }): Result<StrategyItemPage> {
  if (!can(user, "strategy:edit")) return forbidden();
  const fields = loadActionFields(db);
  const stored = id === null ? undefined : kind === "goal" ? findGoal(db, id) : findActionField(db, id);
  if (id !== null && stored === undefined) return missing();
  const positions = (kind === "goal" ? loadGoals(db) : fields).map((row) => row.position);
  const item = stored === undefined ? null : "title" in stored ? { kind: "goal" as const, ...stored } : { kind: "actionField" as const, ...stored };
  return ok({
    item,
    nextPosition: Math.min(999, Math.max(0, ...positions) + 1),
    actionFields: fields.filter((field) => field.archivedAt === null || (stored !== undefined && "title" in stored && stored.actionFieldId === field.id)),
  });
}
