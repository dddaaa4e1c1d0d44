import { comparisonBase } from "#app/domain/committee/comparison-base.ts";
import type { SnapshotContent } from "#app/domain/committee/snapshot.ts";
import { canSeeVersion } from "#app/domain/committee/visible-versions.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, missing, ok, type Result } from "#app/domain/result.ts";
import type { CurrentUser } from "#app/services/service-context.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { findVersion, listVersions } from "#db/queries/committee.server.ts";
import { openVersion, type OpenedVersion } from "./open-version.server.ts";

/** The version, if this person may know of it. A draft does not exist for a committee member: missing, not forbidden. */
export function visibleVersion(db: DbOrTx, user: CurrentUser, id: number): Result<OpenedVersion> {
  if (!can(user, "version:read")) return forbidden();
  const version = findVersion(db, id);
  if (version === null || !canSeeVersion(user, version)) return missing();
  return ok(openVersion(db, version));
}

/** The version compared with; null where there is none, or where it cannot be read. */
export function baseOf(db: DbOrTx, { version }: OpenedVersion): OpenedVersion | null {
  const states = listVersions(db).map((each) => ({ id: each.id, number: each.number, submittedAt: each.submission?.submittedAt ?? null, row: each }));
  const base = comparisonBase({ id: version.id, number: version.number, submittedAt: version.submission?.submittedAt ?? null }, states);
  return base === null ? null : openVersion(db, base.row);
}

/** Opened, and its content there to be shown. */
export type ReadableVersion = OpenedVersion & { readonly content: SnapshotContent };
export const isReadable = (opened: OpenedVersion): opened is ReadableVersion => opened.content !== null;
