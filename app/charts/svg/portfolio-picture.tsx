import type { PortfolioBubble, PortfolioLayout } from "#app/charts/layout/portfolio-picture.ts";
import { signPath } from "#app/charts/layout/portfolio-signs.ts";
import { formatInteger } from "#app/i18n/format.ts";
import { laneColours, type TimelinePalette } from "./timeline-palette.ts";

export type PortfolioPartProps = { readonly layout: PortfolioLayout; readonly palette: TimelinePalette };
export type PortfolioAxes = { readonly benefit: string; readonly effort: string };

/** The action fields in their order take a colour and a sign each; what has no field takes the one after the last. */
const coloursOf = (palette: TimelinePalette, signIndex: number) => laneColours(palette, signIndex);

/** Grid, axes with their units, the lines between the quadrants and their names. */
export function PortfolioGroundPart({ layout, palette, axes }: PortfolioPartProps & { readonly axes: PortfolioAxes }) {
  const { plot, split, fontSize } = layout;
  const [right, bottom] = [plot.x + plot.width, plot.y + plot.height];
  return (
    <g fontFamily={palette.fontFamily} fontSize={fontSize} fill={palette.muted}>
      <rect x={plot.x} y={plot.y} width={plot.width} height={plot.height} fill={palette.background} stroke={palette.gridStrong} />
      <path d={layout.benefitTicks.map(({ at }) => `M${plot.x} ${at}H${right}`).join("") + layout.effortTicks.map(({ at }) => `M${at} ${plot.y}V${bottom}`).join("")} stroke={palette.grid} />
      {split.x !== null && <path d={`M${plot.x} ${split.y}H${right}M${split.x} ${plot.y}V${bottom}`} stroke={palette.arrow} strokeDasharray="6 4" />}
      {layout.benefitTicks.map(({ at, value }) => (
        <text key={value} x={plot.x - 7} y={at + 4} textAnchor="end">
          {formatInteger(value / 10)}
        </text>
      ))}
      {layout.effortTicks.map(({ at, value }) => (
        <text key={value} x={at} y={bottom + 17} textAnchor="middle">
          {formatInteger(value)}
        </text>
      ))}
      <text x={plot.x + plot.width / 2} y={layout.axisHeight - 6} textAnchor="middle" fill={palette.text}>
        {axes.effort}
      </text>
      <text transform={`translate(12 ${plot.y + plot.height / 2}) rotate(-90)`} textAnchor="middle" fill={palette.text}>
        {axes.benefit}
      </text>
      {layout.quadrants.map(({ quadrant, text, x, y, anchor }) => (
        <text key={quadrant} x={x} y={y} textAnchor={anchor} fontSize={13} fontWeight={600}>
          {text}
        </text>
      ))}
    </g>
  );
}

/** Which area stands for which amount, in the scale of the signs. */
export function PortfolioAreasPart({ layout, palette, heading, textOf }: PortfolioPartProps & { readonly heading: string; readonly textOf: (cents: number) => string }) {
  if (layout.areas.length === 0) return null;
  return (
    <g fontFamily={palette.fontFamily} fontSize={layout.fontSize} fill={palette.text}>
      <text x={layout.areaHeading.x} y={layout.areaHeading.y}>
        {heading}
      </text>
      {layout.areas.map(({ cents, radius, x, y, textX }) => (
        <g key={cents}>
          <circle cx={x} cy={y} r={radius} fill="none" stroke={palette.text} strokeWidth={1.2} />
          <text x={textX} y={y + 4}>
            {textOf(cents)}
          </text>
        </g>
      ))}
    </g>
  );
}

type BubblesProps = PortfolioPartProps & {
  /** For the mouse; without it the signs are plain shapes. */
  readonly hrefOf?: (measureId: number) => string;
};

/** The signs, small ones in front, and the names that found a place. */
export function PortfolioBubblesPart({ layout, palette, hrefOf }: BubblesProps) {
  return (
    <g aria-hidden="true" fontFamily={palette.fontFamily} fontSize={layout.fontSize}>
      <g fillOpacity={0.8} strokeWidth={1.4}>
        {layout.drawingOrder.map((bubble) =>
          hrefOf === undefined ? (
            <BubbleMark key={bubble.id} bubble={bubble} palette={palette} />
          ) : (
            <a key={bubble.id} href={hrefOf(bubble.id)} tabIndex={-1} data-bubble={bubble.id}>
              <BubbleMark bubble={bubble} palette={palette} />
            </a>
          ),
        )}
      </g>
      <g fill={palette.text} stroke={palette.background} strokeWidth={3} strokeLinejoin="round" paintOrder="stroke" pointerEvents="none">
        {layout.labels.map(({ id, text, x, y }) => (
          <text key={id} x={x} y={y}>
            {text}
          </text>
        ))}
      </g>
    </g>
  );
}

function BubbleMark({ bubble: { x, y, path, signIndex, partial }, palette }: { readonly bubble: PortfolioBubble; readonly palette: TimelinePalette }) {
  const { fill, stroke } = coloursOf(palette, signIndex);
  return <path transform={`translate(${x} ${y})`} d={path} fill={fill} stroke={stroke} strokeDasharray={partial ? "3 2" : undefined} />;
}

/** What the keyboard reaches: one link for each sign by place, drawn only as a ring where it has the focus. */
export function PortfolioLinksPart({ layout, linkOf }: { readonly layout: PortfolioLayout; readonly linkOf: (measureId: number) => { readonly href: string; readonly name: string } }) {
  return (
    <g pointerEvents="none">
      {layout.bubbles.map(({ id, x, y, reach }) => {
        const { href, name } = linkOf(id);
        return (
          <a key={id} href={href} aria-label={name} data-measure={id}>
            <circle cx={x} cy={y} r={Math.round(reach + 4)} fill="none" stroke="none" />
          </a>
        );
      })}
    </g>
  );
}

const SWATCH = 20;

const swatchId = (signIndex: number): string => `zeichen-${signIndex}`;

/** The sign of an action field in the legend, which other places of the page repeat. */
export function PortfolioSwatch({ signIndex, palette }: { readonly signIndex: number; readonly palette: TimelinePalette }) {
  const { fill, stroke } = coloursOf(palette, signIndex);
  return (
    <svg className="portfolio-swatch" width={SWATCH} height={SWATCH} viewBox={`0 0 ${SWATCH} ${SWATCH}`} aria-hidden="true">
      <path id={swatchId(signIndex)} transform={`translate(${SWATCH / 2} ${SWATCH / 2})`} d={signPath(signIndex, 5.5)} fill={fill} stroke={stroke} strokeWidth={1.4} />
    </svg>
  );
}

/** The same sign again, on a page that holds the legend. */
export const PortfolioSwatchCopy = ({ signIndex }: { readonly signIndex: number }) => (
  <svg className="portfolio-swatch" width={SWATCH} height={SWATCH} aria-hidden="true">
    <use href={`#${swatchId(signIndex)}`} />
  </svg>
);
