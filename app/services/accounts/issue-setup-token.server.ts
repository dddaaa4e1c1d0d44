import { randomBytes } from "node:crypto";
import type { Clock } from "#app/services/service-context.server.ts";
import { write, type Db } from "#db/client.server.ts";
import { hasUsers, replaceSetupToken } from "#db/queries/setup.server.ts";
import { hashToken } from "./sessions.server.ts";

/** A new one-time token for the set-up page while nobody has an account, null afterwards. Earlier ones no longer work. */
export function issueSetupToken({ db, clock }: { db: Db; clock: Clock }): string | null {
  return write(db, (tx) => {
    if (hasUsers(tx)) return null;
    const token = randomBytes(32).toString("base64url");
    replaceSetupToken(tx, { tokenHash: hashToken(token), createdAt: clock.now() });
    return token;
  });
}
