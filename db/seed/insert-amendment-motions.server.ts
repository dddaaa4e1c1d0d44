import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { insertMotion } from "#db/queries/amendment-motions.server.ts";
import { amendmentMotions } from "./musterstadt/amendment-motions.ts";
import type { SeedContext } from "./seed-context.server.ts";

/** Motions to amend the budget: one that was moved, a draft, and one that was voted down. */
export function insertAmendmentMotions({ tx, daysAgo, audit }: SeedContext): void {
  const at = daysAgo(13);
  for (const { lines, movedOn, state, ...head } of amendmentMotions) {
    const content = {
      ...head,
      movedOn: movedOn === null ? null : plainDate(movedOn),
      lines: lines.map(({ fiscalYear, product, account, label, reference, appropriation, amended, lock = "", postHundredths = 0, note = "" }) => ({
        ...{ id: null, fiscalYear, budgetProduct: product, budgetAccount: account, label, budgetReference: reference },
        ...{ appropriationCents: appropriation, amendedCents: amended, locked: lock !== "", lockNote: lock, postDeltaHundredths: postHundredths, note },
      })),
    };
    const id = insertMotion(tx, content, at, state);
    audit({ at, userId: null, action: "seed", entity: "amendmentMotion", entityId: id, before: null, after: { number: head.number, title: head.title } });
  }
}
