import { useMemo, useState } from "react";
import { TimelinePicture, type TimelineHands } from "#app/charts/interactive/timeline-picture.tsx";
import type { TimelineChart } from "#app/domain/planning/timeline-entry.ts";
import { defaultTimelineView, timelineZooms } from "#app/domain/planning/timeline-view.ts";
import type { ShownTimeline } from "#app/services/planning/show-timeline.server.ts";

/** What the page carries beside the measures, which come as one text. */
export type OurFrame = Pick<ShownTimeline, "today" | "years" | "lanes" | "marks" | "bands" | "heat" | "actionFields" | "orgUnits">;
export type OurData = { readonly frame: OurFrame; readonly chart: string };
export type OurControls = { readonly zoom: (step: number) => void };

const nothing = () => undefined;

/** The picture alone, with as much around it as keeps moves: no routes, no server, no toolbar. */
export function OurPage({ frame, chart, onReady }: { readonly frame: OurFrame; readonly chart: TimelineChart; readonly onReady?: (controls: OurControls) => void }) {
  const [zoom, setZoom] = useState(0);
  const [places, setPlaces] = useState<TimelineHands["places"]>(new Map());
  const plan = useMemo(() => ({ ...frame, ...chart }), [frame, chart]);
  const view = useMemo(() => ({ ...defaultTimelineView, zoom: timelineZooms[zoom % timelineZooms.length] ?? "fit" }), [zoom]);
  const [hands] = useState(
    (): Omit<TimelineHands, "places"> => ({
      trial: null,
      onTry: nothing,
      onMove: (id, place) => setPlaces((now) => new Map(now).set(id, place)),
      onUndo: nothing,
      onFocusBar: nothing,
      onHelp: nothing,
      onSay: nothing,
    }),
  );
  onReady?.({ zoom: setZoom });
  return (
    <TimelinePicture
      plan={plan}
      heat={frame.heat}
      withNumbers={false}
      today={frame.today}
      years={frame.years}
      view={view}
      toToday={0}
      foldedAddress={foldedAddress}
      hands={{ ...hands, places }}
    />
  );
}

const foldedAddress = () => "#";
