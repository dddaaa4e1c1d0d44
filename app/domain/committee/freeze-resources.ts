import { z } from "zod";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { budgetKinds } from "#app/domain/measures/vocabulary.ts";
import type { Portfolio } from "#app/domain/portfolio/portfolio.ts";
import type { BudgetAmount } from "#app/domain/resources/budget-amount.ts";
import { budgetByAccount } from "#app/domain/resources/budget-by-account.ts";
import { budgetByYear } from "#app/domain/resources/budget-by-year.ts";
import { horizonOf } from "#app/domain/resources/horizon.ts";
import { staffByQuarter, type Addressee } from "#app/domain/resources/staff-by-quarter.ts";
import { freezeAdoptedPlan, frozenAdoptedPlanSchema, type AdoptedPlanSource } from "./freeze-adopted-plan.ts";
import { freezeStaffPlan, frozenStaffPlanSchema, type StaffPlanSources } from "./freeze-staff-plan.ts";
import { centsSchema, quarterSchema } from "./portfolio-schema.ts";

/** `earmarked` is missing where nothing is, and in versions frozen before there were grants. */
const amount = { expense: centsSchema, revenue: centsSchema, earmarked: centsSchema.optional(), net: centsSchema, unknownCount: z.number() };
const sum = z.object(amount);

/** The sums as they were shown when the version was frozen: they stay the same even if a later program computes otherwise. */
export const frozenResourcesSchema = z.object({
  years: z.array(z.number()),
  /** By year, investive before consumptive. */
  budget: z.array(z.object({ fiscalYear: z.number(), budgetKind: z.enum(budgetKinds), ...amount, frame: centsSchema.nullable() })),
  budgetTotals: z.array(z.object({ budgetKind: z.enum(budgetKinds), ...amount, frame: centsSchema.nullable() })),
  /** One-off amounts before or after the horizon. */
  outside: sum,
  /** Cost items whose measure has no dates; never in the sums above. */
  undatedCosts: z.array(z.object({ measureId: z.number(), costItemId: z.number(), amountCents: centsSchema.nullable() })),
  accounts: z.array(
    z.object({
      budgetProduct: z.string(),
      budgetAccount: z.string(),
      budgetKind: z.enum(budgetKinds),
      years: z.array(z.object({ fiscalYear: z.number(), ...amount })),
      total: sum,
    }),
  ),
  quarters: z.array(quarterSchema),
  staff: z.array(
    z.object({
      kind: z.enum(["team", "unit"]),
      id: z.number(),
      name: z.string(),
      cells: z.array(
        z.object({
          quarter: quarterSchema,
          /** Null: unknown, which is not zero. */
          capacity: z.number().nullable(),
          internal: z.number(),
          external: z.number(),
          unknownCount: z.number(),
        }),
      ),
    }),
  ),
  /** Missing in versions frozen before there was a staff plan. */
  staffPlan: frozenStaffPlanSchema.optional(),
  /** Missing where no computed plan is taken over, and in versions frozen before there were any. */
  adoptedPlan: frozenAdoptedPlanSchema.optional(),
  undatedStaff: z.array(z.object({ measureId: z.number(), demandId: z.number(), personDays: z.number().nullable() })),
});
export type FrozenResources = z.infer<typeof frozenResourcesSchema>;
export type FrozenAmount = z.infer<typeof sum>;

/** What the plan claims, ideas left out, as the resource pages show it. */
export function freezeResources(portfolio: Portfolio, staffPlan: { readonly sources: StaffPlanSources; readonly today: PlainDate } | null = null, adoptedPlan: AdoptedPlanSource | null = null): FrozenResources {
  const { measures, budgetFrames, teams, capacities, adoptedWindows } = portfolio;
  const horizon = horizonOf(portfolio.municipality);
  const budget = budgetByYear({ measures, budgetFrames, horizon, scope: "planned", adoptedWindows });
  const staff = staffByQuarter({ measures, teams, capacities, horizon, scope: "planned" });
  return {
    years: [...budget.years],
    budget: budget.cells.map((cell) => ({ fiscalYear: cell.fiscalYear, budgetKind: cell.budgetKind, ...plain(cell), frame: cell.frame })),
    budgetTotals: budget.totals.map((total) => ({ budgetKind: total.budgetKind, ...plain(total), frame: total.frame })),
    outside: plain(budget.outside),
    undatedCosts: budget.undated.map(({ measureId, costItemId, amountCents }) => ({ measureId, costItemId, amountCents })),
    accounts: budgetByAccount({ measures, horizon, scope: "planned", adoptedWindows }).rows.map((row) => ({
      budgetProduct: row.budgetProduct,
      budgetAccount: row.budgetAccount,
      budgetKind: row.budgetKind,
      years: row.years.map((year) => ({ fiscalYear: year.fiscalYear, ...plain(year) })),
      total: plain(row.total),
    })),
    quarters: [...staff.quarters],
    staff: staff.rows.map(({ addressee, cells }) => ({
      ...nameOf(portfolio, addressee),
      cells: cells.map(({ quarter, capacity, internal, external, unknownCount }) => ({ quarter, capacity, internal, external, unknownCount })),
    })),
    ...(staffPlan === null ? {} : { staffPlan: freezeStaffPlan(portfolio, staffPlan.sources, staffPlan.today) }),
    ...(adoptedPlan === null ? {} : { adoptedPlan: freezeAdoptedPlan(adoptedPlan) }),
    undatedStaff: staff.undated.map(({ measureId, demandId, personDays }) => ({ measureId, demandId, personDays })),
  };
}

const plain = ({ expense, revenue, earmarked, net, unknownCount }: BudgetAmount): FrozenAmount => ({ expense, revenue, ...(earmarked === 0 ? {} : { earmarked }), net, unknownCount });

function nameOf(portfolio: Portfolio, addressee: Addressee): { kind: "team" | "unit"; id: number; name: string } {
  if (addressee.kind === "team") {
    return { kind: "team", id: addressee.teamId, name: portfolio.teams.find((team) => team.id === addressee.teamId)?.name ?? "" };
  }
  return { kind: "unit", id: addressee.orgUnitId, name: portfolio.orgUnits.find((unit) => unit.id === addressee.orgUnitId)?.name ?? "" };
}
