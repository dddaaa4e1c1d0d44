import { can } from "#app/domain/permissions/permissions.ts";
import { conflict, forbidden, invalid, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { listOrgUnitNames } from "#db/queries/org-units.server.ts";
import { listStartLimits, storeStartLimit } from "#db/queries/planning-terms.server.ts";

/** Null: no limit. `rowVersion` is the one the user saw, 0 where there was no limit. */
export type StartLimitCommand = { readonly orgUnitId: number; readonly startsPerQuarter: number | null; readonly rowVersion: number };

/** Saves all limits of the form or none: if anybody changed one of the changed limits meanwhile, nothing is written. */
export function setStartLimits({ db, clock, user }: ServiceContext, limits: readonly StartLimitCommand[]): Result<{ changedCount: number }> {
  return write(db, (tx) => {
    if (!can(user, "planner:run")) return forbidden();
    const units = new Set(listOrgUnitNames(tx).map((unit) => unit.id));
    if (limits.some((limit) => !units.has(limit.orgUnitId))) return invalid("", "unitUnknown");
    const stored = new Map(listStartLimits(tx).map((limit) => [limit.orgUnitId, limit]));
    const changed = limits
      .map((limit) => ({ ...limit, before: stored.get(limit.orgUnitId) ?? null }))
      .filter(({ before, startsPerQuarter }) => (before?.startsPerQuarter ?? null) !== startsPerQuarter);
    if (changed.some(({ before, rowVersion }) => (before?.rowVersion ?? 0) !== rowVersion)) return conflict([...stored.values()]);
    const at = clock.now();
    for (const { orgUnitId, startsPerQuarter, before, rowVersion } of changed) {
      storeStartLimit(tx, { orgUnitId, rowVersion }, startsPerQuarter);
      const action = before === null ? "create" : startsPerQuarter === null ? "delete" : "update";
      recordAudit(tx, {
        at,
        userId: user.id,
        action,
        entity: "startLimit",
        entityId: orgUnitId,
        before: before && { startsPerQuarter: before.startsPerQuarter },
        after: startsPerQuarter === null ? null : { startsPerQuarter },
      });
    }
    return ok({ changedCount: changed.length });
  });
}
