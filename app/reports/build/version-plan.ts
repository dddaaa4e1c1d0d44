import type { TimelinePlan } from "#app/charts/svg/arrange-timeline.ts";
import type { SnapshotContent } from "#app/domain/committee/snapshot.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import { horizonBands } from "#app/domain/planning/horizon-bands.ts";
import { timelineMarks } from "#app/domain/planning/timeline-marks.ts";
import { horizonOf } from "#app/domain/resources/horizon.ts";
import type { Cover } from "#app/reports/model.ts";
import { markLabel } from "./timeline-words.ts";

/**
 * A version as its timeline shows it: ghosts where the version compared with had a measure elsewhere, what is resolved,
 * planning horizons, its meeting, the funding windows it counts on, and deadlines.
 */
export function versionPlan({ portfolio, meta }: SnapshotContent, base: SnapshotContent | null, submission: Cover["submission"]): TimelinePlan {
  const before = new Map(base?.portfolio.measures.map((measure) => [measure.id, measure]));
  const meetings = submission?.meetingDate ? [{ committee: submission.committee, meetingDate: submission.meetingDate, versionNumber: meta.number }] : [];
  return {
    ...{ actionFields: portfolio.actionFields, orgUnits: portfolio.orgUnits, dependencies: portfolio.dependencies },
    measures: portfolio.measures.map((measure) => ({ ...measure, ghost: ghostOf(measure, before.get(measure.id)), resolved: isResolved(measure, before.get(measure.id)) })),
    marks: timelineMarks({ meetings, windows: portfolio.adoptedWindows ?? [], measures: portfolio.measures }).map(({ subject, ...mark }) => ({ ...mark, label: markLabel(subject) })),
    bands: horizonBands(horizonOf(portfolio.municipality)),
  };
}

function ghostOf({ startQuarter, endQuarter }: Measure, before: Measure | undefined) {
  const isSame = before === undefined || (before.startQuarter === startQuarter && before.endQuarter === endQuarter);
  return isSame ? null : { startQuarter: before.startQuarter, endQuarter: before.endQuarter };
}

/** Resolved now, or when it had not begun yet. */
const isResolved = ({ status }: Measure, before: Measure | undefined): boolean =>
  status === "resolved" || ((status === "inProgress" || status === "implemented") && before?.status === "resolved");
