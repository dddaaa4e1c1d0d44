import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { quarterOf, type Quarter } from "#app/domain/calendar/quarter.ts";
import { violatedDependencies } from "#app/domain/measures/dependency-graph.ts";
import type { Dependency, Measure } from "#app/domain/measures/measure.ts";
import { invalid, type Refusal } from "#app/domain/result.ts";

/** Where a measure is to stand. Both null takes it off the plan; an end alone is no place. */
export type Placement = Pick<Measure, "startQuarter" | "endQuarter">;

type Movable = Placement & Pick<Measure, "id" | "status" | "earliestStart" | "deadline" | "permanentTask">;
export type PlanContext = { readonly measures: ReadonlyArray<Placement & Pick<Measure, "id" | "status">>; readonly dependencies: readonly Dependency[] };

/** What a move breaks. It may be done all the same, with a reason. */
export type MoveWarning =
  | { readonly code: "deadlineMissed"; readonly deadline: PlainDate }
  | { readonly code: "startsBeforePredecessorEnds"; readonly dependencyId: number; readonly otherId: number; readonly earliestStart: Quarter }
  | { readonly code: "successorStartsTooEarly"; readonly dependencyId: number; readonly otherId: number; readonly earliestStart: Quarter };

/** Planning is in quarters: an end in the quarter of the deadline keeps it. */
export const missesDeadline = (endQuarter: Quarter | null, deadline: PlainDate | null): boolean =>
  endQuarter !== null && deadline !== null && endQuarter > quarterOf(deadline);

/** Refuses what cannot be, whatever the reason given; null when the place is possible. */
export function refuseImpossiblePlace(measure: Movable, target: Placement): { readonly ok: false; readonly refusal: Refusal } | null {
  const { startQuarter, endQuarter } = target;
  if (startQuarter === null) return endQuarter === null ? null : invalid("startQuarter", "startMissing");
  if (endQuarter !== null && endQuarter < startQuarter) return invalid("endQuarter", "endBeforeStart");
  if (measure.earliestStart !== null && startQuarter < quarterOf(measure.earliestStart)) {
    return invalid("startQuarter", "beforeEarliestStart", { earliestStart: measure.earliestStart });
  }
  return null;
}

/** Everything around this measure that does not hold in its new place, whether the move broke it or found it broken. */
export function moveWarnings(measure: Movable, target: Placement, { measures, dependencies }: PlanContext): MoveWarning[] {
  const warnings: MoveWarning[] = [];
  if (measure.deadline !== null && missesDeadline(target.endQuarter, measure.deadline)) {
    warnings.push({ code: "deadlineMissed", deadline: measure.deadline });
  }
  const moved = measures.map((other) => (other.id === measure.id ? { ...other, ...target } : other));
  const own = dependencies.filter((dependency) => dependency.predecessorId === measure.id || dependency.successorId === measure.id);
  for (const { id: dependencyId, predecessorId, successorId, earliestStart } of violatedDependencies(moved, own)) {
    if (successorId === measure.id) warnings.push({ code: "startsBeforePredecessorEnds", dependencyId, otherId: predecessorId, earliestStart });
    else warnings.push({ code: "successorStartsTooEarly", dependencyId, otherId: successorId, earliestStart });
  }
  return warnings;
}
