import type { Db } from "#db/client.server.ts";
import { deleteDraft, findDraftRow } from "#db/queries/drafts.server.ts";
import type { DraftEntries } from "./keep-draft.server.ts";

type Owner = { readonly db: Db; readonly user: { readonly id: number } };

/** What this user had typed into the form at `formPath` ("/massnahmen/12/bearbeiten") when the session ran out; null when nothing waits. */
export function findDraft({ db, user }: Owner, formPath: string): { readonly savedAt: string; readonly entries: DraftEntries } | null {
  const row = findDraftRow(db, user.id, formPath);
  return row && { savedAt: row.savedAt, entries: JSON.parse(row.entries) as DraftEntries };
}

/** After the draft was saved, or the user wants it no more. */
export function discardDraft({ db, user }: Owner, formPath: string): void {
  deleteDraft(db, user.id, formPath);
}
