import { addQuarters, quarterDistance, quarterOf, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { earliestStartAfter, violatedDependencies, type DependencyViolation } from "#app/domain/measures/dependency-graph.ts";
import type { Dependency, Measure } from "#app/domain/measures/measure.ts";
import { settledStatuses } from "#app/domain/measures/vocabulary.ts";
import { orderByDependencies } from "./dependency-order.ts";
import type { PlaceChange } from "./plan-move.ts";
import { missesDeadline, type Placement } from "./reschedule.ts";

/** Why a measure stays where it is when another one is moved: it runs, its dates were fixed, it is another unit's, or it waits for itself. */
export const heldReasons = ["running", "fixed", "foreign", "inCycle"] as const;
export type HeldBecause = (typeof heldReasons)[number];

/** A measure as far as moving it along with another one needs to know it. */
export type ChainedMeasure = Placement & Pick<Measure, "id" | "status" | "earliestStart" | "deadline"> & { readonly held: HeldBecause | null };

/** Whether a measure may be moved along, and if not, why. */
export function heldBecause({ status, fixed, mayMove }: { readonly status: Measure["status"]; readonly fixed: boolean; readonly mayMove: boolean }): HeldBecause | null {
  if (status === "inProgress") return "running";
  if (fixed) return "fixed";
  return mayMove ? null : "foreign";
}

/** What moving one measure asks of those that wait for it. */
export type DependentMoves = {
  /** The moved measure first, then those that must start later, each after what it waits for. */
  readonly changes: readonly PlaceChange[];
  /** Would have to start later and cannot. */
  readonly blocked: ReadonlyArray<{ readonly measureId: number; readonly because: HeldBecause; readonly earliestStart: Quarter }>;
  /** Of the measures changed; `already` where their old place missed it, too. */
  readonly missedDeadlines: ReadonlyArray<{ readonly measureId: number; readonly deadline: PlainDate; readonly endQuarter: Quarter; readonly already: boolean }>;
  /** Wait for a changed measure that has no end, so that nobody can say whether they must move. */
  readonly unjudged: ReadonlyArray<{ readonly measureId: number; readonly predecessorId: number }>;
  /** What is still violated around the changed measures: what blocked ones, or the moved one's own predecessors, do not allow. */
  readonly remaining: readonly DependencyViolation[];
};

/**
 * One measure moved, and every measure that waits for it, directly or not, moved later by no more than it must: durations
 * are kept, earliest starts respected. What has no date, or waits for nothing that is now too late, stays. Asking again
 * after the answer was carried out moves nothing.
 */
export function moveWithDependents({
  measures,
  dependencies,
  move,
}: {
  readonly measures: readonly ChainedMeasure[];
  readonly dependencies: readonly Dependency[];
  readonly move: { readonly measureId: number } & Placement;
}): DependentMoves {
  const moved = measures.find(({ id }) => id === move.measureId);
  if (moved === undefined) throw new Error(`no measure ${move.measureId} to move`);
  const active = new Map(measures.filter(({ id, status }) => id === moved.id || !settledStatuses.includes(status)).map((measure) => [measure.id, measure]));
  const links = dependencies.filter(({ predecessorId, successorId }) => active.has(predecessorId) && active.has(successorId));
  const into = groupBy(links, ({ successorId }) => successorId);
  const chain = settledStatuses.includes(moved.status) ? new Set([moved.id]) : followersOf(moved.id, groupBy(links, ({ predecessorId }) => predecessorId));
  const { order, cyclic } = orderByDependencies([...chain], links);
  const inCycle = new Set(cyclic);
  const places = new Map<number, Placement>([...active].map(([id, { startQuarter, endQuarter }]) => [id, { startQuarter, endQuarter }]));
  places.set(moved.id, { startQuarter: move.startQuarter, endQuarter: move.endQuarter });
  const isChanged = new Set([moved.id]);
  const changes: PlaceChange[] = [{ measureId: moved.id, before: placeOf(moved), after: { startQuarter: move.startQuarter, endQuarter: move.endQuarter } }];
  const blocked: Array<DependentMoves["blocked"][number]> = [];
  const unjudged: Array<DependentMoves["unjudged"][number]> = [];

  for (const id of [...order, ...cyclic]) {
    const measure = active.get(id);
    if (measure === undefined || id === moved.id || measure.startQuarter === null) continue;
    const waitsFor = into.get(id) ?? [];
    for (const { predecessorId } of waitsFor) {
      if (isChanged.has(predecessorId) && places.get(predecessorId)?.startQuarter !== null && places.get(predecessorId)?.endQuarter === null) unjudged.push({ measureId: id, predecessorId });
    }
    const within = waitsFor.filter(({ predecessorId }) => chain.has(predecessorId));
    const asked = latestOf(within, places);
    if (asked === null || measure.startQuarter >= asked) continue;
    const held = inCycle.has(id) ? "inCycle" : measure.held;
    if (held !== null) {
      blocked.push({ measureId: id, because: held, earliestStart: asked });
      continue;
    }
    const after = shiftTo(measure, latest([asked, latestOf(waitsFor, places), measure.earliestStart && quarterOf(measure.earliestStart)], asked));
    places.set(id, after);
    isChanged.add(id);
    changes.push({ measureId: id, before: placeOf(measure), after });
  }

  return {
    changes,
    blocked,
    missedDeadlines: changes.flatMap(({ measureId, before, after }) => {
      const deadline = active.get(measureId)?.deadline ?? null;
      if (deadline === null || after.endQuarter === null || !missesDeadline(after.endQuarter, deadline)) return [];
      return [{ measureId, deadline, endQuarter: after.endQuarter, already: missesDeadline(before.endQuarter, deadline) }];
    }),
    unjudged,
    remaining: violatedDependencies(
      [...active.values()].map((measure) => ({ ...measure, ...places.get(measure.id) })),
      links.filter(({ predecessorId, successorId }) => isChanged.has(predecessorId) || isChanged.has(successorId)),
    ),
  };
}

const placeOf = ({ startQuarter, endQuarter }: Placement): Placement => ({ startQuarter, endQuarter });

/** As long as before. */
function shiftTo({ startQuarter, endQuarter }: Placement, start: Quarter): Placement {
  return { startQuarter: start, endQuarter: startQuarter === null || endQuarter === null ? endQuarter : addQuarters(endQuarter, quarterDistance(startQuarter, start)) };
}

/** The first quarter that all of these predecessors allow; null where none of them has an end. */
function latestOf(waitsFor: readonly Dependency[], places: ReadonlyMap<number, Placement>): Quarter | null {
  let found: Quarter | null = null;
  for (const { predecessorId, lagQuarters } of waitsFor) {
    const predecessor = places.get(predecessorId);
    const allowed = predecessor ? earliestStartAfter(predecessor, lagQuarters) : null;
    if (allowed !== null && (found === null || allowed > found)) found = allowed;
  }
  return found;
}

const latest = (quarters: ReadonlyArray<Quarter | null>, otherwise: Quarter): Quarter => quarters.reduce<Quarter>((found, each) => (each !== null && each > found ? each : found), otherwise);

/** The measure and all that wait for it, directly or not. */
function followersOf(id: number, after: ReadonlyMap<number, readonly Dependency[]>): Set<number> {
  const followers = new Set([id]);
  // A set goes on with what is added while it is walked.
  for (const each of followers) for (const { successorId } of after.get(each) ?? []) followers.add(successorId);
  return followers;
}

function groupBy(links: readonly Dependency[], keyOf: (link: Dependency) => number): Map<number, Dependency[]> {
  const groups = new Map<number, Dependency[]>();
  for (const link of links) {
    const group = groups.get(keyOf(link));
    if (group) group.push(link);
    else groups.set(keyOf(link), [link]);
  }
  return groups;
}
