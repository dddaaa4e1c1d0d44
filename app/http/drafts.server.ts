import { discardDraft, findDraft } from "#app/services/accounts/find-draft.server.ts";
import { keepDraft } from "#app/services/accounts/keep-draft.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";

/** A form whose input outlives a failed save: kept under its path, offered when it is opened again, gone once it is saved. */
const pathOf = (request: Request) => new URL(request.url).pathname;

export function keepFormDraft(service: ServiceContext, request: Request, form: FormData): void {
  keepEntries(service, form, pathOf(request));
}

/** What was typed to change something that is gone, kept for the form at `formPath` that makes a new one; nothing stored stands behind it any more. */
export function keepAsNewEntry(service: ServiceContext, form: FormData, formPath: string): void {
  form.delete("rowVersion");
  form.delete("intent");
  keepEntries(service, form, formPath);
}

function keepEntries({ db, clock, user }: ServiceContext, form: FormData, formPath: string): void {
  const entries = [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
  keepDraft({ db, clock }, { userId: user.id, formPath, entries });
}

export const dropFormDraft = (service: ServiceContext, request: Request): void => discardDraft(service, pathOf(request));

export type OfferedDraft = { readonly savedAt: string; readonly entries: ReadonlyArray<readonly [string, string]>; readonly taken: boolean; readonly path: string };

/** The draft that waits for this form; `?entwurf=1` takes it over. */
export function offerFormDraft(service: ServiceContext, request: Request): OfferedDraft | null {
  const path = pathOf(request);
  const draft = findDraft(service, path);
  return draft && { ...draft, path, taken: new URL(request.url).searchParams.get("entwurf") === "1" };
}
