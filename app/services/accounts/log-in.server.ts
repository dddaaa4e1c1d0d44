import type { ThrottleLimits } from "#app/domain/accounts/throttle.ts";
import { invalid, ok, type Result } from "#app/domain/result.ts";
import type { Clock } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { findActiveUserByEmail } from "#db/queries/accounts.server.ts";
import { verifyPassword } from "./hash-password.server.ts";
import { closeSession, openSession } from "./sessions.server.ts";
import { attemptSucceeded, beginAttempt } from "./throttle.server.ts";

type Context = { readonly db: Db; readonly clock: Clock; readonly clientAddress: string; readonly limits?: ThrottleLimits };
type Credentials = { readonly email: string; readonly password: string; readonly previousToken?: string | null };

/**
 * Opens a session for the right password; the token goes into the cookie, the session of `previousToken` is over.
 * The refusal and the time it takes say nothing about whether the account exists.
 * @throws TooBusy when too many log-ins wait already
 */
export async function logIn(context: Context, { email, password, previousToken = null }: Credentials): Promise<Result<{ token: string }>> {
  const attempt = { email, clientAddress: context.clientAddress };
  const { waitSeconds } = beginAttempt(context, attempt);
  if (waitSeconds > 0) return invalid("", "throttled", { seconds: waitSeconds });
  const user = findActiveUserByEmail(context.db, email);
  const matches = await verifyPassword(user?.passwordHash ?? null, password);
  if (user === null || !matches) return invalid("", "wrongCredentials");
  attemptSucceeded(context, attempt);
  if (previousToken !== null) closeSession(context, previousToken);
  return ok({ token: openSession(context, user.id) });
}
