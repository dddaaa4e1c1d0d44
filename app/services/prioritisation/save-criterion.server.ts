import { can } from "#app/domain/permissions/permissions.ts";
import { unconfirmed, type Invalidation } from "#app/domain/prioritisation/invalidated-ratings.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import { findCriterion, insertCriterion, isCriterionNameTaken, updateCriterion, type CriterionFields } from "#db/queries/criteria.server.ts";
import { touchedAnswers } from "./touched-answers.server.ts";

export function createCriterion({ db, clock, user }: ServiceContext, fields: CriterionFields): Result<{ criterionId: number; invalidated: readonly Invalidation[] }> {
  return write(db, (tx) => {
    if (!can(user, "criteria:edit")) return forbidden();
    if (isCriterionNameTaken(tx, fields.name, null)) return invalid("name", "nameTaken");
    const entityId = insertCriterion(tx, fields);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "create", entity: "criterion", entityId, before: null, after: audited(fields) });
    return ok({ criterionId: entityId, invalidated: [] });
  });
}

/** Another direction or other level sentences touch answers of the open round: that is answered with which, until `confirmed` names just those. */
export function saveCriterion(
  { db, clock, user }: ServiceContext,
  { criterionId, rowVersion, confirmed = [], ...fields }: CriterionFields & { readonly criterionId: number; readonly rowVersion: number; readonly confirmed?: readonly string[] },
): Result<{ criterionId: number; invalidated: readonly Invalidation[] }> {
  return write(db, (tx) => {
    if (!can(user, "criteria:edit")) return forbidden();
    const before = findCriterion(tx, criterionId);
    if (before === null) return missing();
    if (isCriterionNameTaken(tx, fields.name, criterionId)) return invalid("name", "nameTaken");
    const changed = changedFields(audited(before), audited(fields));
    if (changed === null) return ok({ criterionId, invalidated: [] });
    if (before.rowVersion !== rowVersion) return conflict(before);
    const kind = "reversed" in changed.after ? "directionChanges" : "levels" in changed.after ? "wordingChanges" : null;
    const open = kind === null ? [] : unconfirmed(touchedAnswers(tx, criterionId, kind), confirmed);
    if (open.length > 0) return ok({ criterionId, invalidated: open });
    if (!updateCriterion(tx, criterionId, rowVersion, fields)) return conflict(before);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "update", entity: "criterion", entityId: criterionId, ...changed });
    return ok({ criterionId, invalidated: [] });
  });
}

const audited = ({ name, question, weight, reversed, position, levels, derivation }: CriterionFields) => ({ name, question, weight, reversed, position, levels, derivedFrom: derivation?.source ?? null, derivedBounds: derivation?.bounds ?? null });
