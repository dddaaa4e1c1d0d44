import type { Dependency, Measure } from "#app/domain/measures/measure.ts";
import { invalid, ok, type Result } from "#app/domain/result.ts";
import { newOveruse, type NewOveruse, type PlanSums } from "./new-overuse.ts";
import type { PlaceChange } from "./plan-move.ts";
import { moveWarnings, type MoveWarning, type Placement } from "./reschedule.ts";

/** What does not hold after a move. `already`: it did not hold before either. What is exceeded is so by more than before. */
export type MoveBreak = ({ readonly measureId: number; readonly already: boolean } & MoveWarning) | ({ readonly code: "overuse"; readonly already: false } & NewOveruse);

export type JudgedPlan = { readonly measures: readonly JudgedMeasure[]; readonly dependencies: readonly Dependency[] };
type JudgedMeasure = Placement & Pick<Measure, "id" | "status" | "earliestStart" | "deadline" | "permanentTask">;

/** Everything around the changed measures that does not hold once all of them stand in their new places. */
export function moveBreaks({ changes, plan, sums }: { readonly changes: readonly PlaceChange[]; readonly plan: JudgedPlan; readonly sums: PlanSums }): MoveBreak[] {
  const targetOf = new Map(changes.map(({ measureId, after }) => [measureId, after]));
  const moved = plan.measures.map((measure) => (targetOf.has(measure.id) ? { ...measure, ...targetOf.get(measure.id) } : measure));
  const changed = plan.measures.flatMap((before, index) => {
    const after = moved[index];
    return targetOf.has(before.id) && after !== undefined ? [{ before, after }] : [];
  });
  const own = plan.dependencies.filter(({ predecessorId, successorId }) => targetOf.has(predecessorId) || targetOf.has(successorId));
  const warningsIn = (measures: readonly JudgedMeasure[], measure: JudgedMeasure) => moveWarnings(measure, measure, { measures, dependencies: own });
  const held = new Set(changed.flatMap(({ before }) => warningsIn(plan.measures, before).map((warning) => keyOf(before.id, warning))));
  const said = new Set<string>();
  const warnings = changed.flatMap(({ after }) =>
    warningsIn(moved, after).flatMap((warning): MoveBreak[] => {
      const key = keyOf(after.id, warning);
      // A dependency between two changed measures is seen from both.
      if (said.has(key)) return [];
      said.add(key);
      return [{ ...warning, measureId: after.id, already: held.has(key) }];
    }),
  );
  return [...warnings, ...newOveruse(changes, sums).map((overuse) => ({ code: "overuse" as const, already: false as const, ...overuse }))];
}

const keyOf = (measureId: number, warning: MoveWarning): string => (warning.code === "deadlineMissed" ? `deadline ${measureId}` : `dependency ${warning.dependencyId}`);

/** "asked": all is well, or the question comes back; the others say what is to be done about what breaks. */
export const moveManners = ["asked", "keep", "withDependents", "repaired"] as const;
export type MoveManner = (typeof moveManners)[number];

/** May a move be made that breaks this? Nothing is asked when all is well; what stays broken needs a reason; a repair must not break anything anew. */
export function acceptBreaks({ manner, reason, breaks }: { readonly manner: MoveManner; readonly reason: string; readonly breaks: readonly MoveBreak[] }): Result<null> {
  if (manner === "repaired") return breaks.some(({ already }) => !already) ? invalid("along", "repairOutdated") : ok(null);
  if (breaks.length === 0) return ok(null);
  if (manner === "asked") return invalid("manner", "confirmationMissing", { count: breaks.length });
  return reason.trim() === "" ? invalid("reason", "reasonMissing") : ok(null);
}
