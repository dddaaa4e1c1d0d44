import { describe, expect, test } from "vitest";
import { quarterFrom } from "#app/domain/calendar/quarter.ts";
import { euros } from "#app/domain/money/cents.ts";
import { defaultSettings } from "#app/domain/planning/scenario.ts";
import { explainPlannedMeasure } from "#app/services/planning/explain-planned-measure.server.ts";
import { makePlan, questionOf } from "#app/services/planning/make-plan.server.ts";
import { planRunEnded, runPlansBy } from "#app/services/planning/plan-runs-in-progress.server.ts";
import { startPlanRun } from "#app/services/planning/start-plan-run.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { measure } from "#db/schema/index.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aCandidate } from "#tests/support/planner-input.ts";
import { aCostItem, aPortfolio, aStaffDemand } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

/** One year pays for the first measure alone; the third asks for more people than there are; of the fourth nobody knows anything. */
async function aPlannedDatabase() {
  const db = emptyDatabase();
  const costing = (id: number, amount: number) => [aCostItem({ id, amountCents: euros(amount), profile: "atStart" })];
  storePortfolio(
    db,
    aPortfolio({
      measures: [
        aCandidate(1, { title: "E-Akte", costItems: costing(1, 90_000), staffDemands: [aStaffDemand({ id: 1, personDays: 1 })] }),
        aCandidate(2, { title: "Portal", costItems: costing(2, 95_000), staffDemands: [aStaffDemand({ id: 2, personDays: 1 })] }),
        aCandidate(3, { title: "Zwilling", costItems: costing(3, 1), staffDemands: [aStaffDemand({ id: 3, personDays: 70 })] }),
        aCandidate(4, { title: "Wer weiß", startQuarter: null, endQuarter: null, costItems: [], staffDemands: [] }),
      ],
      budgetFrames: [2027, 2028, 2029, 2030].map((fiscalYear) => ({ fiscalYear, budgetKind: "consumptive", amountCents: euros(100_000) })),
      capacities: [2027, 2028, 2029, 2030].flatMap((year) => [1, 2, 3, 4].map((number) => ({ teamId: 1, quarter: quarterFrom(year, number), personDays: 60 }))),
    }),
  );
  const people = enrolPeople(db);
  runPlansBy(db, (work, onNews, stop) => makePlan({ ...questionOf(work), seconds: 0.05 }, { clock: () => performance.now(), isStopped: () => stop.aborted, onNews }));
  const started = startPlanRun(people.officer, { settings: defaultSettings, seconds: 2 });
  if (!started.ok) throw new Error("refused");
  await planRunEnded(db, started.value.runId);
  return { db, ...people, runId: started.value.runId };
}

async function explained(service: ServiceContext, runId: number, measureId: number) {
  const result = await explainPlannedMeasure(service, { runId, measureId });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

describe("refused", () => {
  test("committee members, and what is not there", async () => {
    const { officer, reviewer, runId } = await aPlannedDatabase();
    expect(await explainPlannedMeasure(reviewer, { runId, measureId: 1 })).toEqual({ ok: false, refusal: { code: "forbidden" } });
    const missing = { ok: false, refusal: { code: "missing" } };
    expect(await explainPlannedMeasure(officer, { runId: 99, measureId: 1 })).toEqual(missing);
    expect(await explainPlannedMeasure(officer, { runId, measureId: 99 })).toEqual(missing);
  });
});

test("who waits for money is told how much of which year would do, by name, even after the live data has gone", async () => {
  const { db, viewer, runId } = await aPlannedDatabase();
  db.delete(measure).run();
  const [first, second] = [await explained(viewer, runId, 1), await explained(viewer, runId, 2)];
  const later = (first.row?.startQuarter ?? "") > (second.row?.startQuarter ?? "") ? first : second;
  expect(later.before?.obstacles).toMatchObject([{ kind: "limit", key: { kind: "frame", fiscalYear: 2027 }, missing: euros(85_000), takers: [{ title: later === first ? "Portal" : "E-Akte" }] }]);
  expect(later.changes).toMatchObject([{ change: { kind: "money", fiscalYear: 2027, amountCents: euros(85_000) } }]);
});

test("who is left out is told what would bring it in, and whose figures are missing which", async () => {
  const { viewer, runId } = await aPlannedDatabase();
  const [large, unknown] = [await explained(viewer, runId, 3), await explained(viewer, runId, 4)];
  expect(large).toMatchObject({ row: null, left: { reason: "notChosen" }, changes: [{ change: { kind: "staff", name: "Team Fachverfahren", personDays: expect.any(Number), fte: expect.any(Number) } }] });
  expect(unknown).toMatchObject({ row: null, left: { reason: "unknownDuration" }, missingFigures: ["duration", "cost", "effort"], nearest: [], changes: [] });
});
