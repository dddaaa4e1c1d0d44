/** A member spends points, or approves measures. */
export const ballotKinds = ["approval", "points"] as const;
export type BallotKind = (typeof ballotKinds)[number];

/** A draft can be changed; an open ballot takes votes; a closed one shows its result. */
export const ballotStates = ["draft", "open", "closed"] as const;
export type BallotState = (typeof ballotStates)[number];

/**
 * What happens with money that equal shares leave over: nothing ("none"), the shares are raised step by step as long as
 * the budget holds ("addOne"), or that and then the rest goes to the measures with most support ("addOneGreedy").
 */
export const leftoverRules = ["none", "addOne", "addOneGreedy"] as const;
export type LeftoverRule = (typeof leftoverRules)[number];

/**
 * Fewer papers than this of a secret ballot are not counted: one or two would say what the people who voted chose.
 * Unanimity still says it, as in any secret vote; the ballot paper warns of that before the vote.
 */
export const FEWEST_SECRET_PAPERS = 3;
