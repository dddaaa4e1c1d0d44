import { quarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { PlannerInput } from "#app/domain/planning/planner-input.ts";
import type { FundingWindow } from "#app/domain/planning/planning-terms.ts";
import { defaultSettings, type PlanningSettings } from "#app/domain/planning/scenario.ts";
import { euros } from "#app/domain/money/cents.ts";
import { quarterRange } from "#app/domain/calendar/quarter.ts";
import type { PlanModel } from "#app/planner/model/build-problem.ts";
import { planOf } from "#app/planner/model/read-plan.ts";
import type { Choice } from "#app/planner/problem.ts";
import { aCostItem, aMeasure, aStaffDemand, someTeams } from "./portfolio.ts";

/** Four years from 2027 on, team 1 with 60 and team 2 with 40 person-days a quarter, 100.000 € a year and kind. */
export const aPlannerInput = (overrides: Partial<PlannerInput> = {}): PlannerInput => ({
  horizon: { firstYear: 2027, lastYear: 2030 },
  firstQuarter: quarter("2027-Q1"),
  measures: [],
  dependencies: [],
  teams: someTeams(),
  capacities: everyQuarter.flatMap((each) => [
    { teamId: 1, quarter: each, personDays: 60 },
    { teamId: 2, quarter: each, personDays: 40 },
  ]),
  staffing: [],
  posts: [],
  budgetFrames: [2027, 2028, 2029, 2030].flatMap((fiscalYear) => (["investive", "consumptive"] as const).map((budgetKind) => ({ fiscalYear, budgetKind, amountCents: euros(100_000) }))),
  budgetLines: [],
  terms: { measures: [], windows: [], pairs: [], startLimits: [] },
  switches: [],
  priorities: [],
  ...overrides,
});

const everyQuarter: readonly Quarter[] = quarterRange(quarter("2027-Q1"), quarter("2030-Q4"));

export const someSettings = (overrides: Partial<PlanningSettings> = {}): PlanningSettings => ({ ...defaultSettings, ...overrides });

export const aFundingWindow = (overrides: Partial<FundingWindow> = {}): FundingWindow => ({
  id: 1,
  measureId: 1,
  programme: "Smart Cities",
  opensQuarter: quarter("2028-Q1"),
  closesQuarter: quarter("2028-Q4"),
  ratePercent: 65,
  maxGrantCents: null,
  required: false,
  note: "",
  rowVersion: 1,
  ...overrides,
});

/** Proposed, three quarters long, 20 person-days a quarter of team 1 and 30.000 €, then 4.000 € a year. */
export const aCandidate = (id: number, overrides: Parameters<typeof aMeasure>[0] = {}) =>
  aMeasure({
    id,
    title: `Vorhaben ${id}`,
    status: "proposed",
    startQuarter: quarter("2027-Q1"),
    endQuarter: quarter("2027-Q3"),
    costItems: [aCostItem({ id: 2 * id, amountCents: euros(30_000) }), aCostItem({ id: 2 * id + 1, rhythm: "running", amountCents: euros(4_000) })],
    staffDemands: [aStaffDemand({ id, teamId: 1, personDays: 20 })],
    ...overrides,
  });

/** The first option of every activity that still fits, in the order of the list: a plan, not a good one. */
export function firstFit({ problem }: PlanModel): Choice {
  const left = problem.rows.map((row) => row.capacity);
  const choice: Array<number | null> = problem.activities.map(() => null);
  const endOf = (activity: number) => problem.activities[activity]?.options[choice[activity] ?? -1]?.end ?? Infinity;
  for (let pass = 0; pass < problem.activities.length; pass += 1) {
    problem.activities.forEach(({ options }, activity) => {
      if (choice[activity] !== null || problem.exclusions.some(([a, b]) => (a === activity && choice[b] !== null) || (b === activity && choice[a] !== null))) return;
      const at = options.findIndex(
        (option) => option.usage.every(({ row, amount }) => amount <= (left[row] ?? 0)) && problem.precedences.every(({ predecessor, successor, lag }) => successor !== activity || endOf(predecessor) + lag <= option.start),
      );
      const option = options[at];
      if (option === undefined) return;
      choice[activity] = at;
      for (const { row, amount } of option.usage) left[row] = (left[row] ?? 0) - amount;
    });
  }
  return choice;
}

export const firstFitPlan = (model: PlanModel) => planOf(model, { choice: firstFit(model), objective: 0, bound: 0, steps: 0 }, 1);
