import { describe, expect, test } from "vitest";
import { euros } from "#app/domain/money/cents.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { defaultSettings, noChanges } from "#app/domain/planning/scenario.ts";
import { cancelPlanRun } from "#app/services/planning/cancel-plan-run.server.ts";
import { endForgottenRuns } from "#app/services/planning/finish-plan-run.server.ts";
import { listPlanRuns } from "#app/services/planning/list-plan-runs.server.ts";
import { makePlan, questionOf } from "#app/services/planning/make-plan.server.ts";
import { planRunEnded, runPlansBy, type PlanOutcome, type PlanRunner } from "#app/services/planning/plan-runs-in-progress.server.ts";
import { showPlanProgress, showPlanRun } from "#app/services/planning/show-plan-run.server.ts";
import { showPlanner } from "#app/services/planning/show-planner.server.ts";
import { startPlanRun } from "#app/services/planning/start-plan-run.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { auditEvent, measure } from "#db/schema/index.ts";
import { insertPlanRun } from "#db/queries/plan-runs.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { aClock, enrolPeople, idOf } from "#tests/support/people.ts";
import { aCostItem, aDependency, aMeasure, aPortfolio, aStaffDemand } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const forbidden = { ok: false, refusal: { code: "forbidden" } };
const missing = { ok: false, refusal: { code: "missing" } };
const command = { settings: defaultSettings, seconds: 2 };

/** Two measures of 20.000 € and 15.000 €, the second after the first, and a year that pays for one of them. */
function aDatabase() {
  const db = emptyDatabase();
  const undated = { startQuarter: null, endQuarter: null };
  storePortfolio(
    db,
    aPortfolio({
      measures: [
        aMeasure({ id: 1, title: "E-Akte", startQuarter: quarter("2027-Q3"), endQuarter: quarter("2027-Q4"), costItems: [aCostItem({ id: 1, amountCents: euros(20_000) })], staffDemands: [aStaffDemand({ id: 1, personDays: 10 })] }),
        aMeasure({ id: 2, title: "Portal", startQuarter: quarter("2027-Q3"), endQuarter: quarter("2027-Q4"), costItems: [aCostItem({ id: 2, amountCents: euros(15_000) })], staffDemands: [aStaffDemand({ id: 2, personDays: 10 })] }),
        aMeasure({ id: 3, title: "Ohne alles", ...undated }),
      ],
      dependencies: [aDependency({ id: 1, predecessorId: 1, successorId: 2 })],
      budgetFrames: [{ fiscalYear: 2027, budgetKind: "consumptive", amountCents: euros(20_000) }],
      capacities: ["2027-Q3", "2027-Q4", "2028-Q1", "2028-Q2"].map((each) => ({ teamId: 1, quarter: quarter(each), personDays: 15 })),
    }),
  );
  return { db, ...enrolPeople(db) };
}

/** Plans really, in the thread of the caller and a moment long. */
const briefly: PlanRunner = (work, onNews, stop) => makePlan({ ...questionOf(work), seconds: 0.05 }, { clock: () => performance.now(), isStopped: () => stop.aborted, onNews });

function started(service: ServiceContext, wanted: Parameters<typeof startPlanRun>[1] = command): number {
  const result = startPlanRun(service, wanted);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value.runId;
}

