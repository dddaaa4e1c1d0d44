import { ok, type Result } from "#app/domain/result.ts";
import { broken, type Invalid } from "./pabulib-problem.ts";

/** One line of a section: its cells by column, trimmed. */
export type PabulibRow = { readonly line: number; readonly cells: Readonly<Partial<Record<string, string>>> };

export type PabulibSection = "meta" | "projects" | "votes";
export type PabulibRows = { readonly [section in PabulibSection]: readonly PabulibRow[] };

const SECTIONS: readonly PabulibSection[] = ["meta", "projects", "votes"];
const NEEDED: Readonly<Record<PabulibSection, readonly string[]>> = { meta: ["key", "value"], projects: ["project_id", "cost"], votes: ["voter_id", "vote"] };

/**
 * Reads the three sections of a .pb file (pabulib.org/format): a title line, a line of column names, then the rows, cells
 * parted by `;` and quoted by `"` (doubled inside). Byte order mark, Windows line ends, spaces around cells, blank lines and
 * empty cells at the end of a line are no fault.
 * Codes: `quoteOpen`, `beforeSection`, `sectionTwice`, `sectionMissing`, `columnMissing`, `tooManyCells`, each with its `line` where there is one.
 */
export function readPabulibRows(text: string): Result<PabulibRows, Invalid> {
  const lines = splitCells(text.replace(/^\uFEFF/, ""));
  if (!lines.ok) return lines;
  const rows: Record<PabulibSection, PabulibRow[]> = { meta: [], projects: [], votes: [] };
  const columns = new Map<PabulibSection, readonly string[]>();
  const begun = new Set<PabulibSection>();
  let section: PabulibSection | null = null;
  for (const { line, cells } of lines.value) {
    const last = cells.findLastIndex((cell) => cell !== "");
    if (last < 0) continue;
    const title = last === 0 ? SECTIONS.find((name) => name === cells[0]?.toLowerCase()) : undefined;
    if (title !== undefined) {
      if (begun.has(title)) return broken(title, "sectionTwice", { line });
      begun.add(title);
      section = title;
      continue;
    }
    if (section === null) return broken("", "beforeSection", { line });
    const names = columns.get(section);
    if (names === undefined) {
      const header = cells.map((cell) => cell.toLowerCase());
      const lacking = NEEDED[section].find((name) => !header.includes(name));
      if (lacking !== undefined) return broken(section, "columnMissing", { line, value: lacking });
      columns.set(section, header);
      continue;
    }
    if (last >= names.length) {
      // Values of META with an unquoted semicolon are common and never decide anything.
      if (section !== "meta") return broken(section, "tooManyCells", { line });
    }
    rows[section].push({ line, cells: Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""])) });
  }
  const missing = SECTIONS.find((name) => !columns.has(name));
  return missing === undefined ? ok(rows) : broken(missing, "sectionMissing", { value: missing.toUpperCase() });
}

type CellLine = { readonly line: number; readonly cells: readonly string[] };

function splitCells(text: string): Result<CellLine[], Invalid> {
  const lines: CellLine[] = [];
  let cells: string[] = [];
  let line = 1;
  let startedAt = 1;
  let position = 0;
  while (position <= text.length) {
    const plain = /[^\S\r\n]*("?)/y;
    plain.lastIndex = position;
    const quoted = plain.exec(text)?.[1] === '"';
    if (quoted) {
      const body = /"((?:[^"]|"")*)"[^;\r\n]*/y;
      body.lastIndex = plain.lastIndex - 1;
      const found = body.exec(text);
      if (!found) return broken("", "quoteOpen", { line });
      const value = found[1] ?? "";
      cells.push(value.replaceAll('""', '"').trim());
      line += value.split("\n").length - 1;
      position = body.lastIndex;
    } else {
      const body = /[^;\r\n]*/y;
      body.lastIndex = position;
      cells.push((body.exec(text)?.[0] ?? "").trim());
      position = body.lastIndex;
    }
    if (text[position] === ";") {
      position += 1;
      continue;
    }
    lines.push({ line: startedAt, cells });
    cells = [];
    position += text.startsWith("\r\n", position) ? 2 : 1;
    line += 1;
    startedAt = line;
  }
  return ok(lines);
}
