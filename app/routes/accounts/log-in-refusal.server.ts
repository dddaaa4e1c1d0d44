import type { FieldProblem, Refusal } from "#app/domain/result.ts";
import { refusalResponse } from "#app/http/respond.server.ts";
import { t, type messages } from "#app/i18n/de/accounts.ts";
import { TooBusy } from "#app/services/accounts/hash-password.server.ts";

type Code = keyof (typeof messages)["problem"];

function textOf({ code, values }: FieldProblem): string {
  const seconds = Number(values?.["seconds"] ?? 0);
  if (code === "throttled") return t("problem.throttled", { seconds, minutes: seconds < 60 ? 0 : Math.ceil(seconds / 60) });
  return t(`problem.${code as Exclude<Code, "throttled">}`);
}

export type PasswordRefusal = {
  readonly formErrors: string[];
  readonly fieldErrors: Record<string, string[]>;
  readonly init: { readonly status: number; readonly headers?: Readonly<Record<string, string>> };
};

/** How a refusal about a password is answered: its texts by field; 429 with the time to wait when there were too many attempts. */
export function passwordRefusal(refusal: Refusal): PasswordRefusal {
  if (refusal.code !== "invalid") throw refusalResponse(refusal);
  const { "": forForm = [], ...fields } = refusal.fields;
  const throttled = forForm.find((problem) => problem.code === "throttled");
  return {
    formErrors: forForm.map(textOf),
    fieldErrors: Object.fromEntries(Object.entries(fields).map(([name, problems]) => [name, problems.map(textOf)])),
    init: throttled ? { status: 429, headers: { "Retry-After": String(throttled.values?.["seconds"] ?? 60) } } : { status: 400 },
  };
}

/** The answer when too many passwords are being checked already; any other error goes on. */
export function busyRefusal(error: unknown): PasswordRefusal {
  if (!(error instanceof TooBusy)) throw error;
  return { formErrors: [t("busy")], fieldErrors: {}, init: { status: 503, headers: { "Retry-After": "60" } } };
}
