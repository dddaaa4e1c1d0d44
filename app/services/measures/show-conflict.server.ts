import { contentFields, type ContentField, type MeasureContent } from "#app/domain/measures/content.ts";
import { mergeVersions, type Merge } from "#app/domain/measures/merge-versions.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { historyNames, type HistoryNames } from "./show-history.server.ts";
import type { StoredVersion } from "./update-measure.server.ts";

/** Two versions of one measure side by side, for the person whose save came second. */
export type MeasureConflict = Merge<ContentField, MeasureContent> & {
  readonly base: MeasureContent | null;
  readonly mine: MeasureContent;
  readonly theirs: StoredVersion;
  readonly names: HistoryNames;
};

export function showConflict({ db }: ServiceContext, versions: { readonly base: MeasureContent | null; readonly mine: MeasureContent; readonly theirs: StoredVersion }): MeasureConflict {
  const { base, mine, theirs } = versions;
  const merge = mergeVersions<ContentField, MeasureContent>({ fields: contentFields, base, mine, theirs: theirs.content });
  return { ...merge, ...versions, names: historyNames(db) };
}
