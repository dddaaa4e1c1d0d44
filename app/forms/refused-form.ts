import type { Submission, SubmissionResult } from "@conform-to/dom";
import type { FieldProblem, Refusal } from "#app/domain/result.ts";

type Reply = SubmissionResult<string[]>;

/** What a service refused, as errors beside the fields. `textOf` puts a problem into words. */
export function replyInvalid<T>(submission: Submission<T, string[]>, refusal: Extract<Refusal, { code: "invalid" }>, textOf: (problem: FieldProblem) => string): Reply {
  const errors = Object.entries(refusal.fields).map(([name, problems]) => [name, problems.map(textOf)] as const);
  const formErrors = errors.flatMap(([name, texts]) => (name === "" ? texts : []));
  return submission.reply({ formErrors, fieldErrors: Object.fromEntries(errors.filter(([name]) => name !== "")) });
}

/** What was typed, now based on the version that is stored: saving once more is a decision, not an accident. */
export function replyConflict<T>(submission: Submission<T, string[]>, rowVersion: number): Reply {
  const reply = submission.reply();
  return { ...reply, initialValue: { ...reply.initialValue, rowVersion: String(rowVersion) } };
}
