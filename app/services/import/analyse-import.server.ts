import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { matchRows, type ImportDecision, type MatchedRow } from "#app/domain/import/match-rows.ts";
import { planUpdate, type UpdatePlan } from "#app/domain/import/plan-update.ts";
import { prepareReading } from "#app/domain/import/read-row.ts";
import type { ReadRow } from "#app/domain/import/row.ts";
import type { Db } from "#db/client.server.ts";
import { eachImportRow, readingFingerprint, type ImportBatch } from "#db/queries/import.server.ts";
import { loadChoices } from "#db/queries/measure-lookups.server.ts";
import { loadMeasures } from "#db/queries/portfolio.server.ts";

/** A row with what it says, what is proposed, and what an update of its measure would change. */
export type AnalysedRow = MatchedRow & { readonly plan: UpdatePlan | null };
/** `fingerprint` names the state of the list and of all measures it was compared with. */
export type ImportAnalysis = { readonly rows: readonly AnalysedRow[]; readonly fingerprint: string };

/** Names all that decides what an import writes: how the list reads, and what was chosen for its rows. */
export function importStamp(fingerprint: string, decisions: ReadonlyMap<number, ImportDecision>): string {
  const chosen = [...decisions].sort(([a], [b]) => a - b);
  return createHash("sha256").update(`${fingerprint}\n${JSON.stringify(chosen)}`).digest("hex").slice(0, 16);
}

/** The list last looked at, per connection: a preview of thousands of rows is read once and not once per page. */
const latest = new WeakMap<Db, { readonly batchId: number; readonly analysis: ImportAnalysis }>();

const ROWS_PER_TURN = 250;

/** Lets other requests go on in between. */
export async function analyseImport(db: Db, batch: ImportBatch): Promise<ImportAnalysis> {
  const known = knownAnalysis(db, batch.id);
  if (known !== null) return known;
  const steps = analyse(db, batch);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await nextTurn();
  }
}

/** For use inside a transaction; quick after {@link analyseImport} unless something changed in between. */
export function analyseImportNow(db: Db, batch: ImportBatch): ImportAnalysis {
  const known = knownAnalysis(db, batch.id);
  if (known !== null) return known;
  const steps = analyse(db, batch);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function knownAnalysis(db: Db, batchId: number): ImportAnalysis | null {
  const known = latest.get(db);
  return known !== undefined && known.batchId === batchId && known.analysis.fingerprint === readingFingerprint(db, batchId) ? known.analysis : null;
}

function* analyse(db: Db, batch: ImportBatch): Generator<undefined, ImportAnalysis> {
  const fingerprint = readingFingerprint(db, batch.id);
  const choices = loadChoices(db);
  const present = <T extends { archived: boolean }>(entries: readonly T[]) => entries.filter((entry) => !entry.archived);
  const readRow = prepareReading({
    headings: batch.headings,
    columns: batch.columns,
    wordChoices: batch.wordChoices,
    orgUnits: present(choices.units),
    actionFields: present(choices.actionFields),
    goals: present(choices.goals).map((goal) => ({ id: goal.id, title: goal.name })),
  });
  const read: ReadRow[] = [];
  // Taken out of the statement first: a cursor left open across turns would hold back other writers.
  for (const row of [...eachImportRow(db, batch.id)]) {
    read.push(readRow(row));
    if (read.length % ROWS_PER_TURN === 0) yield;
  }
  const measures = loadMeasures(db);
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  yield;
  const rows = matchRows(read, measures).map((row): AnalysedRow => {
    const target = row.measureId === null ? undefined : byId.get(row.measureId);
    if (target === undefined) return { ...row, plan: null };
    const plan = planUpdate(row, target);
    const problems = plan.problems.map((code) => ({ code, field: null, column: null, text: "" }));
    return { ...row, plan, problems: [...row.problems, ...problems] };
  });
  const analysis = { rows, fingerprint };
  latest.set(db, { batchId: batch.id, analysis });
  return analysis;
}
