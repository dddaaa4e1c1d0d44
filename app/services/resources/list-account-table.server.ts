import { can } from "#app/domain/permissions/permissions.ts";
import { budgetByAccount } from "#app/domain/resources/budget-by-account.ts";
import { horizonOf } from "#app/domain/resources/horizon.ts";
import type { PlanScope } from "#app/domain/resources/plan-scope.ts";
import { forbidden, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { loadMeasures, loadMunicipality } from "#db/queries/portfolio.server.ts";

/** The table per Produkt and Konto for export. */
export function listAccountTable({ db, user }: ServiceContext, scope: PlanScope) {
  if (!can(user, "plan:read") || !can(user, "report:export")) return forbidden();
  return ok(budgetByAccount({ measures: loadMeasures(db), horizon: horizonOf(loadMunicipality(db)), scope }));
}
