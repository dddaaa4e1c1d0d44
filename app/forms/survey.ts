import { z } from "zod";

const listSchema = z.object({
  raterGroupId: z.number().int().positive(),
  headings: z.array(z.string().max(1_000)).max(100),
  rows: z.array(z.object({ rowNumber: z.number().int(), cells: z.array(z.string().max(10_000)).max(100) })).max(20_000),
});

/** The list as the preview carries it to the import; null where somebody else wrote it. */
export function readCarriedList(text: FormDataEntryValue | null): z.infer<typeof listSchema> | null {
  if (typeof text !== "string") return null;
  try {
    return listSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
