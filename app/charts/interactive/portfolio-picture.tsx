import { memo, useId, useMemo, useRef } from "react";
import { layoutPortfolioPicture, type PortfolioLayout, type PortfolioPictureSize } from "#app/charts/layout/portfolio-picture.ts";
import { layoutTip } from "#app/charts/layout/portfolio-tip.ts";
import { PortfolioAreasPart, PortfolioBubblesPart, PortfolioGroundPart, PortfolioLinksPart, type PortfolioAxes } from "#app/charts/svg/portfolio-picture.tsx";
import { areaText, bubbleName, describePicture, pictureWords, tipLines } from "#app/charts/svg/portfolio-texts.ts";
import { pagePalette } from "#app/charts/svg/timeline-palette.ts";
import type { BenefitAndEffort, PlacedMeasure } from "#app/domain/prioritisation/benefit-and-effort.ts";
import { t } from "#app/i18n/de/prioritisation-charts.ts";
import { useActiveMeasure } from "./active-measure.ts";
import { useLinkNavigation } from "./link-navigation.ts";

export type PortfolioPictureProps = Pick<BenefitAndEffort, "placed" | "split"> & {
  readonly signIndexOf: (actionFieldId: number | null) => number;
  readonly size: PortfolioPictureSize;
  readonly className: string;
};

const hrefOf = (id: number): string => `/massnahmen/${id}`;

/** Benefit × effort: names and figures of a sign show while it is pointed at or has the focus. */
export function PortfolioPicture({ placed, split, signIndexOf, size, className }: PortfolioPictureProps) {
  const ref = useRef<HTMLDivElement>(null);
  const descriptionId = useId();
  const activeId = useActiveMeasure(ref);
  const layout = useMemo(() => layoutPortfolioPicture({ placed, split, signIndexOf, ...pictureWords(), size }), [placed, split, signIndexOf, size]);
  const byId = useMemo(() => new Map(placed.map((measure) => [measure.measureId, measure])), [placed]);
  useLinkNavigation(ref, layout);
  const active = activeId === null ? undefined : byId.get(activeId);
  return (
    <div className={`portfolio-picture ${className}`} ref={ref}>
      <svg viewBox={`0 0 ${layout.width} ${layout.height}`} width={layout.width} height={layout.height} role="group" aria-label={t("portfolio.plotLabel")} aria-describedby={descriptionId}>
        <desc id={descriptionId}>{describePicture(placed)}</desc>
        <Drawing layout={layout} byId={byId} isNarrow={size.width < 500} />
        {active && <Tip layout={layout} measure={active} />}
      </svg>
    </div>
  );
}

/** Stays as it is while another sign becomes the active one. */
const Drawing = memo(function Drawing({ layout, byId, isNarrow }: { layout: PortfolioLayout; byId: ReadonlyMap<number, PlacedMeasure>; isNarrow: boolean }) {
  const axes: PortfolioAxes = { benefit: t("portfolio.benefitAxis"), effort: t(isNarrow ? "portfolio.effortAxisShort" : "portfolio.effortAxis") };
  return (
    <>
      <g aria-hidden="true">
        <PortfolioGroundPart layout={layout} palette={pagePalette} axes={axes} />
        <PortfolioAreasPart layout={layout} palette={pagePalette} heading={t("portfolio.areas")} textOf={areaText} />
      </g>
      <PortfolioBubblesPart layout={layout} palette={pagePalette} hrefOf={hrefOf} />
      <PortfolioLinksPart
        layout={layout}
        linkOf={(id) => {
          const measure = byId.get(id);
          return { href: hrefOf(id), name: measure ? bubbleName(measure) : "" };
        }}
      />
    </>
  );
});

function Tip({ layout, measure }: { layout: PortfolioLayout; measure: PlacedMeasure }) {
  const bubble = layout.bubbles.find((each) => each.id === measure.measureId);
  if (bubble === undefined) return null;
  const { title, figures } = tipLines(measure);
  const tip = layoutTip(layout, bubble, title, figures);
  return (
    <g aria-hidden="true" pointerEvents="none" fontSize={13} fontFamily={pagePalette.fontFamily} fill={pagePalette.text}>
      <rect x={tip.x} y={tip.y} width={tip.width} height={tip.height} rx={4} fill={pagePalette.background} stroke={pagePalette.text} />
      {tip.lines.map(({ text, strong, y }) => (
        <text key={y} x={tip.x + 8} y={y + 3} fontWeight={strong ? 600 : 400}>
          {text}
        </text>
      ))}
    </g>
  );
}
