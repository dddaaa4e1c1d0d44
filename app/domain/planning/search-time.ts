/** How long a run of the planner may search, in seconds: for a first look, for the day, for a decision. */
export const planSeconds = [2, 10, 60] as const;
export const DEFAULT_SECONDS = 10;
/** The same seed, input and number of steps give the same plan. */
export const DEFAULT_SEED = 1;
