import fc from "fast-check";
import { cents, euros } from "#app/domain/money/cents.ts";
import type { Election, VoteType } from "#app/domain/prioritisation/ballot/election.ts";

/** Whole euros; one line of supports for each voter: "a b" approves both, "a:3 b" gives 3 points and 1. */
export function electionOf({ voteType = "approval", budget, costs, votes }: { voteType?: VoteType; budget: number; costs: Record<string, number>; votes: readonly string[] }): Election {
  return {
    voteType,
    budgetCents: euros(budget),
    projects: Object.entries(costs).map(([id, cost]) => ({ id, costCents: euros(cost) })),
    ballots: votes.map((vote, index) => ({
      voterId: `v${index + 1}`,
      support: new Map(
        vote
          .split(" ")
          .filter((part) => part !== "")
          .map((part) => [part.split(":")[0] ?? "", Number(part.split(":")[1] ?? 1)]),
      ),
    })),
  };
}

/** "bike path 1 2 3" by project, as the tables of equalshares.net print them, turned into ballots. */
export const votesByProject = (voterCount: number, supporters: Record<string, readonly number[]>): string[] =>
  Array.from({ length: voterCount }, (_, voter) =>
    Object.entries(supporters)
      .filter(([, voters]) => voters.includes(voter + 1))
      .map(([id]) => id)
      .join(" "),
  );

/** The example of equalshares.net, "Explanation": 1,100 for 11 voters, who differ only in what the last one approves. */
export const neighbourhood = (lastVoter: "bike" | "gym"): Election =>
  electionOf({
    budget: 1100,
    costs: { bike: 700, gym: 400, park: 250, playground: 200, library: 100 },
    votes: votesByProject(11, {
      bike: lastVoter === "bike" ? [1, 2, 3, 4, 5, 6, 11] : [1, 2, 3, 4, 5, 6],
      gym: lastVoter === "gym" ? [1, 2, 3, 4, 5, 6, 11] : [1, 2, 3, 4, 5, 6],
      park: [2, 4, 5, 7, 10],
      playground: [7, 8, 9, 10],
      library: [7, 9, 10],
    }),
  });

/** Small costs and few voters, so that ties and exact hits are frequent. */
export const anyElection: fc.Arbitrary<Election> = fc
  .record({
    voteType: fc.constantFrom<VoteType>("approval", "points"),
    budget: fc.integer({ min: 0, max: 4_000 }),
    costs: fc.array(fc.integer({ min: 0, max: 1_200 }), { minLength: 1, maxLength: 6 }),
    unit: fc.constantFrom(1, 100),
    points: fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 6, maxLength: 6 }), { maxLength: 9 }),
  })
  .map(({ voteType, budget, costs, unit, points }) => ({
    voteType,
    budgetCents: cents(budget * unit),
    projects: costs.map((cost, index) => ({ id: `p${index}`, costCents: cents(cost * unit) })),
    ballots: points.map((given, voter) => ({
      voterId: `v${voter}`,
      support: new Map(costs.flatMap((_, index) => ((given[index] ?? 0) > 0 ? [[`p${index}`, voteType === "approval" ? 1 : (given[index] ?? 0)] as const] : []))),
    })),
  }));
