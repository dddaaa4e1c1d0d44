import { ne } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { euros } from "#app/domain/money/cents.ts";
import { noFilter } from "#app/domain/measures/list-filter.ts";
import { measureFindingCodes } from "#app/domain/portfolio/attention.ts";
import { listAddress, readListView } from "#app/forms/measure-list.ts";
import { listMeasures } from "#app/services/measures/list-measures.server.ts";
import { showOverview } from "#app/services/portfolio/show-overview.server.ts";
import type { CurrentUser, ServiceContext } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { findActiveUserByEmail, unitWithDescendants } from "#db/queries/accounts.server.ts";
import { insertRound, storeRoundCriteria, storeRoundGroups } from "#db/queries/rounds.server.ts";
import * as schema from "#db/schema/index.ts";
import { insertDemonstration } from "#db/seed/load-demonstration.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { emailOf } from "#tests/support/demonstration-people.ts";
import { aClock, enrolPeople, type Person } from "#tests/support/people.ts";
import { aCostItem, aMeasure, aMilestone, aMunicipality, aPortfolio, aStaffDemand } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

let db: Db;
let as: Record<Person, ServiceContext>;
const codes = (context: ServiceContext) => showOverview(context).findings.map((finding) => finding.code);

const fresh = { status: "inProgress" as const, updatedAt: "2027-05-01T08:00:00.000Z", costItems: [aCostItem()], staffDemands: [aStaffDemand({ personDays: 1 })] };
const itMeasure = aMeasure({ ...fresh, id: 1, title: "Servertausch", leadUnitId: 2, trafficLight: "red", trafficLightReason: "Lieferverzug", milestones: [aMilestone({ dueDate: plainDate("2027-06-01") })] });
const otherMeasure = aMeasure({ ...fresh, id: 2, title: "Terminvergabe", leadUnitId: 3, deadline: plainDate("2027-05-09"), deadlineReason: "Ratsbeschluss", costItems: [aCostItem({ id: 2, amountCents: null })], staffDemands: [] });

beforeEach(() => {
  db = emptyDatabase();
  storePortfolio(db, aPortfolio({ measures: [itMeasure, otherMeasure], dependencies: [], ratings: [], budgetFrames: [{ fiscalYear: 2027, budgetKind: "consumptive", amountCents: euros(20_000) }], capacities: [] }));
  as = enrolPeople(db);
});

describe("whose plan it shows", () => {
  it("tells a committee member nothing of the living plan", () => {
    const overview = showOverview(as.reviewer);
    expect(overview).toMatchObject({ findings: [], figures: null, upcoming: [], nextSteps: [], version: null });
    expect(JSON.stringify(overview)).not.toContain("Servertausch");
  });

  it("shows contributors their own unit's measures only, and no budget", () => {
    expect(codes(as.itContributor)).toEqual(["redLight"]);
    expect(codes(as.otherContributor)).toEqual(["deadlinePassed", "estimateMissing"]);
    expect(showOverview(as.itContributor).figures).toMatchObject({ measureCount: 1, budget: [] });
    expect(showOverview(as.itContributor).upcoming.map((each) => each.measureId)).toEqual([1]);
    expect(showOverview(as.otherContributor).upcoming).toEqual([]);
  });

  it("shows the digital officer and the treasury everything, most urgent first", () => {
    expect(codes(as.officer)).toEqual(["deadlinePassed", "redLight", "overBudget", "estimateMissing"]);
    expect(codes(as.viewer)).toEqual(codes(as.officer));
  });

  it("spares administrators the state of the measures but not the figures", () => {
    expect(codes(as.admin)).toEqual([]);
    expect(showOverview(as.admin).figures?.measureCount).toBe(2);
  });
});

describe("the figures", () => {
  it("give the fiscal year's expense, what is unknown, the frame and what is over", () => {
    expect(showOverview(as.officer).figures?.budget).toEqual([
      { fiscalYear: 2027, budgetKind: "investive", expense: 0, earmarked: 0, unknownCount: 0, frame: null, free: null, overuse: null },
      { fiscalYear: 2027, budgetKind: "consumptive", expense: euros(23_000), earmarked: 0, unknownCount: 1, frame: euros(20_000), free: 0, overuse: euros(3_000) },
    ]);
  });

  it("does not take a missing revenue for a missing expense", () => {
    db.insert(schema.costItem).values({ measureId: 1, title: "Zuwendung", rhythm: "oneOff", budgetKind: "investive", direction: "revenue", amountCents: null }).run();
    expect(showOverview(as.officer).figures?.budget.map((cell) => cell.unknownCount)).toEqual([0, 1]);
  });

  it("takes the first planned year while it is still to come", () => {
    const early = { ...as.officer, clock: { now: () => "2026-11-22T09:00:00.000Z", today: () => plainDate("2026-11-22") } };
    expect(showOverview(early).figures?.budget[0]?.fiscalYear).toBe(2027);
  });
});

