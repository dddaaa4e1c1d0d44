import { parseCells } from "#app/domain/import/cell.ts";
import { parseMapping, type ColumnMapping } from "#app/domain/import/fields.ts";
import type { ImportDecision } from "#app/domain/import/match-rows.ts";
import type { FileReading, ImportFile } from "#app/domain/import/reading.ts";
import type { ImportRow } from "#app/domain/import/row.ts";
import type { WordChoices } from "#app/domain/import/words.ts";
import type { Authorised, Resource } from "#app/domain/permissions/permissions.ts";
import type { Db } from "#db/client.server.ts";
import { prepared } from "#db/statements.server.ts";

export type ImportState = "uploaded" | "imported" | "undone";

export type ImportBatch = {
  readonly id: number;
  readonly by: string;
  readonly fileName: string;
  readonly reading: FileReading;
  readonly headings: readonly string[];
  readonly columns: ColumnMapping;
  readonly wordChoices: WordChoices;
  readonly state: ImportState;
  readonly uploadedAt: string;
  readonly importedAt: string | null;
  readonly undoneAt: string | null;
};

type RawBatch = Omit<ImportBatch, "reading" | "headings" | "columns" | "wordChoices"> & { reading: string; headings: string; columns: string; wordChoices: string };

const BATCH = `SELECT b.id, u.name AS "by", b.file_name AS fileName, b.reading, b.headings, b.columns, b.word_choices AS wordChoices, b.state,
  b.uploaded_at AS uploadedAt, b.imported_at AS importedAt, b.undone_at AS undoneAt FROM import_batch AS b JOIN user AS u ON u.id = b.user_id`;

// The JSON below is written by this file alone and checked by the database to be JSON.
const toBatch = (raw: RawBatch): ImportBatch => ({
  ...raw,
  reading: JSON.parse(raw.reading) as FileReading,
  headings: JSON.parse(raw.headings) as string[],
  columns: parseMapping(raw.columns),
  wordChoices: JSON.parse(raw.wordChoices) as WordChoices,
});

export function findImportBatch(db: Db, batchId: number): ImportBatch | null {
  const raw = prepared(db, `${BATCH} WHERE b.id = ?`).get(batchId) as RawBatch | undefined;
  return raw === undefined ? null : toBatch(raw);
}

export type ListedImport = Pick<ImportBatch, "id" | "by" | "fileName" | "state" | "uploadedAt" | "importedAt" | "undoneAt"> & { readonly rowCount: number };

/** Newest first. */
export const listImportBatches = (db: Db, limit: number): ListedImport[] =>
  prepared(
    db,
    `SELECT b.id, u.name AS "by", b.file_name AS fileName, b.state, b.uploaded_at AS uploadedAt, b.imported_at AS importedAt, b.undone_at AS undoneAt,
       (SELECT count(*) FROM import_row AS r WHERE r.batch_id = b.id) AS rowCount
     FROM import_batch AS b JOIN user AS u ON u.id = b.user_id ORDER BY b.id DESC LIMIT ?`,
  ).all(limit) as ListedImport[];

/** Proof that the acting user may import; everything that writes asks for it. */
export type ImportRight = Authorised<Resource>;

export function insertImportBatch(db: Db, _right: ImportRight, batch: { userId: number; fileName: string; file: ImportFile; columns: ColumnMapping; at: string }): number {
  const { lastInsertRowid } = prepared(
    db,
    "INSERT INTO import_batch (user_id, file_name, reading, headings, columns, state, uploaded_at) VALUES (?, ?, ?, ?, ?, 'uploaded', ?)",
  ).run(batch.userId, batch.fileName, JSON.stringify(batch.file.reading), JSON.stringify(batch.file.headings), JSON.stringify(batch.columns), batch.at);
  const batchId = Number(lastInsertRowid);
  const insert = prepared(db, "INSERT INTO import_row (batch_id, row_number, cells) VALUES (?, ?, ?)");
  for (const row of batch.file.rows) insert.run(batchId, row.rowNumber, JSON.stringify(row.cells));
  return batchId;
}

export function saveColumns(db: Db, _right: ImportRight, batchId: number, columns: ColumnMapping): void {
  prepared(db, "UPDATE import_batch SET columns = ? WHERE id = ? AND state = 'uploaded'").run(JSON.stringify(columns), batchId);
}

export function saveWordChoices(db: Db, _right: ImportRight, batchId: number, choices: WordChoices): void {
  prepared(db, "UPDATE import_batch SET word_choices = ? WHERE id = ? AND state = 'uploaded'").run(JSON.stringify(choices), batchId);
}

