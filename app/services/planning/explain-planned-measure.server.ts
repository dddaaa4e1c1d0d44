import { can } from "#app/domain/permissions/permissions.ts";
import { estimate } from "#app/domain/planning/assumptions.ts";
import { noTerms } from "#app/domain/planning/planning-terms.ts";
import { USUAL_PERSON_DAYS_PER_FTE, staffingInForce } from "#app/domain/resources/effective-capacity.ts";
import { forbidden, missing, ok } from "#app/domain/result.ts";
import type { WithMoves } from "#app/planner/why/change-with-moves.ts";
import type { Attempt, Obstacle } from "#app/planner/why/obstacles.ts";
import type { SingleChange } from "#app/planner/why/single-change.ts";
import type { WhyHere } from "#app/planner/why/why-here.ts";
import { beside } from "#app/services/beside.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listOrgUnitNames } from "#db/queries/org-units.server.ts";
import { findPlanRun, planRunTexts } from "#db/queries/plan-runs.server.ts";
import { hasManyMeasures } from "./many-measures.server.ts";
import { explanationOf } from "./plan-explanations.server.ts";
import { storedPlan } from "./stored-plan.server.ts";

/** Why a measure stands where a stored plan puts it, or why it is not in it. Computed from what was frozen with the run. */
export async function explainPlannedMeasure(service: ServiceContext, { runId, measureId }: { readonly runId: number; readonly measureId: number }) {
  const { db, user } = service;
  if (!can(user, "plan:read")) return forbidden();
  const run = findPlanRun(db, runId);
  const texts = run === null ? null : planRunTexts(db, runId);
  const place = texts === null ? null : await readPlaceBeside(service, runId, measureId);
  if (run === null || texts === null || place === null) return missing();
  const { why } = await explanationOf(db, { runId, texts, question: { measureId } }, run.state !== "running");
  if (why === null) throw new Error("a question about a measure has an answer about it");
  const named = await nameWhyBeside(service, runId, why);
  return named === null ? missing() : ok({ run: { id: run.id, state: run.state, scenarioName: run.scenarioName }, ...place, ...named });
}

/** Where a measure stands in a stored plan; null where it is not part of it. Whoever asks has made sure that it may be seen. */
export function readPlace({ db }: ServiceContext, runId: number, measureId: number) {
  const run = findPlanRun(db, runId);
  if (run === null) return null;
  const { input, settings, plan, view } = storedPlan(db, run);
  const measure = input.measures.find((each) => each.id === measureId);
  if (plan === null || view === null || measure === undefined) return null;
  const row = [...view.placed, ...view.standing].find((each) => each.measureId === measureId) ?? null;
  const left = view.leftOut.find((each) => each.measureId === measureId) ?? null;
  if (row === null && left === null) return null;
  const titles = new Map(input.measures.map((each) => [each.id, each.title]));
  const titleOf = (id: number) => titles.get(id) ?? "";
  return {
    measure: { id: measure.id, title: measure.title, status: measure.status, deadline: measure.deadline, earliestStart: measure.earliestStart },
    row,
    left,
    missingFigures: left === null ? [] : estimate(measure, input.terms.measures.find((each) => each.measureId === measureId) ?? noTerms(measureId), settings).missing,
    /** Not in the plan themselves, and so keep this one out. */
    absentPredecessors: left?.reason !== "predecessorLeftOut" ? [] : input.dependencies.flatMap(({ predecessorId, successorId }) => (successorId === measureId && !plan.placed.some((each) => each.measureId === predecessorId) ? [{ measureId: predecessorId, title: titleOf(predecessorId) }] : [])),
    excludedBy: left?.reason !== "excluded" ? [] : input.terms.pairs.flatMap(({ kind, firstId, secondId }) => (kind === "excludes" && (firstId === measureId || secondId === measureId) ? [firstId === measureId ? secondId : firstId] : [])).filter((id) => plan.placed.some((each) => each.measureId === id)).map((id) => ({ measureId: id, title: titleOf(id) })),
  };
}

/** An explanation with the names of what it speaks of. */
export function nameWhy({ db }: ServiceContext, runId: number, why: WhyHere) {
  const run = findPlanRun(db, runId);
  if (run === null) return null;
  const { input } = storedPlan(db, run);
  const titles = new Map(input.measures.map((each) => [each.id, each.title]));
  const teams = new Map(input.teams.map((each) => [each.id, each.name]));
  const units = new Map(listOrgUnitNames(db).map((each) => [each.id, each.name]));
  const lines = new Map(input.budgetLines.map((line) => [line.id, `${line.budgetProduct} ${line.budgetAccount}`.trim()]));
  const titleOf = (id: number) => titles.get(id) ?? "";
  const nameObstacle = (obstacle: Obstacle) => {
    if (obstacle.kind === "window") return { ...obstacle, name: "" };
    if (obstacle.kind !== "limit") return { ...obstacle, name: titleOf(obstacle.measureId) };
    const { key } = obstacle;
    const name = key.kind === "team" ? teams.get(key.teamId) : key.kind === "starts" ? units.get(key.orgUnitId) : key.kind === "line" ? lines.get(key.lineId) : "";
    return { ...obstacle, name: name ?? "", takers: obstacle.takers.map((taker) => ({ ...taker, title: titleOf(taker.measureId) })) };
  };
  const nameChange = (change: SingleChange) => {
    if (change.kind === "money") return { ...change, name: change.lineIds.map((id) => lines.get(id) ?? "").join(", ") };
    if (change.kind === "deadline") return { ...change, name: "" };
    if (change.kind === "starts") return { ...change, name: units.get(change.orgUnitId) ?? "" };
    const perFte = staffingInForce(input.staffing, change.teamId, change.fromQuarter)?.personDaysPerFte ?? USUAL_PERSON_DAYS_PER_FTE;
    return { ...change, name: teams.get(change.teamId) ?? "", fte: Math.ceil((100 * change.personDays) / Math.max(1, perFte)) };
  };
  const nameAttempt = (attempt: Attempt) => ({ ...attempt, obstacles: attempt.obstacles.map(nameObstacle) });
  const nameMoves = ({ start, change, moved, dropped }: WithMoves) => ({
    start,
    change: change === null ? null : nameChange(change),
    moved: moved.map((each) => ({ ...each, title: titleOf(each.measureId) })),
    dropped: dropped.map((id) => ({ measureId: id, title: titleOf(id) })),
  });
  return {
    span: why.span,
    before: why.before === null ? null : nameAttempt(why.before),
    alsoPossible: why.alsoPossible === null ? null : { start: why.alsoPossible.start },
    nearest: why.nearest.map(nameAttempt),
    changes: why.changes.map(({ start, change }) => ({ start, change: nameChange(change) })),
    withMoves: why.withMoves === null ? null : nameMoves(why.withMoves),
  };
}

const readPlaceBeside = beside({ lane: "planning", name: "readPlace", isLarge: hasManyMeasures }, readPlace);
const nameWhyBeside = beside({ lane: "planning", name: "nameWhy", isLarge: hasManyMeasures }, nameWhy);
