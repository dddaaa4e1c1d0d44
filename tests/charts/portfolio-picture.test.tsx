import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { overlap, shorten } from "#app/charts/layout/portfolio-labels.ts";
import { layoutPortfolioPicture, NARROW, WIDE, type PortfolioLayout, type PortfolioPictureSize } from "#app/charts/layout/portfolio-picture.ts";
import { signPath } from "#app/charts/layout/portfolio-signs.ts";
import { layoutTip } from "#app/charts/layout/portfolio-tip.ts";
import { estimateTextWidth } from "#app/charts/layout/text-width.ts";
import { PortfolioAreasPart, PortfolioBubblesPart, PortfolioGroundPart } from "#app/charts/svg/portfolio-picture.tsx";
import { areaText, pictureWords } from "#app/charts/svg/portfolio-texts.ts";
import { printPalette } from "#app/charts/svg/timeline-palette.ts";
import { euros } from "#app/domain/money/cents.ts";
import type { PlacedMeasure } from "#app/domain/prioritisation/benefit-and-effort.ts";

type Figures = { readonly benefit: number; readonly days: number; readonly cost: number };
const placed = (figures: readonly Figures[]): PlacedMeasure[] =>
  figures.map(({ benefit, days, cost }, index) => ({
    measureId: index + 1,
    title: `Maßnahme mit einem längeren Namen ${index + 1}`,
    actionFieldId: (index % 9) + 1,
    position: index + 1,
    benefitTenths: benefit,
    effort: { known: days, unknownCount: index % 7 === 6 ? 1 : 0 },
    cost: { known: euros(cost), unknownCount: 0 },
    quadrant: "now",
  }));
const layout = (measures: readonly PlacedMeasure[], size: PortfolioPictureSize = WIDE) =>
  layoutPortfolioPicture({ placed: measures, split: { benefitTenths: 500, effortDays: measures[0]?.effort.known ?? null }, signIndexOf: (id) => (id ?? 9) - 1, ...pictureWords(), size });
/** Spread without chance. */
const many = (count: number) => placed(Array.from({ length: count }, (_, index) => ({ benefit: 300 + ((index * 271) % 400), days: (index * 97) % 600, cost: ((index * 7919) % 500) * 1_000 })));

const boxOf = ({ fontSize }: PortfolioLayout, { text, x, y }: PortfolioLayout["labels"][number]) => ({ x, y: y - fontSize * 0.95, width: Math.ceil(estimateTextWidth(text, fontSize)), height: fontSize * 1.25 });

const figures = fc.array(fc.record({ benefit: fc.integer({ min: 0, max: 1000 }), days: fc.integer({ min: 0, max: 3000 }), cost: fc.integer({ min: 0, max: 20_000_000 }) }), { maxLength: 40 });
const sizes = fc.constantFrom(WIDE, NARROW);

