import { z } from "zod";
import { parseQuarter, quarter } from "#app/domain/calendar/quarter.ts";

const place = z
  .string()
  .refine((text) => parseQuarter(text) !== null)
  .transform(quarter)
  .nullable();
const placement = z.object({ startQuarter: place, endQuarter: place });

/** As stored; each measure at most once. */
export const placeChanges = z
  .array(z.object({ measureId: z.number().int().positive(), before: placement, after: placement }))
  .min(1)
  .refine((changes) => new Set(changes.map(({ measureId }) => measureId)).size === changes.length);
