import { cellText, type Cell } from "#app/domain/import/cell.ts";
import { amountUnitOf } from "#app/domain/import/headings.ts";
import { readAmountCell } from "#app/domain/import/read-costs.ts";
import { readGermanAmount } from "#app/domain/money/amount-text.ts";
import type { Cents } from "#app/domain/money/cents.ts";

export type AmountProblem = "amountUnreadable" | "amountAmbiguous" | "amountApproximate" | "amountNegative" | "amountTooLarge";
/** `amountCents` null without a problem: nothing is said. `asThousands`: "1.234" was read as a thousand. */
export type LineAmount = { readonly amountCents: Cents | null; readonly problem: AmountProblem | null; readonly asThousands: boolean };

const LARGEST = 100_000_000_000_00;
const refused = (problem: AmountProblem): LineAmount => ({ amountCents: null, problem, asThousands: false });

/**
 * An amount of a German budget list. Unlike in lists of measures "8.000" is a thousand here: budgets are printed in whole
 * euros or with two decimals, never with three. It is said so, and whatever else can be meant in two ways is refused.
 */
export function readLineAmount(cell: Cell, heading: string): LineAmount {
  const unit = amountUnitOf(heading);
  const text = cellText(cell);
  const reading = readAmountCell(cell, text, unit);
  if (reading.kind === "empty") return { amountCents: null, problem: null, asThousands: false };
  if (reading.kind === "unreadable") return refused("amountUnreadable");
  if (reading.kind === "approximate") return refused("amountApproximate");
  if (reading.kind === "amount") return bounded(reading.cents, false);
  const bare = unit !== null && !/\p{L}|€/u.test(text);
  const german = readGermanAmount(bare ? `${text} ${unit}` : text);
  return german.kind === "amount" ? bounded(german.cents, true) : refused("amountAmbiguous");
}

function bounded(amountCents: Cents, asThousands: boolean): LineAmount {
  if (amountCents < 0) return refused("amountNegative");
  return amountCents > LARGEST ? refused("amountTooLarge") : { amountCents, problem: null, asThousands };
}
