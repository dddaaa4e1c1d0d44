import type { IncomingMessage } from "node:http";

/**
 * Who is asking, for slowing down guesses. Over https a proxy stands in front, and the last address it noted is the
 * real one; everything further left could be made up. Without a proxy only the connection itself counts.
 */
export function clientAddress(request: IncomingMessage, behindProxy: boolean): string {
  const peer = request.socket.remoteAddress ?? "";
  if (!behindProxy || !/^(::1$|127\.|::ffff:127\.|10\.|172\.(1[6-9]|2\d|3[01])\.|192\.168\.|f[cd])/i.test(peer)) return peer;
  const noted = [request.headers["x-forwarded-for"] ?? []].flat().join(",").split(",").at(-1)?.trim();
  return noted !== undefined && /^[0-9a-f.:]{2,45}$/i.test(noted) ? noted : peer;
}
