import { CONTRIBUTION_SCALE, layoutContributionBar } from "#app/charts/layout/contribution-bar.ts";

/** Middle tones that hold 3:1 against both the light and the dark page. */
const PALETTE = ["#2f6fb7", "#c2571a", "#2b8a57", "#9152b0", "#a07a10", "#c43d5d", "#20858f", "#74747f"] as const;
export const contributionColour = (index: number): string => PALETTE[index % PALETTE.length] ?? PALETTE[0];

const HEIGHT = 16;

/** A measure's score as a stacked bar. `label` says the same in words. */
export function ContributionBar({ contributions, label }: { contributions: Parameters<typeof layoutContributionBar>[0]; label: string }) {
  return (
    <svg className="contribution-bar" role="img" aria-label={label} viewBox={`0 0 ${CONTRIBUTION_SCALE} ${HEIGHT}`} width="100%" height={HEIGHT} preserveAspectRatio="none">
      <rect x={0} y={HEIGHT - 1} width={CONTRIBUTION_SCALE} height={1} fill="currentColor" opacity={0.3} />
      {layoutContributionBar(contributions).map(({ criterionId, colourIndex, x, width }) => (
        <rect key={criterionId} x={x} y={0} width={width} height={HEIGHT} fill={contributionColour(colourIndex)} />
      ))}
    </svg>
  );
}

/** The sign that stands for a criterion in the legend. */
export function ContributionSwatch({ index }: { index: number }) {
  return (
    <svg className="contribution-swatch" aria-hidden="true" width={14} height={14} viewBox="0 0 14 14">
      <rect width={14} height={14} rx={2} fill={contributionColour(index)} />
    </svg>
  );
}
