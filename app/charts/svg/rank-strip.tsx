import { STRIP_WIDTH, layoutRankStrip } from "#app/charts/layout/rank-strip.ts";

const HEIGHT = 18;
const MARK_WIDTH = 6;
const round = (value: number): number => Math.round(value * 1000) / 1000;

/** How often a measure takes which place: the darker, the more often. The mark is its present place. `label` says the same in words. */
export function RankStrip({ label, ...strip }: Parameters<typeof layoutRankStrip>[0] & { label: string }) {
  const { cells, markX, topX } = layoutRankStrip(strip);
  return (
    <svg className="rank-strip" role="img" aria-label={label} viewBox={`0 0 ${STRIP_WIDTH} ${HEIGHT}`} width="100%" height={HEIGHT} preserveAspectRatio="none">
      <rect className="rank-strip__top" x={0} y={0} width={round(topX)} height={HEIGHT} fill="currentColor" opacity={0.08} />
      <rect x={0} y={HEIGHT - 1} width={STRIP_WIDTH} height={1} fill="currentColor" opacity={0.4} />
      {cells.map(({ x, width, strength }) => (
        <rect key={x} className="rank-strip__cell" x={round(x)} y={2} width={round(width)} height={HEIGHT - 4} fill="#2f6fb7" opacity={round(strength)} />
      ))}
      <rect x={round(markX - MARK_WIDTH / 2)} y={0} width={MARK_WIDTH} height={HEIGHT} fill="currentColor" />
    </svg>
  );
}
