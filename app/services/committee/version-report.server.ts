import { buildDigitalStrategyReport } from "#app/reports/build/digital-strategy-report.ts";
import type { Report } from "#app/reports/model.ts";
import { recentResults } from "./recent-results.ts";
import type { OpenedVersion, Integrity } from "./open-version.server.ts";
import type { ReadableVersion } from "./visible-version.server.ts";

const reports = recentResults<Report>(4);

/** The report of a version; remembered by the checksums of everything that is in it. */
export function versionReport(opened: ReadableVersion, base: OpenedVersion | null): Report {
  const { version, content, actualSha256 } = opened;
  const submission = version.submission && { committee: version.submission.committee, meetingDate: version.submission.meetingDate, submittedAt: version.submission.submittedAt };
  return reports(JSON.stringify([actualSha256, base?.actualSha256, version.sha256, submission]), () =>
    buildDigitalStrategyReport({ content, base: base?.content ?? null, sha256: version.sha256, submission }),
  );
}

/** What every page about a version says of it. */
export type VersionHead = {
  readonly id: number;
  readonly number: number;
  readonly title: string;
  readonly note: string;
  readonly frozenAt: string;
  readonly frozenBy: string;
  readonly submission: OpenedVersion["version"]["submission"];
  readonly sha256: string;
  readonly actualSha256: string;
  readonly integrity: Integrity;
};

export const versionHead = ({ version, integrity, actualSha256 }: OpenedVersion): VersionHead => ({ ...version, integrity, actualSha256 });
