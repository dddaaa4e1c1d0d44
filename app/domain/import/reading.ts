import type { Cell } from "./cell.ts";

export type Delimiter = ";" | "," | "\t";
export type Encoding = "UTF-8" | "UTF-8 mit BOM" | "UTF-16" | "Windows-1252";

/** How a file was read, shown to the user for checking. */
export type FileReading =
  | { readonly format: "csv"; readonly encoding: Encoding; readonly delimiter: Delimiter; readonly headingRow: number }
  | { readonly format: "xlsx"; readonly sheet: string; readonly otherSheets: readonly string[]; readonly headingRow: number };

/** The table in a file, ready to be stored. */
export type ImportFile = {
  readonly headings: readonly string[];
  /** Rows with at least one filled cell, each as wide as the headings; numbered as a spreadsheet numbers them. */
  readonly rows: ReadonlyArray<{ readonly rowNumber: number; readonly cells: readonly Cell[] }>;
  readonly reading: FileReading;
};
