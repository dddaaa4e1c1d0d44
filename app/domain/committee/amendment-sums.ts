import { sumKnown, type PartialSum } from "#app/domain/money/cents.ts";
import type { AccountClass } from "#app/domain/resources/account-class.ts";
import { deltaOf, type AmendmentLine } from "./amendment.ts";

/** Of all lines of one fiscal year on accounts of one class; null where the class is not known. Expense and revenue are never netted. */
export type AmendmentSum = {
  readonly fiscalYear: number;
  readonly accountClass: AccountClass | null;
  readonly lineCount: number;
  readonly appropriation: PartialSum;
  readonly amended: PartialSum;
  /** Of the lines whose former appropriation is known. */
  readonly delta: PartialSum;
  readonly postDeltaHundredths: number;
};

type Summed = Pick<AmendmentLine, "fiscalYear" | "budgetProduct" | "budgetAccount" | "appropriationCents" | "amendedCents" | "postDeltaHundredths">;

/** By year, then investive before consumptive before unknown, expense before revenue. */
export function sumAmendments<Line extends Summed>(lines: readonly Line[], classOf: (line: Line) => AccountClass | null): AmendmentSum[] {
  const groups = new Map<string, { readonly accountClass: AccountClass | null; readonly fiscalYear: number; readonly lines: Line[] }>();
  for (const line of lines) {
    const accountClass = classOf(line);
    const key = `${line.fiscalYear} ${accountClass === null ? "z" : `${accountClass.budgetKind === "investive" ? "a" : "b"}${accountClass.direction}`}`;
    const group = groups.get(key) ?? { accountClass, fiscalYear: line.fiscalYear, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { accountClass, fiscalYear, lines: summed }]) => ({
      fiscalYear,
      accountClass,
      lineCount: summed.length,
      appropriation: sumKnown(summed.map((line) => line.appropriationCents)),
      amended: sumKnown(summed.map((line) => line.amendedCents)),
      delta: sumKnown(summed.map(deltaOf)),
      postDeltaHundredths: summed.reduce((sum, line) => sum + line.postDeltaHundredths, 0),
    }));
}