/** Forgets a list that was never imported, with its rows. False when it was. */
export const deleteImportBatch = (db: Db, _right: ImportRight, batchId: number): boolean =>
  prepared(db, "DELETE FROM import_batch WHERE id = ? AND state = 'uploaded'").run(batchId).changes === 1;

export function markImported(db: Db, _right: ImportRight, batchId: number, at: string): void {
  prepared(db, "UPDATE import_batch SET state = 'imported', imported_at = ? WHERE id = ?").run(at, batchId);
}

export function markUndone(db: Db, _right: ImportRight, batchId: number, at: string): void {
  prepared(db, "UPDATE import_batch SET state = 'undone', undone_at = ? WHERE id = ?").run(at, batchId);
}

type RawRow = { rowNumber: number; cells: string; confirmedAmounts: string };
const toRow = (raw: RawRow): ImportRow => ({
  rowNumber: raw.rowNumber,
  cells: parseCells(raw.cells),
  confirmedAmounts: raw.confirmedAmounts === "{}" ? NONE : (JSON.parse(raw.confirmedAmounts) as Record<string, number>),
});
const NONE = {} as const;
const ROW = "SELECT row_number AS rowNumber, cells, confirmed_amounts AS confirmedAmounts FROM import_row WHERE batch_id = ?";

/** All rows of a list in the order of the file, one after another. */
export function* eachImportRow(db: Db, batchId: number): Generator<ImportRow> {
  for (const raw of prepared(db, `${ROW} ORDER BY row_number`).all(batchId)) yield toRow(raw as RawRow);
}

export const findImportRows = (db: Db, batchId: number, rowNumbers: readonly number[]): ImportRow[] =>
  (prepared(db, `${ROW} AND row_number IN (SELECT value FROM json_each(?)) ORDER BY row_number`).all(batchId, JSON.stringify(rowNumbers)) as RawRow[]).map(toRow);

/** What people chose, by row number; rows without a choice are absent. */
export function loadDecisions(db: Db, batchId: number): Map<number, ImportDecision> {
  const rows = prepared(db, "SELECT row_number AS rowNumber, decision FROM import_row WHERE batch_id = ? AND decision IS NOT NULL").all(batchId);
  return new Map((rows as Array<{ rowNumber: number; decision: ImportDecision }>).map((row) => [row.rowNumber, row.decision]));
}

/** Null takes a choice back. */
export function saveDecisions(db: Db, _right: ImportRight, batchId: number, decisions: ReadonlyMap<number, ImportDecision | null>): void {
  const update = prepared(db, "UPDATE import_row SET decision = ? WHERE batch_id = ? AND row_number = ?");
  for (const [rowNumber, decision] of decisions) update.run(decision, batchId, rowNumber);
}

export function saveConfirmedAmounts(db: Db, _right: ImportRight, batchId: number, rowNumber: number, amounts: Readonly<Record<string, number>>): void {
  prepared(db, "UPDATE import_row SET confirmed_amounts = ? WHERE batch_id = ? AND row_number = ?").run(JSON.stringify(amounts), batchId, rowNumber);
}

export function saveOutcome(db: Db, _right: ImportRight, batchId: number, outcome: { rowNumber: number; decision: ImportDecision; measureId: number | null }): void {
  prepared(db, "UPDATE import_row SET decision = ?, measure_id = ? WHERE batch_id = ? AND row_number = ?").run(outcome.decision, outcome.measureId, batchId, outcome.rowNumber);
}

/** Changes whenever anything changes that decides how a list reads: its columns, choices, and all it is compared with. */
export function readingFingerprint(db: Db, batchId: number): string {
  return JSON.stringify(
    prepared(
      db,
      `SELECT (SELECT columns || word_choices || state FROM import_batch WHERE id = @batchId) AS batch,
         (SELECT group_concat(row_number || confirmed_amounts) FROM import_row WHERE batch_id = @batchId AND confirmed_amounts <> '{}') AS amounts,
         (SELECT count(*) || ',' || total(row_version) || ',' || ifnull(max(updated_at), '') FROM measure) AS measures,
         (SELECT count(*) || ',' || total(row_version) FROM org_unit) AS units,
         (SELECT count(*) || ',' || total(row_version) FROM action_field) AS fields,
         (SELECT count(*) || ',' || total(row_version) FROM goal) AS goals`,
    ).get({ batchId }),
  );
}
