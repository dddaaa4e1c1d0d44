/** One line of the table. `aim` is an upper bound in the same unit, a lower one where `isLeast`; null where there is none. */
export type Line = { readonly what: string; readonly value: number | null; readonly unit: "ms" | "kB" | "MB" | "s" | "%" | "×"; readonly aim: number | null; readonly isLeast?: boolean };

export const line = (what: string, value: number | null, unit: Line["unit"], aim: number | null = null): Line => ({ what, value, unit, aim });

export const atLeast = (what: string, value: number | null, unit: Line["unit"], aim: number | null): Line => ({ what, value, unit, aim, isLeast: true });

/** So many of them. */
export const countLine = (what: string, value: number | null, aim: number | null = null): Line => ({ what, value, unit: "×", aim });

export const percentile = (sorted: readonly number[], percent: number): number | null => sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? null;
