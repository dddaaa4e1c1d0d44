import type { Clock } from "#app/services/service-context.server.ts";
import { write, type Db } from "#db/client.server.ts";
import { deleteDraftsBefore, upsertDraft } from "#db/queries/drafts.server.ts";

/** Names and values in the order of the form; a name may come more than once. */
export type DraftEntries = ReadonlyArray<readonly [name: string, value: string]>;

const SECRET = /passw|kennwort|token|secret/i;
const MAX_CHARACTERS = 200_000;
const DAYS_KEPT = 30;

/** The forms that offer again what was typed into them; of any other nothing is kept, since log-in says that it is offered. */
const OFFERED_AGAIN = /^\/massnahmen\/(?:neu|\d+\/bearbeiten|\d+\/(?:kosten|personal|nutzen|meilensteine)\/(?:neu|\d+))$|^\/ausschuss\/fassungen\/\d+(?:\/massnahmen\/\d+)?$/;

/**
 * Keeps what was typed into a form that could not be saved because the session had run out. One draft per form and
 * user, the latest wins. Never keeps a password or a file. Returns whether anything was kept.
 */
export function keepDraft({ db, clock }: { db: Db; clock: Clock }, { userId, formPath, entries }: { userId: number; formPath: string; entries: DraftEntries }): boolean {
  if (!OFFERED_AGAIN.test(formPath) || formPath.length > 500) return false;
  const kept = entries.filter(([name]) => !SECRET.test(name));
  const text = JSON.stringify(kept);
  if (!kept.some(([, value]) => value.trim() !== "") || text.length > MAX_CHARACTERS) return false;
  const savedAt = clock.now();
  const oldest = new Date(Date.parse(savedAt) - DAYS_KEPT * 86_400_000).toISOString();
  write(db, (tx) => {
    deleteDraftsBefore(tx, oldest);
    upsertDraft(tx, { userId, formPath, entries: text, savedAt });
  });
  return true;
}
