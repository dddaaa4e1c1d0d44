/** Three decimals are far below a pixel; sums of such numbers would print more. */
export const cut = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * Cuts every number in freshly made plain data to three decimals, in place, so that pictures are short, stable and
 * comparable. Whole numbers, and with them ids of data that is only referred to, stay as they are.
 */
export function roundNumbers<T extends object>(value: T): T {
  const fields = value as Record<string, unknown>;
  for (const key in fields) {
    const part = fields[key];
    if (typeof part === "number") {
      if (!Number.isInteger(part)) fields[key] = cut(part);
    } else if (typeof part === "object" && part !== null) {
      roundNumbers(part);
    }
  }
  return value;
}
