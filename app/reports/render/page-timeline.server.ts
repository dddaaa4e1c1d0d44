import type { TimelinePlan } from "#app/charts/svg/arrange-timeline.ts";
import { printPalette } from "#app/charts/svg/timeline-palette.ts";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { renderTimelineSvg, type TimelineSvg } from "./timeline-svg.server.tsx";

/** A picture in a page knows no fonts of the page. */
export const webPalette = { ...printPalette, fontFamily: "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif" };

/** The timeline of a version as one picture for a web page: dark on white, as it is printed. */
export const renderPageTimeline = (plan: TimelinePlan, today: PlainDate): TimelineSvg => renderTimelineSvg(plan, today, { width: 1120, labelWidth: 270, palette: webPalette });
