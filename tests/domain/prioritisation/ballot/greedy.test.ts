import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countBallots } from "#app/domain/prioritisation/ballot/count-ballots.ts";
import { GREEDY, type GreedyRule } from "#app/domain/prioritisation/ballot/election.ts";
import { anyElection, electionOf, neighbourhood } from "./elections.ts";

describe("greedy by votes", () => {
  test("funds bike path and gym in the example of equalshares.net, and nothing for the children", () => {
    const outcome = countBallots(neighbourhood("bike"), GREEDY);
    expect(outcome).toMatchObject({ fundedIds: ["bike", "gym"], spentCents: 110_000, leftCents: 0, endowment: null, comparison: null });
    expect(outcome.projects.map(({ reason }) => reason)).toEqual([
      { kind: "greedyFunded", rank: 1, remainingCents: 110_000, before: null },
      { kind: "greedyFunded", rank: 2, remainingCents: 40_000, before: null },
      { kind: "greedyTooExpensive", rank: 3, remainingCents: 0, before: null },
      { kind: "greedyTooExpensive", rank: 4, remainingCents: 0, before: null },
      { kind: "greedyTooExpensive", rank: 5, remainingCents: 0, before: null },
    ]);
  });

  const election = electionOf({ budget: 100, costs: { a: 60, b: 50, c: 40, d: 1 }, votes: ["a b c", "a b c", "a b", "a"] });
  const funded = (rule: Partial<GreedyRule>) => countBallots(election, { ...GREEDY, ...rule }).fundedIds;

  test("passes over what no longer fits, or ends there", () => {
    expect(funded({})).toEqual(["a", "c"]);
    expect(funded({ whenTooExpensive: "stop" })).toEqual(["a"]);
    expect(countBallots(election, { ...GREEDY, whenTooExpensive: "stop" }).projects[2]?.reason).toMatchObject({ kind: "greedyCountEnded", rank: 3, remainingCents: 4_000 });
  });

  test("knows a minimum, and votes per cost", () => {
    expect(funded({ minimumScore: 3 })).toEqual(["a"]);
    expect(countBallots(election, { ...GREEDY, minimumScore: 3 }).projects[2]?.reason).toEqual({ kind: "belowMinimum", minimumScore: 3 });
    const byValue = electionOf({ budget: 100, costs: { dear: 90, cheap: 20, free: 0 }, votes: ["dear cheap", "dear cheap", "dear free"] });
    expect(countBallots(byValue, { ...GREEDY, orderBy: "scorePerCost" }).fundedIds).toEqual(["cheap", "free"]);
  });

  test("counts points, and breaks ties by the order of the paper", () => {
    const points = electionOf({ voteType: "points", budget: 50, costs: { a: 50, b: 50, c: 50 }, votes: ["a:1 b:4", "c:4"] });
    expect(countBallots(points, GREEDY).fundedIds).toEqual(["b"]);
  });
});

describe("laws", () => {
  const anyRule = fc.record<GreedyRule>({
    method: fc.constant("greedy"),
    orderBy: fc.constantFrom("score", "scorePerCost"),
    whenTooExpensive: fc.constantFrom("skip", "stop"),
    minimumScore: fc.constantFrom(0, 3),
  });

  test("keeps to the budget; nothing that was passed over would still fit", () => {
    fc.assert(
      fc.property(anyElection, anyRule, (election, rule) => {
        const outcome = countBallots(election, rule);
        expect(outcome.spentCents).toBeLessThanOrEqual(election.budgetCents);
        for (const { funded, costCents, reason } of outcome.projects) {
          if (!funded && reason.kind === "greedyTooExpensive") expect(costCents).toBeGreaterThan(reason.remainingCents);
          if (!funded && rule.whenTooExpensive === "skip" && rule.minimumScore === 0) expect(costCents).toBeGreaterThan(outcome.leftCents);
        }
      }),
    );
  });

  test("by votes, whatever is funded instead of a cheaper project that is not has at least its votes", () => {
    fc.assert(
      fc.property(anyElection, (election) => {
        const { projects } = countBallots(election, GREEDY);
        for (const left of projects.filter(({ funded }) => !funded))
          for (const taken of projects.filter(({ funded, costCents }) => funded && costCents >= left.costCents)) expect(taken.score).toBeGreaterThanOrEqual(left.score);
      }),
    );
  });
});
