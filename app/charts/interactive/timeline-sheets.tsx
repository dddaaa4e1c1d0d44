import { arrangeTimelinePages, laneHeading, pictureDescription, pictureTitle, type TimelineArrangement, type TimelinePlan } from "#app/charts/svg/arrange-timeline.ts";
import { TimelineFigure } from "#app/charts/svg/timeline-figure.tsx";
import { pagePalette } from "#app/charts/svg/timeline-palette.ts";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { usePrinting } from "./use-printing.ts";

/** An A4 page in landscape; the first one also holds the page's heading. */
const SHEET_WIDTH = 1010;
const SHEET_HEIGHT = 535;
const LABEL_WIDTH = 270;

export type TimelineSheetsProps = {
  readonly plan: TimelinePlan;
  readonly today: PlainDate;
  readonly arrangement: Pick<TimelineArrangement, "lanesBy" | "rows" | "years">;
};

/**
 * The timeline for paper: cut between rows, each sheet with its own axis. Made when the page is printed and only then,
 * since it is as large as the picture on the screen; without JavaScript that one is printed, in one piece.
 */
export const TimelineSheets = (props: TimelineSheetsProps) => (usePrinting() ? <Sheets {...props} /> : null);

function Sheets({ plan, today, arrangement }: TimelineSheetsProps) {
  const sheets = arrangeTimelinePages(plan, today, { ...arrangement, width: SHEET_WIDTH - LABEL_WIDTH, labelWidth: LABEL_WIDTH }, { height: SHEET_HEIGHT }).map(({ layout }) => layout);
  return (
    <div className="timeline-sheets">
      {sheets.map((layout, index) => (
        <div key={index} className="timeline-sheet">
          <TimelineFigure
            layout={layout}
            palette={pagePalette}
            title={pictureTitle(arrangement.years)}
            description={pictureDescription(layout)}
            heading={laneHeading(arrangement.lanesBy)}
            withLegend={false}
          />
        </div>
      ))}
    </div>
  );
}
