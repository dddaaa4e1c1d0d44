import type { Dependency } from "#app/domain/measures/measure.ts";
import type { TimelineArrow, TimelineBar, TimelineRow } from "./timeline-model.ts";

/** How far an arrow runs straight out of a bar and into one. */
const STUB = 6;
export const ARROW_HEAD = 5;

/** Orthogonal: out of the predecessor, along a trunk to the edge of the successor's row, along that edge, into the successor. */
export function routeArrow(dependency: Dependency, from: TimelineBar, to: TimelineBar, rows: ReadonlyArray<Pick<TimelineRow, "y" | "height">>, violated: boolean, width: number): TimelineArrow {
  const start = [from.x + from.width, from.y + from.height / 2] as const;
  const end = [to.x, to.y + to.height / 2] as const;
  const row = rows[to.rowIndex];
  if (row === undefined) throw new Error(`bar ${to.id} has no row`);
  const fromAbove = from.rowIndex < to.rowIndex;
  const edgeY = fromAbove ? row.y : row.y + row.height;
  const trunkX = Math.min(start[0] + STUB, width);
  const entryX = Math.max(end[0] - STUB, 0);
  const isShortAndStraight = from.rowIndex === to.rowIndex && end[0] >= start[0] && end[0] - start[0] <= 2 * STUB;
  const points = isShortAndStraight
    ? [start, end]
    : [start, [trunkX, start[1]] as const, [trunkX, edgeY] as const, [entryX, edgeY] as const, [entryX, end[1]] as const, end];
  return { dependencyId: dependency.id, fromId: dependency.predecessorId, toId: dependency.successorId, violated, points };
}
