import { z } from "zod";
import { budgetKinds, cashDirections } from "#app/domain/measures/vocabulary.ts";
import { readGermanAmount } from "#app/domain/money/amount-text.ts";
import type { Cents } from "#app/domain/money/cents.ts";
import { t } from "#app/i18n/de/budget-lines.ts";
import { openedVersionField, optionalText, wholeNumber } from "./plain-fields.ts";

const MOST_CENTS = 100_000_000_000_00;

const amount = z
  .string()
  .optional()
  .transform((text, context): Cents | null => {
    const reading = readGermanAmount(text ?? "");
    if (reading.kind === "empty") return null;
    if (reading.kind === "amount" && reading.cents >= 0 && reading.cents <= MOST_CENTS) return reading.cents;
    context.addIssue({ code: "custom", message: t("problem.amount") });
    return z.NEVER;
  });

const text = (max: number) => optionalText(max, t("problem.tooLong", { max }));
const ticked = z.literal("on").optional().transform((value) => value === "on");

export const BudgetLineForm = z.object({
  fiscalYear: wholeNumber(2000, 2200, t("problem.year")),
  budgetProduct: text(40),
  budgetAccount: text(40),
  label: text(200),
  budgetKind: z.enum(budgetKinds, { error: t("problem.kindMissing") }),
  direction: z.enum(cashDirections, { error: t("problem.directionMissing") }),
  appropriationCents: amount,
  committedCents: amount,
  spentCents: amount,
  commitmentAppropriationCents: amount,
  locked: ticked,
  lockNote: text(500),
  coverage: text(500),
  budgetReference: text(120),
  limitsPlan: ticked,
  rowVersion: openedVersionField,
});

const ids = (values: readonly FormDataEntryValue[]): number[] => values.flatMap((value) => (typeof value === "string" && /^[1-9]\d{0,8}$/.test(value) ? [Number(value)] : []));

/** The ticked measures of a line among those that were shown. */
export const readMapping = (form: FormData) => ({ shown: ids(form.getAll("shown")), chosen: ids(form.getAll("measureIds")) });

/** "12-7": line 12 pays for measure 7. */
export const proposalValue = (lineId: number, measureId: number): string => `${lineId}-${measureId}`;
export const readProposals = (form: FormData): Array<{ lineId: number; measureId: number }> =>
  form.getAll("proposal").flatMap((value) => {
    const match = typeof value === "string" ? /^([1-9]\d{0,8})-([1-9]\d{0,8})$/.exec(value) : null;
    return match ? [{ lineId: Number(match[1]), measureId: Number(match[2]) }] : [];
  });

const kindWords = { investive: "investiv", consumptive: "konsumtiv" } as const;
export const lineMarkWords = { limiting: "begrenzt", locked: "gesperrt", short: "reicht-nicht", unmapped: "ohne-massnahme" } as const;
type Mark = keyof typeof lineMarkWords;
type Filter = { readonly fiscalYear: number | null; readonly budgetProduct: string | null; readonly budgetKind: keyof typeof kindWords | null; readonly mark: Mark | null; readonly page: number };

const keyOf = <K extends string>(words: Readonly<Record<K, string>>, value: string | null): K | null => (Object.keys(words) as K[]).find((key) => words[key] === value) ?? null;

/** From the URL; what is not understood counts as not given. */
export function readLineFilter(params: URLSearchParams): Filter {
  const year = params.get("jahr") ?? "";
  const page = params.get("seite") ?? "";
  return {
    fiscalYear: /^\d{4}$/.test(year) ? Number(year) : null,
    budgetProduct: params.get("produkt") || null,
    budgetKind: keyOf(kindWords, params.get("art")),
    mark: keyOf(lineMarkWords, params.get("nur")),
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

/** The query of a filter, empty for none. */
export function lineFilterSearch({ fiscalYear, budgetProduct, budgetKind, mark, page }: Filter): string {
  const params = new URLSearchParams();
  if (fiscalYear !== null) params.set("jahr", String(fiscalYear));
  if (budgetProduct !== null) params.set("produkt", budgetProduct);
  if (budgetKind !== null) params.set("art", kindWords[budgetKind]);
  if (mark !== null) params.set("nur", lineMarkWords[mark]);
  if (page > 1) params.set("seite", String(page));
  return params.size === 0 ? "" : `?${params}`;
}
