import { TOP_SCORE } from "#app/domain/prioritisation/weighted-scorer.ts";

const HEIGHT = 14;
const MIDDLE = HEIGHT / 2;
const MARK = 8;

/** From the lowest to the highest group score on the scale of all scores; the mark is the common score. `label` says the same in words. */
export function GroupRangeBar({ lowest, highest, common, label }: { lowest: number; highest: number; common: number; label: string }) {
  return (
    <svg className="group-range" role="img" aria-label={label} viewBox={`0 0 ${TOP_SCORE} ${HEIGHT}`} width="100%" height={HEIGHT} preserveAspectRatio="none">
      <rect x={0} y={MIDDLE} width={TOP_SCORE} height={1} fill="currentColor" opacity={0.4} />
      <rect x={lowest} y={MIDDLE - 3} width={Math.max(MARK, highest - lowest)} height={6} fill="#2f6fb7" />
      <rect x={common - MARK / 2} y={0} width={MARK} height={HEIGHT} fill="currentColor" />
    </svg>
  );
}
