import { cents, subtractCents, sumCents, type Cents } from "#app/domain/money/cents.ts";

/**
 * A total that a paper prints, held against the parts it prints. Reports what it finds and corrects nothing:
 * the printed figure stays what it is.
 */
export type DocumentedSum = {
  /** A "roundingDifference" can come from rounding every part and the total to the printed unit; a "deviation" cannot. */
  readonly kind: "exact" | "roundingDifference" | "deviation";
  readonly computed: Cents;
  readonly printed: Cents;
  /** Printed minus computed. */
  readonly delta: Cents;
};

/** @param unit what the paper rounds to: 100 cents where it prints whole euros */
export function checkDocumentedSum({ parts, printed, unit }: { readonly parts: readonly Cents[]; readonly printed: Cents; readonly unit: Cents }): DocumentedSum {
  const computed = sumCents(parts);
  const delta = subtractCents(printed, computed);
  // Each of the parts and the total is off by at most half a unit.
  const tolerance = cents(Math.floor(((parts.length + 1) * unit) / 2));
  const kind = delta === 0 ? "exact" : Math.abs(delta) <= tolerance ? "roundingDifference" : "deviation";
  return { kind, computed, printed, delta };
}
