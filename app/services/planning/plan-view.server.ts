import { yearOfQuarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import { applyScenario } from "#app/domain/planning/apply-scenario.ts";
import type { AssumedFigure, LeftOutMeasure, Plan } from "#app/domain/planning/plan.ts";
import { measuresInPlan, type MeasureInPlan } from "#app/domain/planning/planned-measures.ts";
import type { PlannerInput } from "#app/domain/planning/planner-input.ts";
import type { PlanningSettings, ScenarioChanges } from "#app/domain/planning/scenario.ts";
import { budgetByYear, type BudgetCell } from "#app/domain/resources/budget-by-year.ts";
import { effectiveCapacities } from "#app/domain/resources/effective-capacity.ts";
import { quartersOf } from "#app/domain/resources/horizon.ts";
import { staffByQuarter } from "#app/domain/resources/staff-by-quarter.ts";

/** Compared with where the measure stood when the run was started. */
export type PlannedMove = "unchanged" | "earlier" | "later" | "longer" | "new";
export type PlacedRow = {
  readonly measureId: number;
  readonly title: string;
  readonly startQuarter: Quarter;
  readonly endQuarter: Quarter | null;
  readonly stoodAt: Quarter | null;
  readonly move: PlannedMove;
  readonly programme: string | null;
  readonly fixed: boolean;
  readonly assumed: readonly AssumedFigure[];
};
export type LeftOutRow = LeftOutMeasure & { readonly title: string; readonly stoodAt: Quarter | null };
export type MoneyRow = Omit<BudgetCell, "measures">;
export type StaffPlanRow = { readonly teamId: number; readonly name: string; readonly cells: ReadonlyArray<{ readonly quarter: Quarter; readonly personDays: number; readonly capacity: number | null }> };

/** A stored plan in the words of the pages: computed from what was frozen with it, never from the live data. */
export type PlanView = {
  /** What begins in the years planned, by start, then title; what stands comes apart. */
  readonly placed: readonly PlacedRow[];
  readonly standing: readonly PlacedRow[];
  readonly leftOut: readonly LeftOutRow[];
  readonly missedMandatory: readonly LeftOutRow[];
  readonly money: readonly MoneyRow[];
  readonly quarters: readonly Quarter[];
  readonly staff: readonly StaffPlanRow[];
  readonly firstYear: number;
  readonly lastYear: number;
};

type Content = { readonly input: PlannerInput; readonly changes: ScenarioChanges; readonly settings: PlanningSettings };

export function planView({ input: frozen, changes, settings }: Content, plan: Plan): PlanView {
  const input = applyScenario(frozen, changes);
  const inPlan = measuresInPlan(input, settings, plan);
  const stood = new Map(input.measures.map((measure) => [measure.id, measure]));
  const programmeOf = new Map(input.terms.windows.map((window) => [window.id, window.programme]));
  const rows = inPlan.map(({ place, measure }) => ({
    ...place,
    title: measure.title,
    stoodAt: stood.get(place.measureId)?.startQuarter ?? null,
    move: moveOf(place, stood.get(place.measureId)),
    programme: place.fundingWindowId === null ? null : (programmeOf.get(place.fundingWindowId) ?? null),
  }));
  rows.sort((a, b) => (a.startQuarter === b.startQuarter ? a.title.localeCompare(b.title, "de") : a.startQuarter < b.startQuarter ? -1 : 1));
  const leftOut = plan.leftOut.map((each) => ({ ...each, title: stood.get(each.measureId)?.title ?? "", stoodAt: stood.get(each.measureId)?.startQuarter ?? null })).sort((a, b) => Number(b.mandatory) - Number(a.mandatory) || a.title.localeCompare(b.title, "de"));
  const { horizon } = input;
  return {
    placed: rows.filter((row) => !row.fixed),
    standing: rows.filter((row) => row.fixed),
    leftOut,
    missedMandatory: leftOut.filter((row) => row.mandatory),
    money: moneyOf(input, inPlan),
    quarters: quartersOf(horizon),
    staff: staffOf(input, inPlan),
    firstYear: Math.min(horizon.firstYear, ...rows.map((row) => yearOfQuarter(row.startQuarter))),
    lastYear: horizon.lastYear,
  };
}

function moveOf(place: Pick<PlacedRow, "startQuarter" | "endQuarter">, stood: { readonly startQuarter: Quarter | null; readonly endQuarter: Quarter | null } | undefined): PlannedMove {
  if (stood === undefined || stood.startQuarter === null) return "new";
  if (place.startQuarter !== stood.startQuarter) return place.startQuarter < stood.startQuarter ? "earlier" : "later";
  return place.endQuarter === stood.endQuarter ? "unchanged" : "longer";
}

function moneyOf({ budgetFrames, horizon, terms }: PlannerInput, inPlan: readonly MeasureInPlan[]): MoneyRow[] {
  // What stands keeps the grant the live plan counts on.
  const adopted = new Map(terms.measures.map((each) => [each.measureId, each.fundingWindowId]));
  const used = new Set(inPlan.map(({ place }) => (place.fixed ? (adopted.get(place.measureId) ?? place.fundingWindowId) : place.fundingWindowId)));
  const { cells } = budgetByYear({ measures: inPlan.map(({ measure }) => measure), budgetFrames, horizon, scope: "all", adoptedWindows: terms.windows.filter((window) => used.has(window.id)) });
  return cells.map(({ measures: _measures, ...cell }) => cell);
}

function staffOf({ teams, capacities, staffing, posts, horizon }: PlannerInput, inPlan: readonly MeasureInPlan[]): StaffPlanRow[] {
  const quarters = quartersOf(horizon);
  const effective = effectiveCapacities({ entered: capacities, staffing, posts }, teams.map((team) => team.id), quarters);
  const nameOf = new Map(teams.map((team) => [team.id, team.name]));
  return staffByQuarter({ measures: inPlan.map(({ measure }) => measure), teams, capacities: effective, horizon, scope: "all" }).rows.flatMap(({ addressee, cells }) =>
    addressee.kind === "unit" ? [] : [{ teamId: addressee.teamId, name: nameOf.get(addressee.teamId) ?? "", cells: cells.map(({ quarter, internal, capacity }) => ({ quarter, personDays: internal, capacity })) }],
  );
}
