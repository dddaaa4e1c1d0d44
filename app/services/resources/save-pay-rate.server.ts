import { payRateKinds, type PayRate } from "#app/domain/resources/posts.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { rateInForce } from "#app/domain/resources/post-cost.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import { deletePayRate, findPayRate, insertPayRate, isPayRateTaken, listPayRates, updatePayRate, type PayRateFields } from "#db/queries/staff-plan.server.ts";

type Key = { readonly rateId: number; readonly rowVersion: number };

/** The whole rate table, and which of it holds today. */
export function showPayRates({ db, clock, user }: ServiceContext) {
  if (!can(user, "plan:read")) return forbidden();
  const rates = [...listPayRates(db)].sort((a, b) => payRateKinds.indexOf(a.kind) - payRateKinds.indexOf(b.kind) || a.payGrade.localeCompare(b.payGrade, "de", { numeric: true }) || (a.validFrom < b.validFrom ? 1 : -1));
  const today = clock.today();
  const inForce = (rate: PayRate) => rateInForce(rates, rate.kind, rate.payGrade, today)?.id === rate.id;
  return ok({ rates: rates.map((rate) => ({ ...rate, inForce: inForce(rate), isToCome: rate.validFrom > today })), today, canEdit: can(user, "resources:edit") });
}

/** One rate for its form; null for a new one. */
export function showPayRate({ db, user }: ServiceContext, rateId: number | null): Result<{ rate: PayRate | null }> {
  if (!can(user, "resources:edit")) return forbidden();
  const rate = rateId === null ? null : findPayRate(db, rateId);
  return rateId !== null && rate === null ? missing() : ok({ rate });
}

export function createPayRate({ db, clock, user }: ServiceContext, fields: PayRateFields): Result<{ rateId: number }> {
  return write(db, (tx) => {
    if (!can(user, "resources:edit")) return forbidden();
    if (isPayRateTaken(tx, fields, 0)) return invalid("validFrom", "rateTaken");
    const rateId = insertPayRate(tx, fields);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "create", entity: "payRate", entityId: rateId, before: null, after: fields });
    return ok({ rateId });
  });
}

export function savePayRate({ db, clock, user }: ServiceContext, { rateId, rowVersion, ...fields }: PayRateFields & Key): Result<{ rateId: number }> {
  return write(db, (tx) => {
    if (!can(user, "resources:edit")) return forbidden();
    const stored = findPayRate(tx, rateId);
    if (stored === null) return missing();
    if (isPayRateTaken(tx, fields, rateId)) return invalid("validFrom", "rateTaken");
    if (!updatePayRate(tx, rateId, rowVersion, fields)) return conflict(stored);
    const changed = changedFields(stored, fields);
    if (changed) recordAudit(tx, { at: clock.now(), userId: user.id, action: "update", entity: "payRate", entityId: rateId, ...changed });
    return ok({ rateId });
  });
}

export function removePayRate({ db, clock, user }: ServiceContext, { rateId, rowVersion }: Key): Result<null> {
  return write(db, (tx) => {
    if (!can(user, "resources:edit")) return forbidden();
    const stored = findPayRate(tx, rateId);
    if (stored === null) return missing();
    if (!deletePayRate(tx, rateId, rowVersion)) return conflict(stored);
    const { id: _id, rowVersion: _rowVersion, ...before } = stored;
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "delete", entity: "payRate", entityId: rateId, before, after: null });
    return ok(null);
  });
}
