import { can } from "#app/domain/permissions/permissions.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { countOpenDemandsOn, findTeam, updateTeam } from "#db/queries/teams.server.ts";

/** A team that open measures still count on cannot be archived: their demand would have nobody to meet it. */
export function archiveTeam({ db, clock, user }: ServiceContext, { teamId, rowVersion, archive }: { readonly teamId: number; readonly rowVersion: number; readonly archive: boolean }): Result<{ name: string }> {
  return write(db, (tx) => {
    if (!can(user, "resources:edit")) return forbidden();
    const before = findTeam(tx, teamId);
    if (before === null) return missing();
    if ((before.archivedAt !== null) === archive) return ok({ name: before.name });
    const measureCount = archive ? countOpenDemandsOn(tx, teamId) : 0;
    if (measureCount > 0) return invalid("", "teamInUse", { measureCount });
    const archivedAt = archive ? clock.now() : null;
    if (!updateTeam(tx, teamId, rowVersion, { archivedAt })) return conflict(before);
    recordAudit(tx, {
      at: clock.now(),
      userId: user.id,
      action: archive ? "archive" : "restore",
      entity: "team",
      entityId: teamId,
      before: { archivedAt: before.archivedAt },
      after: { archivedAt },
    });
    return ok({ name: before.name });
  });
}
