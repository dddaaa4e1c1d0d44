import { deltaOf } from "#app/domain/committee/amendment.ts";
import type { AmendmentMotion } from "#app/domain/committee/amendment.ts";
import { sumKnown } from "#app/domain/money/cents.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, ok } from "#app/domain/result.ts";
import type { CurrentUser, ServiceContext } from "#app/services/service-context.server.ts";
import { listMotions } from "#db/queries/amendment-motions.server.ts";

/** The committee sees what was moved; drafts are seen by those who read the living plan. */
export const maySeeMotion = (user: CurrentUser, { state }: Pick<AmendmentMotion, "state">): boolean => can(user, "amendment:read") && (state !== "draft" || can(user, "plan:read"));

export function listAmendmentMotions({ db, user }: ServiceContext) {
  if (!can(user, "amendment:read")) return forbidden();
  return ok({
    motions: listMotions(db)
      .filter((motion) => maySeeMotion(user, motion))
      .map(({ id, number, title, applicant, movedOn, state, lines }) => ({
        ...{ id, number, title, applicant, movedOn, state },
        lineCount: lines.length,
        years: [...new Set(lines.map((line) => line.fiscalYear))].sort((a, b) => a - b),
        delta: sumKnown(lines.map(deltaOf)),
      })),
    mayEdit: can(user, "amendment:edit"),
  });
}
