import type { Dependency, Measure } from "#app/domain/measures/measure.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import type { SharedMeasure } from "#app/domain/planning/move-share.ts";
import type { ChainedMeasure } from "#app/domain/planning/move-with-dependents.ts";
import { forbidden, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listAdoptedWindows } from "#db/queries/adopted-windows.server.ts";
import { findMeasure } from "#db/queries/portfolio.server.ts";
import { chainedMeasures, planToJudge } from "./plan-to-judge.server.ts";

/**
 * What the picture needs to show, while a bar is moved, what that does: `share` for `moveShare`, `chain` for
 * `moveWithDependents`. Nothing here depends on where the bar is moved to.
 */
export type MoveImpact = Pick<Measure, "id" | "title" | "rowVersion" | "startQuarter" | "endQuarter" | "permanentTask" | "earliestStart" | "deadline"> & {
  /** Whether this person may move it. */
  readonly movable: boolean;
  readonly share: SharedMeasure;
  readonly chain: {
    /** The measure, all that wait for it, directly or not, and what any of these wait for. */
    readonly measures: ReadonlyArray<ChainedMeasure & Pick<Measure, "title" | "rowVersion" | "permanentTask">>;
    readonly dependencies: readonly Dependency[];
  };
};

export function showMoveImpact({ db, user }: Pick<ServiceContext, "db" | "user">, measureId: number): Result<MoveImpact> {
  if (!can(user, "plan:read")) return forbidden();
  const measure = findMeasure(db, measureId);
  if (measure === null || measure.archivedAt !== null) return missing();
  const { measures, dependencies } = planToJudge(db);
  const following = followersOf(measureId, dependencies);
  const links = dependencies.filter(({ successorId }) => following.has(successorId));
  const named = new Set([...following, ...links.map(({ predecessorId }) => predecessorId)]);
  const byId = new Map(measures.map((each) => [each.id, each]));
  const { id, title, rowVersion, startQuarter, endQuarter, permanentTask, status, earliestStart, deadline } = measure;
  return ok({
    ...{ id, title, rowVersion, startQuarter, endQuarter, permanentTask, earliestStart, deadline },
    movable: can(user, "plan:edit", measure),
    share: {
      ...{ id, status, permanentTask },
      costItems: measure.costItems.map(({ title: _title, estimateNote: _note, rowVersion: _version, ...item }) => item),
      staffDemands: measure.staffDemands.map(({ teamId, basis, personDays, staffSource }) => ({ teamId, basis, personDays, staffSource })),
      window: listAdoptedWindows(db).find((window) => window.measureId === measureId) ?? null,
    },
    chain: {
      measures: chainedMeasures(db, user).flatMap((chained) => {
        const each = named.has(chained.id) ? byId.get(chained.id) : undefined;
        return each === undefined ? [] : [{ ...chained, title: each.title, rowVersion: each.rowVersion, permanentTask: each.permanentTask }];
      }),
      dependencies: links,
    },
  });
}

function followersOf(measureId: number, dependencies: readonly Dependency[]): Set<number> {
  const after = new Map<number, number[]>();
  for (const { predecessorId, successorId } of dependencies) after.set(predecessorId, [...(after.get(predecessorId) ?? []), successorId]);
  const following = new Set([measureId]);
  // A set goes on with what is added while it is walked.
  for (const each of following) for (const next of after.get(each) ?? []) following.add(next);
  return following;
}
