import { createHash, randomBytes } from "node:crypto";
import type { Role } from "#app/domain/permissions/permissions.ts";
import { isWrittenBeside } from "#app/services/writes-beside.server.ts";
import type { Clock, CurrentUser } from "#app/services/service-context.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { deleteSession, deleteSessionsBefore, findSessionUser, insertSession, touchSession, unitWithDescendants } from "#db/queries/accounts.server.ts";

const MINUTE = 60_000;
export const ABSOLUTE_LIFETIME_MS = 12 * 60 * MINUTE;
/** For this long after its end a session still says whose it was, so that what was typed meanwhile is not lost. */
const REMEMBERED_MS = ABSOLUTE_LIFETIME_MS;
/** A session that nobody used for this long is over; shorter for the role that can do most. */
export const idleLifetimeMs = (role: Role): number => (role === "admin" ? 15 : 30) * MINUTE;

export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Opens a session and returns the token for the cookie: 256 random bits, of which only the hash is stored. */
export function openSession({ db, clock }: { db: DbOrTx; clock: Clock }, userId: number): string {
  const token = randomBytes(32).toString("base64url");
  const now = clock.now();
  deleteSessionsBefore(db, new Date(Date.parse(now) - ABSOLUTE_LIFETIME_MS - REMEMBERED_MS).toISOString());
  insertSession(db, { tokenHash: hashToken(token), userId, createdAt: now, lastSeenAt: now });
  return token;
}

export type SessionState =
  | { readonly state: "valid"; readonly user: CurrentUser }
  | { readonly state: "expired"; readonly userId: number }
  | { readonly state: "none" };

/** Who a session token belongs to. Use counts as activity, noted at most once a minute. */
export function readSession({ db, clock }: { db: Db; clock: Clock }, token: string | null): SessionState {
  if (token === null) return { state: "none" };
  const tokenHash = hashToken(token);
  const found = findSessionUser(db, tokenHash);
  if (found === null) return { state: "none" };
  const now = Date.parse(clock.now());
  const idle = now - Date.parse(found.lastSeenAt);
  const age = now - Date.parse(found.createdAt);
  if (age > ABSOLUTE_LIFETIME_MS + REMEMBERED_MS) return { state: "none" };
  if (idle > idleLifetimeMs(found.user.role) || age > ABSOLUTE_LIFETIME_MS) return { state: "expired", userId: found.user.id };
  // Nobody waits for an import's transaction just to have their activity noted.
  if (idle > MINUTE && !isWrittenBeside(db)) touchSession(db, tokenHash, clock.now());
  const { id, role, name, email, orgUnitId, raterGroupId, parliamentaryGroup, mustChangePassword } = found.user;
  const orgUnitIds = orgUnitId === null ? [] : unitWithDescendants(db, orgUnitId);
  return { state: "valid", user: { id, role, name, email, orgUnitId, orgUnitIds, raterGroupId, parliamentaryGroup, mustChangePassword } };
}

export function closeSession({ db }: { db: Db }, token: string): void {
  deleteSession(db, hashToken(token));
}
