import { hash, verify } from "@node-rs/argon2";

/** argon2id with 19 MiB, two passes, one lane: OWASP's first recommendation. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 4;
const MAX_WAITING = 60;

let running = 0;
const waiting: Array<() => void> = [];

/** Thrown when more people wait for their password to be checked than can be served soon. */
export class TooBusy extends Error {
  override name = "TooBusy";
}

/** Each hash takes memory and a core, so only a few run at once; the others wait, and beyond that they are turned away. */
async function limited<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MAX_WAITING) throw new TooBusy("too many passwords are being checked");
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    // The place is handed over, or given up.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

export const hashPassword = (password: string): Promise<string> => limited(() => hash(password, PARAMETERS));

/** A hash nobody's password has, so that an unknown address costs the same time as a wrong password. */
let decoy: Promise<string> | undefined;

/** Whether the password belongs to the hash; null stands for an unknown user and takes as long. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const against = passwordHash ?? (await decoy);
  const matches = await limited(() => verify(against, password).catch(() => false));
  return matches && passwordHash !== null;
}
