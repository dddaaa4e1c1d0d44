import { createHash } from "node:crypto";
import { freezeSnapshot } from "#app/domain/committee/snapshot.ts";
import { PROGRAM_VERSION } from "#app/domain/committee/program-version.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { insertVersion, latestVersion } from "#db/queries/committee.server.ts";
import { findAdoptedPlan } from "#db/queries/plan-adoptions.server.ts";
import { loadPortfolio, loadStaffPlanSources } from "#db/queries/portfolio.server.ts";

export type FreezeVersionCommand = { readonly title: string; readonly note: string };

/** Lower-case hex SHA-256 of the text as UTF-8. */
export const sha256Of = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** Writes down the whole plan as it stands, with its ranking and sums, for good. The version is a draft until it is submitted. */
export function freezeVersion({ db, clock, user }: ServiceContext, { title, note }: FreezeVersionCommand): Result<{ id: number; number: number }> {
  return write(db, (tx) => {
    if (!can(user, "version:freeze")) return forbidden();
    const portfolio = loadPortfolio(tx);
    const previous = latestVersion(tx);
    const number = (previous?.number ?? 0) + 1;
    const frozenAt = clock.now();
    const meta = { number, title, note, municipality: portfolio.municipality.name, frozenAt, frozenBy: user.name, today: clock.today(), programVersion: PROGRAM_VERSION };
    const content = freezeSnapshot({ meta, portfolio, staffPlan: loadStaffPlanSources(tx), adoptedPlan: findAdoptedPlan(tx) });
    const sha256 = sha256Of(content);
    const id = insertVersion(tx, { number, title, note, frozenAt, frozenBy: user.id, previousSnapshotId: previous?.id ?? null, content, sha256 });
    recordAudit(tx, { at: frozenAt, userId: user.id, action: "freeze", entity: "snapshot", entityId: id, before: null, after: { number, title, note, sha256 } });
    return ok({ id, number });
  });
}
