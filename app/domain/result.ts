/**
 * Expected refusals are values with a code; the text for a code lives in i18n.
 * Broken invariants throw instead.
 */
export type FieldProblem = { readonly code: string; readonly values?: Readonly<Record<string, string | number>> };

export type Refusal =
  | { readonly code: "forbidden" }
  | { readonly code: "missing" }
  /** Somebody else saved first. `current` is the state now stored, for showing both versions. */
  | { readonly code: "conflict"; readonly current: unknown }
  /** Problems the user can mend, by field name; the empty name "" stands for the whole form. */
  | { readonly code: "invalid"; readonly fields: Readonly<Record<string, readonly FieldProblem[]>> };

export type Result<T, R extends Refusal = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const refuse = <R extends Refusal>(refusal: R): { readonly ok: false; readonly refusal: R } => ({ ok: false, refusal });
export const forbidden = () => refuse({ code: "forbidden" } as const);
export const missing = () => refuse({ code: "missing" } as const);
export const conflict = (current: unknown) => refuse({ code: "conflict", current } as const);

/** Refuses one field with one problem: `invalid("endQuarter", "endBeforeStart")`. */
export const invalid = (field: string, code: string, values?: FieldProblem["values"]) =>
  refuse({ code: "invalid", fields: { [field]: [values ? { code, values } : { code }] } } as const);
