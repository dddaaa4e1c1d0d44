import { can } from "#app/domain/permissions/permissions.ts";
import { gapHundredths } from "#app/domain/planning/plan.ts";
import { forbidden, missing, ok } from "#app/domain/result.ts";
import type { Conflict } from "#app/planner/why/conflict-among.ts";
import { beside } from "#app/services/beside.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listOrgUnitNames } from "#db/queries/org-units.server.ts";
import { findPlanRun, planRunTexts } from "#db/queries/plan-runs.server.ts";
import { hasManyMeasures } from "./many-measures.server.ts";
import { namedConflict } from "./named-conflict.ts";
import { namedBreaches } from "./named-breaches.ts";
import { explanationOf } from "./plan-explanations.server.ts";
import { progressOf } from "./plan-runs-in-progress.server.ts";
import type { PlanView } from "./plan-view.server.ts";
import { storedPlan } from "./stored-plan.server.ts";

/** How far a run is, for a page that asks several times a second. */
export function showPlanProgress({ db, user }: Pick<ServiceContext, "db" | "user">, runId: number) {
  if (!can(user, "plan:read")) return forbidden();
  const run = findPlanRun(db, runId);
  if (run === null) return missing();
  const progress = progressOf(db, runId);
  const { objective, bound } = progress !== null && progress.objective !== null ? progress : run;
  const gap = objective === null || bound === null || progress?.bound === null ? null : gapHundredths({ objective, bound });
  return ok({
    isRunning: run.state === "running",
    hasPlan: run.objective !== null,
    waitingFor: progress?.waitingFor ?? 0,
    elapsedMs: Math.min(progress?.elapsedMs ?? 0, run.seconds * 1000),
    objective,
    bound: progress?.bound ?? null,
    gap,
  });
}

/** A run with the plan it found, or has found so far: read from what is stored, never solved again. */
export async function showPlanRun(service: ServiceContext, { runId, isWhole = false }: { readonly runId: number; readonly isWhole?: boolean }) {
  const { db, user } = service;
  if (!can(user, "plan:read")) return forbidden();
  const progress = showPlanProgress({ db, user }, runId);
  if (!progress.ok) return progress;
  const read = await readRunBeside(service, runId, isWhole);
  if (read === null) return missing();
  const { run, isIncomplete, ...shown } = read;
  const texts = run.state !== "running" && isIncomplete ? planRunTexts(db, runId) : null;
  const conflict = texts === null ? null : (await explanationOf(db, { runId, texts, question: "conflict" }, true)).conflict;
  return ok({
    ...shown,
    run,
    progress: run.state === "running" ? progress.value : null,
    conflict: conflict === null ? null : await nameConflictBeside(service, runId, conflict),
    canRun: can(user, "planner:run"),
  });
}

/** What of it comes from its frozen input and plan; whoever asks has made sure that it may be seen. */
export function readRun({ db }: ServiceContext, runId: number, isWhole: boolean) {
  const run = findPlanRun(db, runId);
  if (run === null) return null;
  const { input, settings, changes, plan, view } = storedPlan(db, run);
  // What lacks mandatory measures that could have had a place is not compared with what must have them.
  const isIncomplete = view !== null && view.missedMandatory.some((row) => row.reason === "notChosen");
  return {
    run,
    settings,
    changeCount: Object.values(changes).reduce((sum, list) => sum + list.length, 0),
    gap: plan === null || view === null || isIncomplete ? null : gapHundredths(plan),
    facts: plan === null ? null : { objective: plan.objective, bound: plan.bound, steps: plan.steps, plannerVersion: plan.plannerVersion, threads: plan.threads ?? 1 },
    view: view === null ? null : shownPart(view, isWhole),
    counts: view === null ? null : countsOf(view),
    breaches: namedBreaches(run, input, listOrgUnitNames(db)),
    isIncomplete,
  };
}

export function nameConflict({ db }: ServiceContext, runId: number, conflict: Conflict) {
  const run = findPlanRun(db, runId);
  return run === null ? null : namedConflict(conflict, storedPlan(db, run).input, listOrgUnitNames(db));
}

const readRunBeside = beside({ lane: "planning", name: "readRun", isLarge: hasManyMeasures }, readRun);
const nameConflictBeside = beside({ lane: "planning", name: "nameConflict", isLarge: hasManyMeasures }, nameConflict);

/** Lists longer than that are shown in part, unless all is asked for: 2,000 measures make a page that nobody reads and every browser feels. */
const LONG = 150;
const SHOWN_OF_LONG = 50;

/** `cutAfter`: how many of each list are shown, null where all are. */
function shownPart(view: PlanView, isWhole: boolean): PlanView & { readonly isLong: boolean; readonly cutAfter: number | null } {
  const { placed, standing, leftOut, missedMandatory } = view;
  const isLong = Math.max(placed.length, standing.length, leftOut.length) > LONG;
  if (isWhole || !isLong) return { ...view, isLong, cutAfter: null };
  const cut = <Row>(rows: readonly Row[]) => rows.slice(0, SHOWN_OF_LONG);
  return { ...view, placed: cut(placed), standing: cut(standing), leftOut: cut(leftOut), missedMandatory: cut(missedMandatory), isLong, cutAfter: SHOWN_OF_LONG };
}

const countsOf = ({ placed, standing, leftOut, missedMandatory }: PlanView) => ({
  placed: placed.length,
  standing: standing.length,
  leftOut: leftOut.length,
  incomplete: leftOut.filter((row) => row.reason.startsWith("unknown")).length,
  missedMandatory: missedMandatory.length,
  assumed: placed.filter((row) => row.assumed.length > 0).length,
});
