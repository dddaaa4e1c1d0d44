import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents, euros } from "#app/domain/money/cents.ts";
import { closeElection, readResult, sharesRule, writeResult, type ClosingBallot, type Paper } from "#app/domain/prioritisation/ballot/ballot-result.ts";
import { candidateCost } from "#app/domain/prioritisation/ballot/candidate-cost.ts";
import { leftoverRules } from "#app/domain/prioritisation/ballot-terms.ts";

const BALLOT: ClosingBallot = {
  title: "Was zuerst?",
  question: "",
  kind: "approval",
  pointsPerMember: null,
  budgetCents: euros(40_000),
  leftoverRule: "addOne",
  isSecret: true,
  openedAt: "2027-05-01T08:00:00.000Z",
  closedAt: "2027-05-10T08:00:00.000Z",
  memberCount: 8,
};
const ITEMS = [
  { measureId: 1, title: "WLAN", costCents: euros(30_000) },
  { measureId: 2, title: "App", costCents: euros(20_000) },
  { measureId: 3, title: "Öffnungszeiten", costCents: euros(10_000) },
  { measureId: 4, title: "Zwilling", costCents: euros(1_000) },
];
const paper = (...ids: readonly number[]): Paper => ({ voter: null, choices: new Map(ids.map((id) => [id, 1])) });
const close = (papers: readonly Paper[], overrides: Partial<ClosingBallot> = {}) => closeElection({ ballot: { ...BALLOT, ...overrides }, items: ITEMS, papers });

describe("a closed ballot", () => {
  it("counts no secret papers below three, and keeps none of them", () => {
    for (const papers of [[], [paper(1)], [paper(1), paper(2)]]) {
      expect(close(papers)).toMatchObject({ voterCount: papers.length, papers: [], equalShares: null, greedy: null });
      expect(close(papers, { isSecret: false }).equalShares).not.toBeNull();
    }
    expect(close([paper(1), paper(), paper(2)]).papers).toHaveLength(3);
  });

  it("keeps secret papers without names and in an order of their own, whatever order they come in", () => {
    const papers = [paper(3, 1), paper(2), paper(), paper(1), { ...paper(2), voter: "Rita Rat" }];
    const text = writeResult(close(papers));
    fc.assert(fc.property(fc.shuffledSubarray(papers, { minLength: papers.length }), (shuffled) => writeResult(close(shuffled)) === text));
    expect(text).not.toContain("Rita");
  });

  it("reads what it wrote, and refuses anything else", () => {
    for (const leftoverRule of leftoverRules) {
      const result = close([paper(1), paper(1, 3), paper(2, 4), paper()], { leftoverRule });
      expect(readResult(writeResult(result))).toEqual(result);
    }
    expect(() => readResult("{}")).toThrow("known format");
  });

  it("never funds what nobody supports, in neither count", () => {
    const { equalShares, greedy } = close([paper(2), paper(2), paper(2)], { leftoverRule: "addOneGreedy" });
    expect(equalShares?.fundedIds).toEqual(["2"]);
    expect(greedy?.fundedIds).toEqual(["2"]);
  });

  it("orders the paper by title as German does, which is the last tie-break", () => {
    expect(close([paper(1), paper(1), paper(1)]).items.map((item) => item.title)).toEqual(["App", "Öffnungszeiten", "WLAN", "Zwilling"]);
  });
});

describe("what happens to money that is left", () => {
  // Three for WLAN and one for Zwilling: 10,000 each leave WLAN payable and 9,000 with the fourth.
  const papers = [paper(2), paper(2), paper(3), paper(4)];

  it("is said by the rule", () => {
    expect(leftoverRules.map((rule) => [rule, sharesRule(rule).completion, sharesRule(rule).leftover])).toEqual([
      ["none", "none", "keep"],
      ["addOne", "addOneExhaustive", "keep"],
      ["addOneGreedy", "addOneExhaustive", "greedy"],
    ]);
  });

  it("stays, raises everybody's share, or goes to the most votes", () => {
    const kept = close(papers, { leftoverRule: "none", budgetCents: euros(32_000) }).equalShares;
    expect(kept).toMatchObject({ fundedIds: ["4"], endowment: { equalShareCents: euros(8_000), finalCents: euros(8_000) } });
    const raised = close(papers, { budgetCents: euros(32_000) }).equalShares;
    expect(raised?.fundedIds).toEqual(["2", "3", "4"]);
    expect(raised?.leftCents).toBe(euros(1_000));
  });
});

describe("the cost of a measure on a ballot", () => {
  const item = (amountCents: number | null, overrides: Partial<{ rhythm: "oneOff" | "running"; direction: "expense" | "revenue" }> = {}) => ({
    rhythm: "oneOff" as const,
    direction: "expense" as const,
    amountCents: amountCents === null ? null : cents(amountCents),
    ...overrides,
  });

  it("is its one-off expense, without grants and without yearly cost", () => {
    expect(candidateCost([item(500), item(200), item(300, { direction: "revenue" }), item(null, { rhythm: "running" })])).toEqual({ costCents: 700, obstacle: null });
  });

  it("is not guessed", () => {
    expect(candidateCost([item(500), item(null)])).toEqual({ costCents: null, obstacle: "costUnknown" });
    expect(candidateCost([])).toEqual({ costCents: null, obstacle: "noOneOffCost" });
    expect(candidateCost([item(900, { rhythm: "running" })])).toEqual({ costCents: null, obstacle: "noOneOffCost" });
  });
});
