import { z } from "zod";
import { MOST_POINTS } from "#app/domain/prioritisation/trial-weights.ts";
import { t } from "#app/i18n/de/trial-weights.ts";
import { readWhole } from "./whole-param.ts";

/** `gewicht.c12` are the points of criterion 12, in the address as in the form. */
const NAME = /^gewicht\.c([1-9]\d{0,14})$/;
export const weightName = (criterionId: number): string => `gewicht.c${criterionId}`;

/** The points an address asks to try, by criterion; what cannot be read is left out. */
export function readTrialPoints(params: URLSearchParams): ReadonlyMap<number, number> {
  const points = new Map<number, number>();
  for (const [name, text] of params) {
    const id = NAME.exec(name)?.[1];
    const value = readWhole(text, 0, MOST_POINTS);
    if (id !== undefined && value !== null) points.set(Number(id), value);
  }
  return points;
}

const TITLE_LENGTH = 120;
const problem = t("problem.points", { max: MOST_POINTS });

export const WeightProposalForm = z
  .object({
    title: z
      .string({ error: t("problem.titleMissing") })
      .trim()
      .min(1, t("problem.titleMissing"))
      .max(TITLE_LENGTH, t("problem.titleTooLong", { max: TITLE_LENGTH })),
    roundId: z.string().regex(/^[1-9]\d{0,8}$/).transform(Number),
    gewicht: z.record(z.string().regex(/^c[1-9]\d{0,14}$/), z.string({ error: problem }).regex(/^\d{1,3}$/, problem).transform(Number).pipe(z.number().max(MOST_POINTS, problem))),
  })
  .transform(({ gewicht, ...fields }) => ({ ...fields, weights: Object.entries(gewicht).map(([key, points]) => ({ criterionId: Number(key.slice(1)), points })) }));
