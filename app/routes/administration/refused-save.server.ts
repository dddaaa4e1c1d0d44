import type { Submission, SubmissionResult } from "@conform-to/react";
import { data } from "@remix-run/node";
import type { Refusal } from "#app/domain/result.ts";
import { refusalResponse } from "#app/http/respond.server.ts";
import { problemText } from "#app/i18n/de/administration.ts";

/** A refused save goes back into the form: problems beside their fields, a conflict with what is stored now; the rest is no page. */
export function refusedSave(refusal: Refusal, submission: Submission<unknown>) {
  if (refusal.code === "conflict") return data({ result: replyTo(submission), conflict: true }, { status: 409 });
  if (refusal.code !== "invalid") throw refusalResponse(refusal);
  const { "": forForm = [], ...fields } = refusal.fields;
  const fieldErrors = Object.fromEntries(Object.entries(fields).map(([name, problems]) => [name, problems.map(problemText)]));
  return data({ result: replyTo(submission, { formErrors: forForm.map(problemText), fieldErrors }), conflict: false }, { status: 400 });
}

export const refusedInput = (submission: Submission<unknown>) => data({ result: replyTo(submission), conflict: false }, { status: 400 });

/** A button such as "archive" brings no fields with it: the form beside it keeps showing what is stored. */
function replyTo(submission: Submission<unknown>, problems?: Parameters<Submission<unknown>["reply"]>[0]): SubmissionResult<string[]> {
  const { initialValue, ...reply } = submission.reply(problems);
  return initialValue === undefined || "intent" in submission.payload ? reply : { ...reply, initialValue };
}
