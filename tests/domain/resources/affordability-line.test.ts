import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { budgetKinds } from "#app/domain/measures/vocabulary.ts";
import { cents, euros } from "#app/domain/money/cents.ts";
import { affordabilityLine } from "#app/domain/resources/affordability-line.ts";
import { aCostItem, aMeasure, aStaffDemand } from "#tests/support/portfolio.ts";

const horizon = { firstYear: 2027, lastYear: 2028 };
const frames = (amount: number) => [2027, 2028].flatMap((fiscalYear) => budgetKinds.map((budgetKind) => ({ fiscalYear, budgetKind, amountCents: euros(amount) })));
const costing = (id: number, amount: number | null, change: Parameters<typeof aMeasure>[0] = {}) => aMeasure({ id, costItems: [aCostItem({ id, amountCents: amount === null ? null : euros(amount) })], staffDemands: [aStaffDemand({ id, personDays: 10 })], ...change });
const undated = { startQuarter: null, endQuarter: null };
const question = { rankedIds: [1, 2, 3], measures: [costing(1, 40), costing(2, 50), costing(3, 20)], budgetFrames: frames(100), capacities: [], adoptedWindows: [], horizon };

describe("the line of affordability", () => {
  it("stands before the first that no longer fits, even if a smaller one further down would", () => {
    expect(affordabilityLine(question)).toEqual({
      boundIds: [],
      fittingIds: [1, 2],
      first: { measureId: 3, breaks: [{ kind: "budget", fiscalYear: 2027, budgetKind: "consumptive", over: euros(10) }] },
      unknownIds: [],
      left: [2027, 2028].flatMap((fiscalYear) => [
        { fiscalYear, budgetKind: "investive", amountCents: euros(100) },
        { fiscalYear, budgetKind: "consumptive", amountCents: euros(fiscalYear === 2027 ? 10 : 100) },
      ]),
    });
    expect(affordabilityLine({ ...question, measures: [...question.measures, costing(4, 1)], rankedIds: [1, 2, 3, 4] }).fittingIds).toEqual([1, 2]);
    expect(affordabilityLine({ ...question, budgetFrames: frames(110) })).toMatchObject({ fittingIds: [1, 2, 3], first: null });
    expect(affordabilityLine({ ...question, budgetFrames: [] })).toMatchObject({ fittingIds: [1, 2, 3], first: null, left: [] });
  });

  it("puts what is bound first, wherever it stands in the ranking or whether it stands there at all", () => {
    const measures = [costing(1, 40), costing(2, 50), costing(3, 20, { status: "resolved" }), costing(4, 5, { status: "implemented" }), costing(5, 900, { status: "rejected" })];
    expect(affordabilityLine({ ...question, measures, rankedIds: [1, 5, 2, 3] })).toMatchObject({ boundIds: [3, 4], fittingIds: [1], first: { measureId: 2, breaks: [{ over: euros(15) }] } });
  });

  it("lets a measure pass that draws on nothing of what is already exceeded", () => {
    const measures = [costing(1, 900, { status: "inProgress" }), costing(2, 50, { startQuarter: quarter("2028-Q1"), endQuarter: quarter("2028-Q4") })];
    const line = affordabilityLine({ ...question, measures, budgetFrames: frames(1_000).map((frame) => (frame.fiscalYear === 2027 ? { ...frame, amountCents: euros(100) } : frame)) });
    expect(line).toMatchObject({ fittingIds: [2], first: null });
    expect(line.left[1]).toEqual({ fiscalYear: 2027, budgetKind: "consumptive", amountCents: euros(-800) });
  });

  it("holds undated measures against all years together", () => {
    expect(affordabilityLine({ ...question, measures: [costing(1, 150, undated), costing(2, 40), costing(3, 20)] })).toMatchObject({ fittingIds: [1, 2], first: { measureId: 3, breaks: [{ kind: "budgetTotal", budgetKind: "consumptive", over: euros(10) }] } });
  });

  it("names what is not known instead of counting it as nothing", () => {
    const measures = [costing(1, null), costing(2, 50, { costItems: [] }), costing(3, 20, { ...undated, costItems: [aCostItem({ id: 3, rhythm: "running" })] })];
    expect(affordabilityLine({ ...question, measures })).toMatchObject({ fittingIds: [1, 2, 3], unknownIds: [1, 2, 3], first: null });
  });

  it("keeps the teams' quarters, and names every limit that breaks, money first", () => {
    const capacities = [1, 2, 3, 4].flatMap((number) => [2027, 2028].map((year) => ({ teamId: 1, quarter: quarter(`${year}-Q${number}`), personDays: 25 })));
    const line = affordabilityLine({ ...question, capacities });
    expect(line.first?.breaks[0]).toEqual({ kind: "budget", fiscalYear: 2027, budgetKind: "consumptive", over: euros(10) });
    expect(line.first?.breaks.slice(1)).toEqual([1, 2, 3, 4].map((number) => ({ kind: "staff", teamId: 1, quarter: `2027-Q${number}`, over: 5 })));
    const bought = costing(3, 5, { staffDemands: [aStaffDemand({ personDays: 99, staffSource: "external" })] });
    expect(affordabilityLine({ ...question, capacities, measures: [costing(1, 40), costing(2, 50), bought] }).first).toBeNull();
  });

  it("counts an adopted grant, which may pay for nothing else", () => {
    const adoptedWindows = [{ measureId: 3, programme: "P", opensQuarter: quarter("2027-Q1"), closesQuarter: quarter("2027-Q4"), ratePercent: 50, maxGrantCents: null }];
    expect(affordabilityLine({ ...question, adoptedWindows }).first).toBeNull();
  });

  const anyMeasure = (id: number) =>
    fc.record({
      amount: fc.option(fc.integer({ min: 0, max: 90 }), { freq: 6 }),
      days: fc.integer({ min: 0, max: 12 }),
      status: fc.constantFrom("planned" as const, "idea" as const, "resolved" as const),
      start: fc.constantFrom(null, "2027-Q1", "2027-Q3", "2028-Q2"),
    }).map(({ amount, days, status, start }) =>
      costing(id, amount, { status, startQuarter: start === null ? null : quarter(start), endQuarter: start === null ? null : quarter("2028-Q4"), staffDemands: [aStaffDemand({ id, personDays: days })] }),
    );
  const anyCase = fc.record({
    measures: fc.tuple(...[1, 2, 3, 4, 5, 6, 7].map(anyMeasure)),
    money: fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 4, maxLength: 4 }),
    days: fc.integer({ min: 0, max: 40 }),
    more: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 30 })),
  });
  const caseOf = (measures: ReturnType<typeof costing>[], money: readonly number[], days: number) => ({
    ...question,
    measures,
    rankedIds: [7, 3, 1, 5, 2, 6, 4],
    budgetFrames: frames(0).map((frame, index) => ({ ...frame, amountCents: euros(money[index] ?? 0) })),
    capacities: [2027, 2028].flatMap((year) => [1, 2, 3, 4].map((number) => ({ teamId: 1, quarter: quarter(`${year}-Q${number}`), personDays: days }))),
  });

  it("is never moved up by more money or more staff", () => {
    fc.assert(
      fc.property(anyCase, ({ measures, money, days, more: [year, extra, extraDays] }) => {
        const before = affordabilityLine(caseOf(measures, money, days));
        const after = affordabilityLine(caseOf(measures, money.map((amount, index) => (index === year ? amount + extra : amount)), days + extraDays));
        expect(after.fittingIds.slice(0, before.fittingIds.length)).toEqual(before.fittingIds);
      }),
    );
  });

  it("leaves of each frame what bound and fitting measures do not take, to the cent", () => {
    fc.assert(
      fc.property(anyCase, ({ measures, money, days }) => {
        const { left, boundIds, fittingIds, first } = affordabilityLine(caseOf(measures, money, days));
        const taken = new Set([...boundIds, ...fittingIds]);
        const alone = affordabilityLine({ ...caseOf(measures.filter(({ id }) => taken.has(id)), money, days) });
        expect(alone).toMatchObject({ fittingIds, first: null, left });
        expect(first === null || !taken.has(first.measureId)).toBe(true);
        for (const { amountCents } of left) expect(amountCents).toBe(cents(amountCents));
      }),
    );
  });
});
