/**
 * Back-off against guessing passwords. Attempts are counted per account and per address; from the limit on, each
 * further failure doubles the waiting time. Pure: time comes in as milliseconds.
 */
export type Attempts = { readonly failures: number; readonly blockedUntilMs: number | null; readonly updatedAtMs: number };
export type ThrottleLimits = { readonly account: number; readonly address: number };

/** An address may stand for a whole town hall, so it is given more. */
export const defaultLimits: ThrottleLimits = { account: 5, address: 30 };

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** After this long without an attempt, counting starts anew. */
const FORGOTTEN_AFTER_MS = 60 * 60_000;

/** How long to wait still; 0 when an attempt is allowed. */
export const waitMs = (attempts: Attempts | null, nowMs: number): number => Math.max(0, (attempts?.blockedUntilMs ?? 0) - nowMs);

/** The count with one more failed attempt. */
export function withFailure(attempts: Attempts | null, { nowMs, limit }: { nowMs: number; limit: number }): Attempts {
  const known = attempts !== null && nowMs - attempts.updatedAtMs < FORGOTTEN_AFTER_MS ? attempts.failures : 0;
  const failures = known + 1;
  const over = failures - limit;
  const wait = over < 0 ? null : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(over, 10));
  return { failures, blockedUntilMs: wait === null ? null : nowMs + wait, updatedAtMs: nowMs };
}

/** The part of an address that one person controls: IPv4 whole, of IPv6 the first 64 bits. */
export function addressGroup(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = (address.split("%")[0] ?? "").toLowerCase().split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === "" ? [] : tail.split(":");
  const groups = [...left, ...Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0"), ...right];
  return `${groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, "")).join(":")}::/64`;
}
