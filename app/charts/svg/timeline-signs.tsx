import type { PlacedMark, TimelineDeadline, TimelineMilestone } from "#app/charts/layout/timeline-model.ts";
import type { TrafficLight } from "#app/domain/measures/vocabulary.ts";
import type { MarkKind } from "#app/domain/planning/timeline-entry.ts";
import type { TimelinePalette } from "./timeline-palette.ts";
import { cut } from "#app/charts/layout/round-numbers.ts";
import { diamondPath, flagPath, octagonPath, trianglePath } from "./timeline-shapes.ts";

type SignProps = { readonly x: number; readonly y: number; readonly palette: TimelinePalette };

/** Told apart by shape and sign as well as by colour: a disc with a tick, a triangle with "!", an octagon with a cross. */
export function TrafficLightSign({ light, x, y, palette }: SignProps & { readonly light: TrafficLight }) {
  if (light === "green") {
    return (
      <g>
        <circle cx={x} cy={y} r={7} fill={palette.green} />
        <path d={`M${cut(x - 3.5)} ${y}l2.5 2.8l4.5 -5.4`} fill="none" stroke={palette.onSignal} strokeWidth={1.8} />
      </g>
    );
  }
  if (light === "yellow") {
    return (
      <g>
        <path d={trianglePath(x, y, 8)} fill={palette.yellow} stroke={palette.yellow} strokeWidth={1.5} strokeLinejoin="round" />
        <path d={`M${x} ${cut(y - 3.5)}v4.5m0 1.8v1.7`} fill="none" stroke={palette.onSignal} strokeWidth={1.8} />
      </g>
    );
  }
  return (
    <g>
      <path d={octagonPath(x, y, 7)} fill={palette.red} />
      <path d={`M${cut(x - 3)} ${cut(y - 3)}l6 6m0 -6l-6 6`} fill="none" stroke={palette.onSignal} strokeWidth={1.8} />
    </g>
  );
}

const MILESTONE_RADIUS = 6;

/** Filled when reached, hollow while due, in the colour of conflicts with "!" when overdue. */
export function MilestoneSign({ state, x, y, palette }: SignProps & Pick<TimelineMilestone, "state">) {
  const colour = state === "overdue" ? palette.conflict : palette.milestone;
  return (
    <g>
      <path d={diamondPath(x, y, MILESTONE_RADIUS)} fill={state === "reached" ? colour : palette.background} stroke={colour} strokeWidth={1.6} />
      {state === "overdue" && <path d={`M${x} ${y - 3}v3.2m0 1.4v1.4`} fill="none" stroke={colour} strokeWidth={1.5} />}
    </g>
  );
}

/** A pole with a pennant; dashed and with "!" when the end lies behind it. */
export function DeadlineSign({ missed, x, y, height, palette }: SignProps & Pick<TimelineDeadline, "missed"> & { readonly height: number }) {
  const colour = missed ? palette.conflict : palette.deadline;
  return (
    <g>
      <path d={`M${x} ${y}v${height}`} fill="none" stroke={colour} strokeWidth={2} strokeDasharray={missed ? "3 2" : undefined} />
      <path d={flagPath(x, y, 9)} fill={colour} />
      {missed && <path d={`M${cut(x + 3)} ${y + 12}v5m0 1.6v2`} fill="none" stroke={colour} strokeWidth={2} />}
    </g>
  );
}

const markColours: Readonly<Record<MarkKind, (palette: TimelinePalette) => string>> = {
  meeting: (palette) => palette.meeting,
  fundingWindow: (palette) => palette.funding,
  legalDeadline: (palette) => palette.deadline,
};

/** The head of a line in the axis: a square for a meeting, a bracket for a window, a pennant for a deadline; words beside it where they fit. */
export function MarkFlag({ mark, y, palette }: { readonly mark: PlacedMark; readonly y: number; readonly palette: TimelinePalette }) {
  const colour = markColours[mark.kind](palette);
  return (
    <g>
      {mark.label === null && <title>{mark.full}</title>}
      <MarkSign kind={mark.kind} x={mark.x} toX={mark.toX} y={y} colour={colour} />
      {mark.label && (
        <text x={cut(mark.label.x + 4)} y={y + 14} fontSize={11} fill={colour}>
          {mark.label.text}
        </text>
      )}
    </g>
  );
}

function MarkSign({ kind, x, toX, y, colour }: { readonly kind: MarkKind; readonly x: number; readonly toX: number | null; readonly y: number; readonly colour: string }) {
  if (kind === "legalDeadline") return <path d={flagPath(x, y + 5, 8)} fill={colour} />;
  if (kind === "meeting") return <path d={`M${cut(x - 3)} ${y + 12}h6v6h-6Z`} fill={colour} />;
  return <path d={`M${x} ${y + 20}v-3H${toX ?? x + 6}v3`} fill="none" stroke={colour} strokeWidth={2} />;
}
