import { allocateInteger } from "#app/domain/money/allocate.ts";

/** What a group hands out over the criteria. */
export const ALL_POINTS = 100;

/** How many points are still to be handed out; negative where there are too many. */
export const pointsLeft = (points: readonly number[]): number => ALL_POINTS - points.reduce((sum, each) => sum + each, 0);

/** Weights as whole points that sum to 100, by largest remainder; null where nothing has weight. */
export const asPoints = (weights: readonly number[]): readonly number[] | null => (weights.some((weight) => weight > 0) ? allocateInteger(ALL_POINTS, weights) : null);
