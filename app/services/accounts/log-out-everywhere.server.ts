import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { deleteSessionsOfUser } from "#db/queries/accounts.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";

/** Ends every session of the asking user, on every device, this one included. */
export function logOutEverywhere({ db, clock, user }: ServiceContext): void {
  write(db, (tx) => {
    deleteSessionsOfUser(tx, user.id);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "logOutEverywhere", entity: "user", entityId: user.id, before: null, after: null });
  });
}
