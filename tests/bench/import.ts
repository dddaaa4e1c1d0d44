import { readImportFile } from "#app/services/import/read-import-file.server.ts";
import { runImport } from "#app/services/import/run-import.server.ts";
import { showImport } from "#app/services/import/show-import.server.ts";
import { undoImport } from "#app/services/import/undo-import.server.ts";
import { uploadList } from "#app/services/import/upload-list.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { aWorkbook, type SheetValue } from "#tests/support/workbooks.ts";

export type ImportTiming = {
  readonly format: "csv" | "xlsx";
  readonly rows: number;
  readonly bytes: number;
  /** From the bytes to the first page of the preview: reading, storing, judging every row. */
  readonly previewMs: number;
  readonly importMs: number;
  readonly undoMs: number;
  /** The longest time in which nothing else got a turn while the preview was made. */
  readonly longestStallMs: number;
  readonly residentMegabytes: number;
};

/** `user` must be a digital officer of a database that holds a municipality. The import is taken back afterwards. */
export async function measureImport(service: ServiceContext, { rows = 10_000, format = "xlsx" }: { rows?: number; format?: "csv" | "xlsx" } = {}): Promise<ImportTiming> {
  const table = aLongList(rows);
  const bytes = format === "xlsx" ? await aWorkbook(table) : Buffer.from(table.map((row) => row.join(";")).join("\r\n"), "latin1");
  const turns = watchTurns();
  const started = performance.now();
  const read = await readImportFile({ fileName: `liste.${format}`, bytes });
  if (!read.ok) throw new Error(read.code);
  const { batchId } = valueOf(uploadList(service, { fileName: `liste.${format}`, file: read.file }));
  const preview = valueOf(await showImport(service, { batchId, scope: "all", page: 1 }));
  const previewMs = performance.now() - started;
  const longestStallMs = turns.stop();
  if ("state" in preview) throw new Error(preview.state);
  const residentMegabytes = Math.round(process.memoryUsage().rss / 1_048_576);
  const beforeImport = performance.now();
  const counts = valueOf(runImport(service, { batchId, stamp: preview.stamp }));
  const importMs = performance.now() - beforeImport;
  if (counts.created !== rows) throw new Error(`${counts.created} of ${rows} rows were imported`);
  const beforeUndo = performance.now();
  valueOf(undoImport(service, batchId));
  return { format, rows, bytes: bytes.length, previewMs, importMs, undoMs: performance.now() - beforeUndo, longestStallMs, residentMegabytes };
}

const HEADINGS = ["Lfd. Nr.", "Maßnahme", "Beschreibung", "Handlungsfeld", "Status", "Beginn", "Zeitraum", "Kosten einmalig", "Laufende Kosten p. a.", "Produkt", "Konto", "Ampel", "Fortschritt"];

/** Like real lists: most rows clean, every tenth with something unclear in it. */
function aLongList(rows: number): SheetValue[][] {
  const body = Array.from({ length: rows }, (_, index): SheetValue[] => {
    const dirty = index % 10 === 9;
    const amount = dirty ? "ca. 15 T€".replace("€", "EUR") : `${1_000 + (index % 9_000)},50`;
    const texts = [`L-${index}`, `Maßnahme ${index} der langen Liste`, `Beschreibung ${index}: was getan wird und für wen.`, dirty ? "Unbekannt" : ""];
    return [...texts, "geplant", dirty ? "" : "Q1 2027", dirty ? "ab 2027 schrittweise" : "2027-2028", amount, "1.200,00", "1115", "528100", "grün", `${index % 101}`];
  });
  return [HEADINGS, ...body];
}

function valueOf<T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

function watchTurns(): { stop: () => number } {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  return {
    stop: () => {
      clearInterval(timer);
      return Math.max(longest, performance.now() - last);
    },
  };
}
