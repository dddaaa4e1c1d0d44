import type { Cents } from "#app/domain/money/cents.ts";
import type { ImportField } from "./fields.ts";

/** Rows with these cannot be imported at all. */
export const blockingCodes = ["titleMissing", "titleTooLong"] as const;

/** Something stays unknown or undecided until a person decides; the text of the cell is kept. */
export const openCodes = [
  "unknownUnit",
  "unknownActionField",
  "unknownGoal",
  "unknownStatus",
  "unknownWord",
  "amountUnreadable",
  "amountAmbiguous",
  "amountApproximate",
  "amountPerYear",
  "amountNegative",
  "amountTooLarge",
  "severalDates",
  "dateAmbiguous",
  "dateUnreadable",
  "timeframeVague",
  "singleDay",
  "endBeforeStart",
  "timeframeConflict",
  "progressUnreadable",
  "daysUnreadable",
  "daysWithoutUnit",
  "duplicateInFile",
  "severalMatches",
  "matchConflict",
  "costBesideExisting",
  "costBesideParts",
  "totalRow",
] as const;

/** Read as announced, but worth a look. */
export const noteCodes = ["budgetKindAssumed", "reasonFromList", "spanAsQuarter", "amountUnitFromHeading", "costTotalOfParts"] as const;

export type BlockingCode = (typeof blockingCodes)[number];
export type OpenCode = (typeof openCodes)[number];
export type NoteCode = (typeof noteCodes)[number];
export type ProblemCode = BlockingCode | OpenCode | NoteCode;
export type Severity = "blocking" | "open" | "note";

export type RowProblem = {
  readonly code: ProblemCode;
  readonly field: ImportField | null;
  /** Position of the column the problem stands in; null for the row as a whole. */
  readonly column: number | null;
  /** What stands in the cell, word for word. */
  readonly text: string;
  /** The amounts a person may confirm. */
  readonly readings?: readonly Cents[];
  /** Other rows concerned, as numbered in the file. */
  readonly rows?: readonly number[];
};

const SEVERITIES = new Map<ProblemCode, Severity>([
  ...blockingCodes.map((code) => [code, "blocking"] as const),
  ...openCodes.map((code) => [code, "open"] as const),
  ...noteCodes.map((code) => [code, "note"] as const),
]);

export const severityOf = (code: ProblemCode): Severity => SEVERITIES.get(code) ?? "open";
export const isBlocked = (problems: readonly RowProblem[]): boolean => problems.some((problem) => severityOf(problem.code) === "blocking");
export const needsAttention = (problems: readonly RowProblem[]): boolean => problems.some((problem) => severityOf(problem.code) !== "note");
