import { TOP_LEVEL } from "./level-units.ts";

/** The figures of a measure from which a level can be derived: hours and cents per year from its benefits, cents one-off from its costs. */
export const derivationSources = ["hoursRelieved", "annualSavings", "oneOffCost"] as const;
export type DerivationSource = (typeof derivationSources)[number];

/**
 * A criterion whose level follows from a figure. `bounds` are the four ascending values from which levels 1 to 4 begin,
 * in the unit of the source (hours per year, cents per year, cents): below the first the level is 0.
 */
export type Derivation = { readonly source: DerivationSource; readonly bounds: readonly number[] };

/** True for four non-negative whole bounds, each above the one before. */
export const areBounds = (bounds: readonly number[]): boolean =>
  bounds.length === TOP_LEVEL && bounds.every((bound, index) => Number.isSafeInteger(bound) && bound >= 0 && (index === 0 || bound > (bounds[index - 1] ?? 0)));

/** The level 0 to 4 a figure stands for; null where the figure is unknown, which is not zero. */
export const derivedLevel = ({ bounds }: Derivation, figure: number | null): number | null => (figure === null ? null : bounds.filter((bound) => figure >= bound).length);
