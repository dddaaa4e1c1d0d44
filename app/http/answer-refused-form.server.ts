import type { Submission } from "@conform-to/dom";
import { data } from "@remix-run/node";
import type { FieldProblem, Refusal } from "#app/domain/result.ts";
import { replyConflict, replyInvalid } from "#app/forms/refused-form.ts";
import { refusalResponse } from "./respond.server.ts";

/** What does not fit the form's schema: the errors beside the fields, everything typed still there. */
export const answerUnreadableForm = <T>(submission: Submission<T, string[]>) => data({ submitted: submission.reply(), stored: null }, { status: 400 });

/**
 * What a service refused to save: problems beside the fields, or the version somebody else stored first, for comparing.
 * `findStored` reads that version; null where there is none. Everything else is thrown for the error page.
 */
export function answerRefusedForm<T, Stored extends { readonly rowVersion: number }>({ submission, refusal, textOf, findStored }: {
  readonly submission: Submission<T, string[]>;
  readonly refusal: Refusal;
  readonly textOf: (problem: FieldProblem) => string;
  readonly findStored: () => Stored | null;
}) {
  if (refusal.code === "invalid") return data({ submitted: replyInvalid(submission, refusal, textOf), stored: null }, { status: 400 });
  const stored = refusal.code === "conflict" ? findStored() : null;
  if (stored === null) throw refusalResponse(refusal);
  return data({ submitted: replyConflict(submission, stored.rowVersion), stored }, { status: 409 });
}
