import type { Benefit, CostItem } from "#app/domain/measures/measure.ts";
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

type Figures = {
  readonly costItems: ReadonlyArray<Pick<CostItem, "rhythm" | "direction" | "amountCents">>;
  readonly benefits: ReadonlyArray<Pick<Benefit, "kind" | "amountCents" | "hoursPerYear">>;
};

/** The figure of a measure; null where nothing is recorded or a part of it is unknown. */
export function figureOf(source: DerivationSource, { costItems, benefits }: Figures): number | null {
  switch (source) {
    case "hoursRelieved":
      return sumOrUnknown(benefits.filter(({ kind }) => kind === "hoursPerYear").map((benefit) => benefit.hoursPerYear));
    case "annualSavings":
      return sumOrUnknown(benefits.filter(({ kind }) => kind === "savingPerYear").map((benefit) => benefit.amountCents));
    case "oneOffCost":
      return sumOrUnknown(costItems.filter(({ rhythm, direction }) => rhythm === "oneOff" && direction === "expense").map((item) => item.amountCents));
  }
}

/** What raters are shown beside the scale. It is never taken as an answer. */
export type LevelSuggestion = Derivation & { readonly figure: number | null; readonly level: number | null };

export function suggestLevel(derivation: Derivation, measure: Figures): LevelSuggestion {
  const figure = figureOf(derivation.source, measure);
  return { ...derivation, figure, level: derivedLevel(derivation, figure) };
}

const sumOrUnknown = (parts: ReadonlyArray<number | null>): number | null =>
  parts.length === 0 ? null : parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
