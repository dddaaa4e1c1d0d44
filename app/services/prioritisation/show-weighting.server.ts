import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, missing, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { countRatingsOf, findCriterion, listCriteria } from "#db/queries/criteria.server.ts";
import { findRaterGroup, listRaterGroups } from "#db/queries/rater-groups.server.ts";

/** Criteria and rater groups with what each weighs; everybody who reads the plan may see by what it is ranked. */
export function showWeighting({ db, user }: ServiceContext) {
  if (!can(user, "plan:read")) return forbidden();
  return ok({
    criteria: listCriteria(db, "active"),
    archived: listCriteria(db, "archived").map(({ id, name, rowVersion }) => ({ id, name, rowVersion })),
    raterGroups: listRaterGroups(db),
    canEdit: can(user, "criteria:edit"),
  });
}

/** One criterion for its form. */
export function showCriterion({ db, user }: ServiceContext, criterionId: number) {
  if (!can(user, "criteria:edit")) return forbidden();
  const criterion = findCriterion(db, criterionId);
  return criterion === null ? missing() : ok({ criterion, ratingCount: countRatingsOf(db, criterionId) });
}

/** One rater group for its form. */
export function showRaterGroup({ db, user }: ServiceContext, raterGroupId: number) {
  if (!can(user, "criteria:edit")) return forbidden();
  const raterGroup = findRaterGroup(db, raterGroupId);
  return raterGroup === null ? missing() : ok({ raterGroup });
}