describe("personal duties", () => {
  it("are open imports for whoever uploaded them", () => {
    const batch = { fileName: "liste.xlsx", reading: "{}", headings: "[]", columns: "[]", uploadedAt: aClock.now() };
    db.insert(schema.importBatch).values({ ...batch, userId: as.officer.user.id, state: "uploaded" }).run();
    db.insert(schema.importBatch).values({ ...batch, userId: as.officer.user.id, state: "imported" }).run();
    expect(showOverview(as.officer).findings.find((finding) => finding.code === "importsToFinish")?.count).toBe(1);
    expect(codes(as.viewer)).not.toContain("importsToFinish");
  });

  it("are ratings until every criterion has an answer, which may be that one cannot judge", () => {
    db.insert(schema.raterGroup).values({ id: 77, name: "Fachbereiche", kind: "administration", weight: 50 }).run();
    db.insert(schema.criterion).values([{ name: "Nutzen", weight: 60 }, { name: "Pflicht", weight: 40 }]).run();
    const roundId = insertRound(db, { title: "Runde", question: "", disclosure: "byGroup", openedAt: aClock.now() });
    storeRoundCriteria(db, roundId, db.select().from(schema.criterion).all().map(({ id, weight }) => ({ criterionId: id, weight })));
    storeRoundGroups(db, roundId, [{ raterGroupId: 77, weight: 50, ratesUntil: null }]);
    const rater = { ...as.itContributor, user: { ...as.itContributor.user, raterGroupId: 77 } };
    expect(showOverview(rater).rating).toEqual({ total: 2, done: 0 });
    const criteria = db.select().from(schema.criterion).all();
    const rate = (criterionId: number, value: number | null) =>
      db.insert(schema.rating).values({ roundId, measureId: 1, criterionId, userId: rater.user.id, raterGroupId: 77, value, ratedAt: aClock.now() }).run();
    criteria.slice(1).forEach((criterion) => rate(criterion.id, 3));
    expect(showOverview(rater).rating?.done).toBe(0);
    rate(criteria[0]?.id ?? 0, null);
    expect(showOverview(rater).rating).toEqual({ total: 2, done: 1 });
    expect(showOverview(rater).findings.find((finding) => finding.code === "ratingsOwed")?.count).toBe(1);
    expect(showOverview(as.itContributor).rating).toBeNull();
  });
});

describe("an empty municipality", () => {
  beforeEach(() => {
    db = emptyDatabase();
    db.insert(schema.municipality).values({ id: 1, ...aMunicipality() }).run();
    db.insert(schema.orgUnit).values([{ id: 1, kind: "directorate", name: "Bürgermeister", shortName: "BM" }, { id: 2, kind: "department", name: "IT", shortName: "IT" }, { id: 3, kind: "department", name: "Bürgeramt", shortName: "BA" }]).run();
    as = enrolPeople(db);
  });

  it("says to each what they can do next", () => {
    expect(showOverview(as.officer).nextSteps).toEqual(["measures", "actionFields", "criteria", "teams", "frames"]);
    expect(showOverview(as.itContributor).nextSteps).toEqual(["measures"]);
    expect(showOverview(as.viewer).nextSteps).toEqual([]);
    expect(codes(as.officer)).toEqual([]);
  });

  it("asks the first administrator for people as long as there are none", () => {
    expect(showOverview(as.admin).nextSteps).toEqual([]);
    const first = as.admin.user.id;
    db.delete(schema.session).run();
    db.delete(schema.user).where(ne(schema.user.id, first)).run();
    expect(showOverview(as.admin).nextSteps).toEqual(["people"]);
  });
});

describe("the demonstration", () => {
  const demonstrationUser = (key: Parameters<typeof emailOf>[0]): ServiceContext => {
    const row = findActiveUserByEmail(db, emailOf(key));
    if (!row) throw new Error(`no user ${key}`);
    const user: CurrentUser = { ...row, orgUnitIds: row.orgUnitId === null ? [] : unitWithDescendants(db, row.orgUnitId) };
    return { db, user, clock: { now: () => "2026-11-22T09:00:00.000Z", today: () => plainDate("2026-11-22") } };
  };
  beforeEach(() => {
    db = emptyDatabase();
    insertDemonstration(db, { now: "2026-11-22T09:00:00.000Z", passwordHash: "hash" });
  });

  it("has something to say on nearly every point", () => {
    expect(codes(demonstrationUser("lindner"))).toEqual(["redLight", "overBudget", "overCapacity", "endPassed", "milestonePassed", "commentsToAnswer", "dependencyViolated", "ratingsOwed", "stale", "estimateMissing"]);
  });

  it.each(["lindner", "vogt", "sommer", "kaiser"] as const)("links every finding of %s to a list of exactly those measures", (key) => {
    const context = demonstrationUser(key);
    const { findings, ownUnitId } = showOverview(context);
    for (const { code, count, examples } of findings) {
      const attention = measureFindingCodes.find((each) => each === code);
      if (attention === undefined) continue;
      const address = new URL(listAddress({ filter: { ...noFilter, leadUnitId: ownUnitId, attention } }), "http://localhost");
      const list = listMeasures(context, readListView(address.searchParams));
      if (!list.ok) throw new Error(list.refusal.code);
      expect(list.value.count, code).toBe(count);
      const ids = list.value.rows.map((row) => row.id);
      for (const example of examples ?? []) expect(ids, code).toContain(example.id);
    }
  });

  it("gives a committee member the version of the next sitting, until they have commented on it", () => {
    expect(codes(demonstrationUser("demir"))).toEqual(["versionToRead", "ballotsToVote", "ratingsOwed"]);
    expect(codes(demonstrationUser("petersen"))).toEqual(["answersToRead", "ballotsToVote", "ratingsOwed"]);
    expect(showOverview(demonstrationUser("demir")).version).toMatchObject({ number: 2, meetingDate: "2026-12-08" });
  });

  it("tells a department's contributor where their team is over its capacity", () => {
    const finding = showOverview(demonstrationUser("vogt")).findings.find((each) => each.code === "overCapacity");
    expect(finding?.teams?.map((team) => team.name)).toEqual(["IT-Infrastruktur", "IT-Fachverfahren"]);
    expect(finding?.teams?.every((team) => (team.first ?? "") >= quarter("2026-Q4"))).toBe(true);
  });
});
