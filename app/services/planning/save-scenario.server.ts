import { can } from "#app/domain/permissions/permissions.ts";
import { keptChanges, unknownReferences } from "#app/domain/planning/scenario-changes.ts";
import { defaultSettings, noChanges } from "#app/domain/planning/scenario.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import { beside } from "#app/services/beside.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import { loadPlannerInput } from "#db/queries/planning.server.ts";
import { findScenario, insertScenario, isScenarioNameTaken, setScenarioArchived, updateScenario, type ScenarioContent } from "#db/queries/scenarios.server.ts";
import { hasManyMeasures } from "./many-measures.server.ts";

export type CreateScenarioCommand = {
  readonly name: string;
  readonly description: string;
  /** The scenario whose changes and settings it begins with; null: none, as the live plan. */
  readonly copyOf: number | null;
};

export function createScenario({ db, clock, user }: ServiceContext, { name, description, copyOf }: CreateScenarioCommand): Result<{ readonly id: number }> {
  return write(db, (tx) => {
    if (!can(user, "planner:run")) return forbidden();
    const model = copyOf === null ? null : findScenario(tx, copyOf);
    if (copyOf !== null && model === null) return invalid("copyOf", "modelGone");
    if (isScenarioNameTaken(tx, name, null)) return invalid("name", "nameTaken");
    const content: ScenarioContent = { name, description, changes: model?.changes ?? noChanges, settings: model?.settings ?? defaultSettings };
    const id = insertScenario(tx, content, { at: clock.now(), by: user.id });
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "create", entity: "scenario", entityId: id, before: null, after: content });
    return ok({ id });
  });
}

export type ChangeScenarioCommand = ScenarioContent & { readonly id: number; readonly rowVersion: number };

/** Its earlier runs stay what they were: each has its own copy of what it was planned with. */
export function changeScenario({ db, clock, user }: ServiceContext, { id, rowVersion, ...wanted }: ChangeScenarioCommand): Result<{ readonly id: number }> {
  const live = loadPlannerInput(db, clock.today());
  return write(db, (tx) => {
    if (!can(user, "planner:run")) return forbidden();
    const before = findScenario(tx, id);
    if (before === null) return missing();
    if (before.archivedAt !== null) return invalid("", "archived");
    if (before.rowVersion !== rowVersion) return conflict(before);
    if (isScenarioNameTaken(tx, wanted.name, id)) return invalid("name", "nameTaken");
    const unknown = unknownReferences(wanted.changes, live);
    if (Object.values(unknown).some((ids) => ids.length > 0)) return invalid("", "unknownReference");
    const { name, description, changes, settings } = before;
    const content: ScenarioContent = { ...wanted, changes: keptChanges(wanted.changes, { live, stored: changes }) };
    const changed = changedFields({ name, description, changes, settings }, content);
    if (changed === null) return ok({ id });
    if (!updateScenario(tx, id, rowVersion, content)) return conflict(before);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "update", entity: "scenario", entityId: id, ...changed });
    return ok({ id });
  });
}

/** The same with many measures, without holding up other requests. */
export const changeScenarioBeside = beside({ lane: "planning", name: "changeScenario", isLarge: hasManyMeasures, isWrite: true }, changeScenario);

/** Puts it away or brings it back; its runs stay. */
export function archiveScenario({ db, clock, user }: ServiceContext, { id, rowVersion, archive }: { readonly id: number; readonly rowVersion: number; readonly archive: boolean }): Result<{ readonly name: string }> {
  return write(db, (tx) => {
    if (!can(user, "planner:run")) return forbidden();
    const before = findScenario(tx, id);
    if (before === null) return missing();
    if ((before.archivedAt !== null) === archive) return ok({ name: before.name });
    const archivedAt = archive ? clock.now() : null;
    if (!setScenarioArchived(tx, id, rowVersion, archivedAt)) return conflict(before);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: archive ? "archive" : "restore", entity: "scenario", entityId: id, before: { archivedAt: before.archivedAt }, after: { archivedAt } });
    return ok({ name: before.name });
  });
}
