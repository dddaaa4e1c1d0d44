import { beforeEach, describe, expect, it, test } from "vitest";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { euros } from "#app/domain/money/cents.ts";
import { defaultSettings, noChanges } from "#app/domain/planning/scenario.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { archiveScenario, changeScenario, createScenario, type ChangeScenarioCommand } from "#app/services/planning/save-scenario.server.ts";
import { showScenario, showScenarioForm, showScenarioList } from "#app/services/planning/show-scenarios.server.ts";
import { findScenario } from "#db/queries/scenarios.server.ts";
import { post } from "#db/schema/index.ts";
import { auditLog } from "#tests/support/audit.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { allPeople, enrolPeople, idOf, type Person } from "#tests/support/people.ts";
import { aPlan, aPost, placed, storeRun } from "#tests/support/plans.ts";
import { aMeasure, aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

let people: Record<Person, ServiceContext>;
let scenarioId: number;

beforeEach(() => {
  const db = emptyDatabase();
  storePortfolio(db, aPortfolio({ measures: [aMeasure()], budgetFrames: [{ fiscalYear: 2028, budgetKind: "investive", amountCents: euros(400_000) }] }));
  people = enrolPeople(db);
  for (const each of [aPost(), aPost({ id: 2, title: "Barrierefreiheit" }), aPost({ id: 3, title: "Administration", state: "filled" })]) {
    const { rowVersion: _version, ...row } = each;
    db.insert(post).values(row).run();
  }
  const created = createScenario(people.officer, { name: "Eine von zwei Stellen", description: "", copyOf: null });
  if (!created.ok) throw new Error("not created");
  scenarioId = created.value.id;
});

const command = (overrides: Partial<ChangeScenarioCommand> = {}): ChangeScenarioCommand => ({
  id: scenarioId,
  rowVersion: 1,
  name: "Eine von zwei Stellen",
  description: "Wenn nur die erste bewilligt wird.",
  changes: { ...noChanges, posts: [{ postId: 1, counted: true }, { postId: 2, counted: false }] },
  settings: defaultSettings,
  ...overrides,
});

describe("refused, and nothing is written", () => {
  test.each<[string, Person, Partial<ChangeScenarioCommand>, string]>([
    ["to a contributor", "itContributor", {}, "forbidden"],
    ["to a contributor of another unit", "otherContributor", {}, "forbidden"],
    ["to a committee member", "reviewer", {}, "forbidden"],
    ["to a committee member even where there is no scenario", "reviewer", { id: 99 }, "forbidden"],
    ["to a viewer", "viewer", {}, "forbidden"],
    ["to the administration", "admin", {}, "forbidden"],
    ["where there is no scenario", "officer", { id: 99 }, "missing"],
    ["on an older version", "officer", { rowVersion: 7 }, "conflict"],
    ["with a post that does not exist", "officer", { changes: { ...noChanges, posts: [{ postId: 99, counted: false }] } }, "invalid"],
    ["with a measure that does not exist", "officer", { changes: { ...noChanges, measures: [{ measureId: 99, choice: "free" }] } }, "invalid"],
    ["with a team that does not exist", "officer", { changes: { ...noChanges, capacities: [{ teamId: 99, fromQuarter: quarter("2027-Q1"), toQuarter: quarter("2027-Q1"), deltaPersonDays: 1 }] } }, "invalid"],
  ])("%s", (_why, person, overrides, code) => {
    const before = [findScenario(people.officer.db, scenarioId), auditLog(people.officer.db)];
    expect(changeScenario(people[person], command(overrides))).toMatchObject({ ok: false, refusal: { code } });
    expect([findScenario(people.officer.db, scenarioId), auditLog(people.officer.db)]).toEqual(before);
  });

  it("with a name that is taken, also when made anew", () => {
    createScenario(people.officer, { name: "Weniger Geld", description: "", copyOf: null });
    expect(changeScenario(people.officer, command({ name: "Weniger Geld" }))).toMatchObject({ refusal: { fields: { name: [{ code: "nameTaken" }] } } });
    expect(createScenario(people.officer, { name: "Weniger Geld", description: "", copyOf: null })).toMatchObject({ refusal: { fields: { name: [{ code: "nameTaken" }] } } });
    expect(createScenario(people.officer, { name: "Kopie", description: "", copyOf: 99 })).toMatchObject({ refusal: { fields: { copyOf: [{ code: "modelGone" }] } } });
  });

  it("to everybody but the officer: making, archiving, the form; and to the committee the page", () => {
    for (const person of allPeople.filter((each) => each !== "officer")) {
      expect(createScenario(people[person], { name: "x", description: "", copyOf: null })).toMatchObject({ refusal: { code: "forbidden" } });
      expect(archiveScenario(people[person], { id: scenarioId, rowVersion: 1, archive: true })).toMatchObject({ refusal: { code: "forbidden" } });
      expect(showScenarioForm(people[person], scenarioId)).toMatchObject({ refusal: { code: "forbidden" } });
    }
    expect(showScenario(people.reviewer, scenarioId)).toMatchObject({ refusal: { code: "forbidden" } });
    expect(showScenarioList(people.reviewer)).toMatchObject({ refusal: { code: "forbidden" } });
  });
});

describe("a scenario", () => {
  it("keeps only what differs from the live plan, and says it in its page", () => {
    expect(changeScenario(people.officer, command())).toMatchObject({ ok: true });
    expect(findScenario(people.officer.db, scenarioId)).toMatchObject({ rowVersion: 2, changes: { posts: [{ postId: 2, counted: false }] } });
    expect(showScenario(people.viewer, scenarioId)).toMatchObject({ value: { differences: [{ kind: "postNotCounted", title: "Barrierefreiheit" }], mayRun: false, goneCount: 0 } });
    expect(auditLog(people.officer.db).at(-1)).toMatchObject({ userId: idOf("officer"), action: "update", entity: "scenario", entityId: scenarioId, after: { description: "Wenn nur die erste bewilligt wird." } });
  });

  it("stands by what it said itself when the live plan comes round to it", () => {
    changeScenario(people.officer, command());
    people.officer.db.update(post).set({ counted: false }).run();
    changeScenario(people.officer, command({ rowVersion: 2, description: "Anders." }));
    expect(findScenario(people.officer.db, scenarioId)?.changes.posts).toEqual([{ postId: 1, counted: true }, { postId: 2, counted: false }]);
  });

  it("offers posts that are not filled, and says where a change has no effect", () => {
    expect(showScenarioForm(people.officer, scenarioId)).toMatchObject({ value: { posts: [{ id: 2, team: "Team Fachverfahren" }, { id: 1, counted: true }] } });
    const capacities = [{ teamId: 1, fromQuarter: quarter("2027-Q3"), toQuarter: quarter("2027-Q4"), deltaPersonDays: -20 }];
    changeScenario(people.officer, command({ changes: { ...noChanges, capacities } }));
    expect(showScenario(people.officer, scenarioId)).toMatchObject({ value: { differences: [], unknownTeams: ["Team Fachverfahren"] } });
  });

  it("is copied with its changes, archived and brought back", () => {
    changeScenario(people.officer, command());
    const copy = createScenario(people.officer, { name: "Kopie", description: "", copyOf: scenarioId });
    expect(copy.ok && findScenario(people.officer.db, copy.value.id)?.changes.posts).toEqual([{ postId: 2, counted: false }]);
    expect(archiveScenario(people.officer, { id: scenarioId, rowVersion: 2, archive: true })).toMatchObject({ ok: true });
    expect(changeScenario(people.officer, command({ rowVersion: 3 }))).toMatchObject({ refusal: { fields: { "": [{ code: "archived" }] } } });
    expect(showScenarioList(people.officer)).toMatchObject({ value: { scenarios: [{ name: "Kopie" }], archived: [{ name: "Eine von zwei Stellen" }] } });
    expect(archiveScenario(people.officer, { id: scenarioId, rowVersion: 3, archive: false })).toMatchObject({ ok: true });
  });

  it("is listed with its newest plan", () => {
    storeRun(people.officer, { scenarioId, plan: aPlan({ placed: [placed(1, "2027-Q3")] }) });
    expect(showScenarioList(people.viewer)).toMatchObject({ value: { live: null, scenarios: [{ changeCount: 0, run: { placed: 1, leftOut: 0 } }], mayRun: false } });
  });
});
