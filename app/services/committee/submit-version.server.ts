import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { findVersion, insertSubmission } from "#db/queries/committee.server.ts";
import { openVersion } from "./open-version.server.ts";

export type SubmitVersionCommand = { readonly versionId: number; readonly committee: string; readonly meetingDate: PlainDate | null };

/** Hands a version to a committee, once and for good. A version whose checksum does not fit is not handed to anybody. */
export function submitVersion(service: ServiceContext, { versionId, committee, meetingDate }: SubmitVersionCommand): Result<{ number: number }> {
  const { db, clock, user } = service;
  return write(db, (tx) => {
    if (!can(user, "version:submit")) return forbidden();
    const version = findVersion(tx, versionId);
    if (version === null) return missing();
    if (version.submission !== null) return invalid("", "alreadySubmitted", { committee: version.submission.committee });
    if (openVersion(tx, version).integrity !== "intact") return invalid("", "damaged");
    const submittedAt = clock.now();
    const id = insertSubmission(tx, { snapshotId: versionId, committee, meetingDate, submittedAt, submittedBy: user.id });
    const after = { snapshotId: versionId, number: version.number, committee, meetingDate };
    recordAudit(tx, { at: submittedAt, userId: user.id, action: "submit", entity: "submission", entityId: id, before: null, after });
    return ok({ number: version.number });
  });
}
