import type { Measure } from "#app/domain/measures/measure.ts";
import { normaliseWord } from "./cell.ts";
import { isBlocked, type RowProblem } from "./problems.ts";
import type { ReadRow } from "./row.ts";

export const importDecisions = ["create", "update", "skip"] as const;
export type ImportDecision = (typeof importDecisions)[number];

/** A row with what is proposed to do with it. `measureId` is the measure an update would change. */
export type MatchedRow = ReadRow & {
  readonly proposal: ImportDecision;
  readonly measureId: number | null;
  readonly matchedBy: "externalReference" | "title" | null;
};

/** Titles that are the sum line of a list rather than a measure. */
const TOTALS = new Set(["summe", "summen", "gesamt", "gesamtsumme", "zwischensumme", "total", "sum"]);

type Known = Pick<Measure, "id" | "title" | "externalReference">;

/**
 * Finds the measure each row speaks of: by external reference, else by title without regard to case and punctuation.
 * The first row of a title is proposed; a later row with the same title or reference is left out until somebody decides.
 */
export function matchRows(rows: readonly ReadRow[], measures: readonly Known[]): MatchedRow[] {
  const byReference = groupIds(measures, (measure) => measure.externalReference);
  const byTitle = groupIds(measures, (measure) => measure.title);
  const rowsByTitle = rowNumbersBy(rows, (row) => row.title);
  const rowsByReference = rowNumbersBy(rows, (row) => row.content.externalReference ?? "");
  const takenMeasures = new Set<number>();
  return rows.map((row) => {
    const problems: RowProblem[] = [];
    const match = matchOne(row, byReference, byTitle, problems);
    const sameTitle = rowsByTitle.get(normaliseWord(row.title)) ?? [];
    const sameReference = rowsByReference.get(normaliseWord(row.content.externalReference ?? "")) ?? [];
    const twins = [...new Set([...sameTitle, ...sameReference])].filter((number) => number !== row.rowNumber).sort((a, b) => a - b);
    if (twins.length > 0 && row.title !== "") problems.push({ code: "duplicateInFile", field: "title", column: null, text: row.title, rows: twins.slice(0, 20) });
    const isLater = twins.some((number) => number < row.rowNumber);
    const isTaken = match.measureId !== null && takenMeasures.has(match.measureId);
    if (match.measureId !== null) takenMeasures.add(match.measureId);
    const isTotal = TOTALS.has(normaliseWord(row.title));
    if (isTotal) problems.push({ code: "totalRow", field: "title", column: null, text: row.title });
    const allProblems = problems.length === 0 ? row.problems : [...row.problems, ...problems];
    const proposal = isBlocked(allProblems) || isLater || isTaken || isTotal || match.isUnclear ? "skip" : match.measureId === null ? "create" : "update";
    return { ...row, problems: allProblems, proposal, measureId: match.measureId, matchedBy: match.by };
  });
}

function matchOne(row: ReadRow, byReference: Groups, byTitle: Groups, problems: RowProblem[]): { measureId: number | null; by: MatchedRow["matchedBy"]; isUnclear: boolean } {
  const reference = row.content.externalReference ?? "";
  const referenced = reference === "" ? [] : (byReference.get(normaliseWord(reference)) ?? []);
  const titled = row.title === "" ? [] : (byTitle.get(normaliseWord(row.title)) ?? []);
  const [first] = referenced.length > 0 ? referenced : titled;
  if (first === undefined) return { measureId: null, by: null, isUnclear: false };
  const by = referenced.length > 0 ? ("externalReference" as const) : ("title" as const);
  const candidates = by === "externalReference" ? referenced : titled;
  if (candidates.length > 1) {
    problems.push({ code: "severalMatches", field: by, column: null, text: by === "title" ? row.title : reference });
    return { measureId: null, by: null, isUnclear: true };
  }
  if (by === "externalReference" && titled.length > 0 && !titled.includes(first)) {
    problems.push({ code: "matchConflict", field: "externalReference", column: null, text: reference });
  }
  return { measureId: first, by, isUnclear: false };
}

type Groups = ReadonlyMap<string, readonly number[]>;

function groupIds(measures: readonly Known[], key: (measure: Known) => string): Groups {
  const groups = new Map<string, number[]>();
  for (const measure of measures) addTo(groups, normaliseWord(key(measure)), measure.id);
  return groups;
}

function rowNumbersBy(rows: readonly ReadRow[], key: (row: ReadRow) => string): Groups {
  const groups = new Map<string, number[]>();
  for (const row of rows) addTo(groups, normaliseWord(key(row)), row.rowNumber);
  return groups;
}

function addTo(groups: Map<string, number[]>, key: string, value: number): void {
  if (key === "") return;
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** What happens to a row: what a person chose where that is possible, else the proposal. */
export function effectiveDecision(row: Pick<MatchedRow, "proposal" | "measureId" | "problems">, chosen: ImportDecision | null): ImportDecision {
  if (isBlocked(row.problems)) return "skip";
  if (chosen === null || (chosen === "update" && row.measureId === null)) return row.proposal;
  return chosen;
}
