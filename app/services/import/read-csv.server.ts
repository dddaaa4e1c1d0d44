import { setImmediate as nextTurn } from "node:timers/promises";
import { parse, type Options } from "csv-parse";
import { parse as parseNow } from "csv-parse/sync";
import type { Cell } from "#app/domain/import/cell.ts";
import { importLimits } from "#app/domain/import/limits.ts";
import type { Delimiter, Encoding } from "#app/domain/import/reading.ts";
import { FileRefusal } from "./file-refusal.server.ts";
import type { ReadTable } from "./read-import-file.server.ts";

const DELIMITERS: readonly Delimiter[] = [";", ",", "\t"];

const SLICE = 64 * 1024;
const options = (delimiter: Delimiter): Options => ({ delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, max_record_size: 512 * 1024 });

/** Reads a text table; encoding and delimiter are found out and reported. Works in slices, so that other requests go on. @throws FileRefusal */
export async function readCsv(bytes: Buffer): Promise<ReadTable> {
  const { text: decoded, encoding } = decode(bytes);
  if (!looksLikeText(decoded)) throw new FileRefusal("contentMismatch");
  // Excel's own hint line; Excel does not count it as a row either.
  const hint = /^sep=([;,\t])\r?\n/i.exec(decoded);
  const text = hint ? decoded.slice(hint[0].length) : decoded;
  const delimiter = DELIMITERS.find((candidate) => candidate === hint?.[1]) ?? detectDelimiter(text);
  const rows = await parseInSlices(text, delimiter);
  return { rows, reading: { format: "csv", encoding, delimiter } };
}

/** A byte order mark decides; otherwise what is valid UTF-8 is UTF-8, and all else is what Windows programs write in Germany. */
export function decode(bytes: Buffer): { text: string; encoding: Encoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "UTF-16" };
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: hasMark ? "UTF-8 mit BOM" : "UTF-8" };
  } catch {
    return { text: decodeWindows1252(bytes), encoding: "Windows-1252" };
  }
}

/** What the bytes 0x80 to 0x9F mean; the five unassigned ones stay control characters. Node's own decoder reads them as Latin-1. */
const WINDOWS_SIGNS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

const decodeWindows1252 = (bytes: Buffer): string => bytes.toString("latin1").replace(/[\u0080-\u009F]/g, (sign) => WINDOWS_SIGNS.charAt(sign.charCodeAt(0) - 0x80));

/** No control characters but tab and line ends, and no beginning that belongs to another kind of file. */
const looksLikeText = (text: string): boolean => !/^\s*(?:%PDF|<|\{\\rtf|PK\u0003)/.test(text) && !/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(text);

/** The delimiter that cuts the first lines into the most columns, evenly. */
export function detectDelimiter(text: string): Delimiter {
  const sample = text.slice(0, SLICE).split(/\r\n|\n|\r/).slice(0, 60).join("\n");
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(sample, delimiter) }));
  return scored.reduce((best, candidate) => (candidate.score > best.score ? candidate : best)).delimiter;
}

function scoreOf(sample: string, delimiter: Delimiter): number {
  try {
    const counts = parseNow(sample, { ...options(delimiter), to: 40 }).map((row: string[]) => row.length);
    const widest = Math.max(...counts);
    const even = counts.filter((count) => count === counts[0]).length / counts.length;
    return widest <= 1 ? 0 : (counts[0] ?? 0) * even + widest / 1_000;
  } catch {
    return 0;
  }
}

async function parseInSlices(text: string, delimiter: Delimiter): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  const parser = parse(options(delimiter));
  let failure: Error | null = null;
  parser.on("data", (row: string[]) => rows.push(row.map((cell) => (cell === "" ? null : cell))));
  parser.on("error", (error) => {
    failure = error;
  });
  const ended = new Promise<void>((resolve) => parser.once("close", resolve).once("end", resolve).once("error", () => resolve()));
  for (let position = 0; position < text.length && failure === null; position += SLICE) {
    parser.write(text.slice(position, position + SLICE));
    if (rows.length > importLimits.rows + 50) {
      parser.destroy();
      throw new FileRefusal("tooManyRows");
    }
    await nextTurn();
  }
  if (failure === null) parser.end();
  await ended;
  if (failure !== null) throw new FileRefusal("damaged");
  return rows;
}
