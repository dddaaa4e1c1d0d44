import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { noChanges } from "#app/domain/planning/scenario.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { exportPlanComparison, showPlanComparison } from "#app/services/planning/compare-plans.server.ts";
import { createScenario } from "#app/services/planning/save-scenario.server.ts";
import { showScenario } from "#app/services/planning/show-scenarios.server.ts";
import { planRun, post } from "#db/schema/index.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople, type Person } from "#tests/support/people.ts";
import { aPlan, aPost, placed, storeRun } from "#tests/support/plans.ts";
import { aMeasure, aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

let people: Record<Person, ServiceContext>;
let runIds: number[];
let scenarioId: number;
const PARAGRAPH = "Ohne die Stelle „IT-Projektleitung“ verschiebt sich eine Maßnahme um 2 Quartale.";

beforeEach(() => {
  const db = emptyDatabase();
  storePortfolio(db, aPortfolio({ measures: [aMeasure({ title: "E-Akte", startQuarter: quarter("2027-Q3"), endQuarter: quarter("2027-Q4") })] }));
  people = enrolPeople(db);
  const { rowVersion: _version, ...row } = aPost();
  db.insert(post).values(row).run();
  const created = createScenario(people.officer, { name: "Ohne Projektleitung", description: "", copyOf: null });
  if (!created.ok) throw new Error("not created");
  scenarioId = created.value.id;
  runIds = [
    storeRun(people.officer, { plan: aPlan({ placed: [placed(1, "2027-Q3")] }) }),
    storeRun(people.officer, { plan: aPlan({ placed: [placed(1, "2028-Q1")] }), scenarioId, changes: { ...noChanges, posts: [{ postId: 1, counted: false }] } }),
  ];
});

const show = (person: Person, ids = runIds) => showPlanComparison(people[person], { runIds: ids, allMeasures: false });
const save = (person: Person, ids = runIds) => exportPlanComparison(people[person], ids, "csv", process.cwd());

describe("comparing runs", () => {
  it("is refused to the committee, and its files to the administration, too", async () => {
    expect(show("reviewer")).toMatchObject({ refusal: { code: "forbidden" } });
    for (const person of ["reviewer", "admin"] as const) expect(await save(person)).toMatchObject({ refusal: { code: "forbidden" } });
  });

  it("finds no plan that is not there, and needs two to four", async () => {
    expect(show("viewer", [runIds[0] ?? 0, 99])).toMatchObject({ refusal: { code: "missing" } });
    for (const ids of [[], runIds.slice(0, 1), [1, 2, 3, 4, 5]]) {
      expect(show("viewer", ids)).toMatchObject({ value: { sections: null, offered: [{ scenarioName: "Ohne Projektleitung" }, { scenarioName: null }] } });
      expect(await save("viewer", ids)).toMatchObject({ ok: false });
    }
  });

  it("says which plan is still computed instead of comparing it", () => {
    people.officer.db.update(planRun).set({ state: "running" }).where(eq(planRun.id, runIds[1] ?? 0)).run();
    expect(show("viewer")).toMatchObject({ value: { sections: null, runningIds: [runIds[1]], runIds } });
  });

  it("tells what the scenario changes, from what was frozen with each run", async () => {
    people.officer.db.delete(post).run();
    expect(show("itContributor")).toMatchObject({ value: { sections: [{ blocks: [{ text: PARAGRAPH }, {}] }, {}, {}, {}, {}, {}], pictures: [{ rows: [{ title: "E-Akte", change: { kind: "later", quarters: 2 } }] }], mayExport: true, mayAdopt: false } });
    const file = await save("viewer");
    expect(file.ok && file.value.state === "done" && file.value.file.bytes.toString()).toContain("2 Quartale später");
  });

  it("stands on the scenario's page as soon as both are planned", () => {
    expect(showScenario(people.viewer, scenarioId)).toMatchObject({ value: { comparison: { liveId: runIds[0], runId: runIds[1], paragraph: PARAGRAPH } } });
  });
});
