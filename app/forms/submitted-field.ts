import type { SubmissionResult } from "@conform-to/dom";

/** What a failed save sends back: what was typed, and what is wrong with it by field name. */
export type Submitted = Pick<SubmissionResult<string[]>, "initialValue" | "error"> | undefined;

/**
 * A field of a form whose names are made from data (one per quarter, per year, per criterion): after a failed save what was typed,
 * otherwise what is stored. A field that was emptied stays empty.
 */
export function submittedField(submitted: Submitted, name: string, stored: string): { id: string; name: string; defaultValue: string; errors: readonly string[] } {
  return {
    id: `field-${name.replaceAll(".", "-")}`,
    name,
    defaultValue: submitted?.initialValue === undefined ? stored : textAt(submitted.initialValue, name),
    errors: submitted?.error?.[name] ?? [],
  };
}

/**
 * The version a form rests on. After a conflict that is the one stored now, which the page shows beside what was typed;
 * after any other refusal still the one the form was opened with, so that what others saved meanwhile is noticed.
 */
export function submittedVersion(submitted: Submitted, stored: string | number, conflict: boolean): string {
  const opened = conflict ? "" : textAt(submitted?.initialValue, "rowVersion");
  return opened === "" ? String(stored) : opened;
}

function textAt(value: unknown, name: string): string {
  let current: unknown = value;
  for (const key of name.split(".")) {
    if (typeof current !== "object" || current === null) return "";
    current = new Map(Object.entries(current)).get(key);
  }
  return typeof current === "string" ? current : "";
}
