import { SHIFT_WIDTH, layoutPlanShift } from "#app/charts/layout/plan-shift.ts";

const HEIGHT = 22;
const BOX = 12;
const TOP = (HEIGHT - BOX) / 2;
const round = (value: number): number => Math.round(value * 1000) / 1000;

/** An outlined box where the first plan begins a measure, a filled one where the other does. `label` says the same in words. */
export function PlanShift({ label, ...shift }: Parameters<typeof layoutPlanShift>[0] & { label: string }) {
  const { quarterWidth, fromX, toX, link, yearX } = layoutPlanShift(shift);
  const width = round(quarterWidth);
  return (
    <svg className="plan-shift-strip" role="img" aria-label={label} viewBox={`0 0 ${SHIFT_WIDTH} ${HEIGHT}`} width="100%" height={HEIGHT} preserveAspectRatio="none">
      {yearX.map((x) => (
        <rect key={x} x={round(x)} y={0} width={1} height={HEIGHT} fill="currentColor" opacity={0.25} />
      ))}
      {link && <rect x={round(link.x)} y={HEIGHT / 2 - 1} width={round(link.width)} height={2} fill="currentColor" opacity={0.6} />}
      {fromX !== null && <rect x={round(fromX)} y={TOP} width={width} height={BOX} className="plan-shift-strip__from" stroke="currentColor" strokeWidth={1.5} strokeDasharray={toX === null ? "4 3" : undefined} vectorEffect="non-scaling-stroke" />}
      {toX !== null && <rect x={round(toX)} y={TOP} width={width} height={BOX} fill="#2f6fb7" stroke="currentColor" strokeWidth={1} vectorEffect="non-scaling-stroke" />}
    </svg>
  );
}
