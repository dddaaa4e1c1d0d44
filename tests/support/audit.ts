import type { Db } from "#db/client.server.ts";
import { auditEvent } from "#db/schema/index.ts";

/** The audit log in order, with before and after read back. */
export const auditLog = (db: Db) =>
  db
    .select()
    .from(auditEvent)
    .all()
    .map(({ userId, action, entity, entityId, before, after }) => ({
      userId,
      action,
      entity,
      entityId,
      before: before === null ? null : (JSON.parse(before) as Record<string, unknown>),
      after: after === null ? null : (JSON.parse(after) as Record<string, unknown>),
    }));
