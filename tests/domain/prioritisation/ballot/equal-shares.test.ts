import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countBallots } from "#app/domain/prioritisation/ballot/count-ballots.ts";
import { EQUAL_SHARES, type Election, type EqualSharesRule } from "#app/domain/prioritisation/ballot/election.ts";
import { runEqualShares } from "#app/domain/prioritisation/ballot/equal-shares.ts";
import { addFractions, compareFractions, fraction } from "#app/domain/prioritisation/ballot/fraction.ts";
import { raiseEndowments } from "#app/domain/prioritisation/ballot/raise-endowments.ts";
import { tallyBallots } from "#app/domain/prioritisation/ballot/tally.ts";
import { anyElection, electionOf, neighbourhood } from "./elections.ts";
import { referenceShares } from "./reference-shares.ts";

const ALONE: EqualSharesRule = { ...EQUAL_SHARES, completion: "none" };
const reasons = (election: Election, rule = ALONE) => new Map(countBallots(election, rule).projects.map(({ projectId, reason }) => [projectId, reason]));

describe("the worked examples of equalshares.net", () => {
  test("example 1 funds bike path, playground and library, and says who paid what", () => {
    const election = neighbourhood("bike");
    const outcome = countBallots(election, ALONE);
    expect(outcome.fundedIds).toEqual(["bike", "playground", "library"]);
    const why = reasons(election);
    expect(why.get("bike")).toEqual({
      kind: "fundedByShares",
      round: 1,
      pricePerUtility: expect.closeTo(1 / 7),
      effectiveVotes: expect.closeTo(7),
      shareCents: 10_000,
      paidInFull: { voterCount: 7, paidCents: 70_000 },
      paidWithTheRest: { voterCount: 0, paidCents: 0 },
    });
    expect(why.get("playground")).toMatchObject({ round: 2, shareCents: 5_000, effectiveVotes: expect.closeTo(4) });
    expect(why.get("library")).toMatchObject({ round: 3, shareCents: 3_333, effectiveVotes: expect.closeTo(3) });
    // All six supporters of the gym paid 100 for the bike path.
    expect(why.get("gym")).toEqual({
      kind: "supportersCannotPay",
      afterRound: 1,
      heldCents: 0,
      leftCents: 0,
      spentOn: [{ projectId: "bike", round: 1, paidCents: 60_000 }],
    });
  });

  test("example 2 funds gym, park and playground with 7, 4.13 and 3.31 effective votes", () => {
    const why = reasons(neighbourhood("gym"));
    expect(why.get("gym")).toMatchObject({ round: 1, effectiveVotes: expect.closeTo(7), shareCents: 5_714 });
    // Three supporters have 42.86 left and pay it, two share what is missing: 60.71 each.
    expect(why.get("park")).toMatchObject({
      round: 2,
      effectiveVotes: expect.closeTo(4.12, 1),
      shareCents: 6_071,
      paidInFull: { voterCount: 2, paidCents: 12_143 },
      paidWithTheRest: { voterCount: 3, paidCents: 12_857 },
    });
    expect(why.get("playground")).toMatchObject({ round: 3, effectiveVotes: expect.closeTo(3.3, 1) });
    expect(why.get("bike")).toMatchObject({ kind: "supportersCannotPay", afterRound: 0, heldCents: 60_000 });
    expect(why.get("library")).toMatchObject({ kind: "supportersCannotPay", afterRound: 3 });
  });

  test("a true tie in effective votes goes to the lower cost, then to more votes, then to the order of the paper", () => {
    // Two effective votes each.
    const byCost = electionOf({ budget: 200, costs: { dear: 120, cheap: 100 }, votes: ["dear cheap", "dear cheap"] });
    expect(reasons(byCost).get("cheap")).toMatchObject({ round: 1 });
    expect(reasons(byCost).get("dear")).toMatchObject({ kind: "supportersCannotPay", afterRound: 1, heldCents: 10_000 });
    // "first" (four effective votes) takes all that one of three supporters of "many" has: then it has two, as "few" has.
    const byVotes = electionOf({ budget: 600, costs: { few: 150, many: 150, first: 400 }, votes: ["first many", "few many", "few many", "first", "first", "first"] });
    expect(countBallots(byVotes, ALONE).fundedIds).toEqual(["many", "first"]);
    expect(reasons(byVotes).get("many")).toMatchObject({ round: 2, effectiveVotes: expect.closeTo(2) });
    const byPaper = electionOf({ budget: 200, costs: { one: 150, two: 150 }, votes: ["two one", "one two"] });
    expect(countBallots(byPaper, ALONE).fundedIds).toEqual(["one"]);
  });
});

