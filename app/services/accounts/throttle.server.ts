import { createHash } from "node:crypto";
import { addressGroup, defaultLimits, waitMs, withFailure, type ThrottleLimits } from "#app/domain/accounts/throttle.ts";
import type { Clock } from "#app/services/service-context.server.ts";
import { write, type Db } from "#db/client.server.ts";
import { deleteAttempts, findAttempts, saveAttempts } from "#db/queries/login-throttle.server.ts";

export type Attempt = { readonly email: string; readonly clientAddress: string };
type Context = { readonly db: Db; readonly clock: Clock; readonly limits?: ThrottleLimits };

/** Unknown accounts are counted like known ones; of the name typed only a hash is kept. */
const keysOf = ({ email, clientAddress }: Attempt) => ({
  account: `account:${createHash("sha256").update(email.trim().toLowerCase()).digest("hex")}`,
  address: `address:${addressGroup(clientAddress)}`,
});

/**
 * Counts an attempt as failed before the password is looked at, so that many at once count as many.
 * Returns the seconds to wait when the account or the address has to; then nothing is counted.
 */
export function beginAttempt({ db, clock, limits = defaultLimits }: Context, attempt: Attempt): { readonly waitSeconds: number } {
  const keys = keysOf(attempt);
  const nowMs = Date.parse(clock.now());
  return write(db, (tx) => {
    const account = findAttempts(tx, keys.account);
    const address = findAttempts(tx, keys.address);
    const wait = Math.max(waitMs(account, nowMs), waitMs(address, nowMs));
    if (wait > 0) return { waitSeconds: Math.ceil(wait / 1000) };
    saveAttempts(tx, keys.account, withFailure(account, { nowMs, limit: limits.account }));
    saveAttempts(tx, keys.address, withFailure(address, { nowMs, limit: limits.address }));
    return { waitSeconds: 0 };
  });
}

/** The password was right: the account starts anew; the address only gets its one attempt back. */
export function attemptSucceeded({ db }: Pick<Context, "db">, attempt: Attempt): void {
  const keys = keysOf(attempt);
  write(db, (tx) => {
    deleteAttempts(tx, keys.account);
    const address = findAttempts(tx, keys.address);
    if (address !== null) saveAttempts(tx, keys.address, { ...address, failures: Math.max(0, address.failures - 1), blockedUntilMs: null });
  });
}
