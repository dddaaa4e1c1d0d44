import { can } from "#app/domain/permissions/permissions.ts";
import { isSamePlace } from "#app/domain/planning/plan-move.ts";
import type { Placement } from "#app/domain/planning/reschedule.ts";
import { forbidden, missing, ok, type Result } from "#app/domain/result.ts";
import type { StartSpan } from "#app/planner/model/build-problem.ts";
import { repairPlan } from "#app/planner/repair/repair-plan.ts";
import { beside } from "#app/services/beside.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { loadPlannerInput } from "#db/queries/planning.server.ts";
import { findMeasure } from "#db/queries/portfolio.server.ts";
import { moveOffers, namer, type MoveOffersData, type OfferedPlace } from "./move-offers.server.ts";
import { breaksAfter, chainedMeasures } from "./plan-to-judge.server.ts";

/** What the planner found. Nothing has moved yet. */
export type OfferedRepair =
  /** `own` differs from what was asked where the measure cannot stand there at all; then `asked` says why. */
  | { readonly kind: "repaired"; readonly own: OfferedPlace; readonly isAsAsked: boolean; readonly along: readonly OfferedPlace[] }
  /** With what still does not hold when all that may be moved along is. */
  | { readonly kind: "none"; readonly span: StartSpan | null; readonly inTheWay: MoveOffersData };

const SECONDS = 2;

/** Lets the planner look for the fewest changes after which everything holds that held before. What this person may not move stays. */
export function repairMove({ db, clock, user }: ServiceContext, measureId: number, target: Placement): Result<OfferedRepair> {
  if (!can(user, "plan:edit")) return forbidden();
  const measure = findMeasure(db, measureId);
  if (measure === null || measure.archivedAt !== null) return missing();
  if (!can(user, "plan:edit", measure)) return forbidden();
  const none = (span: StartSpan | null) => ok({ kind: "none" as const, span, inTheWay: moveOffers({ db, user }, measure, target) });
  if (target.startQuarter === null || (target.endQuarter === null && !measure.permanentTask)) return none(null);
  const movable = new Set(chainedMeasures(db, user).flatMap(({ id, held }) => (held === null ? [id] : [])));
  const found = repairPlan(loadPlannerInput(db, clock.today()), { measureId, target, movable }, { seconds: SECONDS, clock: () => performance.now() });
  if (found.kind === "none") return none(found.span);
  if (breaksAfter(db, found.changes).some(({ already }) => !already)) return none(null);
  const [own, ...along] = namer(db).places(found.changes);
  if (own === undefined) throw new Error("the moved measure is among the changes");
  return ok({ kind: "repaired", own, isAsAsked: isSamePlace(own.after, target), along });
}

/** Always in a thread of its own: it takes up to two seconds. */
export const repairMoveBeside = beside({ lane: "planning", name: "repairMove", isLarge: () => true }, repairMove);
