import type { Quarter } from "#app/domain/calendar/quarter.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write, type DbOrTx } from "#db/client.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import { listOrgUnitNames } from "#db/queries/org-units.server.ts";
import { findTeam, insertTeam, isTeamNameTaken, listCapacitiesOf, storeCapacities, updateTeam, type StoredTeam, type TeamFields } from "#db/queries/teams.server.ts";

/** Null days: the capacity is unknown. Quarters that are not named keep theirs. */
export type TeamCommand = TeamFields & { readonly capacities: ReadonlyArray<{ readonly quarter: Quarter; readonly personDays: number | null }> };

export function createTeam({ db, clock, user }: ServiceContext, { capacities, ...fields }: TeamCommand): Result<{ teamId: number }> {
  return write(db, (tx) => {
    if (!can(user, "resources:edit")) return forbidden();
    const refusal = refuseFields(tx, fields, null);
    if (refusal) return refusal;
    const teamId = insertTeam(tx, fields);
    storeCapacities(tx, teamId, capacities);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "create", entity: "team", entityId: teamId, before: null, after: auditFields(tx, teamId, fields) });
    return ok({ teamId });
  });
}

export function saveTeam({ db, clock, user }: ServiceContext, { teamId, rowVersion, capacities, ...fields }: TeamCommand & { readonly teamId: number; readonly rowVersion: number }): Result<{ teamId: number }> {
  return write(db, (tx) => {
    if (!can(user, "resources:edit")) return forbidden();
    const stored = findTeam(tx, teamId);
    if (stored === null) return missing();
    const refusal = refuseFields(tx, fields, stored);
    if (refusal) return refusal;
    const before = auditFields(tx, teamId, stored);
    if (!updateTeam(tx, teamId, rowVersion, fields)) return conflict({ ...stored, capacities: listCapacitiesOf(tx, teamId) });
    storeCapacities(tx, teamId, capacities);
    const changed = changedFields(before, auditFields(tx, teamId, fields));
    if (changed) recordAudit(tx, { at: clock.now(), userId: user.id, action: "update", entity: "team", entityId: teamId, ...changed });
    return ok({ teamId });
  });
}

function refuseFields(tx: DbOrTx, { name, orgUnitId }: TeamFields, stored: StoredTeam | null) {
  if (isTeamNameTaken(tx, name, stored?.id ?? null)) return invalid("name", "nameTaken");
  const unit = listOrgUnitNames(tx).find((each) => each.id === orgUnitId);
  if (unit === undefined || (unit.isArchived && stored?.orgUnitId !== orgUnitId)) return invalid("orgUnitId", "unitMissing");
  return null;
}

const auditFields = (tx: DbOrTx, teamId: number, { name, orgUnitId, position }: TeamFields) => ({
  name,
  orgUnitId,
  position,
  capacities: Object.fromEntries(listCapacitiesOf(tx, teamId).map(({ quarter, personDays }) => [quarter, personDays])),
});
