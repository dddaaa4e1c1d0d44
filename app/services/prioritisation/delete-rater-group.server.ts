import { can } from "#app/domain/permissions/permissions.ts";
import { conflict, forbidden, invalid, missing, ok, type FieldProblem, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write, type DbOrTx } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { countUsesOfRaterGroup, deleteRaterGroup as deleteRow, findRaterGroup } from "#db/queries/rater-groups.server.ts";

type Obstacle = FieldProblem & { readonly code: "groupHasRatings" | "groupHasAccounts"; readonly values: { readonly count: number } };

/** A group is part of every rating given in its name, and of the accounts that rate for it. Null when neither exists. */
function obstacleToDeleting(db: DbOrTx, raterGroupId: number): Obstacle | null {
  const { ratingCount, accountCount } = countUsesOfRaterGroup(db, raterGroupId);
  if (ratingCount > 0) return { code: "groupHasRatings", values: { count: ratingCount } };
  if (accountCount > 0) return { code: "groupHasAccounts", values: { count: accountCount } };
  return null;
}

/** What there is to know before deleting: the group, and what stands in the way. */
export function showRaterGroupDeletion({ db, user }: ServiceContext, raterGroupId: number) {
  if (!can(user, "criteria:edit")) return forbidden();
  const raterGroup = findRaterGroup(db, raterGroupId);
  return raterGroup === null ? missing() : ok({ raterGroup, obstacle: obstacleToDeleting(db, raterGroupId) });
}

export function deleteRaterGroup({ db, clock, user }: ServiceContext, { raterGroupId, rowVersion }: { readonly raterGroupId: number; readonly rowVersion: number }): Result<{ name: string }> {
  return write(db, (tx) => {
    if (!can(user, "criteria:edit")) return forbidden();
    const before = findRaterGroup(tx, raterGroupId);
    if (before === null) return missing();
    const obstacle = obstacleToDeleting(tx, raterGroupId);
    if (obstacle) return invalid("", obstacle.code, obstacle.values);
    if (!deleteRow(tx, raterGroupId, rowVersion)) return conflict(before);
    const { name, kind, weight, position, isSurvey } = before;
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "delete", entity: "rater_group", entityId: raterGroupId, before: { name, kind, weight, position, isSurvey }, after: null });
    return ok({ name });
  });
}
