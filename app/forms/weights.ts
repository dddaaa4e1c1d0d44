import { z } from "zod";
import { t } from "#app/i18n/de/weights.ts";
import { rowVersionField, wholeNumber } from "./plain-fields.ts";

const points = wholeNumber(0, 100, t("problem.points"));
const idKey = z.string().regex(/^c[1-9]\d{0,14}$/);
const pairKey = z.string().regex(/^p[1-9]\d{0,14}x[1-9]\d{0,14}$/);

/** `weights.c3`: points of criterion 3; `pairs.p3x7`: how much more important criterion 3 is than 7, in steps from −8 to 8. */
export const WeighForm = z.discriminatedUnion("method", [
  z.object({ method: z.enum(["standard", "equal"]), rowVersion: rowVersionField }),
  z
    .object({ method: z.literal("points"), rowVersion: rowVersionField, weights: z.record(idKey, points).optional() })
    .transform(({ weights = {}, ...form }) => ({ ...form, weights: Object.entries(weights).map(([key, weight]) => ({ criterionId: Number(key.slice(1)), weight })) })),
  z
    .object({ method: z.literal("pairwise"), rowVersion: rowVersionField, pairs: z.record(pairKey, z.string().regex(/^-?[0-8]$/)).optional() })
    .transform(({ pairs = {}, ...form }) => ({ ...form, judgements: Object.entries(pairs).map(([key, intensity]) => readPair(key, intensity)) })),
]);

export const pairName = (firstId: number, secondId: number): string => `pairs.p${firstId}x${secondId}`;

export function readPair(key: string, intensity: string) {
  const [first, second] = key.slice(1).split("x");
  return { firstCriterionId: Number(first), secondCriterionId: Number(second), intensity: Number(intensity) };
}
