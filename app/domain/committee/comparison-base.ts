/** A version as far as the choice of its comparison needs it. */
export type VersionState = { readonly id: number; readonly number: number; readonly submittedAt: string | null };

/**
 * Which earlier version "changed since the last version" means.
 * For a submitted version: the one submitted last before it, since the committee knows no other. It can never change
 * afterwards, so the version's report stays the same byte for byte.
 * For a draft: the latest submitted one, or else the version frozen before it.
 */
export function comparisonBase<V extends VersionState>(version: VersionState, all: readonly V[]): V | null {
  const earlier = all.filter((other) => other.number < version.number).sort((a, b) => b.number - a.number);
  const submitted = earlier
    .filter((other) => other.submittedAt !== null && (version.submittedAt === null || other.submittedAt < version.submittedAt))
    .sort((a, b) => ((a.submittedAt ?? "") < (b.submittedAt ?? "") ? 1 : -1));
  return submitted[0] ?? (version.submittedAt === null ? (earlier[0] ?? null) : null);
}
