import { hash, verify } from "@node-rs/argon2";
import { invalid, ok, type Result } from "#app/domain/result.ts";
import type { Clock } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { findActiveUserByEmail } from "#db/queries/accounts.server.ts";
import { openSession } from "./sessions.server.ts";

/** argon2id with 19 MiB, two passes, one lane: OWASP's first recommendation. */
export const hashPassword = (password: string): Promise<string> => hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

/** A hash nobody's password has, so that an unknown address costs the same time as a wrong password. */
let decoy: Promise<string> | undefined;

/** Opens a session for the right password; the token goes into the cookie. */
export async function logIn(
  { db, clock }: { db: Db; clock: Clock },
  { email, password }: { email: string; password: string },
): Promise<Result<{ token: string }>> {
  const user = findActiveUserByEmail(db, email);
  decoy ??= hashPassword(crypto.randomUUID());
  const matches = await verify(user?.passwordHash ?? (await decoy), password);
  if (user === null || !matches) return invalid("", "wrongCredentials");
  return ok({ token: openSession({ db, clock }, user.id) });
}
