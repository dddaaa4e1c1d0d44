import { max, min, scaleLinear, scaleSqrt } from "d3";
import type { PlacedMeasure, Quadrant } from "#app/domain/prioritisation/benefit-and-effort.ts";
import { placeLabels, shorten, type Box, type PlacedLabel } from "./portfolio-labels.ts";
import { signPath, signReach } from "./portfolio-signs.ts";
import { roundNumbers } from "./round-numbers.ts";
import { estimateTextWidth } from "./text-width.ts";

export type PortfolioBubble = { readonly id: number; readonly x: number; readonly y: number; readonly radius: number; readonly reach: number; readonly path: string; readonly signIndex: number; readonly partial: boolean };
export type PortfolioTick = { readonly at: number; readonly value: number };
export type QuadrantName = { readonly quadrant: Quadrant; readonly text: string; readonly x: number; readonly y: number; readonly anchor: "start" | "end" };

export type PortfolioLayout = {
  readonly width: number;
  /** With the legend of areas; `axisHeight` without. */
  readonly height: number;
  readonly axisHeight: number;
  readonly plot: Box;
  /** By place in the round. */
  readonly bubbles: readonly PortfolioBubble[];
  /** The same, largest first, so that small ones lie in front. */
  readonly drawingOrder: readonly PortfolioBubble[];
  readonly labels: readonly PlacedLabel[];
  /** Values in tenths of a point and in person-days. */
  readonly benefitTicks: readonly PortfolioTick[];
  readonly effortTicks: readonly PortfolioTick[];
  /** Where the quadrants meet. */
  readonly split: { readonly x: number | null; readonly y: number };
  readonly quadrants: readonly QuadrantName[];
  readonly fontSize: number;
  /** Below the axis, in the same scale as the signs: amounts in cents, the middle of the circle each is drawn with, and where its words begin. */
  readonly areas: ReadonlyArray<{ readonly cents: number; readonly radius: number; readonly x: number; readonly y: number; readonly textX: number }>;
  readonly areaHeading: { readonly x: number; readonly y: number };
  /** Amounts up to this one are drawn with the smallest radius. */
  readonly smallestCents: number;
};

export type PortfolioPictureSize = { readonly width: number; readonly height: number; readonly fontSize: number; readonly longestLabel: number; readonly largestRadius: number };
/** For a page with the navigation beside it, and for a telephone. */
export const WIDE: PortfolioPictureSize = { width: 1120, height: 640, fontSize: 12, longestLabel: 34, largestRadius: 46 };
export const NARROW: PortfolioPictureSize = { width: 358, height: 460, fontSize: 11, longestLabel: 20, largestRadius: 26 };

const MARGIN = { top: 10, right: 14, bottom: 46, left: 46 };
const SMALLEST = 4;
const QUADRANT_FONT_SIZE = 13;
/** In tenths of a point, around what is drawn. */
const AIR = 45;

/**
 * Benefit upward (linear, cut to what is drawn and the line between the quadrants), effort to the right (square root, so that
 * small efforts do not lie on each other), and one-off cost as the area of a sign. Only the smallest signs are larger than their cost.
 */
