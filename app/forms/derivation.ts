import { z } from "zod";
import { areBounds, derivationSources, type Derivation, type DerivationSource } from "#app/domain/prioritisation/derivation.ts";
import { readGermanAmount } from "#app/domain/money/amount-text.ts";
import { t } from "#app/i18n/de/derivation.ts";

const bound = z
  .string()
  .trim()
  .max(40)
  .optional()
  .transform((value) => value ?? "");

/** `bounds.b1` to `bounds.b4`: from which figure each level begins, in hours or euros. */
export const derivationShape = {
  derivedFrom: z.enum(derivationSources, { error: t("problem.notAChoice") }).optional(),
  bounds: z.object({ b1: bound, b2: bound, b3: bound, b4: bound }).optional(),
};

type Typed = { readonly derivedFrom?: DerivationSource | undefined; readonly bounds?: Readonly<Record<"b1" | "b2" | "b3" | "b4", string>> | undefined };
const names = ["b1", "b2", "b3", "b4"] as const;

/** The derivation as typed, with an issue beside each bound that is none; null where there is no source. */
export function readDerivation({ derivedFrom, bounds }: Typed, context: z.core.$RefinementCtx): Derivation | null {
  const typed = names.map((name) => bounds?.[name] ?? "");
  if (derivedFrom === undefined) {
    if (typed.some((text) => text !== "")) context.addIssue({ code: "custom", path: ["derivedFrom"], message: t("problem.sourceMissing") });
    return null;
  }
  const values = typed.map((text) => readBound(derivedFrom, text));
  let ascends = true;
  values.forEach((value, index) => {
    const path = ["bounds", `b${index + 1}`];
    if (value === null) context.addIssue({ code: "custom", path, message: t(derivedFrom === "hoursRelieved" ? "problem.notHours" : "problem.notAnAmount") });
    else if (index > 0 && value <= (values[index - 1] ?? -1)) context.addIssue({ code: "custom", path, message: t("problem.notAscending") });
    else return;
    ascends = false;
  });
  const whole = values.map((value) => value ?? 0);
  return ascends && areBounds(whole) ? { source: derivedFrom, bounds: whole } : null;
}

const MOST = 100_000_000_000_00;

/** Hours as whole hours, amounts as cents; null where the text is neither. */
function readBound(source: DerivationSource, text: string): number | null {
  if (source === "hoursRelieved") return /^(\d{1,7}|\d{1,3}(\.\d{3}){1,2})$/.test(text) ? Number(text.replaceAll(".", "")) : null;
  const reading = readGermanAmount(text);
  return reading.kind === "amount" && reading.cents >= 0 && reading.cents <= MOST ? reading.cents : null;
}
