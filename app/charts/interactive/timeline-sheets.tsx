import { heatStrip, type HeatRow } from "#app/charts/layout/heat-strip.ts";
import { timelineAxis } from "#app/charts/layout/timeline-axis.ts";
import type { TimelineLayout } from "#app/charts/layout/timeline-model.ts";
import { axisScaleOf, paperQuarters } from "#app/charts/layout/timeline-scale.ts";
import { arrangeTimelinePages, laneHeading, pictureDescription, pictureTitle, type TimelinePlan } from "#app/charts/svg/arrange-timeline.ts";
import { figureSize, TimelineFigure } from "#app/charts/svg/timeline-figure.tsx";
import { pagePalette } from "#app/charts/svg/timeline-palette.ts";
import { axisLabel } from "#app/charts/svg/timeline-texts.ts";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { TimelineHeat } from "#app/domain/planning/timeline-entry.ts";
import type { YearSpan } from "#app/domain/planning/timeline-span.ts";
import type { TimelineView } from "#app/domain/planning/timeline-view.ts";
import { words } from "#app/i18n/de/timeline-picture.ts";
import { usePrinting } from "./use-printing.ts";

export const papers = ["A4", "A3"] as const;
export type Paper = (typeof papers)[number];

/** A page in landscape within margins of 12 mm, in pixels of the picture; the first one also holds the page's heading. */
const sizes: Readonly<Record<Paper, { readonly width: number; readonly height: number; readonly firstHeight: number }>> = {
  A4: { width: 1010, height: 668, firstHeight: 520 },
  A3: { width: 1470, height: 985, firstHeight: 830 },
};
/** Wide enough for long names in two lines: what is cut off on paper nobody can look up. */
const LABEL_WIDTH = 320;

export type TimelineSheetsProps = {
  readonly plan: TimelinePlan & { readonly undated: TimelinePlan["measures"] };
  readonly heat: TimelineHeat;
  readonly today: PlainDate;
  readonly years: YearSpan;
  readonly paper: Paper;
  /** As the address says when the page is printed. */
  readonly currentView: () => Pick<TimelineView, "lanesBy" | "rows" | "zoom" | "collapsed">;
};

/**
 * The timeline for paper: cut by time where its scale is wide, and between rows, each sheet with its own axis and names.
 * Made when the page is printed and only then, since it is as large as the picture on the screen; without JavaScript
 * that one is printed, in one piece.
 */
export const TimelineSheets = (props: TimelineSheetsProps) => (usePrinting() ? <Sheets {...props} /> : null);

function Sheets({ plan, heat, today, years, paper, currentView }: TimelineSheetsProps) {
  const view = currentView();
  const sheets = sheetsOf(plan, heat, today, years, paper, view);
  return (
    <div className={`timeline-sheets timeline-sheets--${paper}`}>
      {sheets.map(({ layout, strip }, index) => (
        <div key={index} className="timeline-sheet">
          <TimelineFigure
            layout={layout}
            palette={pagePalette}
            title={pictureTitle(years)}
            description={pictureDescription(layout)}
            heading={laneHeading(view.lanesBy)}
            note={words.sheet(index + 1, sheets.length)}
            withLegend={false}
            heat={strip}
          />
        </div>
      ))}
    </div>
  );
}

type Sheet = { readonly layout: TimelineLayout; readonly strip: readonly HeatRow[] };

function sheetsOf(plan: TimelineSheetsProps["plan"], heat: TimelineHeat, today: PlainDate, years: YearSpan, paper: Paper, { lanesBy, rows, zoom, collapsed }: ReturnType<TimelineSheetsProps["currentView"]>): Sheet[] {
  const { width: sheetWidth, height, firstHeight } = sizes[paper];
  const width = sheetWidth - LABEL_WIDTH;
  const scale = axisScaleOf(zoom);
  const whole = { ...plan, measures: [...plan.measures, ...plan.undated] };
  const arrangement = { lanesBy, rows, years, collapsed, scale, width, labelWidth: LABEL_WIDTH, withUndated: true };
  const pages = arrangeTimelinePages(whole, today, arrangement, { height, firstHeight, quarters: paperQuarters(zoom, width) });
  return pages.flatMap(({ span, layout }, index): Sheet[] => {
    if (pages[index + 1]?.span === span) return [{ layout, strip: [] }];
    // Staff and money stand under the last sheet of their time, or on one of their own.
    const strip = heatStrip(heat, timelineAxis(span, width, scale, axisLabel), width, null);
    const room = index === 0 ? firstHeight : height;
    if (strip.length === 0 || figureSize(layout, { withLegend: false, heat: strip }).height <= room) return [{ layout, strip }];
    return [{ layout, strip: [] }, { layout: { ...layout, lanes: [], rows: [], bars: [], arrows: [], height: 0 }, strip }];
  });
}