test("points are the utilities: the same points for less money come first, and payments follow the points", () => {
  // Endowment 60 each. a: 90 for 6 points = 15 a point; b: 40 for 4 points = 10 a point, so b is first: 30 and 10.
  // Then a has 30 and 50 behind it, less than its 90: not affordable.
  const election = electionOf({ voteType: "points", budget: 120, costs: { a: 90, b: 40 }, votes: ["a:3 b:3", "a:3 b:1"] });
  const why = reasons(election);
  expect(why.get("b")).toMatchObject({ kind: "fundedByShares", round: 1, pricePerUtility: 1000, effectiveVotes: null, shareCents: 1_000 });
  expect(why.get("a")).toMatchObject({ kind: "supportersCannotPay", heldCents: 8_000, leftCents: 8_000, spentOn: [{ projectId: "b", paidCents: 4_000 }] });
});

describe("add-one completion", () => {
  // 10 each. Two groups of three want 20 and 70; alone the method funds only what three can pay with 30.
  const election = electionOf({ budget: 90, costs: { small: 20, large: 70, other: 36 }, votes: ["small", "small", "small", "large", "large", "large", "other", "other", ""] });

  test("raises the endowment until the next outcome would cost more than the budget", () => {
    expect(countBallots(election, ALONE)).toMatchObject({ fundedIds: ["small"], spentCents: 2_000 });
    const outcome = countBallots(election, { ...ALONE, completion: "addOne" });
    expect(outcome.fundedIds).toEqual(["small", "other"]);
    // At 24 "large" would be paid for as well: 126 is too much.
    expect(outcome.endowment).toEqual({ equalShareCents: 1_000, finalCents: 2_300 });
  });

  test("stops at the first outcome that leaves no room, where the rule says so", () => {
    expect(countBallots(election, { ...ALONE, completion: "addOneExhaustive" }).endowment).toEqual({ equalShareCents: 1_000, finalCents: 1_800 });
  });

  test("ends where everything with support is funded, and without voters", () => {
    const all = electionOf({ budget: 1000, costs: { a: 10, b: 990, c: 5 }, votes: ["a", "b"] });
    expect(countBallots(all, { ...ALONE, completion: "addOne" }).fundedIds).toEqual(["a", "b"]);
    expect(reasons(all).get("c")).toEqual({ kind: "noSupport" });
    expect(countBallots({ ...all, ballots: [] }, EQUAL_SHARES)).toMatchObject({ fundedIds: [], spentCents: 0, leftCents: 100_000, voterCount: 0 });
  });

  test("leaves left-over money, or spends it on the highest score and says that it did", () => {
    const tight = { ...election, budgetCents: electionOf({ budget: 120, costs: {}, votes: [] }).budgetCents };
    expect(countBallots(tight, ALONE).leftCents).toBe(10_000);
    const outcome = countBallots(tight, { ...ALONE, leftover: "greedy" });
    expect(outcome.fundedIds).toEqual(["small", "large"]);
    expect(outcome.projects[1]?.reason).toMatchObject({ kind: "greedyFunded", rank: 1, remainingCents: 10_000, before: { kind: "supportersCannotPay" } });
    expect(outcome.projects[2]?.reason).toMatchObject({ kind: "greedyTooExpensive", rank: 2, remainingCents: 3_000 });
  });

  test("takes the greedy outcome only where more voters prefer it, if the rule compares", () => {
    const divided = electionOf({ budget: 100, costs: { big: 100, small: 40 }, votes: ["big", "big", "big", "small", "small"] });
    const outcome = countBallots(divided, { ...ALONE, compareWithGreedy: true });
    expect(outcome).toMatchObject({ fundedIds: ["big"], comparison: { preferEqualShares: 2, preferGreedy: 3, chosen: "greedy" } });
  });
});

