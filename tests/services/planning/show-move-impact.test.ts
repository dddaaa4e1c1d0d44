import { beforeEach, describe, expect, test } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { moveWithDependents } from "#app/domain/planning/move-with-dependents.ts";
import { moveOffers } from "#app/services/planning/move-offers.server.ts";
import { showMoveImpact } from "#app/services/planning/show-move-impact.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { findMeasure } from "#db/queries/portfolio.server.ts";
import { measureTerms } from "#db/schema/index.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople, type Person } from "#tests/support/people.ts";
import { aCostItem, aDependency, aMeasure, aPortfolio, aStaffDemand } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const q = quarter;
let people: Record<Person, ServiceContext>;

beforeEach(() => {
  const db = emptyDatabase();
  storePortfolio(
    db,
    aPortfolio({
      measures: [
        aMeasure({ id: 1, leadUnitId: 2, startQuarter: q("2027-Q1"), endQuarter: q("2027-Q2"), deadline: plainDate("2027-12-31"), costItems: [aCostItem({ id: 1 })], staffDemands: [aStaffDemand({ id: 1 })] }),
        aMeasure({ id: 2, leadUnitId: 2, startQuarter: q("2027-Q3"), endQuarter: q("2027-Q4") }),
        aMeasure({ id: 3, leadUnitId: 3, startQuarter: q("2028-Q1"), endQuarter: q("2028-Q2") }),
        aMeasure({ id: 4, leadUnitId: 2, startQuarter: q("2027-Q1"), endQuarter: q("2027-Q3") }),
        aMeasure({ id: 5, leadUnitId: 2 }),
      ],
      dependencies: [aDependency({ id: 1, predecessorId: 1, successorId: 2 }), aDependency({ id: 2, predecessorId: 2, successorId: 3 }), aDependency({ id: 3, predecessorId: 4, successorId: 3 }), aDependency({ id: 4, predecessorId: 4, successorId: 5 })],
    }),
  );
  people = enrolPeople(db);
});

describe("what the picture learns of a bar", () => {
  test("a committee member learns nothing, and of what does not exist nobody does", () => {
    expect(showMoveImpact(people.reviewer, 1)).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
    expect(showMoveImpact(people.officer, 99)).toMatchObject({ ok: false, refusal: { code: "missing" } });
  });

  test.each<[Person, boolean]>([
    ["officer", true],
    ["itContributor", true],
    ["otherContributor", false],
    ["viewer", false],
  ])("%s may move it: %s", (person, movable) => {
    expect(showMoveImpact(people[person], 1)).toMatchObject({ ok: true, value: { id: 1, rowVersion: 1, movable, deadline: "2027-12-31", share: { staffDemands: { length: 1 }, costItems: { length: 1 } } } });
  });

  test("the chain is all that waits for it and what these wait for, with what holds each", () => {
    people.officer.db.insert(measureTerms).values({ measureId: 2, fixed: true }).run();
    const impact = showMoveImpact(people.itContributor, 1);
    const chain = impact.ok ? impact.value.chain : null;
    expect(chain?.measures.map(({ id, held }) => [id, held])).toEqual([[1, null], [2, "fixed"], [3, "foreign"], [4, null]]);
    expect(chain?.dependencies.map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  test("the browser reckons from it what the server offers", () => {
    const target = { startQuarter: q("2027-Q3"), endQuarter: q("2027-Q4") };
    const impact = showMoveImpact(people.officer, 1);
    const measure = findMeasure(people.officer.db, 1);
    if (!impact.ok || measure === null) throw new Error("the measure is there");
    const { changes } = moveWithDependents({ ...impact.value.chain, move: { measureId: 1, ...target } });
    const { dependents } = moveOffers(people.officer, measure, target);
    expect(dependents?.along.map(({ measureId, before, after }) => ({ measureId, before, after }))).toEqual(changes.slice(1));
    expect(changes).toHaveLength(3);
  });
});
