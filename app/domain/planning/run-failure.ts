/**
 * Why a run of the planner has no plan, or did not get to its end.
 * "restart": the program ended while it ran. "lost": its thread died or hung.
 * "refused": the checker found rules broken; `details` are the breaches, as plain data.
 */
export const runFailureCodes = ["restart", "lost", "refused"] as const;
export type RunFailureCode = (typeof runFailureCodes)[number];
export type RunFailure = { readonly code: RunFailureCode; readonly details: readonly unknown[] };

/** As stored with the run; null where nothing failed or what is stored is no failure. */
export function readRunFailure(text: string): RunFailure | null {
  if (text === "") return null;
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null || !("code" in value) || !("details" in value)) return null;
  const code = runFailureCodes.find((known) => known === value.code);
  return code === undefined || !Array.isArray(value.details) ? null : { code, details: value.details };
}
