import { budgetKinds, type BudgetKind } from "#app/domain/measures/vocabulary.ts";
import type { Cents } from "#app/domain/money/cents.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { budgetPeriodOf, yearRole } from "#app/domain/resources/budget-periods.ts";
import { horizonOf, yearsOf } from "#app/domain/resources/horizon.ts";
import { conflict, forbidden, invalid, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { deleteBudgetFrame, findBudgetFrame, insertBudgetFrame, listBudgetFrames, updateBudgetFrame } from "#db/queries/budget-frames.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";

/** Null amount: no frame. `rowVersion` is the one the user saw, 0 where there was no frame. */
export type FrameCommand = { readonly fiscalYear: number; readonly budgetKind: BudgetKind; readonly amountCents: Cents | null; readonly rowVersion: number };

/** One place for every year and kind of the horizon. */
export function showBudgetFrames({ db, user }: ServiceContext) {
  if (!can(user, "resources:edit")) return forbidden();
  const stored = listBudgetFrames(db);
  const municipality = loadMunicipality(db);
  const period = budgetPeriodOf(municipality);
  const frames = yearsOf(horizonOf(municipality)).flatMap((fiscalYear) =>
    budgetKinds.map((budgetKind) => {
      const frame = stored.find((each) => each.fiscalYear === fiscalYear && each.budgetKind === budgetKind);
      return { fiscalYear, role: yearRole(period, fiscalYear), budgetKind, amountCents: frame?.amountCents ?? null, rowVersion: frame?.rowVersion ?? 0, updatedAt: frame?.updatedAt ?? null };
    }),
  );
  return ok({ frames });
}

/** Saves all frames of the form or none: if anybody changed one of the changed frames meanwhile, nothing is written. */
export function setBudgetFrames({ db, clock, user }: ServiceContext, frames: readonly FrameCommand[]): Result<{ changedCount: number }> {
  return write(db, (tx) => {
    if (!can(user, "resources:edit")) return forbidden();
    const years = yearsOf(horizonOf(loadMunicipality(tx)));
    if (frames.some((frame) => !years.includes(frame.fiscalYear))) return invalid("", "yearOutsideHorizon");
    const steps = frames.map((frame) => ({ frame, stored: findBudgetFrame(tx, frame.fiscalYear, frame.budgetKind) }));
    const changed = steps.filter(({ frame, stored }) => (stored?.amountCents ?? null) !== frame.amountCents);
    if (changed.some(({ frame, stored }) => (stored?.rowVersion ?? 0) !== frame.rowVersion)) return conflict(listBudgetFrames(tx));

    const at = clock.now();
    for (const { frame, stored } of changed) {
      const { fiscalYear, budgetKind, amountCents } = frame;
      const audit = { at, userId: user.id, entity: "budget_frame" };
      const before = stored && { fiscalYear, budgetKind, amountCents: stored.amountCents };
      const after = { fiscalYear, budgetKind, amountCents };
      if (stored === null) {
        if (amountCents === null) continue;
        const entityId = insertBudgetFrame(tx, { fiscalYear, budgetKind, amountCents }, at);
        recordAudit(tx, { ...audit, action: "create", entityId, before: null, after });
      } else if (amountCents === null) {
        deleteBudgetFrame(tx, stored.id);
        recordAudit(tx, { ...audit, action: "delete", entityId: stored.id, before, after: null });
      } else {
        updateBudgetFrame(tx, stored, amountCents, at);
        recordAudit(tx, { ...audit, action: "update", entityId: stored.id, before: { amountCents: stored.amountCents }, after: { amountCents } });
      }
    }
    return ok({ changedCount: changed.length });
  });
}
