import { adoptionOf, isSameState, type AdoptableState, type Adoption, type AdoptedChange } from "#app/domain/planning/adoption.ts";
import { applyScenario } from "#app/domain/planning/apply-scenario.ts";
import { assumptionDifferences, type AssumptionDifference } from "#app/domain/planning/assumption-differences.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, missing, ok, type Result } from "#app/domain/result.ts";
import { beside } from "#app/services/beside.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { adoptedWindowIds, listAdoptions, type StoredAdoption } from "#db/queries/plan-adoptions.server.ts";
import { findLatestPlan, findPlanRun, planRunContent, type PlanRunRow } from "#db/queries/plan-runs.server.ts";
import { loadMeasures, loadPlannedMeasures } from "#db/queries/portfolio.server.ts";
import { hasManyMeasures } from "./many-measures.server.ts";

export type ShownAdoption = {
  readonly run: Pick<PlanRunRow, "id" | "scenarioId" | "scenarioName" | "startedAt" | "state">;
  readonly adoption: Adoption;
  /** The newest other plan of the live plan, to compare with first. */
  readonly compareWith: number | null;
  /** In what the scenario differs from the live plan: taking over the dates does not change these. */
  readonly differences: readonly AssumptionDifference[];
  /** Programmes of the funding windows, by id. */
  readonly programmes: Readonly<Record<number, string>>;
  /** Those not undone first, each with the measures that were changed since. */
  readonly earlier: ReadonlyArray<StoredAdoption & { readonly changedSince: readonly AdoptedChange[] }>;
};

/** What taking over a run's plan would change of the live plan, and what was taken over of it before. */
export function showAdoption({ db, user }: ServiceContext, runId: number): Result<ShownAdoption> {
  if (!can(user, "planner:run")) return forbidden();
  const read = readAdoption(db, runId);
  if (read === null) return missing();
  const { run, content, adoption } = read;
  const compared = { runId, plan: content.plan, settings: content.settings };
  const programmes = Object.fromEntries(content.input.terms.windows.map(({ id, programme }) => [id, programme]));
  const states = liveStates(db);
  const liveRun = findLatestPlan(db, null);
  return ok({
    run,
    compareWith: liveRun === null || liveRun.id === runId ? null : liveRun.id,
    adoption,
    differences: assumptionDifferences({ ...compared, input: content.input }, { ...compared, input: applyScenario(content.input, content.changes) }),
    programmes,
    earlier: listAdoptions(db, runId)
      .map((each) => ({ ...each, changedSince: each.undoneAt === null ? changedSince(each, states) : [] }))
      .sort((a, b) => Number(a.undoneAt !== null) - Number(b.undoneAt !== null)),
  });
}

/** The same for many measures, without holding up other requests. */
export const showAdoptionBeside = beside({ lane: "planning", name: "showAdoption", isLarge: hasManyMeasures }, showAdoption);

/** Null where there is no such run, or it has no plan. */
export function readAdoption(db: DbOrTx, runId: number) {
  const run = findPlanRun(db, runId);
  const content = planRunContent(db, runId);
  if (run === null || content === null || run.state === "running" || content.plan === null) return null;
  const { plan, input } = content;
  return { run, content: { ...content, plan }, adoption: adoptionOf({ plan, input, live: loadPlannedMeasures(db), windowIds: adoptedWindowIds(db) }) };
}

/** Dates, status and window of all measures that are not archived. */
export function liveStates(db: DbOrTx): ReadonlyMap<number, AdoptableState> {
  const windowIds = adoptedWindowIds(db);
  return new Map(loadMeasures(db).map(({ id, startQuarter, endQuarter, status }) => [id, { startQuarter, endQuarter, status, fundingWindowId: windowIds.get(id) ?? null }]));
}

/** Measures that no longer stand where the adoption put them: undoing it would undo somebody else's work. */
export const changedSince = ({ changes }: Pick<StoredAdoption, "changes">, states: ReadonlyMap<number, AdoptableState>): AdoptedChange[] =>
  changes.filter(({ measureId, after }) => {
    const now = states.get(measureId);
    return now === undefined || !isSameState(now, after);
  });
