import { can } from "#app/domain/permissions/permissions.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write, type Tx } from "#db/client.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import {
  findActionField,
  findGoal,
  insertActionField,
  insertGoal,
  loadActionFields,
  updateActionField,
  updateGoal,
  type ActionFieldValues,
  type GoalValues,
} from "#db/queries/strategy.server.ts";

/** An action field or a goal, new (key null) or changed. */
export type SaveStrategyItemCommand = { readonly key: { readonly id: number; readonly rowVersion: number } | null } & (
  | { readonly kind: "actionField"; readonly values: ActionFieldValues }
  | { readonly kind: "goal"; readonly values: GoalValues }
);
export type ArchiveStrategyItemCommand = { readonly kind: "actionField" | "goal"; readonly id: number; readonly rowVersion: number; readonly archive: boolean };

const entities = { actionField: "action_field", goal: "goal" } as const;

function problemOf(tx: Tx, { key, ...item }: SaveStrategyItemCommand) {
  if (item.kind === "goal") {
    const { actionFieldId, title } = item.values;
    if (title.trim() === "") return invalid("title", "titleMissing");
    if (actionFieldId !== null && findActionField(tx, actionFieldId) === undefined) return invalid("actionFieldId", "unknownChoice");
    return null;
  }
  const name = item.values.name.trim();
  if (name === "") return invalid("name", "nameMissing");
  const twin = loadActionFields(tx).find((field) => field.name.toLowerCase() === name.toLowerCase() && field.id !== key?.id);
  return twin === undefined ? null : invalid("name", twin.archivedAt === null ? "nameTaken" : "nameTakenInArchive");
}

/** Adds or changes an action field or a goal. */
export function saveStrategyItem({ db, clock, user }: ServiceContext, command: SaveStrategyItemCommand): Result<{ id: number }> {
  return write(db, (tx) => {
    if (!can(user, "strategy:edit")) return forbidden();
    const problem = problemOf(tx, command);
    if (problem !== null) return problem;
    const { key, kind, values } = command;
    const audit = { at: clock.now(), userId: user.id, entity: entities[kind] };
    if (key === null) {
      const id = kind === "goal" ? insertGoal(tx, values) : insertActionField(tx, values);
      recordAudit(tx, { ...audit, action: "create", entityId: id, before: null, after: values });
      return ok({ id });
    }
    const stored = kind === "goal" ? findGoal(tx, key.id) : findActionField(tx, key.id);
    if (stored === undefined) return missing();
    if (stored.rowVersion !== key.rowVersion) return conflict(stored);
    const difference = changedFields(stored, values);
    if (difference === null) return ok({ id: key.id });
    if (kind === "goal") updateGoal(tx, key, values);
    else updateActionField(tx, key, values);
    recordAudit(tx, { ...audit, action: "update", entityId: key.id, ...difference });
    return ok({ id: key.id });
  });
}

/** Takes an action field or goal out of the choices, or back in. Measures that name it keep it. */
export function archiveStrategyItem({ db, clock, user }: ServiceContext, { kind, id, rowVersion, archive }: ArchiveStrategyItemCommand): Result<{ id: number }> {
  return write(db, (tx) => {
    if (!can(user, "strategy:edit")) return forbidden();
    const stored = kind === "goal" ? findGoal(tx, id) : findActionField(tx, id);
    if (stored === undefined) return missing();
    if (stored.rowVersion !== rowVersion) return conflict(stored);
    const at = clock.now();
    const archivedAt = archive ? at : null;
    if (kind === "goal") updateGoal(tx, { id, rowVersion }, { archivedAt });
    else updateActionField(tx, { id, rowVersion }, { archivedAt });
    const change = { before: { archivedAt: stored.archivedAt }, after: { archivedAt } };
    recordAudit(tx, { at, userId: user.id, action: archive ? "archive" : "restore", entity: entities[kind], entityId: id, ...change });
    return ok({ id });
  });
}
