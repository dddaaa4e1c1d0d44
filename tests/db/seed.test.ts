import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { dayNumber, plainDate } from "#app/domain/calendar/plain-date.ts";
import { compareVersions } from "#app/domain/committee/compare-versions.ts";
import { readSnapshot } from "#app/domain/committee/snapshot.ts";
import { findCycle, violatedDependencies } from "#app/domain/measures/dependency-graph.ts";
import { contentRefusals } from "#app/domain/measures/measure-change.ts";
import { noTerms } from "#app/domain/planning/planning-terms.ts";
import { pairContradiction, termsContradictions } from "#app/domain/planning/terms-contradictions.ts";
import { budgetByYear } from "#app/domain/resources/budget-by-year.ts";
import { horizonOf } from "#app/domain/resources/horizon.ts";
import type { Portfolio } from "#app/domain/portfolio/portfolio.ts";
import type { Db } from "#db/client.server.ts";
import { findOpenRound, findRoundInForce, listPriorities, roundContent, roundRatings } from "#db/queries/rounds.server.ts";
import { listMotions } from "#db/queries/amendment-motions.server.ts";
import { loadPlanningTerms } from "#db/queries/planning-terms.server.ts";
import { loadPortfolio } from "#db/queries/portfolio.server.ts";
import * as schema from "#db/schema/index.ts";
import { insertDemonstration, loadDemonstration, type DemonstrationAccount } from "#db/seed/load-demonstration.server.ts";
import { changes } from "#db/seed/musterstadt/history.ts";
import { measures as seedMeasures } from "#db/seed/musterstadt/measures/index.ts";
import { raters, ratings } from "#db/seed/musterstadt/ratings.ts";
import { emptyDatabase } from "#tests/support/database.ts";

const NOW = "2026-11-22T09:00:00.000Z";
let db: Db;
let portfolio: Portfolio;
let accounts: readonly DemonstrationAccount[];

beforeAll(() => {
  db = emptyDatabase();
  ({ accounts } = insertDemonstration(db, { now: NOW, passwordHash: "hash" }));
  portfolio = loadPortfolio(db);
});

const seedOf = (title: string) => {
  const found = seedMeasures.find((measure) => measure.title === title);
  if (!found) throw new Error(`no seed measure ${title}`);
  return found;
};
const measureOf = (key: string) => {
  const title = seedMeasures.find((measure) => measure.key === key)?.title;
  const found = portfolio.measures.find((measure) => measure.title === title);
  if (!found) throw new Error(`no measure ${key}`);
  return found;
};

describe("the database it leaves behind", () => {
  it("has no dangling reference and passes SQLite's own check", () => {
    expect(db.$client.pragma("foreign_key_check")).toEqual([]);
    expect(db.$client.pragma("integrity_check", { simple: true })).toBe("ok");
  });

  it("records everything it wrote in the order of time, without a person behind it", () => {
    const events = db.select().from(schema.auditEvent).all();
    expect(events.map((event) => event.at)).toEqual([...events.map((event) => event.at)].sort());
    expect(events.filter((event) => event.action === "seed").every((event) => event.userId === null)).toBe(true);
    const seeded = new Set(events.filter((event) => event.entity === "measure" && event.action === "seed").map((event) => event.entityId));
    expect([...seeded].sort((a, b) => a - b)).toEqual(portfolio.measures.map((measure) => measure.id));
  });

  it("refuses to be loaded a second time and then leaves everything as it was", () => {
    expect(() => insertDemonstration(db, { now: NOW, passwordHash: "hash" })).toThrow();
    expect(loadPortfolio(db)).toEqual(portfolio);
  });

  it("waits for a hash that takes its time, and keeps no password", async () => {
    const other = emptyDatabase();
    const { accounts: loaded } = await loadDemonstration(other, { now: NOW, hashPassword: (password) => Promise.resolve(`hash of ${password.length}`) });
    const users = other.select().from(schema.user).all();
    expect(users.every((user) => user.passwordHash === "hash of 17" && user.isDemonstration)).toBe(true);
    expect(new Set(loaded.map((account) => account.role)).size).toBe(5);
  });
});

