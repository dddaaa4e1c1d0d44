import { canSeeVersion } from "#app/domain/committee/visible-versions.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { countComments, listVersions as findVersions, type VersionRow } from "#db/queries/committee.server.ts";

export type ListedVersion = VersionRow & { readonly commentCount: number; readonly unansweredCount: number };

/** Newest first; for committee members only what was submitted. */
export function listVersions({ db, user }: ServiceContext): Result<{ versions: ListedVersion[]; mayFreeze: boolean; mayAnswer: boolean; mayExport: boolean; mayReadMotions: boolean }> {
  if (!can(user, "version:read")) return forbidden();
  const counts = countComments(db);
  return ok({
    versions: findVersions(db)
      .filter((version) => canSeeVersion(user, version))
      .map((version) => ({ ...version, commentCount: counts.get(version.id)?.total ?? 0, unansweredCount: counts.get(version.id)?.unanswered ?? 0 })),
    mayFreeze: can(user, "version:freeze"),
    mayAnswer: can(user, "comment:answer"),
    mayReadMotions: can(user, "amendment:read"),
    mayExport: can(user, "report:export"),
  });
}
