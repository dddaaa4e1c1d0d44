import { wordKinds, type WordChoices, type WordKind } from "#app/domain/import/words.ts";
import { measureStatuses } from "#app/domain/measures/vocabulary.ts";
import { invalid, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { saveWordChoices } from "#db/queries/import.server.ts";
import { loadChoices, type Choices } from "#db/queries/measure-lookups.server.ts";
import { openImport } from "./open-import.server.ts";

/** What unknown units, action fields and states of a list mean: one of ours, or null for "leave empty". Absent keys stay open. */
export function chooseWords({ db, clock, user }: ServiceContext, { batchId, choices }: { batchId: number; choices: WordChoices }): Result<null> {
  return write(db, (tx) => {
    const opened = openImport(db, user, batchId, "uploaded");
    if (!opened.ok) return opened;
    const known = loadChoices(db);
    const wrong = Object.entries(choices).find(([key, value]) => !isKnown(key, value, known));
    if (wrong !== undefined) return invalid("", "unknownChoice");
    const { batch, right } = opened.value;
    saveWordChoices(db, right, batchId, choices);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "chooseWords", entity: "import_batch", entityId: batchId, before: { wordChoices: batch.wordChoices }, after: { wordChoices: choices } });
    return ok(null);
  });
}

function isKnown(key: string, value: number | string | null, known: Choices): boolean {
  const kind = wordKinds.find((candidate) => key.startsWith(`${candidate}:`));
  if (kind === undefined) return false;
  if (value === null) return true;
  const isOurs: Record<WordKind, boolean> = {
    unit: known.units.some((unit) => unit.id === value && !unit.archived),
    actionField: known.actionFields.some((field) => field.id === value && !field.archived),
    status: measureStatuses.some((status) => status === value),
  };
  return isOurs[kind];
}
