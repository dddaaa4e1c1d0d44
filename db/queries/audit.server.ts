import type { DbOrTx } from "#db/client.server.ts";
import { auditEvent } from "#db/schema/index.ts";

/** Changed fields only, as plain data. */
export type AuditFields = Readonly<Record<string, unknown>>;

export type AuditEntry = {
  readonly at: string;
  /** Null when the program itself acts. */
  readonly userId: number | null;
  readonly action: string;
  readonly entity: string;
  readonly entityId: number;
  readonly before: AuditFields | null;
  readonly after: AuditFields | null;
  readonly importBatchId?: number | null;
};

/** Appends to the audit log. Call it in the transaction of the change it records. */
export function recordAudit(tx: DbOrTx, entry: AuditEntry): void {
  tx.insert(auditEvent)
    .values({
      ...entry,
      before: entry.before === null ? null : JSON.stringify(entry.before),
      after: entry.after === null ? null : JSON.stringify(entry.after),
    })
    .run();
}

/** The fields of `after` that differ from `before`, each side reduced to them; null when nothing differs. */
export function changedFields(before: AuditFields, after: AuditFields): { before: AuditFields; after: AuditFields } | null {
  const names = Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  if (names.length === 0) return null;
  const pick = (fields: AuditFields) => Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
  return { before: pick(before), after: pick(after) };
}
