import type { Measure } from "#app/domain/measures/measure.ts";
import type { Dependency } from "#app/domain/measures/measure.ts";
import { invalid, ok, type Result } from "#app/domain/result.ts";
import type { Horizon } from "#app/domain/resources/horizon.ts";
import { claimsMoney } from "#app/domain/resources/plan-scope.ts";
import { newOveruse, type LimitedPlan, type NewOveruse } from "./new-overuse.ts";
import type { PlaceChange } from "./plan-move.ts";
import { moveWarnings, type MoveWarning } from "./reschedule.ts";

/** What does not hold after a move. `already`: it did not hold before either. What is exceeded is so by more than before. */
export type MoveBreak = ({ readonly measureId: number; readonly already: boolean } & MoveWarning) | ({ readonly code: "overuse"; readonly already: false } & NewOveruse);

export type JudgedPlan = LimitedPlan & { readonly dependencies: readonly Dependency[] };

/** Everything around the changed measures that does not hold once all of them stand in their new places. The first one decides among what it is judged: an idea among the ideas and the plan together. */
export function moveBreaks({ changes, plan, horizon }: { readonly changes: readonly PlaceChange[]; readonly plan: JudgedPlan; readonly horizon: Horizon }): MoveBreak[] {
  const targetOf = new Map(changes.map(({ measureId, after }) => [measureId, after]));
  const moved = plan.measures.map((measure) => ({ ...measure, ...targetOf.get(measure.id) }));
  const changed = plan.measures.flatMap((before, index) => {
    const after = moved[index];
    return targetOf.has(before.id) && after !== undefined ? [{ before, after }] : [];
  });
  const own = plan.dependencies.filter(({ predecessorId, successorId }) => targetOf.has(predecessorId) || targetOf.has(successorId));
  const warningsIn = (measures: readonly Measure[], measure: Measure) => moveWarnings(measure, measure, { measures, dependencies: own });
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
  const first = changed.find(({ before }) => before.id === changes[0]?.measureId) ?? changed[0];
  const scope = first === undefined || claimsMoney(first.before, "planned") ? "planned" : "all";
  return [...warnings, ...newOveruse({ changed, plan, horizon, scope }).map((overuse) => ({ code: "overuse" as const, already: false as const, ...overuse }))];
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
