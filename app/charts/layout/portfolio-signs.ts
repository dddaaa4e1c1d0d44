import { symbol, symbolCircle, symbolCross, symbolSquare, symbolStar, symbolTriangle, symbolWye, type SymbolType } from "d3";

/** A triangle standing on its tip, of the given area. */
const triangleDown: SymbolType = {
  draw(context, size) {
    const y = -Math.sqrt(size / (Math.sqrt(3) * 3));
    context.moveTo(0, -2 * y);
    context.lineTo(-Math.sqrt(3) * y, y);
    context.lineTo(Math.sqrt(3) * y, y);
    context.closePath();
  },
};

/** A square standing on its corner; the one of d3 is smaller than its size. */
const diamond: SymbolType = {
  draw(context, size) {
    const r = Math.sqrt(size / 2);
    context.moveTo(0, -r);
    context.lineTo(r, 0);
    context.lineTo(0, r);
    context.lineTo(-r, 0);
    context.closePath();
  },
};

/** Told apart without colour; a field takes the sign of its place in the order, the ninth begins anew. */
const SIGNS: readonly SymbolType[] = [symbolCircle, symbolSquare, symbolTriangle, diamond, symbolCross, triangleDown, symbolStar, symbolWye];

/** How far a sign reaches from its middle, in radii of the circle of the same area; rounded up. */
const REACH = [1, 1.26, 1.56, 1.26, 1.26, 1.56, 1.68, 1.33] as const;

const paths = new Map<string, string>();

/** Path data around 0,0: every sign of the same `radius` covers the area of the circle with that radius. */
export function signPath(signIndex: number, radius: number): string {
  const key = `${signIndex % SIGNS.length} ${radius}`;
  let path = paths.get(key);
  if (path === undefined) {
    path = symbol(SIGNS[signIndex % SIGNS.length] ?? symbolCircle, Math.PI * radius * radius)() ?? "";
    path = path.replaceAll(/-?\d+\.\d+(e-?\d+)?/g, (number) => String(Math.round(Number(number) * 100) / 100));
    if (paths.size < MOST_PATHS) paths.set(key, path);
  }
  return path;
}
const MOST_PATHS = 2_000;

export const signReach = (signIndex: number, radius: number): number => (REACH[signIndex % SIGNS.length] ?? 1) * radius;