export function layoutPortfolioPicture({
  placed,
  split,
  signIndexOf,
  quadrantNames,
  areaHeading,
  areaText,
  size,
}: {
  readonly placed: readonly PlacedMeasure[];
  readonly split: { readonly benefitTenths: number; readonly effortDays: number | null };
  readonly signIndexOf: (actionFieldId: number | null) => number;
  readonly quadrantNames: Readonly<Record<Quadrant, string>>;
  /** The words of the legend of areas, which need room. */
  readonly areaHeading: string;
  readonly areaText: (cents: number) => string;
  readonly size: PortfolioPictureSize;
}): PortfolioLayout {
  const { width, fontSize } = size;
  const isNarrow = width < 500;
  const plot: Box = { x: MARGIN.left, y: MARGIN.top, width: width - MARGIN.left - MARGIN.right, height: size.height - MARGIN.top - MARGIN.bottom };
  const largestRadius = Math.min(size.largestRadius, Math.max(10, Math.sqrt((plot.width * plot.height * 0.9) / Math.max(1, placed.length)) / 2.4));
  const inset = Math.min(24, largestRadius);
  const benefits = [...placed.map((measure) => measure.benefitTenths), split.benefitTenths];
  const yScale = scaleLinear()
    .domain([Math.max(0, (min(benefits) ?? 0) - AIR), Math.min(1000, (max(benefits) ?? 1000) + AIR)])
    .range([plot.y + plot.height - inset, plot.y + inset]);
  const mostDays = Math.max(10, max(placed, (measure) => measure.effort.known) ?? 0);
  const xScale = scaleSqrt().domain([0, mostDays * 1.04]).range([plot.x + inset, plot.x + plot.width - inset]);
  const mostCents = max(placed, (measure) => measure.cost.known) ?? 0;
  const rScale = scaleSqrt().domain([0, Math.max(1, mostCents)]).range([0, largestRadius]);
  const radiusOf = (cents: number) => Math.max(SMALLEST, Math.round(rScale(cents) * 100) / 100);

  const bubbles = placed.map(({ measureId, actionFieldId, benefitTenths, effort, cost }) => {
    const signIndex = signIndexOf(actionFieldId);
    const radius = radiusOf(cost.known);
    const partial = effort.unknownCount > 0 || cost.unknownCount > 0;
    return roundNumbers({ id: measureId, x: xScale(effort.known), y: yScale(benefitTenths), radius, reach: signReach(signIndex, radius), path: signPath(signIndex, radius), signIndex, partial });
  });
  const splitAt = roundNumbers({ x: split.effortDays === null ? null : xScale(split.effortDays), y: yScale(split.benefitTenths) });
  const quadrants = splitAt.x === null ? [] : nameQuadrants(plot, splitAt.x, splitAt.y, quadrantNames);
  const titles = new Map(placed.map((measure) => [measure.measureId, `${measure.position} ${shorten(measure.title, size.longestLabel)}`]));
  const isCrowded = placed.length > 80;
  const mostLabels = (isCrowded ? 16 : 26) * (isNarrow ? 0.5 : 1);
  const areas = layoutAreas(legendAmounts(mostCents).map((cents) => ({ cents, radius: radiusOf(cents), textWidth: estimateTextWidth(areaText(cents), fontSize) })), {
    x: isNarrow ? plot.x : plot.x + estimateTextWidth(areaHeading, fontSize) + 16,
    y: size.height + (isNarrow ? 24 : 4),
    to: width,
  });
  return {
    width,
    height: Math.ceil(Math.max(size.height, ...areas.map((area) => area.y + area.radius + 4))),
    axisHeight: size.height,
    plot,
    bubbles,
    drawingOrder: [...bubbles].sort((a, b) => b.radius - a.radius || a.id - b.id),
    labels: placeLabels({
      items: bubbles,
      candidates: mostLabels * (isCrowded ? 2 : 4),
      textOf: (id) => titles.get(id) ?? "",
      most: mostLabels,
      tolerated: isCrowded ? 2 : 1,
      fontSize,
      within: plot,
      taken: quadrants.map(quadrantBox),
    }).map((label) => roundNumbers({ ...label })),
    benefitTicks: yScale.ticks(6).map((value) => roundNumbers({ at: yScale(value), value })),
    effortTicks: spreadTicks(mostDays, xScale, fontSize),
    split: splitAt,
    quadrants,
    fontSize,
    areas,
    areaHeading: { x: plot.x, y: isNarrow ? size.height + 14 : Math.round((areas[0]?.y ?? 0) + 4) },
    smallestCents: Math.floor(rScale.invert(SMALLEST)),
  };
}

/** Side by side, their middles on one line; the smallest are left out where there is no room for them. */
function layoutAreas(amounts: ReadonlyArray<{ readonly cents: number; readonly radius: number; readonly textWidth: number }>, room: { readonly x: number; readonly y: number; readonly to: number }): PortfolioLayout["areas"] {
  const tallest = Math.max(0, ...amounts.map((amount) => amount.radius));
  let x = room.x;
  return amounts.flatMap(({ cents, radius, textWidth }) => {
    const area = roundNumbers({ cents, radius, x: x + radius, y: room.y + tallest, textX: x + 2 * radius + 6 });
    x = area.textX + textWidth + 18;
    return area.textX + textWidth <= room.to ? [area] : [];
  });
}

const quadrantPlaces = [
  ["now", false, false],
  ["strategic", true, false],
  ["aside", false, true],
  ["later", true, true],
] as const;

/** In the outer corners of the plot, where they stay out of the crowd. */
function nameQuadrants(plot: Box, splitX: number, splitY: number, names: Readonly<Record<Quadrant, string>>): QuadrantName[] {
  return quadrantPlaces.flatMap(([quadrant, right, below]) => {
    const room = below ? plot.y + plot.height - splitY : splitY - plot.y;
    if (room < 2 * QUADRANT_FONT_SIZE || splitX < plot.x) return [];
    return [{ quadrant, text: names[quadrant], x: right ? plot.x + plot.width - 8 : plot.x + 8, y: below ? plot.y + plot.height - 10 : plot.y + 18, anchor: right ? ("end" as const) : ("start" as const) }];
  });
}

function quadrantBox({ text, x, y, anchor }: QuadrantName): Box {
  const width = Math.ceil(estimateTextWidth(text, QUADRANT_FONT_SIZE) * 1.1);
  return { x: anchor === "end" ? x - width : x, y: y - QUADRANT_FONT_SIZE, width, height: QUADRANT_FONT_SIZE * 1.4 };
}

const STEPS = [0, 5, 10, 20, 50, 100, 200, 300, 500, 750, 1000, 1500, 2000, 3000, 5000, 7500, 10_000, 20_000, 50_000] as const;

/** Round values that stand far enough apart to be read. */
function spreadTicks(most: number, scale: (value: number) => number, fontSize: number): PortfolioTick[] {
  const ticks: PortfolioTick[] = [];
  for (const value of STEPS) {
    const at = scale(value);
    if (value <= most && at - (ticks.at(-1)?.at ?? -Infinity) >= fontSize * 3.6) ticks.push(roundNumbers({ at, value }));
  }
  return ticks;
}

/** Up to three round amounts below the largest, each about a quarter of the one before. */
function legendAmounts(mostCents: number): number[] {
  if (mostCents <= 0) return [];
  const power = 10 ** Math.floor(Math.log10(mostCents));
  const first = [5, 2, 1].map((step) => step * power).find((amount) => amount <= mostCents) ?? power;
  return [first, first / 5, first / 25].map(Math.round).filter((amount) => amount >= 100_00);
}
