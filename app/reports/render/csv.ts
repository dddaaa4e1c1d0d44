import { stringify } from "csv-stringify/sync";

/**
 * CSV as German spreadsheets open it: semicolons, UTF-8 with a byte order mark, CRLF.
 * A text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export const renderCsv = (rows: ReadonlyArray<readonly string[]>): string => stringify([...rows], { delimiter: ";", bom: true, record_delimiter: "windows", escape_formulas: true });
