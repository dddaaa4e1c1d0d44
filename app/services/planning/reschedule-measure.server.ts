import { can, type Authorised } from "#app/domain/permissions/permissions.ts";
import type { Dependency, Measure } from "#app/domain/measures/measure.ts";
import { acceptBreaks, type MoveBreak, type MoveManner } from "#app/domain/planning/move-breaks.ts";
import { moveWithDependents, type ChainedMeasure } from "#app/domain/planning/move-with-dependents.ts";
import { isSamePlace, type PlaceChange, type PlanMoveKind } from "#app/domain/planning/plan-move.ts";
import { refuseImpossiblePlace, type Placement } from "#app/domain/planning/reschedule.ts";
import { conflict, forbidden, invalid, ok, type Result } from "#app/domain/result.ts";
import { breachesAfter } from "#app/planner/repair/repair-plan.ts";
import { openForWriting } from "#app/services/measures/writable-measure.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write, type Tx } from "#db/client.server.ts";
import { findLastEditor } from "#db/queries/measure-lookups.server.ts";
import { insertPlanMove } from "#db/queries/plan-moves.server.ts";
import { loadPlannerInput } from "#db/queries/planning.server.ts";
import { breaksAfter, chainedMeasures, planToJudge } from "./plan-to-judge.server.ts";
import { putPlace, type PutPlace } from "./put-places.server.ts";

/** Another measure that is to move, too, as it was shown: where to, and the version it was decided on. */
export type AlongCommand = Placement & { readonly measureId: number; readonly rowVersion: number };

export type RescheduleMeasureCommand = Placement & {
  readonly id: number;
  /** The version the move was decided on; a newer one in the database is a conflict. */
  readonly rowVersion: number;
  readonly manner: MoveManner;
  /** Why it stays although something does not hold. */
  readonly reason: string;
  /** For "withDependents" and "repaired". */
  readonly along: readonly AlongCommand[];
};

/** What a conflict carries: which measure, where it now stands, and who put it there. */
export type StoredPlacement = Placement & { readonly measureId: number; readonly title: string; readonly rowVersion: number; readonly changedAt: string; readonly changedBy: string | null };

export type DoneMove = { readonly moveId: number; readonly title: string; readonly permanentTask: boolean; readonly placement: Placement; readonly breaks: readonly MoveBreak[]; readonly moved: readonly PutPlace[] };

const kinds: Readonly<Record<MoveManner, PlanMoveKind>> = { asked: "one", keep: "one", withDependents: "withDependents", repaired: "repaired" };

/**
 * Moves a measure to other quarters, alone or with others, all or nothing. What cannot be is refused; what breaks something
 * needs to be answered: those that wait move along, the plan is repaired, or it stays so, with a reason.
 */
export function rescheduleMeasure(context: ServiceContext, command: RescheduleMeasureCommand): Result<DoneMove> {
  const { db, clock, user } = context;
  if (!can(user, "plan:edit")) return forbidden();
  const { dependencies } = planToJudge(db);
  const chained = command.manner === "withDependents" ? chainedMeasures(db, user) : [];
  const plannerInput = command.manner === "repaired" ? loadPlannerInput(db, clock.today()) : null;
  return write(db, (tx) => {
    const opened = openForWriting(tx, user, "plan:edit", command.id);
    if (!opened.ok) return opened;
    const measure = opened.value;
    if (measure.rowVersion !== command.rowVersion) return conflict(storedPlacement(tx, measure));
    const target: Placement = { startQuarter: command.startQuarter, endQuarter: command.endQuarter };
    const impossible = refuseImpossiblePlace(measure, target);
    if (impossible !== null) return impossible;
    if (isSamePlace(measure, target)) return invalid("", "unchanged");
    const others = openAlong(tx, context, command);
    if (!others.ok) return others;
    const puts = [{ measure, place: target }, ...others.value];
    const changes = puts.map(({ measure: { id, startQuarter, endQuarter }, place }): PlaceChange => ({ measureId: id, before: { startQuarter, endQuarter }, after: place }));
    if (command.manner === "withDependents" && !isStillAsked(chained, dependencies, changes)) return invalid("along", "alongChanged");
    const breaks = breaksAfter(db, changes);
    const accepted = acceptBreaks({ manner: command.manner, reason: command.reason, breaks });
    if (!accepted.ok) return accepted;
    if (plannerInput !== null && breachesAfter(plannerInput, changes).length > 0) return invalid("along", "repairOutdated");

    const at = clock.now();
    const reason = command.reason.trim();
    const moveId = insertPlanMove(tx, { userId: user.id, measureId: measure.id, kind: kinds[command.manner], at, reason, changes });
    const moved = puts.map((put, index) => {
      const note: Record<string, string> = index > 0 ? { movedBecauseOf: measure.title } : reason === "" ? {} : { reason };
      return putPlace(tx, put.measure, { place: put.place, at, userId: user.id, action: index === 0 ? "reschedule" : "moveAlong", note });
    });
    return ok({ moveId, title: measure.title, permanentTask: measure.permanentTask, placement: target, breaks, moved });
  });
}

type Put = { readonly measure: Authorised<Measure>; readonly place: Placement };

/** The others, each as it was shown; what another person put elsewhere stops everything. */
function openAlong(tx: Tx, { user }: ServiceContext, { id, manner, along }: RescheduleMeasureCommand): Result<readonly Put[]> {
  if (manner !== "withDependents" && manner !== "repaired") return ok([]);
  if (new Set([id, ...along.map(({ measureId }) => measureId)]).size !== along.length + 1) return invalid("along", "alongChanged");
  const puts: Put[] = [];
  for (const { measureId, rowVersion, startQuarter, endQuarter } of along) {
    const opened = openForWriting(tx, user, "plan:edit", measureId);
    if (!opened.ok) return opened.refusal.code === "forbidden" ? opened : invalid("along", "alongChanged");
    if (opened.value.rowVersion !== rowVersion) return conflict(storedPlacement(tx, opened.value));
    if (refuseImpossiblePlace(opened.value, { startQuarter, endQuarter }) !== null) return invalid("along", "alongChanged");
    puts.push({ measure: opened.value, place: { startQuarter, endQuarter } });
  }
  return ok(puts);
}

/** Whether those that were shown to move along are the ones that must, as they were shown. */
function isStillAsked(measures: readonly ChainedMeasure[], dependencies: readonly Dependency[], changes: readonly PlaceChange[]): boolean {
  const [own] = changes;
  if (own === undefined) return false;
  const asked = moveWithDependents({ measures, dependencies, move: { measureId: own.measureId, ...own.after } }).changes;
  const placeOf = new Map(changes.map(({ measureId, after }) => [measureId, after]));
  return asked.length === changes.length && asked.every(({ measureId, after }) => isSamePlace(placeOf.get(measureId) ?? { startQuarter: null, endQuarter: null }, after));
}

export const storedPlacement = (tx: Tx, { id, title, startQuarter, endQuarter, rowVersion, updatedAt }: Measure): StoredPlacement => ({
  ...{ measureId: id, title, startQuarter, endQuarter, rowVersion },
  changedAt: updatedAt,
  changedBy: findLastEditor(tx, id),
});