describe("laws of the picture", () => {
  test("every measure has one sign inside of the plot, higher with more benefit and further right with more effort", () => {
    fc.assert(
      fc.property(figures, sizes, (given, size) => {
        const { bubbles, drawingOrder, plot } = layout(placed(given), size);
        expect(bubbles.map((bubble) => bubble.id)).toEqual(given.map((_, index) => index + 1));
        expect([...drawingOrder].sort((a, b) => a.id - b.id)).toEqual(bubbles);
        bubbles.forEach(({ x, y }, index) => {
          expect(x >= plot.x && x <= plot.x + plot.width && y >= plot.y && y <= plot.y + plot.height).toBe(true);
          const before = bubbles[index - 1];
          const [a, b] = [given[index - 1], given[index]];
          if (!before || !a || !b) return;
          expect(Math.sign(before.y - y)).toBe(Math.sign(b.benefit - a.benefit));
          expect((x - before.x) * (b.days - a.days)).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });

  test("areas are as the costs, but for the smallest", () => {
    fc.assert(
      fc.property(figures, sizes, (given, size) => {
        const { bubbles, smallestCents } = layout(placed(given), size);
        const dearest = bubbles.reduce((best, bubble) => (bubble.radius > best.radius ? bubble : best), bubbles[0] ?? { id: 0, radius: 0 });
        for (const { id, radius } of bubbles) {
          const share = (given[id - 1]?.cost ?? 0) / Math.max(1, given[dearest.id - 1]?.cost ?? 1);
          if ((given[id - 1]?.cost ?? 0) * 100 > smallestCents) expect(Math.abs((radius / dearest.radius) ** 2 - share)).toBeLessThan(0.01);
          else expect(radius).toBeLessThanOrEqual(4.01);
        }
        for (const area of layout(placed(given), size).areas) {
          expect(area.textX + estimateTextWidth(areaText(area.cents), size.fontSize)).toBeLessThanOrEqual(size.width);
          expect(Math.abs((area.radius / dearest.radius) ** 2 - area.cents / 100 / Math.max(1, given[dearest.id - 1]?.cost ?? 1)) < 0.01 || area.cents <= smallestCents).toBe(true);
        }
      }),
    );
  });

  test("names neither overlap nor leave the plot, and go to the most important first", () => {
    fc.assert(
      fc.property(figures, sizes, (given, size) => {
        const picture = layout(placed(given), size);
        const boxes = picture.labels.map((label) => boxOf(picture, label));
        boxes.forEach((box, index) => {
          expect(box.x >= picture.plot.x && box.x + box.width <= picture.plot.x + picture.plot.width).toBe(true);
          for (const other of boxes.slice(0, index)) expect(overlap({ ...box, x: box.x + 0.01, y: box.y + 0.01, width: box.width - 0.02, height: box.height - 0.02 }, other)).toBe(false);
        });
        expect(picture.labels.map((label) => label.id)).toEqual(picture.labels.map((label) => label.id).sort((a, b) => a - b));
      }),
    );
  });

  test("the box with name and figures stays inside of the picture", () => {
    fc.assert(
      fc.property(figures, sizes, fc.string({ maxLength: 120 }), (given, size, title) => {
        const picture = layout(placed(given), size);
        for (const bubble of picture.bubbles) {
          const { x, y, width, height } = layoutTip(picture, bubble, title, ["Nutzen 82,5 Punkte", "Aufwand mindestens 1.200 PT"]);
          expect(x >= 0 && y >= 0 && x + width <= picture.width && y + height <= picture.height).toBe(true);
        }
      }),
    );
  });
});

test("signs of the same radius cover the same area", () => {
  const shoelace = (path: string) => {
    const numbers = [...path.matchAll(/([MLHV])(-?[\d.]+)(?:[, ]?(-?[\d.]+))?/g)];
    const points: Array<[number, number]> = [];
    for (const [, command, first, second] of numbers) {
      const [x, y] = points.at(-1) ?? [0, 0];
      points.push(command === "H" ? [Number(first), y] : command === "V" ? [x, Number(first)] : [Number(first), Number(second)]);
    }
    return Math.abs(points.reduce((sum, [x, y], index) => sum + x * (points[(index + 1) % points.length]?.[1] ?? 0) - y * (points[(index + 1) % points.length]?.[0] ?? 0), 0)) / 2;
  };
  // Squares are written as relative boxes, circles as arcs: their areas are known without.
  for (const sign of [2, 3, 4, 5, 6, 7]) expect(Math.abs(shoelace(signPath(sign, 20)) / (Math.PI * 400) - 1)).toBeLessThan(0.01);
});

test("a crowd of four hundred keeps few names", () => {
  expect(layout(many(400)).labels.length).toBeLessThanOrEqual(16);
  expect(layout(many(400), NARROW).labels.length).toBeLessThanOrEqual(8);
  expect(layout(many(60)).labels.length).toBeGreaterThan(8);
});

test("names are cut between words", () => {
  expect(shorten("Digitales Behördenpostfach / Servicekonto", 30)).toBe("Digitales Behördenpostfach…");
  expect(shorten("Donaudampfschifffahrtsgesellschaft", 10)).toBe("Donaudamp…");
  expect(shorten("E-Akte", 10)).toBe("E-Akte");
});

test("portfolio-picture", async () => {
  const picture = layout(many(24));
  const svg = renderToStaticMarkup(
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${picture.width} ${picture.height}`}>
      <PortfolioGroundPart layout={picture} palette={printPalette} axes={{ benefit: "Nutzen", effort: "Aufwand" }} />
      <PortfolioBubblesPart layout={picture} palette={printPalette} />
      <PortfolioAreasPart layout={picture} palette={printPalette} heading="Fläche" textOf={areaText} />
    </svg>,
  );
  expect(svg.match(/style=|class=|href=|var\(|undefined|NaN|Infinity|="[^"]*\d\.\d{4,}/)).toBeNull();
  await expect(svg.replaceAll("><", ">\n<")).toMatchFileSnapshot("snapshots/portfolio-picture.svg");
});

test("an empty picture has axes and nothing else", () => {
  expect(layout([])).toMatchObject({ bubbles: [], labels: [], quadrants: [], areas: [], split: { x: null } });
});
