import { heatStrip } from "#app/charts/layout/heat-strip.ts";
import { timelineAxis } from "#app/charts/layout/timeline-axis.ts";
import { axisScaleOf, pictureWidth } from "#app/charts/layout/timeline-scale.ts";
import { arrangeTimelinePages, laneHeading, pictureDescription, pictureTitle, type TimelinePlan } from "#app/charts/svg/arrange-timeline.ts";
import { figureSize, TimelineFigure } from "#app/charts/svg/timeline-figure.tsx";
import { printPalette, type TimelinePalette } from "#app/charts/svg/timeline-palette.ts";
import { axisLabel, markText } from "#app/charts/svg/timeline-texts.ts";
import { yearOf, type PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { TimelineHeat } from "#app/domain/planning/timeline-entry.ts";
import { defaultYears, type YearSpan } from "#app/domain/planning/timeline-span.ts";
import type { LaneKind, TimelineZoom } from "#app/domain/planning/timeline-view.ts";
import { words } from "#app/i18n/de/timeline-picture.ts";
import { staticMarkup } from "./static-markup.ts";
import { formatDate } from "#app/i18n/format.ts";

export type TimelineSvgOptions = {
  readonly lanesBy?: LaneKind;
  readonly rows?: "perMeasure" | "packed";
  /** Unless given: all years with measures, but not more than two back and seven ahead. */
  readonly years?: YearSpan;
  /** Of the whole picture in pixels, unless `zoom` asks for more; 1010 fits the width of an A4 page in landscape at full size. */
  readonly width?: number;
  readonly labelWidth?: number;
  readonly palette?: TimelinePalette;
  /** Unless "all", rejected and deferred measures are left out. */
  readonly statuses?: "pursued" | "all";
  readonly zoom?: TimelineZoom;
  readonly collapsed?: readonly number[];
  /** Shows measures without a date in a lane of their own. */
  readonly withUndated?: boolean;
  /** A heading in the picture itself. */
  readonly withCaption?: boolean;
  /** Lists what the lines across stand for under the last picture. */
  readonly withDates?: boolean;
  /** Staff and money under the last picture. */
  readonly heat?: TimelineHeat;
};

/** A self-contained SVG document with its size in pixels and the text that replaces it for those who cannot see it. */
export type TimelineSvg = { readonly svg: string; readonly width: number; readonly height: number; readonly alternative: string };

/** Measures that are settled without having been done do not belong on paper. */
const isPursued = ({ status }: TimelinePlan["measures"][number]): boolean => status !== "rejected" && status !== "deferred";

/**
 * The timeline of a plan in pictures of at most `maxHeight` pixels, the legend under the last one; 640 fits an A4 page in
 * landscape. Always at least one picture.
 */
export function renderTimelinePages(plan: TimelinePlan, today: PlainDate, maxHeight: number, options: TimelineSvgOptions = {}): TimelineSvg[] {
  const { lanesBy = "actionField", rows = "perMeasure", zoom = "fit", width = 1010, labelWidth = 270, palette = printPalette, withUndated = false, collapsed = [], withCaption = false, withDates = false, heat } = options;
  const pursued = options.statuses === "all" ? plan : { ...plan, measures: plan.measures.filter(isPursued) };
  const years = options.years ?? defaultYears(pursued.measures, today);
  const caption = withCaption ? words.caption(years.firstYear, years.lastYear, formatDate(today)) : undefined;
  const dates = withDates ? marksWithin(plan, years).map(markText) : [];
  const plotWidth = pictureWidth(zoom, (years.lastYear - years.firstYear + 1) * 4, width - labelWidth);
  const arrangement = { lanesBy, rows, years, collapsed, withUndated, width: plotWidth, labelWidth, scale: axisScaleOf(zoom) };
  const cut = (height: number) => arrangeTimelinePages(pursued, today, arrangement, { height }).map(({ span, layout }) => ({ layout, heat: heat && heatStrip(heat, timelineAxis(span, plotWidth, arrangement.scale, axisLabel), plotWidth, null) }));
  const pages = cut(maxHeight);
  const last = pages.at(-1);
  const extent = last === undefined ? 0 : figureSize(last.layout, { withLegend: true, caption, heat: last.heat, dates }).height - figureSize(last.layout, { withLegend: false }).height;
  const isRoomLeft = last === undefined || figureSize(last.layout, { withLegend: false }).height + extent <= maxHeight;
  // Where the legend does not fit under the last picture, the pictures are made lower by its height.
  const fitted = isRoomLeft ? pages : cut(maxHeight - extent);
  return fitted.map(({ layout, heat: strip }, index) => {
    const isLast = index === fitted.length - 1;
    const sheet = fitted.length > 1 ? words.sheet(index + 1, fitted.length) : null;
    const content = { withLegend: isLast, ...(isLast ? { dates } : {}), ...(isLast && strip ? { heat: strip } : {}), ...(index === 0 && caption !== undefined ? { caption } : {}), ...(sheet === null ? {} : { note: sheet }) };
    const { width: wholeWidth, height } = figureSize(layout, content);
    const title = [pictureTitle(years), ...(sheet === null ? [] : [sheet])].join(", ");
    const description = [pictureDescription(layout), ...(isLast ? dates.map((date) => `${date}.`) : [])].join(" ");
    const svg = staticMarkup(<TimelineFigure layout={layout} palette={palette} title={title} description={description} heading={laneHeading(lanesBy)} {...content} />);
    return { svg, width: wholeWidth, height, alternative: `${title}. ${description}` };
  });
}

const marksWithin = ({ marks = [] }: TimelinePlan, { firstYear, lastYear }: YearSpan) => marks.filter(({ from, to }) => yearOf(from) <= lastYear && yearOf(to ?? from) >= firstYear);

/** The whole timeline as one picture of any height. */
export function renderTimelineSvg(plan: TimelinePlan, today: PlainDate, options: TimelineSvgOptions = {}): TimelineSvg {
  const [picture] = renderTimelinePages(plan, today, Infinity, options);
  if (picture === undefined) throw new Error("a timeline has at least one picture");
  return picture;
}
