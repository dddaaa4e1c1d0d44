import type { Submission } from "@conform-to/react";
import { data } from "@remix-run/node";
import type { Refusal } from "#app/domain/result.ts";
import { refusalResponse } from "#app/http/respond.server.ts";
import { problemText } from "#app/i18n/de/administration.ts";

/** A refused save goes back into the form: problems beside their fields, a conflict with what is stored now; the rest is no page. */
export function refusedSave(refusal: Refusal, submission: Submission<unknown>) {
  if (refusal.code === "conflict") return data({ result: submission.reply(), conflict: true }, { status: 409 });
  if (refusal.code !== "invalid") throw refusalResponse(refusal);
  const { "": forForm = [], ...fields } = refusal.fields;
  const fieldErrors = Object.fromEntries(Object.entries(fields).map(([name, problems]) => [name, problems.map(problemText)]));
  return data({ result: submission.reply({ formErrors: forForm.map(problemText), fieldErrors }), conflict: false }, { status: 400 });
}

export const refusedInput = (submission: Submission<unknown>) => data({ result: submission.reply(), conflict: false }, { status: 400 });
