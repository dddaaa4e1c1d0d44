import { readSnapshot, type SnapshotContent } from "#app/domain/committee/snapshot.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { versionContent, type VersionRow } from "#db/queries/committee.server.ts";
import { sha256Of } from "./freeze-version.server.ts";
import { recentResults } from "./recent-results.ts";

/** "altered": the text is not the one that was hashed. "unreadable": it is no version at all. Neither is ever hidden. */
export type Integrity = "intact" | "altered" | "unreadable";

export type OpenedVersion = {
  readonly version: VersionRow;
  readonly integrity: Integrity;
  /** What the checksum of the stored text is now. */
  readonly actualSha256: string;
  readonly content: SnapshotContent | null;
};

const parsed = recentResults<{ readonly content: SnapshotContent | null }>(6);

/**
 * Reads a version and checks it: every time, the stored text is hashed anew. Only the reading of a text with a known
 * hash is remembered. The title, number and note must be those inside the text, too.
 */
export function openVersion(db: DbOrTx, version: VersionRow): OpenedVersion {
  const text = versionContent(db, version.id) ?? "";
  const actualSha256 = sha256Of(text);
  const { content } = parsed(actualSha256, () => ({ content: readSnapshot(text) }));
  return { version, integrity: integrityOf(version, actualSha256, content), actualSha256, content };
}

function integrityOf(version: VersionRow, actualSha256: string, content: SnapshotContent | null): Integrity {
  if (content === null) return "unreadable";
  const { meta } = content;
  const same = meta.number === version.number && meta.title === version.title && meta.note === version.note && meta.frozenAt === version.frozenAt;
  return actualSha256 === version.sha256 && same ? "intact" : "altered";
}
