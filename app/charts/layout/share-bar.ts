/** One part of a whole, laid out on a scale of 0 to 1000. */
export type ShareSegment = { readonly key: string; readonly colourIndex: number; readonly x: number; readonly width: number };

export const SHARE_SCALE = 1000;
/** Between neighbours, so that they are told apart by more than colour. */
const GAP = 4;

/** Lays parts of `total` side by side in the order given; what is left of the scale stays empty. A total of 0 has no parts. */
export function layoutShareBar({ parts, total }: { readonly parts: ReadonlyArray<{ readonly key: string; readonly value: number; readonly colourIndex: number }>; readonly total: number }): ShareSegment[] {
  let before = 0;
  return parts.flatMap(({ key, value, colourIndex }) => {
    if (value <= 0 || total <= 0) return [];
    const x = (before / total) * SHARE_SCALE;
    before += value;
    return [{ key, colourIndex, x: Math.round(x), width: Math.max(1, Math.round((before / total) * SHARE_SCALE) - Math.round(x) - GAP) }];
  });
}
