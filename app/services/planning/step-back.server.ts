import type { Measure } from "#app/domain/measures/measure.ts";
import { can, type Authorised } from "#app/domain/permissions/permissions.ts";
import { displaced, historyOf, inverseOf, type PlaceChange } from "#app/domain/planning/plan-move.ts";
import { conflict, forbidden, invalid, ok, type Result } from "#app/domain/result.ts";
import { openForWriting } from "#app/services/measures/writable-measure.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write, type DbOrTx, type Tx } from "#db/client.server.ts";
import { findLastEditor, findTitles } from "#db/queries/measure-lookups.server.ts";
import { findPlaces, listPlanMoves, markMovePassedOver, markMoveRedone, markMoveUndone, type StoredMove } from "#db/queries/plan-moves.server.ts";
import { putPlace, type PutPlace } from "./put-places.server.ts";

export type StepDirection = "undo" | "redo";
export type StepCommand = {
  /** The step as it was shown; another one on top by now is not taken in its place. */
  readonly moveId: number;
  /** Leave this step as it is and go on with the one before it, which only a step that is in somebody's way may. */
  readonly passOver: boolean;
};

export type DisplacedMeasure = { readonly measureId: number; readonly title: string; readonly startQuarter: Measure["startQuarter"]; readonly endQuarter: Measure["endQuarter"]; readonly isGone: boolean; readonly changedAt: string | null; readonly changedBy: string | null };
/** What a conflict carries: the step, and what somebody put elsewhere since. */
export type StepConflict = { readonly moveId: number; readonly title: string; readonly displaced: readonly DisplacedMeasure[] };
export type StepDone = { readonly title: string; readonly passedOver: boolean; readonly moved: readonly PutPlace[] };

export const undoMove = (context: ServiceContext, command: StepCommand) => step(context, "undo", command);
export const redoMove = (context: ServiceContext, command: StepCommand) => step(context, "redo", command);

/** Takes one's own last move back, or makes the one taken back last again: only where each measure still stands where that left it. */
function step({ db, clock, user }: ServiceContext, direction: StepDirection, { moveId, passOver }: StepCommand): Result<StepDone> {
  return write(db, (tx) => {
    if (!can(user, "plan:edit")) return forbidden();
    const move = topOf(tx, user.id, direction);
    if (move === null || move.id !== moveId) return invalid("", direction === "undo" ? "nothingToUndo" : "nothingToRedo");
    const changes = changesOf(move, direction);
    const elsewhere = displacedIn(tx, changes);
    const at = clock.now();
    if (elsewhere.length > 0) {
      if (!passOver) return conflict({ moveId, title: move.title, displaced: elsewhere } satisfies StepConflict);
      markMovePassedOver(tx, moveId, at);
      return ok({ title: move.title, passedOver: true, moved: [] });
    }
    const puts = openAll(tx, user, changes);
    if (!puts.ok) return puts;
    const action = direction === "undo" ? "undoMove" : "redoMove";
    const moved = puts.value.map(({ measure, place }) => putPlace(tx, measure, { place, at, userId: user.id, action, note: measure.id === move.measureId ? {} : { movedBecauseOf: move.title } }));
    (direction === "undo" ? markMoveUndone : markMoveRedone)(tx, moveId, at);
    return ok({ title: move.title, passedOver: false, moved });
  });
}

/** The step that would be taken now, and what stands in its way. */
export function showStep({ db, user }: Pick<ServiceContext, "db" | "user">, direction: StepDirection): Result<{ readonly step: { readonly moveId: number; readonly title: string } | null; readonly conflict: StepConflict | null }> {
  if (!can(user, "plan:edit")) return forbidden();
  const move = topOf(db, user.id, direction);
  if (move === null) return ok({ step: null, conflict: null });
  const elsewhere = displacedIn(db, changesOf(move, direction));
  const step = { moveId: move.id, title: move.title };
  return ok({ step, conflict: elsewhere.length === 0 ? null : { ...step, displaced: elsewhere } });
}

/** The step that is next in this direction. */
export function topOf(db: DbOrTx, userId: number, direction: StepDirection): StoredMove | null {
  const { toUndo, toRedo } = historyOf(listPlanMoves(db, userId));
  return direction === "undo" ? toUndo : toRedo;
}

export const changesOf = ({ changes }: StoredMove, direction: StepDirection): readonly PlaceChange[] => (direction === "undo" ? inverseOf(changes) : changes);

/** The measures of the changes that do not stand where these would take them from. */
export function displacedIn(db: DbOrTx, changes: readonly PlaceChange[]): DisplacedMeasure[] {
  const found = findPlaces(
    db,
    changes.map(({ measureId }) => measureId),
  );
  const byId = new Map(found.map((place) => [place.id, place]));
  const elsewhere = displaced(byId, changes);
  const titles = findTitles(
    db,
    elsewhere.map(({ measureId }) => measureId),
  );
  return elsewhere.map(({ measureId }) => {
    const now = byId.get(measureId);
    const title = titles.get(measureId) ?? "";
    if (now === undefined) return { measureId, title, startQuarter: null, endQuarter: null, isGone: true, changedAt: null, changedBy: findLastEditor(db, measureId) };
    return { measureId, title, startQuarter: now.startQuarter, endQuarter: now.endQuarter, isGone: false, changedAt: now.updatedAt, changedBy: findLastEditor(db, measureId) };
  });
}

function openAll(tx: Tx, user: ServiceContext["user"], changes: readonly PlaceChange[]): Result<ReadonlyArray<{ readonly measure: Authorised<Measure>; readonly place: PlaceChange["after"] }>> {
  const puts = [];
  for (const { measureId, after } of changes) {
    const opened = openForWriting(tx, user, "plan:edit", measureId);
    if (!opened.ok) return opened;
    puts.push({ measure: opened.value, place: after });
  }
  return ok(puts);
}
