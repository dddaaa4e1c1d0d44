import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { cents } from "#app/domain/money/cents.ts";
import { compareMeasures, shiftOf } from "#app/domain/planning/compare-plans.ts";
import { applyScenario } from "#app/domain/planning/apply-scenario.ts";
import type { Plan } from "#app/domain/planning/plan.ts";
import type { PlannerInput } from "#app/domain/planning/planner-input.ts";
import { defaultSettings, noChanges, type ScenarioChanges } from "#app/domain/planning/scenario.ts";
import { checkPlan } from "#app/planner/model/check-plan.ts";
import { makePlan, questionOf } from "#app/services/planning/make-plan.server.ts";
import { planRunEnded, runPlansBy, type PlanRunner } from "#app/services/planning/plan-runs-in-progress.server.ts";
import { createScenario } from "#app/services/planning/save-scenario.server.ts";
import { showPlanRun } from "#app/services/planning/show-plan-run.server.ts";
import { startPlanRun } from "#app/services/planning/start-plan-run.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { planRunContent } from "#db/queries/plan-runs.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aCandidate, aPlannerInput, someSettings } from "#tests/support/planner-input.ts";
import { aPost } from "#tests/support/plans.ts";
import { aMeasure, aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const settings = someSettings();

/** Thirty measures of team 1, which has two people of its own and four posts to come, and money for all; many plans are worth nearly the same. */
function anInputWithPosts(overrides: Partial<PlannerInput> = {}): PlannerInput {
  const posts = [1, 2, 3, 4].map((id) => aPost({ id, state: "requested", fromQuarter: quarter("2027-Q1") }));
  const measures = Array.from({ length: 30 }, (_, index) => aCandidate(index + 1));
  const priorities = measures.map(({ id }) => ({ measureId: id, place: id, score: 80 - (id % 7) }));
  return aPlannerInput({ measures, priorities, posts, budgetFrames: [], ...overrides });
}

async function planned(input: PlannerInput, changes: ScenarioChanges = noChanges, startFrom?: Plan, seed = 1): Promise<Plan> {
  const from = startFrom === undefined ? {} : { startFrom: { input, changes: noChanges, settings, plan: startFrom } };
  const outcome = await makePlan({ input, changes, settings, seed, seconds: 0.15, ...from }, { clock: () => performance.now(), isStopped: () => false, onNews: () => undefined });
  if (outcome.kind !== "planned") throw new Error(JSON.stringify(outcome));
  return outcome.plan;
}

const shift = (input: PlannerInput, changes: ScenarioChanges, live: Plan, plan: Plan) =>
  shiftOf(compareMeasures([{ runId: 1, plan: live, input, settings }, { runId: 2, plan, input: applyScenario(input, changes), settings }]), 1);

describe("what a scenario changes comes from its changes", () => {
  test("a scenario that changes nothing has the live plan itself, whatever the seed", async () => {
    const input = anInputWithPosts();
    const live = await planned(input);
    expect(await planned(input, noChanges, live, 7)).toEqual(live);
    const inName = { ...noChanges, posts: [{ postId: 1, counted: true }] };
    expect(await planned(input, inName, live, 7)).toEqual(live);
  });

  test("fewer posts drop and delay measures and hasten hardly any", async () => {
    const input = anInputWithPosts();
    const live = await planned(input);
    const half = { ...noChanges, posts: [3, 4].map((postId) => ({ postId, counted: false })) };
    const plan = await planned(input, half, live, 7);
    expect(checkPlan(applyScenario(input, half), settings, plan)).toEqual([]);
    const { later, dropped, earlier, gained } = shift(input, half, live, plan);
    expect(later.count + dropped.length).toBeGreaterThan(0);
    expect(earlier.count + gained.length).toBeLessThan(later.count + dropped.length);
    expect(plan.objective).toBeLessThan(live.objective);
  });

  test("a gain that the live plan could have had as well is told apart from what the scenario brings", async () => {
    const input = anInputWithPosts();
    const live = await planned(input);
    const poor: Plan = { ...live, placed: [], leftOut: input.measures.map(({ id }) => ({ measureId: id, reason: "notChosen", mandatory: false })), objective: 0 };
    const frame = { ...noChanges, frames: [{ fiscalYear: 2027, budgetKind: "investive" as const, amountCents: cents(1) }] };
    expect((await planned(input, frame, poor)).beatsItsStart).toBe(true);
    const more = { ...noChanges, capacities: [{ teamId: 1, fromQuarter: quarter("2027-Q1"), toQuarter: quarter("2030-Q4"), deltaPersonDays: 400 }] };
    expect((await planned(input, more, live)).beatsItsStart).toBeUndefined();
  });

  test("more of anything never makes a worse plan", async () => {
    const input = anInputWithPosts();
    const live = await planned(input);
    const more = fc.record({ deltaPersonDays: fc.integer({ min: 0, max: 80 }), seed: fc.integer({ min: 1, max: 1_000 }) });
    await fc.assert(
      fc.asyncProperty(more, async ({ deltaPersonDays, seed }) => {
        const changes = { ...noChanges, capacities: [{ teamId: 1, fromQuarter: quarter("2027-Q3"), toQuarter: quarter("2028-Q2"), deltaPersonDays }] };
        const plan = await planned(input, changes, live, seed);
        expect(plan.objective).toBeGreaterThanOrEqual(live.objective);
        expect(plan.objective).toBeLessThanOrEqual(plan.bound);
      }),
      { numRuns: 6 },
    );
  });
});

describe("stored", () => {
  const briefly: PlanRunner = (work, onNews, stop) => makePlan({ ...questionOf(work), seconds: 0.05 }, { clock: () => performance.now(), isStopped: () => stop.aborted, onNews });

  async function runEnded(service: ServiceContext, scenarioId: number | null): Promise<number> {
    const started = startPlanRun(service, { settings: defaultSettings, changes: noChanges, scenarioId, seconds: 2 });
    if (!started.ok) throw new Error(JSON.stringify(started));
    await planRunEnded(service.db, started.value.runId);
    return started.value.runId;
  }
  async function warmFrom(service: ServiceContext, runId: number): Promise<number | null> {
    const shown = await showPlanRun(service, { runId });
    if (!shown.ok) throw new Error(JSON.stringify(shown));
    return shown.value.run.warmFrom;
  }

  test("a scenario begins with the newest live plan there is when its turn comes, and says which; the live plan begins anew", async () => {
    const db = emptyDatabase();
    storePortfolio(db, aPortfolio({ measures: [aCandidate(1, { leadUnitId: 2 }), aMeasure({ id: 2 })] }));
    const { officer } = enrolPeople(db);
    runPlansBy(db, briefly);
    const scenario = createScenario(officer, { name: "Wie heute", description: "", copyOf: null });
    if (!scenario.ok) throw new Error(JSON.stringify(scenario));
    const alone = await runEnded(officer, scenario.value.id);
    const [live, second] = [runEnded(officer, null), runEnded(officer, scenario.value.id)];
    expect([await warmFrom(officer, alone), await warmFrom(officer, await live), await warmFrom(officer, await second)]).toEqual([null, null, await live]);
    expect(planRunContent(db, await second)?.plan).toEqual(planRunContent(db, await live)?.plan);
  });
});
