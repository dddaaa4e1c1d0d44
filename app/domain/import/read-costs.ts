import { readAmount, readAmountNumber, type AmountReading } from "#app/domain/money/amount-text.ts";
import { cents, sumKnown, ZERO_CENTS, type Cents } from "#app/domain/money/cents.ts";
import type { BudgetKind } from "#app/domain/measures/vocabulary.ts";
import { isDateCell, type Cell } from "./cell.ts";
import type { ImportField } from "./fields.ts";
import { amountUnitOf } from "./headings.ts";
import type { ProposedBenefit, ProposedCost, RowReader } from "./row.ts";
import { readBudgetKind } from "./words.ts";

const LARGEST = 100_000_000_000_00;
const PER_YEAR = /\s*(?:\/\s*(?:jahr|a)|p\.?\s?a\.?|(?:pro|je|im)\s+jahr|jährlich)$/i;

/** What a cell says about an amount: known, unknown with the text kept, or nothing at all. */
type Read = { readonly amountCents: Cents | null; readonly note: string };

const COST_FIELDS = ["costInvestive", "costConsumptive", "costOneOff", "costRunning", "revenue"] as const satisfies readonly ImportField[];

export function readCosts(reader: RowReader): ProposedCost[] {
  const product = reader.cell("budgetProduct")?.text ?? "";
  const account = reader.cell("budgetAccount")?.text ?? "";
  const amounts = new Map<ImportField, Read>();
  return COST_FIELDS.flatMap((field) => {
    const read = readAmountField(reader, field);
    if (read === null) return [];
    amounts.set(field, read);
    if (field === "costOneOff" && isTotalOfParts(reader, amounts)) return [];
    const heading = reader.cell(field)?.heading ?? "";
    return [
      {
        title: heading === "" ? "Kosten" : heading,
        rhythm: field === "costRunning" ? "running" : "oneOff",
        budgetKind: budgetKindFor(reader, field, account),
        direction: field === "revenue" ? "revenue" : "expense",
        budgetProduct: product,
        budgetAccount: account,
        profile: "even",
        amountCents: read.amountCents,
        estimateNote: read.note,
      } as const,
    ];
  });
}

/** "Gesamtkosten" beside investive and consumptive ones is their sum in most lists: counted once, and asked about where it is not. Parts come first in {@link COST_FIELDS}. */
function isTotalOfParts(reader: RowReader, amounts: ReadonlyMap<ImportField, Read>): boolean {
  const parts = (["costInvestive", "costConsumptive"] as const).flatMap((field) => amounts.get(field) ?? []);
  if (parts.length === 0) return false;
  const { known, unknownCount } = sumKnown(parts.map((part) => part.amountCents));
  const isTotal = unknownCount === 0 && known === amounts.get("costOneOff")?.amountCents;
  reader.note(isTotal ? "costTotalOfParts" : "costBesideParts", "costOneOff");
  return isTotal;
}

export function readSaving(reader: RowReader): ProposedBenefit[] {
  const read = readAmountField(reader, "savingPerYear");
  if (read === null) return [];
  return [{ kind: "savingPerYear", amountCents: read.amountCents, hoursPerYear: null, description: reader.cell("savingPerYear")?.heading ?? "", estimateBasis: read.note }];
}

function budgetKindFor(reader: RowReader, field: (typeof COST_FIELDS)[number], account: string): BudgetKind {
  if (field === "costInvestive") return "investive";
  if (field === "costConsumptive") return "consumptive";
  const stated = reader.cell("budgetKind");
  if (stated !== null) {
    const kind = readBudgetKind(stated.text);
    if (kind !== null) return kind;
    reader.note("unknownWord", "budgetKind");
  }
  // Account classes of the double-entry budgets: 68 and 78 are investive, the others of 4 to 7 are not.
  if (/^[67]8\d/.test(account)) return "investive";
  if (!/^[4-7]\d/.test(account) && field === "costOneOff" && stated === null) reader.note("budgetKindAssumed", field);
  return "consumptive";
}

function readAmountField(reader: RowReader, field: ImportField): Read | null {
  const found = reader.cell(field);
  if (found === null) return null;
  const perYear = PER_YEAR.test(found.text);
  const yearly = field === "costRunning" || field === "savingPerYear";
  const unit = amountUnitOf(found.heading);
  const reading = readAmountCell(found.cell, found.text.replace(PER_YEAR, ""), unit);
  if (reading.kind === "empty") return /\p{L}/u.test(found.text) ? { amountCents: null, note: found.text } : null;
  if (perYear && !yearly) {
    reader.note("amountPerYear", field);
    return { amountCents: null, note: found.text };
  }
  if (unit !== null && !/\p{L}|€/u.test(found.text)) reader.note("amountUnitFromHeading", field);
  return settle(reader, field, reading, found);
}

/** A column headed "in T€" gives its bare numbers that unit; a cell with a unit of its own keeps it. */
export function readAmountCell(cell: Cell, text: string, unit: "T€" | "Mio. €" | null): AmountReading {
  if (typeof cell === "number") return readAmountNumber(unit === "T€" ? cell * 1_000 : unit === "Mio. €" ? cell * 1_000_000 : cell);
  if (typeof cell === "boolean" || isDateCell(cell)) return { kind: "unreadable" };
  const bare = unit !== null && /^[^\p{L}€]*\d[^\p{L}€]*$/u.test(text);
  return readAmount(bare ? `${text} ${unit}` : text);
}

function settle(reader: RowReader, field: ImportField, reading: AmountReading, found: { readonly text: string; readonly column: number }): Read {
  const unknown = { amountCents: null, note: found.text };
  if (reading.kind === "empty") return unknown;
  if (reading.kind === "unreadable") {
    reader.note("amountUnreadable", field);
    return unknown;
  }
  const readings = reading.kind === "ambiguous" ? reading.readings : [reading.cents];
  if (readings.some((value) => value > LARGEST)) {
    reader.note("amountTooLarge", field);
    return unknown;
  }
  if (readings.some((value) => value < ZERO_CENTS)) {
    reader.note("amountNegative", field);
    return unknown;
  }
  if (reading.kind === "amount") return { amountCents: reading.cents, note: "" };
  const confirmed = reader.row.confirmedAmounts[String(found.column)];
  if (confirmed !== undefined && readings.some((value) => value === confirmed)) return { amountCents: cents(confirmed), note: found.text };
  reader.note(reading.kind === "ambiguous" ? "amountAmbiguous" : "amountApproximate", field, { readings });
  return unknown;
}