describe("what is planned with", () => {
  it("holds the motion of Verl with every field, and a draft and a decided one beside it", () => {
    const [verl, ...others] = listMotions(db).sort((a, b) => a.id - b.id);
    expect(verl).toMatchObject({ state: "submitted", lines: [{ budgetProduct: "1115", budgetAccount: "528100", budgetReference: "S. 65–67", appropriationCents: 800_000, amendedCents: 2_300_000 }] });
    expect(others.map(({ state }) => state).sort()).toEqual(["draft", "rejected"]);
  });

  it("tells the planner what it must know, without contradicting itself", () => {
    const { measures, windows, pairs, startLimits } = loadPlanningTerms(db);
    expect([measures.length, windows.length, pairs.length, startLimits.length].every((count) => count >= 3)).toBe(true);
    const mandatoryIds = new Set(measures.filter(({ mandatory }) => mandatory).map(({ measureId }) => measureId));
    expect(pairs.map((pair) => pairContradiction(pair, { mandatoryIds, dependencies: portfolio.dependencies }))).toEqual(pairs.map(() => null));
    const told = new Set([...measures, ...windows].map(({ measureId }) => measureId));
    for (const measure of portfolio.measures.filter(({ id }) => told.has(id))) {
      const terms = measures.find(({ measureId }) => measureId === measure.id) ?? noTerms(measure.id);
      expect(termsContradictions({ measure, terms, windows: windows.filter(({ measureId }) => measureId === measure.id), today: plainDate("2026-11-22") })).toEqual([]);
    }
  });
});

describe("the municipality", () => {
  it("has people of every role, in different units and groups", () => {
    expect(accounts.filter((account) => account.role === "contributor").length).toBeGreaterThanOrEqual(3);
    const users = db.select().from(schema.user).all();
    expect(new Set(users.filter((user) => user.role === "contributor").map((user) => user.orgUnitId)).size).toBeGreaterThanOrEqual(3);
    expect(new Set(users.filter((user) => user.role === "reviewer").map((user) => user.parliamentaryGroup)).size).toBeGreaterThanOrEqual(3);
    expect(users.filter((user) => user.role === "reviewer").every((user) => user.orgUnitId === null)).toBe(true);
  });

  it("knows the capacity of every team for all twenty quarters and a frame for every year and kind", () => {
    expect(portfolio.capacities).toHaveLength(portfolio.teams.length * 20);
    expect(portfolio.budgetFrames).toHaveLength(2 * portfolio.municipality.fiscalHorizon);
  });

  it("plans a little more investment in 2028 than the frame allows, and stays within all other frames", () => {
    const { cells } = budgetByYear({ ...portfolio, horizon: horizonOf(portfolio.municipality), scope: "planned" });
    const over = cells.filter((cell) => (cell.overuse ?? 0) > 0);
    expect(over.map((cell) => [cell.fiscalYear, cell.budgetKind])).toEqual([[2028, "investive"]]);
    expect((over[0]?.overuse ?? 0) / (over[0]?.frame ?? 1)).toBeLessThan(0.1);
  });
});

