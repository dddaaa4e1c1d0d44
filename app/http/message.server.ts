import { redirect, type TypedResponse } from "@remix-run/node";

/** A short text shown once on the next page: what was done. */
export type Message = { readonly kind: "success" | "info" | "warning"; readonly text: string };

const NAME = "digitalfahrplan-message";
const kinds = ["success", "info", "warning"] as const;

/** Redirects after a successful action and says there what happened. `text` comes from the catalogue. */
export function redirectWithMessage(url: string, text: string, kind: Message["kind"] = "success", headers = new Headers()): TypedResponse<never> {
  headers.append("Set-Cookie", `${NAME}=${kind}.${encodeURIComponent(text.slice(0, 600))}; Path=/; HttpOnly; SameSite=Lax; Max-Age=60`);
  return redirect(url, { headers });
}

export function readMessage(request: Request): Message | null {
  const match = new RegExp(`(?:^|;\\s*)${NAME}=(\\w+)\\.([^;]*)`).exec(request.headers.get("Cookie") ?? "");
  const kind = kinds.find((known) => known === match?.[1]);
  if (kind === undefined) return null;
  try {
    return { kind, text: decodeURIComponent(match?.[2] ?? "") };
  } catch {
    return null;
  }
}

export const clearedMessageCookie = `${NAME}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;
