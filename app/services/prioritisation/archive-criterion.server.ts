import { can } from "#app/domain/permissions/permissions.ts";
import { unconfirmed, type Invalidation } from "#app/domain/prioritisation/invalidated-ratings.ts";
import { conflict, forbidden, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { findCriterion, setCriterionArchived } from "#db/queries/criteria.server.ts";
import { touchedAnswers } from "./touched-answers.server.ts";

/**
 * An archived criterion counts no more but keeps its ratings, so that bringing it back loses nothing. Where the open round
 * has answers to it, that is said first, until `confirmed` names them.
 */
export function archiveCriterion({ db, clock, user }: ServiceContext, { criterionId, rowVersion, archive, confirmed = [] }: { readonly criterionId: number; readonly rowVersion: number; readonly archive: boolean; readonly confirmed?: readonly string[] }): Result<{ name: string; invalidated: readonly Invalidation[] }> {
  return write(db, (tx) => {
    if (!can(user, "criteria:edit")) return forbidden();
    const before = findCriterion(tx, criterionId);
    if (before === null) return missing();
    if ((before.archivedAt !== null) === archive) return ok({ name: before.name, invalidated: [] });
    const open = archive ? unconfirmed(touchedAnswers(tx, criterionId, "criterionLeaves"), confirmed) : [];
    if (open.length > 0) return ok({ name: before.name, invalidated: open });
    const archivedAt = archive ? clock.now() : null;
    if (!setCriterionArchived(tx, criterionId, rowVersion, archivedAt)) return conflict(before);
    recordAudit(tx, {
      at: clock.now(),
      userId: user.id,
      action: archive ? "archive" : "restore",
      entity: "criterion",
      entityId: criterionId,
      before: { archivedAt: before.archivedAt },
      after: { archivedAt },
    });
    return ok({ name: before.name, invalidated: [] });
  });
}
