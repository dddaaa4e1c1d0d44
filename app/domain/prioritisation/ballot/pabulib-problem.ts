import { refuse, type Refusal } from "#app/domain/result.ts";

export type Invalid = Extract<Refusal, { code: "invalid" }>;

export const PABULIB_PROBLEMS = [
  "beforeSection",
  "columnMissing",
  "countWrong",
  "idMissing",
  "metaMissing",
  "negative",
  "notANumber",
  "pointsMismatch",
  "quoteOpen",
  "ruleNotInFile",
  "sectionMissing",
  "sectionTwice",
  "tooManyCells",
  "twice",
  "unknownProject",
  "unknownRule",
  "unknownVoteType",
] as const;
export type PabulibProblem = (typeof PABULIB_PROBLEMS)[number];

/** The field is the section ("" for none), the values are always `line` (0 where no line is at fault) and `value` (what is at fault). */
export const broken = (section: string, code: PabulibProblem, { line = 0, value = "" }: { readonly line?: number; readonly value?: string }) =>
  refuse({ code: "invalid", fields: { [section]: [{ code, values: { line, value } }] } } as const);
