/** How long a run of the planner may search, in seconds: for a first look, for the day, for a decision. */
export const planSeconds = [2, 10, 60] as const;
export const DEFAULT_SECONDS = 10;
/** For a search that ends after so many steps, the same seed gives the same plan; one that ends by time is stored instead. */
export const DEFAULT_SEED = 1;
