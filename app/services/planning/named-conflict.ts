import type { PlannerInput } from "#app/domain/planning/planner-input.ts";
import type { Conflict } from "#app/planner/why/conflict-among.ts";

/** A conflict of mandatory measures, with the names of what lacks something. */
export function namedConflict({ measureIds, isProven, lacking }: Conflict, { measures, teams, budgetLines }: PlannerInput, units: ReadonlyArray<{ readonly id: number; readonly name: string }>) {
  const nameOf = (key: Conflict["lacking"][number]["key"]): string => {
    if (key.kind === "team") return teams.find((team) => team.id === key.teamId)?.name ?? "";
    if (key.kind === "starts") return units.find((unit) => unit.id === key.orgUnitId)?.name ?? "";
    const line = key.kind === "line" ? budgetLines.find((each) => each.id === key.lineId) : undefined;
    return line === undefined ? "" : `${line.budgetProduct} ${line.budgetAccount}`.trim();
  };
  return {
    measures: measureIds.map((measureId) => ({ measureId, title: measures.find((each) => each.id === measureId)?.title ?? "" })),
    isProven,
    lacking: lacking.map(({ key, amount }) => ({ key, amount, name: nameOf(key) })),
  };
}
