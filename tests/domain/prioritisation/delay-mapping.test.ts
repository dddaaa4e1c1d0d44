import { expect, test } from "vitest";
import { delayMapping } from "#app/domain/prioritisation/delay-mapping.ts";
import { costOf } from "#app/domain/prioritisation/rank-by-methods.ts";
import { criteria } from "#db/seed/reference/criteria.ts";
import { euros } from "#app/domain/money/cents.ts";

const named = criteria.map(({ name }, index) => ({ id: index + 1, name }));

test("the criteria every municipality starts with go where they belong", () => {
  expect(delayMapping(named, new Map())).toEqual({ userBusinessValue: [1, 2, 3, 5], timeCriticality: [4], riskAndOpportunity: [8] });
});

test("what somebody chose comes before the suggestion", () => {
  expect(delayMapping(named, new Map([[1, "timeCriticality"], [4, "none"]] as const))).toEqual({ userBusinessValue: [2, 3, 5], timeCriticality: [1], riskAndOpportunity: [8] });
});

test("a cost counts running expense for every year, and is unknown where a part of it is", () => {
  const item = (rhythm: "oneOff" | "running", amount: number | null, direction: "expense" | "revenue" = "expense") => ({ rhythm, direction, amountCents: amount === null ? null : euros(amount) });
  expect(costOf({ costItems: [item("oneOff", 100), item("running", 10), item("oneOff", 50, "revenue")] }, 4)).toBe(euros(140));
  expect(costOf({ costItems: [item("oneOff", 100), item("running", null)] }, 4)).toBeNull();
  expect(costOf({ costItems: [] }, 4)).toBeNull();
  expect(costOf(undefined, 4)).toBeNull();
});
