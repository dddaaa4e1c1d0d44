import type { TimelineBar } from "#app/charts/layout/timeline-model.ts";
import type { MeasureStatus } from "#app/domain/measures/vocabulary.ts";
import type { LaneColours, TimelinePalette } from "./timeline-palette.ts";
import { cut } from "#app/charts/layout/round-numbers.ts";
import { barPath } from "./timeline-shapes.ts";
import { DeadlineSign, MilestoneSign } from "./timeline-signs.tsx";

export type BarStyle = "draft" | "planned" | "done" | "inactive";
/** How far a measure is settled, told by outline and filling, not by colour. */
export const barStyles: Readonly<Record<MeasureStatus, BarStyle>> = {
  idea: "draft",
  proposed: "draft",
  planned: "planned",
  resolved: "planned",
  inProgress: "planned",
  implemented: "done",
  rejected: "inactive",
  deferred: "inactive",
};

export const BAR_FONT_SIZE = 11;
const BASELINE = 12.6;
const BAND = 4;

type BarMarkProps = { readonly bar: TimelineBar; /** Of its lane. */ readonly colours: LaneColours; readonly palette: TimelinePalette; /** Names its parts for a page's styles and hands. */ readonly live?: boolean };
/** A pole of a deadline stands out above and below its bar by as much. */
const POLE = 3;

export function BarMark({ bar, colours: ofLane, palette, live = false }: BarMarkProps) {
  const style = barStyles[bar.status];
  const colours = style === "inactive" ? palette.inactive : ofLane;
  const progressWidth = style === "done" ? bar.width : bar.progressWidth;
  return (
    <>
      {bar.ghost && <path d={`M${cut(bar.ghost.x + 1)} ${bar.y + bar.height - 3}v6h${cut(Math.max(0, bar.ghost.width - 2))}v-6Z`} fill="none" stroke={palette.muted} strokeDasharray="3 2" />}
      <path
        className={live ? "timeline-bar" : undefined}
        d={barPath(bar, bar.startEdge, bar.endEdge)}
        fill={style === "draft" ? palette.background : colours.fill}
        stroke={colours.stroke}
        strokeWidth={style === "draft" ? 1.4 : 1}
        strokeDasharray={style === "draft" || style === "inactive" ? "4 2.5" : undefined}
      />
      {progressWidth !== null && progressWidth > 2 && (
        <rect x={cut(bar.x + 1)} y={bar.y + bar.height - BAND - 1} width={cut(progressWidth - 2)} height={BAND} rx={1.5} fill={colours.progress} />
      )}
      {bar.resolved && <path d={`M${cut(bar.x + 0.5)} ${bar.y}h4l-2 ${bar.height / 2}l2 ${bar.height / 2}h-4Z`} fill={colours.stroke} />}
      {style === "inactive" && <path d={`M${cut(bar.x + 3)} ${bar.y + bar.height / 2}h${cut(Math.max(0, bar.width - 6))}`} stroke={colours.stroke} strokeWidth={1} />}
      {bar.deadline && <DeadlineSign x={bar.deadline.x} y={bar.y - POLE} height={bar.height + 2 * POLE} missed={bar.deadline.missed} palette={palette} />}
      {bar.milestones.map((milestone) => (
        <MilestoneSign key={milestone.id} x={milestone.x} y={bar.y + bar.height / 2} state={milestone.state} palette={palette} />
      ))}
      <BarLabel bar={bar} palette={palette} live={live} />
    </>
  );
}

function BarLabel({ bar: { label, x, y, width }, palette, live = false }: Pick<BarMarkProps, "bar" | "palette" | "live">) {
  if (label === null) return null;
  // A rim in the colour of the ground keeps words readable where a line runs behind them.
  const rim = label.placement === "inside" ? {} : { stroke: palette.background, strokeWidth: 3, strokeLinejoin: "round" as const, paintOrder: "stroke" };
  if (!label.clipped) {
    const moves = live && label.placement === "inside" ? { "data-from": label.x, "data-until": cut(Math.max(label.x, x + width - label.width - 6)) } : {};
    return (
      <text {...moves} x={label.x} y={cut(y + BASELINE)} fontSize={BAR_FONT_SIZE} fill={palette.text} {...rim}>
        {label.text}
      </text>
    );
  }
  return (
    <svg x={label.x} y={y} width={label.width} height={20} overflow="hidden">
      <text x={0} y={BASELINE} fontSize={BAR_FONT_SIZE} fill={palette.text}>
        {label.text}
      </text>
    </svg>
  );
}
