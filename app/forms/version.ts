import { z } from "zod";

/** Buttons that need nothing but the version of the thing they were shown with. */
export const VersionForm = z.object({
  rowVersion: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
});
