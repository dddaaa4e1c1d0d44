import { judgePassword } from "#app/domain/accounts/password-rules.ts";
import type { ThrottleLimits } from "#app/domain/accounts/throttle.ts";
import { invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { deleteSessionsOfUser, findUser, updatePassword } from "#db/queries/accounts.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { hashPassword, verifyPassword } from "./hash-password.server.ts";
import { openSession } from "./sessions.server.ts";
import { attemptSucceeded, beginAttempt } from "./throttle.server.ts";

type Context = ServiceContext & { readonly clientAddress: string; readonly limits?: ThrottleLimits };

/**
 * Changes the own password. Whoever guesses the current one here is slowed down as at log-in. All sessions end,
 * also the one asking, which gets a new token.
 * @throws TooBusy when too many passwords are being checked
 */
export async function changePassword(context: Context, { current, next }: { current: string; next: string }): Promise<Result<{ token: string }>> {
  const { db, clock, user } = context;
  const stored = findUser(db, user.id);
  if (stored === null) return missing();
  if (current === next) return invalid("next", "unchanged");
  const problem = judgePassword(next, user);
  if (problem !== null) return invalid("next", problem);
  const attempt = { email: user.email, clientAddress: context.clientAddress };
  const { waitSeconds } = beginAttempt(context, attempt);
  if (waitSeconds > 0) return invalid("", "throttled", { seconds: waitSeconds });
  if (!(await verifyPassword(stored.passwordHash, current))) return invalid("current", "wrongPassword");
  attemptSucceeded(context, attempt);
  const passwordHash = await hashPassword(next);
  return write(db, (tx) => {
    updatePassword(tx, user.id, { passwordHash, mustChangePassword: false });
    deleteSessionsOfUser(tx, user.id);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "changePassword", entity: "user", entityId: user.id, before: null, after: null });
    return ok({ token: openSession({ db: tx, clock }, user.id) });
  });
}
