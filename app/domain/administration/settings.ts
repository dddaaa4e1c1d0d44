/** ISO 3166-2 without the country. */
export const lands = ["BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH"] as const;
export type Land = (typeof lands)[number];

/**
 * Whether a code pattern is one this program runs: no unbounded repetition and none of a group, so that checking a
 * code can never take long, whoever wrote the pattern.
 */
export function isCodePattern(pattern: string): boolean {
  if (pattern === "" || pattern.length > 80 || /[*+]|\)[?{]|\\[^d.\-/]|\(\?/.test(pattern)) return false;
  try {
    return new RegExp(`^(?:${pattern})$`).source !== "";
  } catch {
    return false;
  }
}

/** Null when the pattern itself is not allowed. */
export const matchesCode = (pattern: string, code: string): boolean | null => (isCodePattern(pattern) ? new RegExp(`^(?:${pattern})$`).test(code) : null);

/** Contrast of a colour to white by WCAG 2.2, 1 to 21, cut to one decimal; null for what is no "#rrggbb". */
export function contrastToWhite(colour: string): number | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (match === null) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => {
    const value = Number.parseInt(part, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return Math.floor((1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)) * 10) / 10;
}