describe("laws", () => {
  const rules: fc.Arbitrary<EqualSharesRule> = fc.record({
    method: fc.constant("equalShares" as const),
    completion: fc.constantFrom("none", "addOne", "addOneExhaustive"),
    stepCents: fc.constantFrom(1, 100),
    leftover: fc.constantFrom("keep", "greedy"),
    compareWithGreedy: fc.boolean(),
    minimumScore: fc.constantFrom(0, 2),
  });

  test("every run is the definition's, in the same order of rounds", () => {
    fc.assert(
      fc.property(anyElection, fc.integer({ min: 0, max: 150_000 }), fc.integer({ min: 1, max: 12 }), (election, numerator, denominator) => {
        const endowment = fraction(BigInt(numerator), BigInt(denominator));
        for (const detailed of [false, true]) {
          const run = runEqualShares({ tally: tallyBallots(election), endowment, detailed });
          expect(run.purchases.map(({ index }) => election.projects[index]!.id)).toEqual(referenceShares(election, endowment));
        }
      }),
    );
  });

  test("payments are exact: they sum to the cost, come from supporters, and nobody pays more than the endowment", () => {
    fc.assert(
      fc.property(anyElection, fc.integer({ min: 0, max: 90_000 }), (election, numerator) => {
        const tally = tallyBallots(election);
        const endowment = fraction(BigInt(numerator), 7n);
        const run = runEqualShares({ tally, endowment, detailed: true });
        const paid = tally.groupSizes.map(() => fraction(0n));
        for (const { index, payments } of run.purchases) {
          const project = tally.projects[index]!;
          expect([...payments.keys()].sort()).toEqual(project.supporters.map(({ group }) => group).sort());
          let total = fraction(0n);
          for (const [group, amount] of payments) {
            total = addFractions(total, fraction(amount.numerator * BigInt(tally.groupSizes[group]!), amount.denominator));
            paid[group] = addFractions(paid[group]!, amount);
          }
          expect(compareFractions(total, fraction(BigInt(project.costCents)))).toBe(0);
        }
        for (const [group, left] of run.left.entries()) {
          expect(left.numerator >= 0n).toBe(true);
          expect(compareFractions(addFractions(left, paid[group]!), endowment)).toBe(0);
        }
      }),
    );
  });

  test("leaving steps out changes nothing", () => {
    fc.assert(
      fc.property(anyElection, fc.boolean(), (election, untilExhaustive) => {
        const given = { tally: tallyBallots(election), budgetCents: election.budgetCents, stepCents: 100, minimumScore: 0, untilExhaustive };
        expect(raiseEndowments({ ...given, everyStep: false })).toEqual(raiseEndowments({ ...given, everyStep: true }));
      }),
    );
  });

  test("keeps to the budget, whatever the rule; sums and reasons agree", () => {
    fc.assert(
      fc.property(anyElection, rules, (election, rule) => {
        const outcome = countBallots(election, rule);
        expect(outcome.spentCents).toBeLessThanOrEqual(election.budgetCents);
        expect(outcome.spentCents + outcome.leftCents).toBe(election.budgetCents);
        expect(outcome.projects.map(({ projectId }) => projectId)).toEqual(election.projects.map(({ id }) => id));
        expect(outcome.fundedIds).toEqual(outcome.projects.filter(({ funded }) => funded).map(({ projectId }) => projectId));
        for (const { reason, costCents, voteCount } of outcome.projects) {
          if (reason.kind === "fundedByShares") {
            expect(reason.paidInFull.paidCents + reason.paidWithTheRest.paidCents).toBe(costCents);
            expect(reason.paidInFull.voterCount + reason.paidWithTheRest.voterCount).toBe(voteCount);
          }
          if (reason.kind === "supportersCannotPay") expect(reason.heldCents).toBeLessThan(costCents);
        }
      }),
    );
  });

  test("does not depend on the order of the ballots", () => {
    fc.assert(
      fc.property(anyElection, rules, (election, rule) => {
        expect(countBallots({ ...election, ballots: election.ballots.toReversed() }, rule)).toEqual(countBallots(election, rule));
      }),
    );
  });

  test("a project nobody supports, and support for what is not on the paper, change nothing for the others", () => {
    fc.assert(
      fc.property(anyElection, (election) => {
        const more = {
          ...election,
          projects: [...election.projects, { id: "unloved", costCents: election.budgetCents }],
          ballots: election.ballots.map((ballot) => ({ ...ballot, support: new Map([...ballot.support, ["elsewhere", 1]]) })),
        };
        expect(countBallots(more, { ...ALONE, completion: "addOne" }).fundedIds).toEqual(countBallots(election, { ...ALONE, completion: "addOne" }).fundedIds);
      }),
    );
  });
});
