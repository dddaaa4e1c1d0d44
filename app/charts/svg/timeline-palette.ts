export type LaneColours = { readonly fill: string; readonly progress: string; readonly stroke: string };

/** Every colour of the timeline. A document needs concrete ones; a page hands in its custom properties. */
export type TimelinePalette = {
  readonly fontFamily: string;
  readonly text: string;
  readonly muted: string;
  readonly background: string;
  /** Behind the axis, the names and the headings of lanes. */
  readonly panel: string;
  readonly laneHeading: string;
  readonly stripe: string;
  readonly grid: string;
  readonly gridStrong: string;
  readonly arrow: string;
  readonly today: string;
  readonly onToday: string;
  readonly conflict: string;
  readonly deadline: string;
  readonly milestone: string;
  readonly meeting: string;
  readonly funding: string;
  readonly green: string;
  readonly yellow: string;
  readonly red: string;
  readonly onSignal: string;
  /** Taken in turn by the lanes. */
  readonly lanes: readonly LaneColours[];
  /** For what is not pursued. */
  readonly inactive: LaneColours;
  /** Of the strip of staff and money, from little to too much. */
  readonly heat: { readonly low: string; readonly middle: string; readonly high: string; readonly over: string; readonly hatch: string };
};

/** For white paper. */
export const printPalette: TimelinePalette = {
  fontFamily: "Source Sans 3",
  text: "#17202a",
  muted: "#4a5663",
  background: "#ffffff",
  panel: "#f5f7f9",
  laneHeading: "#e9edf2",
  stripe: "#fafbfc",
  grid: "#e3e7ec",
  gridStrong: "#b4bec9",
  arrow: "#66717e",
  today: "#a3201d",
  onToday: "#ffffff",
  conflict: "#b3261e",
  deadline: "#7a4a00",
  milestone: "#17202a",
  meeting: "#5b3f8f",
  funding: "#1f6f6c",
  green: "#2e7344",
  yellow: "#8a5f00",
  red: "#b3261e",
  onSignal: "#ffffff",
  lanes: [
    { fill: "#dbe7f5", progress: "#5a8fc9", stroke: "#2f6299" },
    { fill: "#dcefe0", progress: "#5fa873", stroke: "#2e7344" },
    { fill: "#f7e8cc", progress: "#cf9a3a", stroke: "#8a5f12" },
    { fill: "#e8e1f4", progress: "#9479c4", stroke: "#60469a" },
    { fill: "#d6eeed", progress: "#4ea5a1", stroke: "#1f6f6c" },
    { fill: "#f7dfe4", progress: "#cc7387", stroke: "#963f55" },
    { fill: "#e9edcf", progress: "#98a444", stroke: "#5f6a1b" },
    { fill: "#e2e6ea", progress: "#7f8d9b", stroke: "#4a5764" },
  ],
  inactive: { fill: "#f0f1f3", progress: "#a3abb5", stroke: "#7b8592" },
  heat: { low: "#d7e6f5", middle: "#9fc3e4", high: "#5a95cc", over: "#f4c48a", hatch: "#8a3d00" },
};

const property = (name: string): string => `var(--timeline-${name})`;
const laneProperties = (lane: string): LaneColours => ({
  fill: property(`${lane}-fill`),
  progress: property(`${lane}-progress`),
  stroke: property(`${lane}-stroke`),
});

/** Follows the page's light, dark and forced colours; the values stand in app/ui/styles/timeline.css. */
export const pagePalette: TimelinePalette = {
  fontFamily: "inherit",
  text: property("text"),
  muted: property("muted"),
  background: property("background"),
  panel: property("panel"),
  laneHeading: property("lane-heading"),
  stripe: property("stripe"),
  grid: property("grid"),
  gridStrong: property("grid-strong"),
  arrow: property("arrow"),
  today: property("today"),
  onToday: property("on-today"),
  conflict: property("conflict"),
  deadline: property("deadline"),
  milestone: property("milestone"),
  meeting: property("meeting"),
  funding: property("funding"),
  green: property("green"),
  yellow: property("yellow"),
  red: property("red"),
  onSignal: property("on-signal"),
  lanes: printPalette.lanes.map((_, index) => laneProperties(`lane-${index + 1}`)),
  inactive: laneProperties("inactive"),
  heat: { low: "var(--heat-low)", middle: "var(--heat-middle)", high: "var(--heat-high)", over: "var(--heat-over)", hatch: "var(--heat-hatch)" },
};

const FALLBACK: LaneColours = printPalette.inactive;
export const laneColours = (palette: TimelinePalette, laneIndex: number): LaneColours => palette.lanes[laneIndex % palette.lanes.length] ?? FALLBACK;
