import { can } from "#app/domain/permissions/permissions.ts";
import { worksFrom, type Post } from "#app/domain/resources/posts.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write, type DbOrTx } from "#db/client.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import { listOrgUnitNames } from "#db/queries/org-units.server.ts";
import { deletePost, findPost, insertPost, updatePost, type PostFields } from "#db/queries/staff-plan.server.ts";
import { findTeam } from "#db/queries/teams.server.ts";

type Key = { readonly postId: number; readonly rowVersion: number };

export function createPost({ db, clock, user }: ServiceContext, fields: PostFields): Result<{ postId: number }> {
  return write(db, (tx) => {
    if (!can(user, "resources:edit")) return forbidden();
    const refusal = refuseFields(tx, fields, null);
    if (refusal) return refusal;
    const postId = insertPost(tx, fields);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "create", entity: "post", entityId: postId, before: null, after: fields });
    return ok({ postId });
  });
}

/** `leftCapacity`: filled now, the post no longer counts on its own; the team's staffing has to take it up. */
export function savePost({ db, clock, user }: ServiceContext, { postId, rowVersion, ...fields }: PostFields & Key): Result<{ leftCapacity: boolean }> {
  return write(db, (tx) => {
    if (!can(user, "resources:edit")) return forbidden();
    const stored = findPost(tx, postId);
    if (stored === null) return missing();
    const refusal = refuseFields(tx, fields, stored);
    if (refusal) return refusal;
    if (!updatePost(tx, postId, rowVersion, fields)) return conflict(stored);
    const changed = changedFields(stored, fields);
    if (changed) recordAudit(tx, { at: clock.now(), userId: user.id, action: "update", entity: "post", entityId: postId, ...changed });
    return ok({ leftCapacity: fields.state === "filled" && worksFrom(stored) !== null });
  });
}

export function removePost({ db, clock, user }: ServiceContext, { postId, rowVersion }: Key): Result<{ title: string }> {
  return write(db, (tx) => {
    if (!can(user, "resources:edit")) return forbidden();
    const stored = findPost(tx, postId);
    if (stored === null) return missing();
    if (!deletePost(tx, postId, rowVersion)) return conflict(stored);
    const { id: _id, rowVersion: _rowVersion, ...before } = stored;
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "delete", entity: "post", entityId: postId, before, after: null });
    return ok({ title: stored.title });
  });
}

/** What is archived by now may stay where it is, but is not chosen anew. */
function refuseFields(tx: DbOrTx, { orgUnitId, teamId }: PostFields, stored: Post | null) {
  const unit = listOrgUnitNames(tx).find((each) => each.id === orgUnitId);
  if (unit === undefined || (unit.isArchived && stored?.orgUnitId !== orgUnitId)) return invalid("orgUnitId", "unitMissing");
  const team = teamId === null ? null : findTeam(tx, teamId);
  if (teamId !== null && (team === null || (team.archivedAt !== null && stored?.teamId !== teamId))) return invalid("teamId", "teamMissing");
  return null;
}
