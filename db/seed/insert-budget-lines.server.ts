import { insertBudgetLine, storeLineMeasures } from "#db/queries/budget-lines.server.ts";
import { budgetLines } from "./musterstadt/budget-lines.ts";
import type { SeedContext } from "./seed-context.server.ts";

/** The lines of the draft budget, as somebody entered them some weeks ago. */
export function insertBudgetLines({ tx, audit, daysAgo, users, measures }: SeedContext): void {
  const [userId, at] = [users.get("lindner"), daysAgo(40)];
  for (const line of budgetLines) {
    const [budgetProduct = "", budgetAccount = ""] = line.code.split("/");
    const fields = {
      fiscalYear: line.fiscalYear,
      budgetProduct,
      budgetAccount,
      label: line.label,
      budgetKind: line.kind,
      direction: line.direction ?? ("expense" as const),
      appropriationCents: line.appropriation,
      committedCents: line.committed ?? null,
      spentCents: line.spent ?? null,
      commitmentAppropriationCents: line.commitmentAppropriation ?? null,
      locked: line.lock !== undefined,
      lockNote: line.lock ?? "",
      coverage: line.coverage ?? "",
      budgetReference: line.reference,
      limitsPlan: line.limits ?? false,
    };
    const entityId = insertBudgetLine(tx, fields);
    audit({ at, userId, action: "create", entity: "budget_line", entityId, before: null, after: fields });
    const measureIds = (line.measures ?? []).map((key) => measures.get(key));
    if (measureIds.length === 0) continue;
    storeLineMeasures(tx, entityId, [], measureIds);
    audit({ at, userId, action: "mapLines", entity: "budget_line", entityId, before: { measureIds: [] }, after: { measureIds } });
  }
}
