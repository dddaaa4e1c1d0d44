import type { PlannerInput } from "#app/domain/planning/planner-input.ts";
import type { PlanBreach } from "#app/planner/model/check-plan.ts";
import type { PlanRunRow } from "#db/queries/plan-runs.server.ts";

export type NamedBreach = { readonly breach: PlanBreach; readonly name: string };
const MOST_SHOWN = 20;

/** What made the checker refuse a plan, with the names of what it concerns. */
export function namedBreaches({ failure }: Pick<PlanRunRow, "failure">, { measures, teams, budgetLines }: PlannerInput, units: ReadonlyArray<{ readonly id: number; readonly name: string }>): NamedBreach[] {
  if (failure?.code !== "refused") return [];
  const nameOf = (things: ReadonlyArray<{ readonly id: number; readonly name: string }>, id: number) => things.find((each) => each.id === id)?.name ?? "";
  // Stored by the run as the checker gave them.
  return (failure.details as readonly PlanBreach[]).slice(0, MOST_SHOWN).map((breach) => {
    if (breach.rule === "staff") return { breach, name: nameOf(teams, breach.teamId) };
    if (breach.rule === "starts") return { breach, name: nameOf(units, breach.orgUnitId) };
    if (breach.rule === "budget") return { breach, name: "" };
    if (breach.rule === "budgetLine") return { breach, name: budgetLines.find((line) => line.id === breach.lineId)?.label ?? "" };
    return { breach, name: measures.find((measure) => measure.id === breach.measureId)?.title ?? "" };
  });
}
