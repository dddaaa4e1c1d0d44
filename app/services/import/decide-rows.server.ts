import { effectiveDecision, type ImportDecision } from "#app/domain/import/match-rows.ts";
import { isBlocked, needsAttention } from "#app/domain/import/problems.ts";
import { invalid, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { findImportRows, loadDecisions, readingFingerprint, saveConfirmedAmounts, saveDecisions } from "#db/queries/import.server.ts";
import { analyseImportNow, importStamp, type AnalysedRow, type ImportAnalysis } from "./analyse-import.server.ts";
import { openImport } from "./open-import.server.ts";

export type RowDecision = {
  readonly rowNumber: number;
  readonly decision: ImportDecision;
  /** Amounts in cents by column position; null takes a confirmation back. */
  readonly amounts: Readonly<Record<string, number | null>>;
};

/** Choices for single rows, and the stamp of the list with them. A choice that equals the proposal is kept too: the user saw it. Impossible ones change nothing. */
export function decideRows({ db, clock, user }: ServiceContext, { batchId, rows }: { batchId: number; rows: readonly RowDecision[] }): Result<{ changed: number; stamp: string }> {
  return write(db, (tx) => {
    const opened = openImport(db, user, batchId, "uploaded");
    if (!opened.ok) return opened;
    const { batch, right } = opened.value;
    const byNumber = rowsByNumber(analyseImportNow(db, batch));
    const before = loadDecisions(db, batchId);
    const decisions = new Map<number, ImportDecision>();
    for (const { rowNumber, decision, amounts } of rows) {
      const row = byNumber.get(rowNumber);
      if (row === undefined) return invalid("", "unknownRow");
      if (Object.values(amounts).some((value) => value !== null && (!Number.isSafeInteger(value) || value < 0))) return invalid("", "unknownChoice");
      if (isPossible(row, decision) && (before.get(rowNumber) ?? row.proposal) !== decision) decisions.set(rowNumber, decision);
    }
    saveDecisions(db, right, batchId, decisions);
    let confirmed = 0;
    const stored = new Map(findImportRows(db, batchId, rows.map((row) => row.rowNumber)).map((row) => [row.rowNumber, row.confirmedAmounts]));
    for (const { rowNumber, amounts } of rows) {
      const next = Object.fromEntries(Object.entries({ ...stored.get(rowNumber), ...amounts }).filter((entry): entry is [string, number] => entry[1] !== null));
      if (JSON.stringify(next) === JSON.stringify(stored.get(rowNumber) ?? {})) continue;
      saveConfirmedAmounts(db, right, batchId, rowNumber, next);
      confirmed += 1;
    }
    const changed = decisions.size + confirmed;
    if (changed > 0) record(decisions.size, confirmed);
    return ok({ changed, stamp: importStamp(readingFingerprint(db, batchId), loadDecisions(db, batchId)) });

    function record(decided: number, confirmedRows: number): void {
      const after = { decided, confirmed: confirmedRows, rows: rows.slice(0, 50).map((row) => ({ row: row.rowNumber, decision: row.decision })) };
      recordAudit(tx, { at: clock.now(), userId: user.id, action: "decideRows", entity: "import_batch", entityId: batchId, before: null, after });
    }
  });
}

export const rowScopes = ["all", "problems", "create", "update", "skip"] as const;
export type RowScope = (typeof rowScopes)[number];

/** One choice for many rows; "proposal" takes all their choices back. Rows for which it is impossible stay as they are. */
export function decideManyRows(
  { db, clock, user }: ServiceContext,
  { batchId, scope, decision }: { batchId: number; scope: RowScope; decision: ImportDecision | "proposal" },
): Result<{ changed: number }> {
  return write(db, (tx) => {
    const opened = openImport(db, user, batchId, "uploaded");
    if (!opened.ok) return opened;
    const { batch, right } = opened.value;
    const chosen = loadDecisions(db, batchId);
    const changes = new Map<number, ImportDecision | null>();
    for (const row of analyseImportNow(db, batch).rows) {
      const current = chosen.get(row.rowNumber) ?? null;
      if (!isInScope(row, current, scope)) continue;
      if (decision === "proposal") {
        if (current !== null) changes.set(row.rowNumber, null);
      } else if (isPossible(row, decision) && effectiveDecision(row, current) !== decision) changes.set(row.rowNumber, decision);
    }
    saveDecisions(db, right, batchId, changes);
    if (changes.size > 0) {
      recordAudit(tx, { at: clock.now(), userId: user.id, action: "decideRows", entity: "import_batch", entityId: batchId, before: null, after: { scope, decision, decided: changes.size } });
    }
    return ok({ changed: changes.size });
  });
}

export function isInScope(row: AnalysedRow, chosen: ImportDecision | null, scope: RowScope): boolean {
  if (scope === "all") return true;
  return scope === "problems" ? needsAttention(row.problems) : effectiveDecision(row, chosen) === scope;
}

export const isPossible = (row: AnalysedRow, decision: ImportDecision): boolean =>
  decision === "skip" || (!isBlocked(row.problems) && (decision === "create" || row.measureId !== null));

const rowsByNumber = (analysis: ImportAnalysis): Map<number, AnalysedRow> => new Map(analysis.rows.map((row) => [row.rowNumber, row]));