describe("the measures", () => {
  it("are about sixty in every status", () => {
    expect(portfolio.measures.length).toBeGreaterThanOrEqual(55);
    expect(new Set(portfolio.measures.map((measure) => measure.status)).size).toBe(8);
    expect(portfolio.measures.flatMap((measure) => measure.milestones).length).toBeGreaterThanOrEqual(40);
    expect(portfolio.dependencies.length).toBeGreaterThanOrEqual(18);
  });

  it("name their source, and every amount says whether it is documented or assumed", () => {
    for (const measure of portfolio.measures) {
      expect(measure.source, measure.title).not.toBe("");
      expect(measure.externalReference, measure.title).not.toBe("");
      expect(measure.summary, measure.title).not.toBe("");
      for (const item of measure.costItems) {
        expect(item.estimateNote, `${measure.title}: ${item.title}`).toMatch(item.amountCents === null ? /./ : /^(Laut Quelle|Annahme)/);
      }
    }
  });

  it("would be accepted by the form as they are", () => {
    for (const measure of portfolio.measures) expect(contentRefusals(measure), measure.title).toBeNull();
  });

  it("use codes of the municipality's pattern, but for the ones that are dirt on purpose", () => {
    const { productPattern, accountPattern } = portfolio.municipality;
    const odd = portfolio.measures.flatMap((measure) =>
      measure.costItems
        .filter((item) => !new RegExp(`^(?:${productPattern})$`).test(item.budgetProduct) || !new RegExp(`^(?:${accountPattern})$`).test(item.budgetAccount))
        .map(() => seedOf(measure.title).key),
    );
    expect(odd).toEqual(["eInbox", "eFileGroup", "digitalTwin"]);
  });

  it("hold the dirt a real list holds", () => {
    expect(portfolio.measures.filter((measure) => measure.leadUnitId === null)).toHaveLength(1);
    expect(measureOf("notesMigration")).toMatchObject({ startQuarter: null, endQuarter: null, timeframeText: "ab 2022 schrittweise" });
    expect(portfolio.measures.flatMap((measure) => measure.costItems).filter((item) => item.amountCents === null).length).toBeGreaterThanOrEqual(8);
    expect(portfolio.measures.some((measure) => measure.milestones.some((milestone) => milestone.reachedOn === null && milestone.dueDate < NOW))).toBe(true);
    const age = dayNumber(plainDate(NOW.slice(0, 10))) - dayNumber(plainDate(measureOf("notesMigration").updatedAt.slice(0, 10)));
    expect(age).toBeGreaterThan(14 * 30);
  });

  it("depend on each other without a circle; one date contradicts a dependency on purpose", () => {
    portfolio.dependencies.forEach((edge, index) => expect(findCycle(portfolio.dependencies.slice(0, index), edge)).toBeNull());
    const violated = violatedDependencies(portfolio.measures, portfolio.dependencies);
    expect(violated.map((each) => [each.predecessorId, each.successorId])).toEqual([[measureOf("dataManagement").id, measureOf("sensors").id]]);
  });

  it("stand where their history left them", () => {
    for (const { key } of seedMeasures) {
      const measure = measureOf(key);
      const own = changes.filter((change) => change.measure === key).sort((a, b) => b.daysAgo - a.daysAgo);
      const latest = Object.assign({}, ...own.map((change) => change.after)) as Record<string, unknown>;
      expect(measure, key).toMatchObject(latest);
      expect(measure.rowVersion, key).toBe(own.length + 1);
      own.slice(1).forEach((change, index) => {
        for (const [field, value] of Object.entries(change.before)) expect((own[index]?.after ?? {})[field] ?? value, `${key}.${field}`).toBe(value);
      });
      const newest = own.at(-1);
      if (newest) expect(seedOf(measure.title).updatedDaysAgo, key).toBe(newest.daysAgo);
    }
  });
});

describe("the ratings", () => {
  it("give one digit or dash per criterion for measures that exist", () => {
    for (const [key, sides] of Object.entries(ratings)) {
      expect(measureOf(key).title).not.toBe("");
      for (const side of sides) expect(side, key).toMatch(/^[0-4-]{8}$/);
    }
    for (const rater of Object.values(raters)) for (const key of rater.owes) expect(ratings[key], key).toBeDefined();
  });

  it("cover most measures by three groups, with disagreement and with people who cannot judge", () => {
    const given = roundRatings(db, findOpenRound(db)?.id ?? 0);
    expect(new Set(given.map((rating) => rating.measureId)).size).toBeGreaterThanOrEqual(45);
    expect(new Set(given.map((rating) => rating.raterGroupId)).size).toBe(3);
    expect(given.some((rating) => rating.value === null)).toBe(true);
    const benefit = portfolio.criteria[1]?.id;
    const values = (key: string) => given.filter((rating) => rating.measureId === measureOf(key).id && rating.criterionId === benefit).map((rating) => rating.value ?? 0);
    expect(Math.max(...values("participation")) - Math.min(...values("participation"))).toBeGreaterThanOrEqual(2);
  });
});

