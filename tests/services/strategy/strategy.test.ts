import { beforeEach, describe, expect, it } from "vitest";
import { archiveStrategyItem, saveStrategyItem, type SaveStrategyItemCommand } from "#app/services/strategy/save-strategy-item.server.ts";
import { showStrategyItem } from "#app/services/strategy/show-strategy-item.server.ts";
import { showStrategy } from "#app/services/strategy/show-strategy.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { findActionField } from "#db/queries/strategy.server.ts";
import { auditEvent } from "#db/schema/index.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople, type Person } from "#tests/support/people.ts";
import { aMeasure, aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

let db: Db;
let people: Record<Person, ServiceContext>;

beforeEach(() => {
  db = emptyDatabase();
  storePortfolio(db, aPortfolio({ measures: [aMeasure()], goals: [{ id: 1, actionFieldId: 1, title: "Alles online", description: "", position: 1 }] }));
  people = enrolPeople(db);
});

const FORBIDDEN = { ok: false, refusal: { code: "forbidden" } };
const field = (name: string, key: SaveStrategyItemCommand["key"] = null): SaveStrategyItemCommand => ({ kind: "actionField", key, values: { name, description: "", position: 9 } });
const goal = (actionFieldId: number | null, title = "Ein Ziel"): SaveStrategyItemCommand => ({ kind: "goal", key: null, values: { title, description: "", position: 9, actionFieldId } });

describe("the strategy", () => {
  it("is the digital officer's to write, and no committee member's to read while it lives", () => {
    for (const person of ["itContributor", "otherContributor", "reviewer", "viewer", "admin"] as const) {
      expect(saveStrategyItem(people[person], field("Neu"))).toEqual(FORBIDDEN);
      expect(archiveStrategyItem(people[person], { kind: "goal", id: 1, rowVersion: 1, archive: true })).toEqual(FORBIDDEN);
      expect(showStrategyItem(people[person], { kind: "goal", id: 1 })).toEqual(FORBIDDEN);
    }
    expect(showStrategy(people.reviewer)).toEqual(FORBIDDEN);
    expect(showStrategy(people.viewer)).toMatchObject({ ok: true, value: { mayEdit: false } });
    expect(db.select().from(auditEvent).all()).toEqual([]);
  });

  it("refuses a name twice, a blank one, and a goal of no field that exists", () => {
    const problem = (command: SaveStrategyItemCommand) => {
      const result = saveStrategyItem(people.officer, command);
      return result.ok || result.refusal.code !== "invalid" ? null : Object.values(result.refusal.fields)[0]?.[0]?.code;
    };
    expect(problem(field("bürgerservice"))).toBe("nameTaken");
    expect(problem(field(" "))).toBe("nameMissing");
    expect(problem(goal(99))).toBe("unknownChoice");
    expect(problem(goal(null, " "))).toBe("titleMissing");
  });

  it("saves with a version check and a line in the log", () => {
    expect(saveStrategyItem(people.officer, field("Verwaltung 4.0", { id: 1, rowVersion: 1 })).ok).toBe(true);
    expect(saveStrategyItem(people.officer, field("Zu spät", { id: 1, rowVersion: 1 }))).toMatchObject({ refusal: { code: "conflict" } });
    expect(findActionField(db, 1)).toMatchObject({ name: "Verwaltung 4.0", rowVersion: 2 });
    expect(db.select().from(auditEvent).all()).toMatchObject([{ action: "update", entity: "action_field", entityId: 1 }]);
  });

  it("archived, a field leaves the page but not its measures, and its goals stay in sight", () => {
    archiveStrategyItem(people.officer, { kind: "actionField", id: 1, rowVersion: 1, archive: true });
    const strategy = showStrategy(people.officer);
    expect(strategy).toMatchObject({ value: { overarchingGoals: [{ title: "Alles online" }], archivedFields: [{ id: 1 }] } });
    archiveStrategyItem(people.officer, { kind: "actionField", id: 1, rowVersion: 2, archive: false });
    expect(showStrategy(people.officer)).toMatchObject({ value: { fields: [{ id: 1, measureCount: 1, goals: [{ id: 1 }] }, {}, {}, {}] } });
  });
});
