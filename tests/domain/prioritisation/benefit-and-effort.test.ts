import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { euros } from "#app/domain/money/cents.ts";
import { arrangeByBenefitAndEffort, oneOffCost, ownEffort, type PlannedMeasure } from "#app/domain/prioritisation/benefit-and-effort.ts";
import { benefitCriteria } from "#app/domain/prioritisation/benefit-criteria.ts";
import { rankRound, type RoundData } from "#app/domain/prioritisation/round-content.ts";

const LAST = quarter("2030-Q4");
const planned = (id: number, fields: Partial<PlannedMeasure> = {}): PlannedMeasure => ({
  id,
  actionFieldId: 1,
  startQuarter: quarter("2027-Q1"),
  endQuarter: quarter("2027-Q4"),
  permanentTask: false,
  costItems: [{ rhythm: "oneOff", direction: "expense", amountCents: euros(1_000) }],
  staffDemands: [{ basis: "total", personDays: 10 * id, staffSource: "internal" }],
  ...fields,
});
const perQuarter = { basis: "perQuarter", personDays: 5, staffSource: "internal" } as const;
const unknown = { basis: "perQuarter", personDays: null, staffSource: "internal" } as const;
const criterion = (id: number, name: string, reversed = false) => ({ id, name, question: "", weight: 50, reversed, position: id, levels: [] });
const round = (count: number, values: ReadonlyArray<number | null>): RoundData => ({
  measures: Array.from({ length: count }, (_, index) => ({ id: index + 1, title: `M${index + 1}`, deadline: null })),
  criteria: [criterion(1, "Nutzen"), criterion(2, "Umsetzbarkeit")],
  raterGroups: [{ id: 1, name: "G", kind: "politics", weight: 100, position: 1, ratesUntil: null, weightingMethod: "standard" }],
  groupWeights: [],
  pairwise: [],
  ratings: values.flatMap((value, index) => [
    { measureId: index + 1, criterionId: 1, userId: 1, raterGroupId: 1, value },
    { measureId: index + 1, criterionId: 2, userId: 1, raterGroupId: 1, value: 0 },
  ]),
  overrides: [],
});
const arrange = (data: RoundData, plan: readonly PlannedMeasure[]) => arrangeByBenefitAndEffort({ round: data, ranking: rankRound(data), benefitCriteriaIds: [1], plan, lastQuarter: LAST });

describe("the criteria of benefit", () => {
  const criteria = [criterion(1, "Nutzen"), criterion(2, "Umsetzbarkeit"), criterion(3, "Risiko", true), criterion(4, "Einsparungen")];
  test("are those that count upward and do not speak of effort, unless others are asked for", () => {
    expect(benefitCriteria(criteria, []).map((each) => each.id)).toEqual([1, 4]);
    expect(benefitCriteria(criteria, [3, 2, 99]).map((each) => each.id)).toEqual([2, 3]);
    expect(benefitCriteria(criteria, [99]).map((each) => each.id)).toEqual([1, 4]);
    expect(benefitCriteria(criteria.slice(1, 3), []).map((each) => each.id)).toEqual([2, 3]);
  });
});

describe("own effort", () => {
  test("recurs per quarter from start to end, of a permanent task to the end of the horizon", () => {
    expect(ownEffort(planned(1, { staffDemands: [perQuarter] }), LAST)).toEqual({ known: 20, unknownCount: 0 });
    expect(ownEffort(planned(1, { staffDemands: [perQuarter], permanentTask: true, endQuarter: null }), LAST)).toEqual({ known: 80, unknownCount: 0 });
  });
  test("is unknown without a demand, without an amount, or without the dates it recurs in", () => {
    expect(ownEffort(planned(1, { staffDemands: [] }), LAST)).toBeNull();
    expect(ownEffort(planned(1, { staffDemands: [unknown] }), LAST)).toBeNull();
    expect(ownEffort(planned(1, { staffDemands: [perQuarter], startQuarter: null }), LAST)).toBeNull();
  });
  test("is a lower bound where one of several amounts is unknown, and leaves bought staff to the cost", () => {
    expect(ownEffort(planned(1, { staffDemands: [perQuarter, unknown] }), LAST)).toEqual({ known: 20, unknownCount: 1 });
    expect(ownEffort(planned(1, { staffDemands: [{ ...perQuarter, staffSource: "external" }] }), LAST)).toEqual({ known: 0, unknownCount: 0 });
  });
});