describe("the earlier round", () => {
  it("was closed and adopted with fewer measures and one place by hand; its order is in force", () => {
    const round = findRoundInForce(db);
    expect(round).toMatchObject({ title: "Priorisierung 2026", state: "adopted" });
    const content = roundContent(db, round?.id ?? 0);
    expect(content?.result.entries.length).toBeGreaterThan(35);
    expect(content?.measures.length).toBeLessThan(portfolio.measures.length);
    expect(content?.result.entries.filter((entry) => entry.overrideReason !== null)).toHaveLength(1);
    expect(listPriorities(db).map(({ measureId, position }) => ({ measureId, position }))).toEqual(content?.result.entries.map(({ measureId, position }) => ({ measureId, position })));
    // "Einheitliche Online-Terminvergabe" has been implemented since; it competed then.
    expect(listPriorities(db).some(({ measureId }) => measureId === measureOf("appointments").id)).toBe(true);
  });
});

describe("the frozen versions", () => {
  it("rank by the round of their time: the first by the open one, the second by the adopted one with its places", () => {
    const [first, second] = db.select().from(schema.snapshot).all().map((row) => readSnapshot(row.content));
    expect(first?.portfolio.round).toMatchObject({ title: "Priorisierung 2026", state: "open", places: null });
    expect(second?.portfolio.round).toMatchObject({ title: "Priorisierung 2026", state: "adopted", adoptedNote: expect.stringContaining("Rat, ") });
    expect(second?.ranking.entries.map(({ measureId, position }) => ({ measureId, position }))).toEqual(listPriorities(db).map(({ measureId, position }) => ({ measureId, position })));
    expect(second?.ranking.entries.filter((entry) => entry.overrideReason !== null)).toHaveLength(1);
  });

  const stored = () => db.select().from(schema.snapshot).all();

  it("read back, carry the hash of their content and follow each other", () => {
    expect(stored().map((row) => [row.number, row.previousSnapshotId])).toEqual([[1, null], [2, stored()[0]?.id]]);
    for (const row of stored()) {
      expect(createHash("sha256").update(row.content, "utf8").digest("hex")).toBe(row.sha256);
      expect(readSnapshot(row.content)?.meta).toMatchObject({ number: row.number, title: row.title, frozenAt: row.frozenAt });
    }
    expect(db.select().from(schema.submission).all()).toHaveLength(2);
  });

  it("differ as a draft and its revision do", () => {
    const [first, second] = stored().map((row) => readSnapshot(row.content));
    if (!first || !second) throw new Error("both versions must read back");
    const difference = compareVersions(first, second);
    expect(difference.added.length).toBeGreaterThanOrEqual(4);
    expect(difference.removed).toEqual([]);
    expect(difference.moved.length).toBeGreaterThanOrEqual(3);
    expect(difference.costChanged.length).toBeGreaterThanOrEqual(3);
    expect(difference.rankChanged.length).toBeGreaterThan(0);
  });

  it("leave the second one behind the living plan, so that something has changed since", () => {
    const second = readSnapshot(stored()[1]?.content ?? "");
    const directory = second?.portfolio.measures.find((measure) => measure.id === measureOf("directory").id);
    expect([directory?.trafficLight, measureOf("directory").trafficLight]).toEqual(["yellow", "red"]);
  });
});
