const MOST_COLUMNS = 100;

export const columnName = (index: number): string => `column-${index}`;

/** The list as the preview carries it to the import, with the columns as chosen in the form; null where there is none. */
export function readCarriedList(form: FormData) {
  const text = form.get("list");
  if (typeof text !== "string") return null;
  const chosen = Array.from({ length: MOST_COLUMNS }, (_nothing, index) => {
    const column = form.get(columnName(index));
    return typeof column === "string" ? column : null;
  });
  return { text, chosen };
}
