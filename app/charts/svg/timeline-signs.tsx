import type { PlacedMark, TimelineDeadline, TimelineMilestone } from "#app/charts/layout/timeline-model.ts";
import type { TrafficLight } from "#app/domain/measures/vocabulary.ts";
import { markKinds, type MarkKind } from "#app/domain/planning/timeline-entry.ts";
import type { TimelinePalette } from "./timeline-palette.ts";
import { cut } from "#app/charts/layout/round-numbers.ts";
import { diamondPath, flagPath, octagonPath, trianglePath } from "./timeline-shapes.ts";

type SignProps = { readonly x: number; readonly y: number; readonly palette: TimelinePalette };

type Place = { readonly x: number; readonly y: number };
type LightsProps = { readonly light: TrafficLight; readonly places: readonly Place[]; readonly palette: TimelinePalette };

const discPath = ({ x, y }: Place): string => `M${cut(x - 7)} ${y}a7 7 0 1 0 14 0a7 7 0 1 0 -14 0Z`;
const lightShapes: Readonly<Record<TrafficLight, { readonly ground: (place: Place) => string; readonly sign: (place: Place) => string }>> = {
  green: { ground: discPath, sign: ({ x, y }) => `M${cut(x - 3.5)} ${y}l2.5 2.8l4.5 -5.4` },
  yellow: { ground: ({ x, y }) => trianglePath(x, y, 8), sign: ({ x, y }) => `M${x} ${cut(y - 3.5)}v4.5m0 1.8v1.7` },
  red: { ground: ({ x, y }) => octagonPath(x, y, 7), sign: ({ x, y }) => `M${cut(x - 3)} ${cut(y - 3)}l6 6m0 -6l-6 6` },
};

/** Lights of one colour, told apart by shape and sign as well: a disc with a tick, a triangle with "!", an octagon with a cross. */
export function TrafficLightSigns({ light, places, palette }: LightsProps) {
  if (places.length === 0) return null;
  const { ground, sign } = lightShapes[light];
  const edge = light === "yellow" ? { stroke: palette.yellow, strokeWidth: 1.5, strokeLinejoin: "round" as const } : {};
  return (
    <>
      <path d={places.map(ground).join("")} fill={palette[light]} {...edge} />
      <path d={places.map(sign).join("")} fill="none" stroke={palette.onSignal} strokeWidth={1.8} />
    </>
  );
}

export const TrafficLightSign = ({ light, x, y, palette }: SignProps & { readonly light: TrafficLight }) => <TrafficLightSigns light={light} places={[{ x, y }]} palette={palette} />;

const MILESTONE_RADIUS = 6;

/** Filled when reached, hollow while due, in the colour of conflicts with "!" when overdue. */
export function MilestoneSign({ state, x, y, palette }: SignProps & Pick<TimelineMilestone, "state">) {
  const colour = state === "overdue" ? palette.conflict : palette.milestone;
  return (
    <>
      <path d={diamondPath(x, y, MILESTONE_RADIUS)} fill={state === "reached" ? colour : palette.background} stroke={colour} strokeWidth={1.6} />
      {state === "overdue" && <path d={`M${x} ${y - 3}v3.2m0 1.4v1.4`} fill="none" stroke={colour} strokeWidth={1.5} />}
    </>
  );
}

/** A pole with a pennant; dashed and with "!" when the end lies behind it. */
export function DeadlineSign({ missed, x, y, height, palette }: SignProps & Pick<TimelineDeadline, "missed"> & { readonly height: number }) {
  const colour = missed ? palette.conflict : palette.deadline;
  return (
    <>
      <path d={`M${x} ${y}v${height}`} fill="none" stroke={colour} strokeWidth={2} strokeDasharray={missed ? "3 2" : undefined} />
      <path d={flagPath(x, y, 9)} fill={colour} />
      {missed && <path d={`M${cut(x + 3)} ${y + 12}v5m0 1.6v2`} fill="none" stroke={colour} strokeWidth={2} />}
    </>
  );
}

const markColours: Readonly<Record<MarkKind, (palette: TimelinePalette) => string>> = {
  meeting: (palette) => palette.meeting,
  fundingWindow: (palette) => palette.funding,
  legalDeadline: (palette) => palette.deadline,
};

type FlagsProps = { readonly marks: readonly PlacedMark[]; readonly y: number; readonly palette: TimelinePalette };
/** Up to here each head tells its words when it is pointed at; beyond, a path for each kind draws all of them. */
const MOST_TOLD = 12;

/** The heads of lines in the axis: a square for a meeting, a bracket for a window, a pennant for a deadline; words beside it where they fit. */
export function MarkFlags({ marks, y, palette }: FlagsProps) {
  const told = marks.length <= MOST_TOLD;
  return (
    <>
      {told
        ? marks.map((mark, index) => (
            <g key={index}>
              {mark.label === null && <title>{mark.full}</title>}
              <MarkSigns kind={mark.kind} d={markPath(mark, y)} palette={palette} />
            </g>
          ))
        : markKinds.map((kind) => <MarkSigns key={kind} kind={kind} d={[...new Set(marks.flatMap((mark) => (mark.kind === kind ? [markPath(mark, y)] : [])))].join("")} palette={palette} />)}
      {marks.map(
        ({ kind, label }, index) =>
          label && (
            <text key={index} x={cut(label.x + 4)} y={y + 14} fontSize={11} fill={markColours[kind](palette)}>
              {label.text}
            </text>
          ),
      )}
    </>
  );
}

function MarkSigns({ kind, d, palette }: { readonly kind: MarkKind; readonly d: string; readonly palette: TimelinePalette }) {
  const colour = markColours[kind](palette);
  if (d === "") return null;
  return kind === "fundingWindow" ? <path d={d} fill="none" stroke={colour} strokeWidth={2} /> : <path d={d} fill={colour} />;
}

function markPath({ kind, x, toX }: PlacedMark, y: number): string {
  if (kind === "legalDeadline") return flagPath(x, y + 5, 8);
  if (kind === "meeting") return `M${cut(x - 3)} ${y + 12}h6v6h-6Z`;
  return `M${x} ${y + 20}v-3H${toX ?? x + 6}v3`;
}
