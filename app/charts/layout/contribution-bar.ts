/** One criterion's part of a measure's score, on a scale of 0 to 1000 tenths of a point. */
export type ContributionSegment = { readonly criterionId: number; readonly colourIndex: number; readonly x: number; readonly width: number };

export const CONTRIBUTION_SCALE = 1000;
/** Between neighbours, so that they are told apart by more than colour. */
const GAP = 3;

/** Lays the known parts side by side in the order given; together they are as long as the score. */
export function layoutContributionBar(contributions: ReadonlyArray<{ readonly criterionId: number; readonly contributionTenths: number | null }>): ContributionSegment[] {
  let x = 0;
  return contributions.flatMap(({ criterionId, contributionTenths }, colourIndex) => {
    if (contributionTenths === null || contributionTenths === 0) return [];
    const segment = { criterionId, colourIndex, x, width: Math.max(1, contributionTenths - GAP) };
    x += contributionTenths;
    return [segment];
  });
}
