import { measureStatuses, type MeasureStatus } from "#app/domain/measures/vocabulary.ts";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { LaneKind } from "./timeline-view.ts";

type Named = { readonly id: number; readonly name: string };

/** A version in a committee's hands. */
export type Submitted = { readonly id: number; readonly committee: string; readonly meetingDate: PlainDate | null; readonly measureIds: ReadonlySet<number> };

/** What a lane is named after. */
export type LaneSubject =
  | { readonly kind: "named"; readonly name: string }
  | { readonly kind: "status"; readonly status: MeasureStatus }
  | { readonly kind: "resolved" }
  | { readonly kind: "submitted"; readonly committee: string; readonly meetingDate: PlainDate | null };

export type UnnamedLane = { readonly id: number; readonly subject: LaneSubject };

type Grouped = { readonly id: number; readonly actionFieldId: number | null; readonly leadUnitId: number | null; readonly status: MeasureStatus };

/** What measures are grouped by, beside what stands in themselves. Only what the kind of lanes asks for needs to be there. */
export type LaneSources = {
  readonly actionFields: readonly Named[];
  readonly orgUnits: readonly Named[];
  /** In the order of goals and programmes. */
  readonly goals: readonly Named[];
  readonly goalsOf: ReadonlyMap<number, readonly number[]>;
  readonly programmes: readonly Named[];
  /** The one the plan counts on first. */
  readonly programmesOf: ReadonlyMap<number, readonly number[]>;
  /** By meeting, undated ones last. */
  readonly submissions: readonly Submitted[];
};

export type LanesOf = {
  /** From top to bottom. */
  readonly lanes: readonly UnnamedLane[];
  /** All lanes a measure belongs to, the one it stands in first; empty: none. */
  readonly lanesOf: (measure: Grouped, resolved: boolean) => readonly number[];
};

const RESOLVED_LANE = 1;
const named = (rows: readonly Named[]): UnnamedLane[] => rows.map(({ id, name }) => ({ id, subject: { kind: "named", name } }));
const NONE: readonly number[] = [];

export function timelineLanes(kind: LaneKind, sources: LaneSources): LanesOf {
  switch (kind) {
    case "actionField":
      return { lanes: named(sources.actionFields), lanesOf: ({ actionFieldId }) => (actionFieldId === null ? NONE : [actionFieldId]) };
    case "leadUnit":
      return { lanes: named(sources.orgUnits), lanesOf: ({ leadUnitId }) => (leadUnitId === null ? NONE : [leadUnitId]) };
    case "status":
      return {
        lanes: measureStatuses.map((status, index) => ({ id: index + 1, subject: { kind: "status", status } })),
        lanesOf: ({ status }) => [measureStatuses.indexOf(status) + 1],
      };
    case "goal":
      return { lanes: named(sources.goals), lanesOf: ({ id }) => sources.goalsOf.get(id) ?? NONE };
    case "fundingProgramme":
      return { lanes: named(sources.programmes), lanesOf: ({ id }) => sources.programmesOf.get(id) ?? NONE };
    case "decision":
      return byDecision(sources.submissions);
  }
}

/**
 * How far a committee is with a measure, as far as the data tells: resolved, else in the version that was submitted
 * last, else not submitted. Ids stay the same while submissions come in.
 */
function byDecision(submissions: readonly Submitted[]): LanesOf {
  const newestFirst = [...submissions].sort((a, b) => b.id - a.id);
  const laneOf = (submission: Submitted) => RESOLVED_LANE + submission.id;
  return {
    lanes: [
      { id: RESOLVED_LANE, subject: { kind: "resolved" } },
      ...submissions.map((submission): UnnamedLane => ({ id: laneOf(submission), subject: { kind: "submitted", committee: submission.committee, meetingDate: submission.meetingDate } })),
    ],
    lanesOf: ({ id }, resolved) => {
      const submitted = newestFirst.find((submission) => submission.measureIds.has(id));
      if (resolved) return submitted === undefined ? [RESOLVED_LANE] : [RESOLVED_LANE, laneOf(submitted)];
      return submitted === undefined ? NONE : [laneOf(submitted)];
    },
  };
}
