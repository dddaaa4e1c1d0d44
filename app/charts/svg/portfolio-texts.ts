import type { PartialDays, PlacedMeasure, Quadrant } from "#app/domain/prioritisation/benefit-and-effort.ts";
import { cents, type PartialSum } from "#app/domain/money/cents.ts";
import { t } from "#app/i18n/de/prioritisation-charts.ts";
import { formatInteger, formatPersonDays, formatPoints, formatWholeEuros, UNKNOWN } from "#app/i18n/format.ts";

/** "120 PT", or "mindestens 120 PT" where a part of it is unknown. */
export const effortText = (effort: PartialDays | null): string => (effort === null ? UNKNOWN : atLeast(formatPersonDays(effort.known), effort.unknownCount));
export const costText = (cost: PartialSum | null): string => (cost === null ? UNKNOWN : atLeast(formatWholeEuros(cost.known), cost.unknownCount));

const atLeast = (amount: string, unknownCount: number): string => (unknownCount === 0 ? amount : t("portfolio.atLeast", { amount }));

const quadrantNames = (): Record<Quadrant, string> => ({
  now: t("portfolio.quadrant.now"),
  strategic: t("portfolio.quadrant.strategic"),
  aside: t("portfolio.quadrant.aside"),
  later: t("portfolio.quadrant.later"),
});

/** The words that the layout makes room for. */
export const pictureWords = () => ({ quadrantNames: quadrantNames(), areaHeading: t("portfolio.areas"), areaText });
export const areaText = (amount: number): string => formatWholeEuros(cents(amount));

/** All that the picture says about a measure, for those who hear it. */
export const bubbleName = ({ position, title, benefitTenths, effort, cost, quadrant }: PlacedMeasure): string =>
  t("portfolio.bubble", { position: formatInteger(position), title, benefit: formatPoints(benefitTenths), effort: effortText(effort), cost: costText(cost), quadrant: t(`portfolio.quadrant.${quadrant}`) });

export const tipLines = ({ position, title, benefitTenths, effort, cost, quadrant }: PlacedMeasure) => ({
  title: `${position} ${title}`,
  figures: [t("portfolio.tipBenefit", { benefit: formatPoints(benefitTenths) }), t("portfolio.tipEffort", { effort: effortText(effort) }), t("portfolio.tipCost", { cost: costText(cost) }), t(`portfolio.quadrant.${quadrant}`)],
});

export function describePicture(placed: ReadonlyArray<Pick<PlacedMeasure, "quadrant">>): string {
  const count = (quadrant: Quadrant) => placed.filter((measure) => measure.quadrant === quadrant).length;
  return t("portfolio.description", { count: placed.length, now: count("now"), strategic: count("strategic"), aside: count("aside"), later: count("later") });
}
