import { renderToStaticMarkup } from "react-dom/server";
import { arrangeTimelinePages, laneHeading, pictureDescription, pictureTitle, type TimelinePlan } from "#app/charts/svg/arrange-timeline.ts";
import { figureSize, TimelineFigure } from "#app/charts/svg/timeline-figure.tsx";
import { printPalette, type TimelinePalette } from "#app/charts/svg/timeline-palette.ts";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { defaultYears, type YearSpan } from "#app/domain/planning/timeline-span.ts";
import type { LaneKind } from "#app/domain/planning/timeline-view.ts";
import { words } from "#app/i18n/de/timeline-picture.ts";

export type TimelineSvgOptions = {
  readonly lanesBy?: LaneKind;
  readonly rows?: "perMeasure" | "packed";
  /** Unless given: all years with measures, but not more than two back and seven ahead. */
  readonly years?: YearSpan;
  /** Of the whole picture in pixels; 1010 fits the width of an A4 page in landscape at full size. */
  readonly width?: number;
  readonly labelWidth?: number;
  readonly palette?: TimelinePalette;
  /** Unless "all", rejected and deferred measures are left out. */
  readonly statuses?: "pursued" | "all";
};

/** A self-contained SVG document with its size in pixels and the text that replaces it for those who cannot see it. */
export type TimelineSvg = { readonly svg: string; readonly width: number; readonly height: number; readonly alternative: string };

/** Measures that are settled without having been done do not belong on paper. */
const isPursued = ({ status }: TimelinePlan["measures"][number]): boolean => status !== "rejected" && status !== "deferred";

/**
 * The timeline of a plan in pictures of at most `maxHeight` pixels, the legend under the last one; 640 fits an A4 page in
 * landscape. Measures without a date are left out. Always at least one picture.
 */
export function renderTimelinePages(plan: TimelinePlan, today: PlainDate, maxHeight: number, options: TimelineSvgOptions = {}): TimelineSvg[] {
  const { lanesBy = "actionField", rows = "perMeasure", width = 1010, labelWidth = 270, palette = printPalette } = options;
  const pursued = options.statuses === "all" ? plan : { ...plan, measures: plan.measures.filter(isPursued) };
  const years = options.years ?? defaultYears(pursued.measures, today);
  const arrangement = { lanesBy, rows, years, width: width - labelWidth, labelWidth };
  const pages = arrangeTimelinePages(pursued, today, arrangement, maxHeight);
  const last = pages.at(-1);
  const legendFits = last !== undefined && figureSize(last, true).height <= maxHeight;
  // Where the legend does not fit under the last picture, the pictures are made lower by its height.
  const fitted = legendFits || last === undefined ? pages : arrangeTimelinePages(pursued, today, arrangement, maxHeight - (figureSize(last, true).height - figureSize(last, false).height));
  return fitted.map((layout, index) => {
    const withLegend = index === fitted.length - 1;
    const { width: wholeWidth, height } = figureSize(layout, withLegend);
    const sheet = fitted.length > 1 ? `, ${words.sheet(index + 1, fitted.length)}` : "";
    const title = pictureTitle(years) + sheet;
    const description = pictureDescription(layout);
    const svg = renderToStaticMarkup(
      <TimelineFigure layout={layout} palette={palette} title={title} description={description} heading={laneHeading(lanesBy)} withLegend={withLegend} />,
    );
    return { svg, width: wholeWidth, height, alternative: `${title}. ${description}` };
  });
}

/** The whole timeline as one picture of any height. */
export function renderTimelineSvg(plan: TimelinePlan, today: PlainDate, options: TimelineSvgOptions = {}): TimelineSvg {
  const [picture] = renderTimelinePages(plan, today, Infinity, options);
  if (picture === undefined) throw new Error("a timeline has at least one picture");
  return picture;
}
