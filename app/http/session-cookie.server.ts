/**
 * Over https the cookie carries the __Host- prefix, which binds it to this host, path "/" and Secure.
 * Over plain http (demonstration on one's own machine) browsers would refuse that, so the plain name is used.
 */
const NAME = "digitalfahrplan-session";
const SECURE_NAME = `__Host-${NAME}`;

let secure = false;
/** Called once at start with whether people reach the server by https. */
export function configureSessionCookie(options: { secure: boolean }): void {
  secure = options.secure;
}

export function readSessionCookie(header: string | null): string | null {
  const wanted = secure ? SECURE_NAME : NAME;
  for (const part of (header ?? "").split(";")) {
    const [name, value] = part.trim().split("=");
    if (name === wanted && value !== undefined && /^[\w-]{43}$/.test(value)) return value;
  }
  return null;
}

export const sessionCookie = (token: string): string =>
  `${secure ? SECURE_NAME : NAME}=${token}; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;

export const clearedSessionCookie = (): string =>
  `${secure ? SECURE_NAME : NAME}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? "; Secure" : ""}`;
