import { can } from "#app/domain/permissions/permissions.ts";
import { checkCodes } from "#app/domain/resources/budget-codes.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write, type Tx } from "#db/client.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import { deleteBudgetLine, findBudgetLine, findLineByCode, insertBudgetLine, updateBudgetLine, type LineFields } from "#db/queries/budget-lines.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";

export function createBudgetLine({ db, clock, user }: ServiceContext, fields: LineFields): Result<{ lineId: number }> {
  return write(db, (tx) => {
    if (!can(user, "resources:edit")) return forbidden();
    const refusal = refuseFields(tx, fields, null);
    if (refusal) return refusal;
    const lineId = insertBudgetLine(tx, fields);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "create", entity: "budget_line", entityId: lineId, before: null, after: fields });
    return ok({ lineId });
  });
}

export function saveBudgetLine({ db, clock, user }: ServiceContext, { lineId, rowVersion, ...fields }: LineFields & { readonly lineId: number; readonly rowVersion: number }): Result<{ lineId: number }> {
  return write(db, (tx) => {
    if (!can(user, "resources:edit")) return forbidden();
    const stored = findBudgetLine(tx, lineId);
    if (stored === null) return missing();
    const refusal = refuseFields(tx, fields, lineId);
    if (refusal) return refusal;
    if (stored.rowVersion !== rowVersion) return conflict(stored);
    const changed = changedFields(stored, fields);
    if (changed === null) return ok({ lineId });
    updateBudgetLine(tx, lineId, rowVersion, fields);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "update", entity: "budget_line", entityId: lineId, ...changed });
    return ok({ lineId });
  });
}

/** Takes the line away with what was mapped to it; measures and their costs stay as they are. */
export function removeBudgetLine({ db, clock, user }: ServiceContext, { lineId, rowVersion }: { readonly lineId: number; readonly rowVersion: number }): Result<null> {
  return write(db, (tx) => {
    if (!can(user, "resources:edit")) return forbidden();
    const stored = findBudgetLine(tx, lineId);
    if (stored === null) return missing();
    if (!deleteBudgetLine(tx, lineId, rowVersion)) return conflict(stored);
    const { id: _id, rowVersion: _rowVersion, ...before } = stored;
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "delete", entity: "budget_line", entityId: lineId, before, after: null });
    return ok(null);
  });
}

function refuseFields(tx: Tx, fields: LineFields, lineId: number | null) {
  const problem = checkCodes(fields, loadMunicipality(tx));
  if (problem !== null) return invalid(problem.field, problem.code, { pattern: problem.pattern });
  if (findLineByCode(tx, fields, lineId) !== null) return invalid("budgetAccount", "codeTaken", { year: fields.fiscalYear });
  return null;
}
