import { can } from "#app/domain/permissions/permissions.ts";
import type { BudgetKind } from "#app/domain/measures/vocabulary.ts";
import type { BudgetAmount } from "#app/domain/resources/budget-amount.ts";
import { budgetHeat } from "#app/domain/resources/budget-heat.ts";
import { budgetByAccount } from "#app/domain/resources/budget-by-account.ts";
import { budgetPeriodOf } from "#app/domain/resources/budget-periods.ts";
import { budgetByYear } from "#app/domain/resources/budget-by-year.ts";
import { horizonOf } from "#app/domain/resources/horizon.ts";
import type { PlanScope } from "#app/domain/resources/plan-scope.ts";
import { forbidden, ok } from "#app/domain/result.ts";
import { beside } from "#app/services/beside.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listAdoptedWindows } from "#db/queries/adopted-windows.server.ts";
import { listBudgetFrames } from "#db/queries/budget-frames.server.ts";
import { loadCostedMeasures } from "#db/queries/partial-measures.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";
import { plannedLines } from "./budget-line-rows.server.ts";
import { hasManyLines } from "./many-lines.server.ts";

/** Whose measures to list: a cell of a table, or what falls outside of its years. */
export type BudgetSelection = CellSelection | "outside";
/** A year (none: all of them) and a kind, or a row of the account table. */
export type CellSelection = {
  readonly fiscalYear: number | null;
  readonly budgetKind: BudgetKind;
  readonly codes: { readonly budgetProduct: string; readonly budgetAccount: string } | null;
};

/** The planned budget per year against its frames and per Produkt and Konto, and what stands behind one number where asked. */
export function showBudget({ db, user }: ServiceContext, { scope, selection }: { readonly scope: PlanScope; readonly selection: BudgetSelection | null }) {
  if (!can(user, "plan:read")) return forbidden();
  const municipality = loadMunicipality(db);
  const horizon = horizonOf(municipality);
  const adoptedWindows = listAdoptedWindows(db);
  const measures = loadCostedMeasures(db);
  const byYear = budgetByYear({ measures, budgetFrames: listBudgetFrames(db), horizon, scope, adoptedWindows });
  const byAccount = budgetByAccount({ measures, horizon, scope, adoptedWindows });
  const titleOf = new Map(measures.map((measure) => [measure.id, measure.title]));
  const titled = <S extends { readonly measureId: number }>(share: S) => ({ ...share, title: titleOf.get(share.measureId) ?? "" });
  const amount = selection === null ? null : selectAmount(selection, byYear, byAccount);
  return ok({
    years: byYear.years,
    period: budgetPeriodOf(municipality),
    budgetSystem: municipality.budgetSystem,
    heat: budgetHeat({ byYear, usages: plannedLines(db, scope).usages }),
    lapsed: byYear.lapsed.map(titled),
    cells: byYear.cells.map(withoutMeasures),
    totals: byYear.totals.map(withoutMeasures),
    outside: withoutMeasures(byYear.outside),
    rows: byAccount.rows.map((row) => ({ ...row, years: row.years.map(withoutMeasures), total: withoutMeasures(row.total) })),
    undated: byYear.undated.map(titled),
    selected: selection === null || amount === null ? null : { of: selection, ...amount, measures: amount.measures.map(titled) },
    canEdit: can(user, "resources:edit"),
    canExport: can(user, "report:export"),
  });
}

/** The same for a long budget, without holding up other requests. */
export const showBudgetBeside = beside({ lane: "planning", name: "showBudget", isLarge: hasManyLines }, showBudget);

/** Measures behind a number travel only for the one that is asked about. */
function withoutMeasures<A extends BudgetAmount>({ measures, ...amount }: A) {
  return { ...amount, measureCount: measures.length };
}

function selectAmount(selection: BudgetSelection, byYear: ReturnType<typeof budgetByYear>, byAccount: ReturnType<typeof budgetByAccount>): BudgetAmount | null {
  if (selection === "outside") return byYear.outside;
  const { fiscalYear, budgetKind, codes } = selection;
  if (codes === null) {
    const cells = fiscalYear === null ? byYear.totals : byYear.cells.filter((cell) => cell.fiscalYear === fiscalYear);
    return cells.find((cell) => cell.budgetKind === budgetKind) ?? null;
  }
  const row = byAccount.rows.find(
    (each) => each.budgetKind === budgetKind && each.budgetProduct === codes.budgetProduct && each.budgetAccount === codes.budgetAccount,
  );
  return (fiscalYear === null ? row?.total : row?.years.find((cell) => cell.fiscalYear === fiscalYear)) ?? null;
}
