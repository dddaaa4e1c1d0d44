import type { ServiceContext } from "#app/services/service-context.server.ts";
import { countSessions, describeUser } from "#db/queries/accounts.server.ts";
import { idleLifetimeMs } from "./sessions.server.ts";

/** What a user sees of the own account. */
export function showAccount({ db, clock, user }: ServiceContext) {
  const since = new Date(Date.parse(clock.now()) - idleLifetimeMs(user.role)).toISOString();
  return { ...describeUser(db, user.id), sessionCount: countSessions(db, user.id, since), idleMinutes: idleLifetimeMs(user.role) / 60_000 };
}
