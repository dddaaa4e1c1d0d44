import type { Refusal, Result } from "#app/domain/result.ts";

const STATUS = { invalid: 400, forbidden: 403, missing: 404, conflict: 409 } as const satisfies Record<Refusal["code"], number>;

export const refusalStatus = (refusal: Refusal): number => STATUS[refusal.code];

/** To be thrown; the error boundary says it in German. */
export const refusalResponse = (refusal: Refusal): Response => new Response(null, { status: refusalStatus(refusal), statusText: refusal.code });

/** The value of a Result; a refusal is thrown as its response. For pages that cannot show the refusal beside a field. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw refusalResponse(result.refusal);
}

/** Ends the request of somebody without the right, or for what does not exist, before the form is judged; other refusals belong beside the form. */
export function endWithoutRight(result: Result<unknown>): void {
  if (!result.ok && (result.refusal.code === "forbidden" || result.refusal.code === "missing")) throw refusalResponse(result.refusal);
}

/** A positive whole number from the URL; anything else is a page that does not exist. */
export function idParam(value: string | undefined): number {
  if (value === undefined || !/^[1-9]\d{0,14}$/.test(value)) throw refusalResponse({ code: "missing" });
  return Number(value);
}

/** Pages that make a new thing at "…/neu" and change a stored one at "…/7": null stands for the new one. */
export const idParamOrNew = (value: string | undefined): number | null => (value === "neu" ? null : idParam(value));

/** The version of a thing that a button was shown with, for buttons that send nothing else. */
export function postedRowVersion(form: FormData): number {
  const value = form.get("rowVersion");
  if (typeof value !== "string" || !/^[1-9]\d{0,8}$/.test(value)) throw refusalResponse({ code: "invalid", fields: {} });
  return Number(value);
}
