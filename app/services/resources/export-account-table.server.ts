import { can } from "#app/domain/permissions/permissions.ts";
import { budgetByAccount } from "#app/domain/resources/budget-by-account.ts";
import { horizonOf } from "#app/domain/resources/horizon.ts";
import type { PlanScope } from "#app/domain/resources/plan-scope.ts";
import { forbidden, ok } from "#app/domain/result.ts";
import { buildAccountTable } from "#app/reports/build/account-table.ts";
import { renderCsv } from "#app/reports/render/csv.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listAdoptedWindows } from "#db/queries/adopted-windows.server.ts";
import { loadCostedMeasures } from "#db/queries/partial-measures.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";

/** The table per Produkt and Konto as a CSV file. */
export function exportAccountTable({ db, clock, user }: ServiceContext, scope: PlanScope) {
  if (!can(user, "plan:read") || !can(user, "report:export")) return forbidden();
  const table = budgetByAccount({ measures: loadCostedMeasures(db), horizon: horizonOf(loadMunicipality(db)), scope, adoptedWindows: listAdoptedWindows(db) });
  return ok({ fileName: `haushalt-produkt-konto-${clock.today()}.csv`, content: renderCsv(buildAccountTable(table, loadMunicipality(db).budgetSystem)) });
}
