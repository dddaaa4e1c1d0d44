import { yearOfQuarter } from "#app/domain/calendar/quarter.ts";
import type { CostItem, Measure } from "#app/domain/measures/measure.ts";
import type { BudgetKind, CashDirection } from "#app/domain/measures/vocabulary.ts";
import { ZERO_CENTS, addCents, type Cents } from "#app/domain/money/cents.ts";
import { costByQuarter } from "./cost-by-quarter.ts";
import { lastQuarterOf, type Horizon } from "./horizon.ts";
import { claimsMoney, type PlanScope } from "./plan-scope.ts";

/** What the budget needs to know of a measure. */
export type CostedMeasure = Pick<Measure, "id" | "status" | "startQuarter" | "endQuarter" | "permanentTask"> & {
  readonly costItems: ReadonlyArray<Omit<CostItem, "title" | "estimateNote" | "rowVersion">>;
};
type CostedItem = CostedMeasure["costItems"][number];

/** One cost item's part in one fiscal year. A null amount is unknown. */
export type YearCost = {
  readonly measureId: number;
  readonly costItemId: number;
  readonly rhythm: CostItem["rhythm"];
  readonly fiscalYear: number;
  readonly budgetKind: BudgetKind;
  readonly direction: CashDirection;
  readonly budgetProduct: string;
  readonly budgetAccount: string;
  readonly amountCents: Cents | null;
};

/** A cost item whose measure has no dates that say when the money flows. */
export type UndatedCost = Omit<YearCost, "fiscalYear">;

export type DatedCosts = {
  /** Within the horizon. */
  readonly inHorizon: readonly YearCost[];
  /** One-off amounts of the planned measures that fall before or after the horizon. */
  readonly outside: readonly YearCost[];
  readonly undated: readonly UndatedCost[];
};

type Question = { readonly measures: readonly CostedMeasure[]; readonly horizon: Horizon; readonly scope: PlanScope };

/** By list of measures: every page asks the same of the same list, which is never changed, and it is most of a page's work. */
const known = new WeakMap<readonly CostedMeasure[], Map<string, DatedCosts>>();

/** Every cost item of the scope by fiscal year, in the order of measures and items. Running items end with the horizon. */
export function datedCosts(question: Question): DatedCosts {
  const { measures, horizon, scope } = question;
  const answers = known.get(measures) ?? new Map<string, DatedCosts>();
  known.set(measures, answers);
  const key = `${horizon.firstYear}.${horizon.lastYear}.${scope}`;
  const answer = answers.get(key) ?? dateCosts(question);
  answers.set(key, answer);
  return answer;
}

function dateCosts({ measures, horizon, scope }: Question): DatedCosts {
  const inHorizon: YearCost[] = [];
  const outside: YearCost[] = [];
  const undated: UndatedCost[] = [];
  for (const measure of measures) {
    if (!claimsMoney(measure, scope)) continue;
    for (const item of measure.costItems) {
      const { budgetKind, direction, budgetProduct, budgetAccount, amountCents, rhythm } = item;
      const common = { measureId: measure.id, costItemId: item.id, rhythm, budgetKind, direction, budgetProduct, budgetAccount };
      const byYear = costByYear(measure, item, horizon);
      if (byYear === null) undated.push({ ...common, amountCents });
      else
        for (const [fiscalYear, amount] of byYear) {
          const cost = { ...common, fiscalYear, amountCents: amount };
          if (fiscalYear >= horizon.firstYear && fiscalYear <= horizon.lastYear) inHorizon.push(cost);
          else if (rhythm === "oneOff") outside.push(cost);
        }
    }
  }
  return { inHorizon, outside, undated };
}

/** Null: undated. */
function costByYear(measure: CostedMeasure, item: CostedItem, horizon: Horizon): Map<number, Cents | null> | null {
  const quarters = costByQuarter(measure, item, lastQuarterOf(horizon));
  if (quarters === null) return null;
  const byYear = new Map<number, Cents | null>();
  for (const { quarter, amountCents } of quarters) {
    const year = yearOfQuarter(quarter);
    byYear.set(year, amountCents === null ? null : addCents(byYear.get(year) ?? ZERO_CENTS, amountCents));
  }
  return byYear;
}
