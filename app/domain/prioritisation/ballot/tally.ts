import type { Election } from "./election.ts";

/**
 * The ballots counted. Voters with equal ballots always hold the same money and are treated alike by every rule here,
 * so they are kept once, with their number; no rule sees who somebody is.
 */
export type Tally = {
  readonly voterCount: number;
  /** Voters per group of equal ballots. */
  readonly groupSizes: readonly number[];
  /** In the order of the ballot paper. */
  readonly projects: readonly TalliedProject[];
};

export type TalliedProject = {
  readonly index: number;
  readonly id: string;
  readonly costCents: number;
  /** Voters with any support for it. */
  readonly voteCount: number;
  /** Votes under approval, points otherwise. */
  readonly score: number;
  /**
   * What one unit of support is worth to a voter: see `equal-shares.ts`. 1 where the cost is 0, so that it can divide.
   */
  readonly utilityPerSupport: number;
  readonly supporters: readonly Supporter[];
};

export type Supporter = { readonly group: number; readonly size: number; readonly support: number };

export function tallyBallots({ voteType, projects, ballots }: Election): Tally {
  const indexById = new Map(projects.map((project, index) => [project.id, index]));
  const groups = new Map<string, { size: number; support: (readonly [number, number])[] }>();
  for (const ballot of ballots) {
    const support = [...ballot.support]
      .flatMap(([id, strength]) => {
        const index = indexById.get(id);
        return index === undefined || strength <= 0 ? [] : [[index, strength] as const];
      })
      .sort((a, b) => a[0] - b[0]);
    const key = support.map((entry) => entry.join(":")).join(" ");
    const group = groups.get(key);
    if (group) group.size += 1;
    else groups.set(key, { size: 1, support });
  }
  const supporters = projects.map((): Supporter[] => []);
  const groupList = [...groups.values()];
  for (const [group, { size, support }] of groupList.entries()) {
    for (const [index, strength] of support) supporters[index]?.push({ group, size, support: strength });
  }
  return {
    voterCount: ballots.length,
    groupSizes: groupList.map((group) => group.size),
    projects: projects.map(({ id, costCents }, index) => {
      const ours = supporters[index] ?? [];
      return {
        index,
        id,
        costCents,
        voteCount: ours.reduce((sum, { size }) => sum + size, 0),
        score: ours.reduce((sum, { size, support }) => sum + size * support, 0),
        utilityPerSupport: voteType === "approval" && costCents > 0 ? costCents : 1,
        supporters: ours,
      };
    }),
  };
}
