import type { Role } from "#app/domain/permissions/permissions.ts";
import { write, type Db } from "#db/client.server.ts";
import { insertAmendmentMotions } from "./insert-amendment-motions.server.ts";
import { insertBallots } from "./insert-ballots.server.ts";
import { insertBudgetLines } from "./insert-budget-lines.server.ts";
import { insertComparisonOfForms } from "./insert-comparison.server.ts";
import { insertEarlierRound } from "./insert-earlier-round.server.ts";
import { insertFoundation } from "./insert-foundation.server.ts";
import { insertMeasures } from "./insert-measures.server.ts";
import { insertPlanningTerms } from "./insert-planning-terms.server.ts";
import { insertRatings } from "./insert-ratings.server.ts";
import { insertStaffPlan } from "./insert-staff-plan.server.ts";
import { insertScenarios } from "./insert-scenarios.server.ts";
import { insertVersions } from "./insert-versions.server.ts";
import { insertWeights } from "./insert-weights.server.ts";
import { insertWeightProposals } from "./insert-weight-proposals.server.ts";
import { demonstrationPassword, users } from "./musterstadt/users.ts";
import { seedContext } from "./seed-context.server.ts";

export type DemonstrationAccount = { readonly role: Role; readonly name: string; readonly email: string; readonly password: string };

/**
 * Fills an empty, migrated database with Musterstadt, in one transaction.
 * @param passwordHash the hash of `demonstrationPassword`, the same for all accounts
 */
export function insertDemonstration(db: Db, { now, passwordHash }: { readonly now: string; readonly passwordHash: string }): { readonly accounts: readonly DemonstrationAccount[] } {
  write(db, (tx) => {
    const context = seedContext(tx, now);
    insertFoundation(context, passwordHash);
    insertMeasures(context);
    insertPlanningTerms(context);
    insertBudgetLines(context);
    insertStaffPlan(context);
    insertEarlierRound(context);
    insertRatings(context);
    insertWeightProposals(context);
    insertVersions(context);
    insertAmendmentMotions(context);
    insertBallots(context);
    insertComparisonOfForms(context);
    insertWeights(context);
    insertScenarios(context);
    context.flushAudit();
  });
  return { accounts: users.map(({ role, name, email }) => ({ role, name, email, password: demonstrationPassword })) };
}

/** As above, with the hash made by `hashPassword`, whether it answers at once or later. */
export async function loadDemonstration(
  db: Db,
  { now, hashPassword }: { readonly now: string; readonly hashPassword: (password: string) => string | Promise<string> },
): Promise<{ readonly accounts: readonly DemonstrationAccount[] }> {
  return insertDemonstration(db, { now, passwordHash: await hashPassword(demonstrationPassword) });
}
