import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { euros } from "#app/domain/money/cents.ts";
import { showMethods } from "#app/services/prioritisation/show-methods.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { costItem, staffDemand } from "#db/schema/index.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aPortfolio } from "#tests/support/portfolio.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const asked = { roundId: null, sort: "weightedSum", direction: "ascending", parts: new Map(), page: 1 } as const;

function aRatedDatabase() {
  const db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio());
  return { db, ...enrolPeople(db) };
}

function methodsOf(service: ServiceContext, changes: Partial<Parameters<typeof showMethods>[1]> = {}) {
  const answer = showMethods(service, { ...asked, ...changes });
  if (!answer.ok || answer.value.methods === null) throw new Error("refused");
  return answer.value.methods;
}

const placesByTitle = ({ rows }: ReturnType<typeof methodsOf>) => Object.fromEntries(rows.map((row) => [row.title, row.places.map((place) => place.position ?? place.gap)]));

test("committee members do not read the living ranking, and a round that does not exist is missing", () => {
  const { reviewer, officer } = aRatedDatabase();
  expect(showMethods(reviewer, asked)).toEqual({ ok: false, refusal: { code: "forbidden" } });
  expect(showMethods(officer, { ...asked, roundId: 99 })).toEqual({ ok: false, refusal: { code: "missing" } });
});

test("before the first round there is nothing to compare", () => {
  const db = emptyDatabase();
  storePortfolio(db, aPortfolio({ criteria: [], raterGroups: [] }));
  expect(showMethods(enrolPeople(db).viewer, asked)).toEqual({ ok: true, value: { rounds: [], methods: null } });
});

test("departments and readers see each measure's place by every method, and by name what has none for want of a cost", () => {
  const { itContributor, otherContributor, viewer } = aRatedDatabase();
  for (const service of [itContributor, otherContributor, viewer]) {
    const methods = methodsOf(service);
    // The portal's training has no known cost; "Risiko" feeds no part of the cost of delay.
    expect(placesByTitle(methods)).toEqual({ "Serviceportal ausbauen": [1, "costUnknown", 1, 1], "E-Akte einführen": [2, 1, 2, 2] });
    expect(methods.costUnknown).toEqual([{ measureId: 2, title: "Serviceportal ausbauen" }]);
    expect(methods.criteria.map((criterion) => criterion.part)).toEqual(["userBusinessValue", "none"]);
    expect([methods.commonCount, methods.unratedCount, methods.years]).toEqual([1, 1, 4]);
  }
});

test("where the methods disagree the measure is named with both places", () => {
  const { db, viewer } = aRatedDatabase();
  // The better rated portal becomes dear and laborious.
  db.update(costItem).set({ amountCents: euros(900_000) }).run();
  db.update(costItem).set({ amountCents: euros(100) }).where(eq(costItem.measureId, 1)).run();
  db.update(staffDemand).set({ personDays: 400 }).where(eq(staffDemand.id, 2)).run();
  const { apart } = methodsOf(viewer);
  expect(apart.map(({ title, spread, highest, lowest }) => [title, spread, highest?.method, highest?.place, lowest?.method, lowest?.place])).toEqual([
    ["Serviceportal ausbauen", 1, "weightedSum", 1, "benefitPerCost", 2],
    ["E-Akte einführen", 1, "benefitPerCost", 1, "weightedSum", 2],
  ]);
});

test("every column sorts, and what has no place comes last either way", () => {
  const { viewer } = aRatedDatabase();
  const titles = (sort: (typeof asked)["sort"] | "title" | "benefitPerCost", direction: "ascending" | "descending") => methodsOf(viewer, { sort, direction }).rows.map((row) => row.title);
  expect(titles("weightedSum", "descending")).toEqual(["E-Akte einführen", "Serviceportal ausbauen"]);
  expect(titles("title", "descending")).toEqual(["Serviceportal ausbauen", "E-Akte einführen"]);
  for (const direction of ["ascending", "descending"] as const) expect(titles("benefitPerCost", direction)).toEqual(["E-Akte einführen", "Serviceportal ausbauen"]);
});

test("without a criterion that feeds the cost of delay there is no WSJF, and the other methods still compare", () => {
  const { viewer } = aRatedDatabase();
  const methods = methodsOf(viewer, { parts: new Map([[1, "none"]]) });
  expect(methods.hasDelay).toBe(false);
  expect(placesByTitle(methods)["E-Akte einführen"]).toEqual([2, 1, "notComputed", 2]);
});
