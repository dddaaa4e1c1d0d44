import type { TeamStaffing } from "#app/domain/resources/posts.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write, type DbOrTx } from "#db/client.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import { deleteStaffing, findStaffing, insertStaffing, isStaffingQuarterTaken, updateStaffing, type StaffingFields } from "#db/queries/staff-plan.server.ts";
import { findTeam } from "#db/queries/teams.server.ts";

type Key = { readonly teamId: number; readonly staffingId: number; readonly rowVersion: number };

/** One entry of a team's staffing for its form; null for a new one. */
export function showTeamStaffing({ db, user }: ServiceContext, { teamId, staffingId }: { readonly teamId: number; readonly staffingId: number | null }) {
  if (!can(user, "resources:edit")) return forbidden();
  const team = findTeam(db, teamId);
  const staffing = staffingId === null ? null : ofTeam(db, teamId, staffingId);
  if (team === null || (staffingId !== null && staffing === null)) return missing();
  return ok({ team: { id: team.id, name: team.name }, staffing });
}

export function createTeamStaffing({ db, clock, user }: ServiceContext, fields: StaffingFields): Result<{ staffingId: number }> {
  return write(db, (tx) => {
    if (!can(user, "resources:edit")) return forbidden();
    if (findTeam(tx, fields.teamId) === null) return missing();
    if (isStaffingQuarterTaken(tx, fields, 0)) return invalid("fromQuarter", "quarterTaken");
    const staffingId = insertStaffing(tx, fields);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "create", entity: "teamStaffing", entityId: staffingId, before: null, after: fields });
    return ok({ staffingId });
  });
}

export function saveTeamStaffing({ db, clock, user }: ServiceContext, { staffingId, rowVersion, ...fields }: StaffingFields & Key): Result<{ staffingId: number }> {
  return write(db, (tx) => {
    if (!can(user, "resources:edit")) return forbidden();
    const stored = ofTeam(tx, fields.teamId, staffingId);
    if (stored === null) return missing();
    if (isStaffingQuarterTaken(tx, fields, staffingId)) return invalid("fromQuarter", "quarterTaken");
    if (!updateStaffing(tx, staffingId, rowVersion, fields)) return conflict(stored);
    const changed = changedFields(stored, fields);
    if (changed) recordAudit(tx, { at: clock.now(), userId: user.id, action: "update", entity: "teamStaffing", entityId: staffingId, ...changed });
    return ok({ staffingId });
  });
}

export function removeTeamStaffing({ db, clock, user }: ServiceContext, { teamId, staffingId, rowVersion }: Key): Result<null> {
  return write(db, (tx) => {
    if (!can(user, "resources:edit")) return forbidden();
    const stored = ofTeam(tx, teamId, staffingId);
    if (stored === null) return missing();
    if (!deleteStaffing(tx, staffingId, rowVersion)) return conflict(stored);
    const { id: _id, rowVersion: _rowVersion, ...before } = stored;
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "delete", entity: "teamStaffing", entityId: staffingId, before, after: null });
    return ok(null);
  });
}

/** Null where the entry is another team's. */
function ofTeam(db: DbOrTx, teamId: number, staffingId: number): TeamStaffing | null {
  const staffing = findStaffing(db, staffingId);
  return staffing?.teamId === teamId ? staffing : null;
}