describe("one-off cost", () => {
  const item = (rhythm: "oneOff" | "running", amountCents: number | null) => ({ rhythm, direction: "expense" as const, amountCents: amountCents === null ? null : euros(amountCents) });
  test("is unknown where nothing or nothing known is recorded, and nothing where there are running costs alone", () => {
    expect(oneOffCost([])).toBeNull();
    expect(oneOffCost([item("oneOff", null), item("running", 5)])).toBeNull();
    expect(oneOffCost([item("oneOff", null), item("oneOff", 5)])).toEqual({ known: euros(5), unknownCount: 1 });
    expect(oneOffCost([item("running", 5)])).toEqual({ known: 0, unknownCount: 0 });
  });
});

describe("the picture's places", () => {
  test("benefit leaves the criteria of effort out; quadrants meet at 50 points and the lower median of effort", () => {
    const { placed, split } = arrange(round(4, [4, 2, 1, 3]), [planned(1), planned(2), planned(3), planned(4)]);
    expect(split).toEqual({ benefitTenths: 500, effortDays: 20 });
    expect(placed.map(({ measureId, benefitTenths, quadrant }) => [measureId, benefitTenths, quadrant])).toEqual([
      [1, 1000, "now"],
      [4, 750, "strategic"],
      [2, 500, "now"],
      [3, 250, "later"],
    ]);
  });

  test("what is unknown is listed with what is missing, and placed nowhere", () => {
    const { placed, unplaced } = arrange(round(5, [4, 3, null, 2]), [planned(1), planned(2, { staffDemands: [], costItems: [] }), planned(3), planned(5)]);
    expect(placed.map((row) => row.measureId)).toEqual([1]);
    expect(unplaced.map(({ measureId, missing }) => [measureId, missing])).toEqual([
      [2, ["effort", "cost"]],
      [4, ["plan"]],
      [3, ["benefit"]],
      [5, ["benefit"]],
    ]);
  });

  test("every measure of the round stands in exactly one of the two, in the order of the places", () => {
    const plans = fc.array(fc.record({ days: fc.option(fc.integer({ min: 0, max: 500 })), euro: fc.option(fc.integer({ min: 0, max: 1_000_000 })), value: fc.option(fc.integer({ min: 0, max: 4 })), kept: fc.boolean() }), { maxLength: 12 });
    fc.assert(
      fc.property(plans, (rows) => {
        const plan = rows.flatMap(({ days, euro, kept }, index) =>
          kept
            ? [planned(index + 1, { staffDemands: [{ basis: "total", personDays: days, staffSource: "internal" }], costItems: [{ rhythm: "oneOff", direction: "expense", amountCents: euro === null ? null : euros(euro) }] })]
            : [],
        );
        const { placed, unplaced, split } = arrange(round(rows.length, rows.map((row) => row.value)), plan);
        expect([...placed, ...unplaced].map((row) => row.measureId).sort((a, b) => a - b)).toEqual(rows.map((_, index) => index + 1));
        expect(placed.map((row) => row.position)).toEqual(placed.map((row) => row.position).sort((a, b) => a - b));
        for (const { measureId, effort, cost } of placed) expect([effort.known, cost.known]).toEqual([rows[measureId - 1]?.days, 100 * (rows[measureId - 1]?.euro ?? NaN)]);
        const cheap = placed.filter((row) => row.quadrant === "now" || row.quadrant === "aside").length;
        expect(split.effortDays === null ? placed.length === 0 : 2 * cheap >= placed.length).toBe(true);
      }),
    );
  });
});