async function shown(service: ServiceContext, runId: number) {
  const result = await showPlanRun(service, { runId });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

const actionsOn = (db: Db): string[] => db.select({ action: auditEvent.action, entity: auditEvent.entity }).from(auditEvent).all().filter((row) => row.entity === "planRun").map((row) => row.action);

describe("refused", () => {
  test("only the officer starts and cancels; committee members see no run", async () => {
    const { db, officer, itContributor, otherContributor, reviewer, viewer, admin } = aDatabase();
    runPlansBy(db, briefly);
    for (const service of [itContributor, otherContributor, reviewer, viewer, admin]) expect(startPlanRun(service, command)).toEqual(forbidden);
    const runId = started(officer);
    for (const service of [itContributor, reviewer, viewer, admin]) expect(await cancelPlanRun(service, runId)).toEqual(forbidden);
    await planRunEnded(db, runId);
    expect([await showPlanRun(reviewer, { runId }), showPlanProgress(reviewer, runId), listPlanRuns(reviewer, { limit: 5 }), await showPlanner(reviewer)]).toEqual([forbidden, forbidden, forbidden, forbidden]);
    expect((await shown(viewer, runId)).canRun).toBe(false);
    expect(actionsOn(db)).toEqual(["startRun"]);
  });

  test("a run that does not exist, one that has ended, and a scenario that does not exist", async () => {
    const { db, officer } = aDatabase();
    runPlansBy(db, briefly);
    expect([await showPlanRun(officer, { runId: 9 }), showPlanProgress(officer, 9), await cancelPlanRun(officer, 9)]).toEqual([missing, missing, missing]);
    expect(startPlanRun(officer, { ...command, scenarioId: 7 })).toEqual(missing);
    const runId = started(officer);
    await planRunEnded(db, runId);
    expect(await cancelPlanRun(officer, runId)).toEqual({ ok: false, refusal: { code: "invalid", fields: { "": [{ code: "runEnded" }] } } });
  });

  test("settings that say nothing, another search time than those offered, and more runs than one waits for", async () => {
    const { db, officer } = aDatabase();
    runPlansBy(db, briefly);
    const problem = (field: string, code: string) => expect.objectContaining({ refusal: { code: "invalid", fields: { [field]: [expect.objectContaining({ code })] } } });
    expect(startPlanRun(officer, { ...command, settings: { ...defaultSettings, priorityWeight: 0 } })).toEqual(problem("priorityWeight", "weightless"));
    expect(startPlanRun(officer, { ...command, settings: { ...defaultSettings, stability: 101 } })).toEqual(problem("", "settingsUnreadable"));
    expect(startPlanRun(officer, { ...command, seconds: 599 })).toEqual(problem("seconds", "secondsNotOffered"));
    const ids = Array.from({ length: 8 }, () => started(officer));
    expect(startPlanRun(officer, command)).toEqual(problem("", "tooManyRuns"));
    await Promise.all(ids.map((id) => cancelPlanRun(officer, id)));
  });

  test("a municipality without measures", () => {
    const db = emptyDatabase();
    storePortfolio(db, aPortfolio());
    expect(startPlanRun(enrolPeople(db).officer, command)).toEqual({ ok: false, refusal: { code: "invalid", fields: { "": [{ code: "noMeasures" }] } } });
  });
});

test("a plan keeps predecessor and frame, says what is left out and why, and is the same when read again", async () => {
  const { db, officer } = aDatabase();
  runPlansBy(db, briefly);
  const runId = started(officer);
  await planRunEnded(db, runId);
  const { run, view, gap } = await shown(officer, runId);
  expect(run).toMatchObject({ state: "done", seconds: 2, seed: 1, failure: null, scenarioId: null });
  expect(view?.placed.map(({ title, startQuarter, move }) => ({ title, startQuarter, move }))).toEqual([
    { title: "E-Akte", startQuarter: "2027-Q2", move: "earlier" },
    { title: "Portal", startQuarter: "2028-Q1", move: "later" },
  ]);
  expect(view?.leftOut.map(({ title, reason }) => ({ title, reason }))).toEqual([{ title: "Ohne alles", reason: "unknownDuration" }]);
  expect(view?.money.find((row) => row.fiscalYear === 2027 && row.budgetKind === "consumptive")).toMatchObject({ expense: euros(20_000), frame: euros(20_000), overuse: 0 });
  expect(gap).toBeGreaterThanOrEqual(0);
  db.delete(measure).run();
  expect((await shown(officer, runId)).view).toEqual(view);
});

test("assumed figures are marked, and a run of a scenario is planned with its changes", async () => {
  const { db, officer } = aDatabase();
  runPlansBy(db, briefly);
  const settings = { ...defaultSettings, unknownEstimates: "assume" as const };
  const changes = { ...noChanges, frames: [{ fiscalYear: 2027, budgetKind: "consumptive" as const, amountCents: null }] };
  const runId = started(officer, { ...command, settings, changes });
  await planRunEnded(db, runId);
  const { view, changeCount } = await shown(officer, runId);
  expect(view?.placed.find((row) => row.title === "Ohne alles")?.assumed).toEqual(["duration", "cost", "effort"]);
  expect(view?.placed.find((row) => row.title === "Portal")?.startQuarter).toBe("2027-Q4");
  expect([view?.leftOut, changeCount]).toEqual([[], 1]);
});

test("cancelling keeps the best plan found, and a run that waits ends without one", async () => {
  const { db, officer } = aDatabase();
  runPlansBy(db, (work, onNews, stop) => makePlan({ ...questionOf(work), seconds: 600 }, { clock: () => performance.now(), isStopped: () => stop.aborted, onNews }));
  // Nobody interrupts a search in the caller's own thread: it is asked to stop before it begins to improve.
  const [first, second] = [started(officer), started(officer)];
  expect(showPlanProgress(officer, second)).toMatchObject({ ok: true, value: { isRunning: true, waitingFor: 1, hasPlan: false } });
  const [one, two] = [cancelPlanRun(officer, first), cancelPlanRun(officer, second)];
  expect([await one, await two]).toEqual([{ ok: true, value: { hasPlan: false } }, { ok: true, value: { hasPlan: false } }]);
  expect([(await shown(officer, first)).run.state, (await shown(officer, second)).run.state]).toEqual(["cancelled", "cancelled"]);
  expect(actionsOn(db)).toEqual(["startRun", "startRun", "cancelRun", "cancelRun"]);
});

test("a plan the checker refuses is neither kept nor shown; a lost run says so and keeps its first plan", async () => {
  const { db, officer } = aDatabase();
  const breach = { rule: "afterDeadline", measureId: 1 };
  const outcomes: Array<PlanOutcome | null> = [{ kind: "failed", failure: { code: "refused", details: [breach] } }, null];
  runPlansBy(db, async (work, onNews, stop) => {
    await briefly(work, onNews, stop);
    const outcome = outcomes.shift();
    if (outcome === null || outcome === undefined) throw new Error("lost on purpose");
    return outcome;
  });
  const refused = started(officer);
  await planRunEnded(db, refused);
  expect(await shown(officer, refused)).toMatchObject({ run: { state: "failed", failure: { code: "refused", details: [breach] } }, view: null });
  const lost = started(officer);
  await planRunEnded(db, lost);
  expect((await shown(officer, lost)).run).toMatchObject({ state: "failed", failure: { code: "lost" } });
  expect((await shown(officer, lost)).view?.placed).toHaveLength(2);
});

test("what ran when the program ended is cancelled at the next start", async () => {
  const { db, officer } = aDatabase();
  const runId = insertPlanRun(db, { scenarioId: null, settings: defaultSettings, changes: noChanges, input: "{}", inputHash: "", seed: 1, seconds: 10, startedAt: aClock.now(), startedBy: idOf("officer") });
  expect(endForgottenRuns({ db, clock: aClock })).toBe(1);
  expect((await shown(officer, runId)).run).toMatchObject({ state: "cancelled", failure: { code: "restart" } });
});
