import { cut } from "#app/charts/layout/round-numbers.ts";
import type { BarEdge } from "#app/charts/layout/timeline-model.ts";

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type Corner = readonly [x: number, y: number];

const CORNER = 4;
const TIP = 8;
const TOOTH = 3;

const at = (x: number, y: number): string => `${cut(x)} ${cut(y)}`;

/** A bar as path data: rounded where it is closed, pointed where the task is permanent, torn where the date is unknown, square where it leaves the picture. */
export function barPath({ x, y, width, height }: Box, startEdge: BarEdge, endEdge: BarEdge): string {
  const right = x + width;
  const bottom = y + height;
  const begin = startEdge === "closed" ? at(x + Math.min(CORNER, width / 2), y) : at(x, y);
  return `M${begin}${endPath(endEdge, right, y, bottom, width)}${startPath(startEdge, x, y, bottom, width)}Z`;
}

function endPath(edge: BarEdge, right: number, y: number, bottom: number, width: number): string {
  if (edge === "outside") return `L${at(right, y)}L${at(right, bottom)}`;
  if (edge === "unknown") return teeth(right, y, bottom, -Math.min(TOOTH, width / 3));
  if (edge === "permanent") {
    const tip = Math.min(TIP, width / 2);
    return `L${at(right - tip, y)}L${at(right, (y + bottom) / 2)}L${at(right - tip, bottom)}`;
  }
  const radius = Math.min(CORNER, width / 2);
  return `L${at(right - radius, y)}Q${at(right, y)} ${at(right, y + radius)}L${at(right, bottom - radius)}Q${at(right, bottom)} ${at(right - radius, bottom)}`;
}

function startPath(edge: BarEdge, x: number, y: number, bottom: number, width: number): string {
  if (edge === "unknown") return teeth(x, bottom, y, Math.min(TOOTH, width / 3));
  if (edge !== "closed") return `L${at(x, bottom)}L${at(x, y)}`;
  const radius = Math.min(CORNER, width / 2);
  return `L${at(x + radius, bottom)}Q${at(x, bottom)} ${at(x, bottom - radius)}L${at(x, y + radius)}Q${at(x, y)} ${at(x + radius, y)}`;
}

function teeth(x: number, from: number, to: number, depth: number): string {
  const step = (to - from) / 6;
  return [0, 1, 2, 3, 4, 5, 6].map((index) => `L${at(index % 2 === 0 ? x : x + depth, from + index * step)}`).join("");
}

export const diamondPath = (x: number, y: number, radius: number): string => `M${at(x, y - radius)}L${at(x + radius, y)}L${at(x, y + radius)}L${at(x - radius, y)}Z`;

/** A pole over the row's height with a pennant at its top. */
export const flagPath = (x: number, y: number, size: number): string => `M${at(x, y)}L${at(x + size, y + size / 2)}L${at(x, y + size)}Z`;

export const trianglePath = (x: number, y: number, radius: number): string =>
  `M${at(x, y - radius)}L${at(x + radius, y + radius * 0.8)}L${at(x - radius, y + radius * 0.8)}Z`;

export const octagonPath = (x: number, y: number, radius: number): string => {
  const half = radius * 0.42;
  const corners: readonly Corner[] = [
    [-half, -radius],
    [half, -radius],
    [radius, -half],
    [radius, half],
    [half, radius],
    [-half, radius],
    [-radius, half],
    [-radius, -half],
  ];
  return `M${corners.map(([dx, dy]) => at(x + dx, y + dy)).join("L")}Z`;
};

export const linePath = (points: ReadonlyArray<Corner>): string => `M${points.map(([x, y]) => at(x, y)).join("L")}`;

/** The head of an arrow that arrives from the left. */
export const arrowHeadPath = ([x, y]: Corner, size: number): string => `M${at(x, y)}L${at(x - size, y - size * 0.7)}L${at(x - size, y + size * 0.7)}Z`;

export const boxesPath = (boxes: readonly Box[]): string => boxes.map(({ x, y, width, height }) => `M${at(x, y)}h${cut(width)}v${cut(height)}h${cut(-width)}Z`).join("");
export const verticalsPath = (xs: readonly number[], from: number, to: number): string => xs.map((x) => `M${at(x, from)}V${cut(to)}`).join("");
