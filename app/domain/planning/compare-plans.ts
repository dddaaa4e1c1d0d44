import { quarterDistance, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { LeftOutReason, Plan } from "./plan.ts";
import type { PlannerInput } from "./planner-input.ts";
import type { PlanningSettings } from "./scenario.ts";

/** A finished run with all it was computed from. */
export type ComparedRun = { readonly runId: number; readonly plan: Plan; readonly input: PlannerInput; readonly settings: PlanningSettings };

/** Where a plan has a measure. "unknown": when the run began there was no such measure. */
export type MeasurePlace =
  | { readonly kind: "placed"; readonly startQuarter: Quarter; readonly endQuarter: Quarter | null; readonly fundingWindowId: number | null; readonly fixed: boolean; readonly isAssumed: boolean }
  | { readonly kind: "leftOut"; readonly reason: LeftOutReason }
  | { readonly kind: "outside" }
  | { readonly kind: "unknown" };

/** What one plan does otherwise than another. "incomparable": one of the two knows no such measure. */
export type PlaceChange =
  | { readonly kind: "same" | "dropped" | "gained" | "incomparable" }
  /** `quarters` is positive: how many later, or how many earlier. */
  | { readonly kind: "later" | "earlier"; readonly quarters: number };

export type ComparedMeasure = {
  readonly measureId: number;
  readonly title: string;
  /** One for each run, in the runs' order; the first run's change is "same". */
  readonly places: ReadonlyArray<{ readonly place: MeasurePlace; readonly change: PlaceChange }>;
};

/** The measures of all runs: in the order in which the first plan starts them, then those it does not start, by id. */
export function compareMeasures(runs: readonly ComparedRun[]): ComparedMeasure[] {
  const looks = runs.map(placesOf);
  const titles = new Map<number, string>();
  // The first run's title wins, so that a renamed measure keeps one name on the page.
  for (const { input } of [...runs].reverse()) for (const { id, title } of input.measures) titles.set(id, title);
  const measures = [...titles].map(([measureId, title]): ComparedMeasure => {
    const places = looks.map((placeOf) => placeOf(measureId));
    const base = places[0] ?? { kind: "unknown" };
    return { measureId, title, places: places.map((place) => ({ place, change: changeBetween(base, place) })) };
  });
  return measures.sort((a, b) => startOf(a).localeCompare(startOf(b)) || a.measureId - b.measureId);
}

const NEVER = "9999";
function startOf({ places }: ComparedMeasure): string {
  const place = places[0]?.place;
  return place?.kind === "placed" ? place.startQuarter : NEVER;
}

function placesOf({ plan, input }: ComparedRun): (measureId: number) => MeasurePlace {
  const placed = new Map(plan.placed.map((each) => [each.measureId, each]));
  const leftOut = new Map(plan.leftOut.map((each) => [each.measureId, each]));
  const known = new Set(input.measures.map((each) => each.id));
  return (measureId) => {
    const at = placed.get(measureId);
    if (at !== undefined) return { kind: "placed", startQuarter: at.startQuarter, endQuarter: at.endQuarter, fundingWindowId: at.fundingWindowId, fixed: at.fixed, isAssumed: at.assumed.length > 0 };
    const out = leftOut.get(measureId);
    if (out !== undefined) return { kind: "leftOut", reason: out.reason };
    return { kind: known.has(measureId) ? "outside" : "unknown" };
  };
}

/** What `to` does otherwise than `from`; turned round, later becomes earlier by as much, and dropped becomes gained. */
export function changeBetween(from: MeasurePlace, to: MeasurePlace): PlaceChange {
  if (from.kind === "unknown" || to.kind === "unknown") return { kind: from.kind === to.kind ? "same" : "incomparable" };
  if (from.kind === "placed" && to.kind === "placed") {
    const quarters = quarterDistance(from.startQuarter, to.startQuarter);
    if (quarters === 0) return { kind: "same" };
    return { kind: quarters > 0 ? "later" : "earlier", quarters: Math.abs(quarters) };
  }
  if (from.kind === "placed") return { kind: "dropped" };
  return { kind: to.kind === "placed" ? "gained" : "same" };
}

/** How many measures move, and by how many quarters all of them together. */
export type Slip = { readonly count: number; readonly quarters: number };
export type NamedMeasure = { readonly measureId: number; readonly title: string };

/** What becomes of the first plan's measures in another one. */
export type PlanShift = {
  /** Measures the first plan has, as far as the other run knows them. */
  readonly planned: number;
  readonly unchanged: number;
  readonly later: Slip;
  readonly earlier: Slip;
  readonly dropped: readonly NamedMeasure[];
  readonly gained: readonly NamedMeasure[];
};

/** @param run place of the other run among those compared */
export function shiftOf(measures: readonly ComparedMeasure[], run: number): PlanShift {
  const later = { count: 0, quarters: 0 };
  const earlier = { count: 0, quarters: 0 };
  const dropped: NamedMeasure[] = [];
  const gained: NamedMeasure[] = [];
  let planned = 0;
  let unchanged = 0;
  for (const { measureId, title, places } of measures) {
    const change = places[run]?.change ?? { kind: "incomparable" };
    if (change.kind === "incomparable") continue;
    const wasPlanned = places[0]?.place.kind === "placed";
    if (wasPlanned) planned += 1;
    if (change.kind === "later" || change.kind === "earlier") {
      const slip = change.kind === "later" ? later : earlier;
      slip.count += 1;
      slip.quarters += change.quarters;
    } else if (change.kind === "dropped") dropped.push({ measureId, title });
    else if (change.kind === "gained") gained.push({ measureId, title });
    else if (wasPlanned) unchanged += 1;
  }
  return { planned, unchanged, later, earlier, dropped, gained };
}

export const isUnchanged = ({ later, earlier, dropped, gained }: PlanShift): boolean => later.count === 0 && earlier.count === 0 && dropped.length === 0 && gained.length === 0;

/** Mean quarters in tenths, rounded half up; `isExact` says whether that is the mean itself. Null where nothing moves. */
export function meanSlip({ count, quarters }: Slip): { readonly tenths: number; readonly isExact: boolean } | null {
  if (count === 0) return null;
  return { tenths: Math.floor((quarters * 20 + count) / (2 * count)), isExact: (quarters * 10) % count === 0 };
}
