import { cellText, isBlankCell } from "#app/domain/import/cell.ts";
import { recogniseColumns, type Confidence } from "#app/domain/import/headings.ts";
import { effectiveDecision, type ImportDecision } from "#app/domain/import/match-rows.ts";
import { isBlocked, needsAttention, severityOf, type ProblemCode, type RowProblem } from "#app/domain/import/problems.ts";
import type { ImportField } from "#app/domain/import/fields.ts";
import { wordKey, type WordKind } from "#app/domain/import/words.ts";
import { ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { findImportRows, loadDecisions, type ImportBatch } from "#db/queries/import.server.ts";
import { loadChoices, type Choices } from "#db/queries/measure-lookups.server.ts";
import { findTitles } from "#db/queries/measure-lookups.server.ts";
import { findMeasure } from "#db/queries/portfolio.server.ts";
import { analyseImport, importStamp, type AnalysedRow, type ImportAnalysis } from "./analyse-import.server.ts";
import { isInScope, isPossible, type RowScope } from "./decide-rows.server.ts";
import { openImport } from "./open-import.server.ts";
import { planLines, rowLines, type PreviewLine } from "./preview-lines.server.ts";

export const ROWS_PER_PAGE = 50;

export type PreviewColumn = { readonly heading: string; readonly field: ImportField | null; readonly confidence: Confidence; readonly samples: readonly string[] };
export type PreviewRow = Pick<AnalysedRow, "rowNumber" | "title" | "problems" | "proposal" | "measureId" | "matchedBy"> & {
  readonly decision: ImportDecision;
  readonly possible: readonly ImportDecision[];
  readonly blocked: boolean;
  readonly needsAttention: boolean;
  readonly confirmedAmounts: Readonly<Record<string, number>>;
  /** The measure an update changes, by its present title. */
  readonly target: string | null;
  /** What the row brings; for an update only what would change. */
  readonly lines: readonly PreviewLine[];
};
export type UnknownWord = { readonly key: string; readonly kind: WordKind; readonly text: string; readonly rows: number; readonly choice: number | string | null | undefined };

export type ImportPreview = {
  readonly batch: Pick<ImportBatch, "id" | "fileName" | "reading" | "uploadedAt" | "by">;
  readonly columns: readonly PreviewColumn[];
  readonly contested: ReadonlyArray<{ readonly field: ImportField; readonly headings: readonly string[] }>;
  readonly words: readonly UnknownWord[];
  readonly choices: Pick<Choices, "units" | "actionFields">;
  readonly counts: Record<RowScope, number> & { readonly blocked: number };
  readonly problemCounts: ReadonlyArray<{ readonly code: ProblemCode; readonly rows: number }>;
  readonly rows: readonly PreviewRow[];
  readonly page: number;
  readonly pageCount: number;
  readonly stamp: string;
};

/** The preview of a list that is not imported yet: every row with its problems, fifty to a page. */
export async function showImport({ db, user }: Pick<ServiceContext, "db" | "user">, query: { batchId: number; scope: RowScope; page: number }): Promise<Result<ImportPreview | { state: "imported" | "undone" }>> {
  const opened = openImport(db, user, query.batchId);
  if (!opened.ok) return opened;
  const { batch } = opened.value;
  if (batch.state !== "uploaded") return ok({ state: batch.state });
  const analysis = await analyseImport(db, batch);
  const decisions = loadDecisions(db, batch.id);
  const inScope = analysis.rows.filter((row) => isInScope(row, decisions.get(row.rowNumber) ?? null, query.scope));
  const pageCount = Math.max(1, Math.ceil(inScope.length / ROWS_PER_PAGE));
  const page = Math.min(Math.max(1, query.page), pageCount);
  const choices = loadChoices(db);
  const shown = inScope.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE);
  const stored = new Map(findImportRows(db, batch.id, shown.map((row) => row.rowNumber)).map((row) => [row.rowNumber, row]));
  const titles = findTitles(db, shown.flatMap((row) => (row.measureId === null ? [] : [row.measureId])));
  return ok({
    batch: { id: batch.id, fileName: batch.fileName, reading: batch.reading, uploadedAt: batch.uploadedAt, by: batch.by },
    columns: columnsOf(batch, db),
    contested: recogniseColumns(batch.headings)
      .contested.filter(({ columns }) => columns.some((index) => batch.columns[index] === null))
      .map(({ field, columns }) => ({ field, headings: columns.map((index) => batch.headings[index] ?? "") })),
    words: unknownWords(batch, analysis),
    choices: { units: choices.units.filter((unit) => !unit.archived), actionFields: choices.actionFields.filter((field) => !field.archived) },
    counts: countRows(analysis, decisions),
    problemCounts: countProblems(analysis),
    rows: shown.map((row): PreviewRow => {
      const decision = effectiveDecision(row, decisions.get(row.rowNumber) ?? null);
      const target = row.measureId === null ? null : findMeasure(db, row.measureId);
      return {
        rowNumber: row.rowNumber,
        title: row.title,
        problems: gravestFirst(row.problems),
        proposal: row.proposal,
        measureId: row.measureId,
        matchedBy: row.matchedBy,
        decision,
        possible: (["create", "update", "skip"] as const).filter((candidate) => isPossible(row, candidate)),
        blocked: isBlocked(row.problems),
        needsAttention: needsAttention(row.problems),
        confirmedAmounts: stored.get(row.rowNumber)?.confirmedAmounts ?? {},
        target: row.measureId === null ? null : (titles.get(row.measureId) ?? null),
        lines: decision === "update" && row.plan !== null && target !== null ? planLines(row.plan, target, choices) : rowLines(row, choices),
      };
    }),
    page,
    pageCount,
    stamp: importStamp(analysis.fingerprint, decisions),
  });
}

