import { useRef } from "react";
import { LEGEND_LINE_HEIGHT, SWATCH_WIDTH } from "#app/charts/layout/timeline-legend.ts";
import type { TimelineLayout, TimelineMeasure } from "#app/charts/layout/timeline-model.ts";
import { laneHeading, pictureDescription } from "#app/charts/svg/arrange-timeline.ts";
import { pagePalette } from "#app/charts/svg/timeline-palette.ts";
import { swatchKinds, TimelineSwatch } from "#app/charts/svg/timeline-swatch.tsx";
import { barName } from "#app/charts/svg/timeline-texts.ts";
import { TimelineAxisPart, TimelineNamesPart, TimelinePlotPart } from "#app/charts/svg/timeline.tsx";
import type { LaneKind } from "#app/domain/planning/timeline-view.ts";
import { t } from "#app/i18n/de/planning.ts";
import { words } from "#app/i18n/de/timeline-picture.ts";
import { useLinkNavigation } from "./link-navigation.ts";

export type TimelinePictureProps = {
  readonly layout: TimelineLayout;
  readonly measures: readonly TimelineMeasure[];
  readonly lanesBy: LaneKind;
};

const hrefOf = (id: number): string => `/massnahmen/${id}`;
/** From these widths on, the picture is printed smaller. */
const WIDE = 900;
const WIDEST = 1400;

/** The timeline in a region that scrolls, its axis and its column of names staying in view. */
export function TimelinePicture({ layout, measures, lanesBy }: TimelinePictureProps) {
  const ref = useRef<HTMLDivElement>(null);
  useLinkNavigation(ref, layout);
  const { width, labelWidth, height, axis } = layout;
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const size = width > WIDEST ? " timeline--widest" : width > WIDE ? " timeline--wide" : "";
  return (
    <div className={`timeline${size}`} role="region" aria-label={t("page.pictureLabel")} tabIndex={0} ref={ref}>
      <div className="timeline__corner">{laneHeading(lanesBy)}</div>
      <div className="timeline__axis" aria-hidden="true">
        <svg width={width} height={axis.height} viewBox={`0 0 ${width} ${axis.height}`}>
          <TimelineAxisPart layout={layout} palette={pagePalette} />
        </svg>
      </div>
      <div className="timeline__names" aria-hidden="true">
        <svg width={labelWidth} height={height} viewBox={`0 0 ${labelWidth} ${height}`}>
          <TimelineNamesPart layout={layout} palette={pagePalette} hrefOf={hrefOf} />
        </svg>
      </div>
      <div className="timeline__plot">
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={t("page.plotLabel")} aria-describedby="zeitplan-beschreibung">
          <desc id="zeitplan-beschreibung">{pictureDescription(layout)}</desc>
          <TimelinePlotPart
            layout={layout}
            palette={pagePalette}
            linkOf={(bar) => {
              const measure = byId.get(bar.id);
              return { href: hrefOf(bar.id), name: measure ? barName(measure, bar.inConflict) : "" };
            }}
          />
        </svg>
      </div>
    </div>
  );
}

export function TimelineLegend() {
  return (
    <ul className="timeline-legend">
      {swatchKinds.map((kind) => (
        <li key={kind}>
          <svg width={SWATCH_WIDTH} height={LEGEND_LINE_HEIGHT} viewBox={`0 0 ${SWATCH_WIDTH} ${LEGEND_LINE_HEIGHT}`} aria-hidden="true">
            <TimelineSwatch kind={kind} palette={pagePalette} />
          </svg>
          {words.legend[kind]}
        </li>
      ))}
    </ul>
  );
}
