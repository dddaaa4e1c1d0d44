/** The digital officers' points, in the order of the criteria. */
export const officerPoints = [25, 20, 10, 15, 5, 15, 5, 5] as const;

/**
 * The council's comparisons: each criterion with those after it, in their order. 4 stands for "deutlich wichtiger", −4 for the
 * other way round. They contradict each other a little, as people do.
 */
export const councilComparisons: ReadonlyArray<readonly number[]> = [[0, 4, -2, 2, 2, 4, 4], [4, 2, 2, 2, 6, 6], [-2, -2, -2, 0, 0], [0, 2, 0, 2], [0, 2, 2], [2, 2], [0]];