function columnsOf(batch: ImportBatch, db: ServiceContext["db"]): PreviewColumn[] {
  const recognised = recogniseColumns(batch.headings).columns;
  const first = findImportRows(db, batch.id, Array.from({ length: 40 }, (_, index) => batch.reading.headingRow + 1 + index));
  return batch.headings.map((heading, index) => {
    const field = batch.columns[index] ?? null;
    const texts = first.map((row) => row.cells[index] ?? null).filter((cell) => !isBlankCell(cell)).map((cell) => cellText(cell).replace(/\s+/g, " ").slice(0, 60));
    const byHand = field !== (recognised[index]?.field ?? null);
    return { heading, field, confidence: byHand ? "exact" : (recognised[index]?.confidence ?? "none"), samples: [...new Set(texts)].slice(0, 3) };
  });
}

function countRows(analysis: ImportAnalysis, decisions: ReadonlyMap<number, ImportDecision>): ImportPreview["counts"] {
  const counts = { all: analysis.rows.length, problems: 0, create: 0, update: 0, skip: 0, blocked: 0 };
  for (const row of analysis.rows) {
    counts[effectiveDecision(row, decisions.get(row.rowNumber) ?? null)] += 1;
    if (needsAttention(row.problems)) counts.problems += 1;
    if (isBlocked(row.problems)) counts.blocked += 1;
  }
  return counts;
}

const ORDER = { blocking: 0, open: 1, note: 2 } as const;
const gravestFirst = (problems: readonly RowProblem[]): RowProblem[] => [...problems].sort((a, b) => ORDER[severityOf(a.code)] - ORDER[severityOf(b.code)]);

function countProblems(analysis: ImportAnalysis): Array<{ code: ProblemCode; rows: number }> {
  const counts = new Map<ProblemCode, number>();
  for (const row of analysis.rows) for (const code of new Set(row.problems.map((problem) => problem.code))) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, rows]) => ({ code, rows })).sort((a, b) => ORDER[severityOf(a.code)] - ORDER[severityOf(b.code)] || b.rows - a.rows);
}

const WORD_KINDS: Partial<Record<ProblemCode, WordKind>> = { unknownUnit: "unit", unknownActionField: "actionField", unknownStatus: "status" };

/** Words nobody here knows, most frequent first, with those already explained. */
function unknownWords(batch: ImportBatch, analysis: ImportAnalysis): UnknownWord[] {
  const words = new Map<string, { kind: WordKind; text: string; rows: number }>();
  for (const row of analysis.rows) {
    for (const problem of row.problems) {
      const kind = WORD_KINDS[problem.code];
      if (kind === undefined) continue;
      const key = wordKey(kind, problem.text);
      const known = words.get(key);
      if (known) known.rows += 1;
      else words.set(key, { kind, text: problem.text, rows: 1 });
    }
  }
  const open = [...words].map(([key, word]) => ({ key, ...word, choice: undefined })).sort((a, b) => b.rows - a.rows || (a.key < b.key ? -1 : 1));
  const explained = Object.entries(batch.wordChoices).flatMap(([key, choice]) => {
    const kind = Object.values(WORD_KINDS).find((candidate) => key.startsWith(`${candidate}:`));
    return kind === undefined ? [] : [{ key, kind, text: key.slice(kind.length + 1), rows: 0, choice }];
  });
  return [...open.slice(0, 60), ...explained];
}
