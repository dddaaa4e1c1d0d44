import type { BarEdge } from "#app/charts/layout/timeline-model.ts";
import { laneColours, type TimelinePalette } from "./timeline-palette.ts";
import { arrowHeadPath, barPath } from "./timeline-shapes.ts";
import { DeadlineSign, MilestoneSign, TrafficLightSign } from "./timeline-signs.tsx";

export const swatchKinds = [
  "draft",
  "planned",
  "progress",
  "done",
  "inactive",
  "resolved",
  "permanent",
  "unknownEnd",
  "outside",
  "ghost",
  "milestoneReached",
  "milestoneDue",
  "milestoneOverdue",
  "deadline",
  "deadlineMissed",
  "dependency",
  "violated",
  "meeting",
  "fundingWindow",
  "legalDeadline",
  "green",
  "yellow",
  "red",
  "today",
] as const;
export type SwatchKind = (typeof swatchKinds)[number];

const BOX = { x: 2, y: 3, width: 30, height: 14 };
const edges: Partial<Record<SwatchKind, BarEdge>> = { permanent: "permanent", unknownEnd: "unknown", outside: "outside" };
const progress: Partial<Record<SwatchKind, number>> = { progress: 16, done: 28 };

/** One mark of the timeline in a box of 34 × 20, as it is drawn in the picture. */
export function TimelineSwatch({ kind, palette }: { readonly kind: SwatchKind; readonly palette: TimelinePalette }) {
  switch (kind) {
    case "milestoneReached":
    case "milestoneDue":
    case "milestoneOverdue": {
      const state = kind === "milestoneReached" ? "reached" : kind === "milestoneDue" ? "due" : "overdue";
      return <MilestoneSign x={17} y={10} state={state} palette={palette} />;
    }
    case "deadline":
    case "deadlineMissed":
      return <DeadlineSign x={13} y={0} height={20} missed={kind === "deadlineMissed"} palette={palette} />;
    case "dependency":
    case "violated": {
      const violated = kind === "violated";
      const colour = violated ? palette.conflict : palette.arrow;
      return (
        <g>
          <path d="M2 4H14V14H28" fill="none" stroke={colour} strokeWidth={violated ? 1.8 : 1.2} strokeDasharray={violated ? "4 3" : undefined} />
          <path d={arrowHeadPath([32, 14], 6)} fill={colour} />
        </g>
      );
    }
    case "green":
    case "yellow":
    case "red":
      return <TrafficLightSign light={kind} x={17} y={10} palette={palette} />;
    case "meeting":
      return <path d="M17 0V20M14 0h6v6h-6Z" stroke={palette.meeting} fill={palette.meeting} strokeWidth={1.4} strokeDasharray="6 4" />;
    case "fundingWindow":
      return <path d="M4 14V8H30V14" fill="none" stroke={palette.funding} strokeWidth={2} />;
    case "legalDeadline":
      return <path d="M15 0V20M15 1l8 4l-8 4" stroke={palette.deadline} fill={palette.deadline} strokeWidth={1.4} strokeDasharray="2 3" />;
    case "ghost":
      return <path d="M3 7v6h28v-6Z" fill="none" stroke={palette.muted} strokeDasharray="3 2" />;
    case "today":
      return <path d="M17 0V20" stroke={palette.today} strokeWidth={2} />;
    default:
      return <BarSwatch kind={kind} palette={palette} />;
  }
}

function BarSwatch({ kind, palette }: { readonly kind: SwatchKind; readonly palette: TimelinePalette }) {
  const colours = kind === "inactive" ? palette.inactive : laneColours(palette, 0);
  const band = progress[kind];
  return (
    <g>
      <path
        d={barPath(BOX, "closed", edges[kind] ?? "closed")}
        fill={kind === "draft" ? palette.background : colours.fill}
        stroke={colours.stroke}
        strokeDasharray={kind === "draft" || kind === "inactive" ? "4 2.5" : undefined}
      />
      {band !== undefined && <rect x={3} y={12} width={band} height={4} rx={1.5} fill={colours.progress} />}
      {kind === "resolved" && <path d="M2.5 3h4l-2 7l2 7h-4Z" fill={colours.stroke} />}
      {kind === "inactive" && <path d="M5 10h24" stroke={colours.stroke} />}
    </g>
  );
}
