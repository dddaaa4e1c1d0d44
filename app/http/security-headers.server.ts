import type { RequestHandler } from "express";

/**
 * Referrer-Policy is same-origin: with no-referrer a form posted without JavaScript would send `Origin: null`.
 * Vite's development client needs a socket and inline styles; the built server allows neither.
 */
export function securityHeaders({ secure, development }: { secure: boolean; development: boolean }): RequestHandler {
  return (_request, response, next) => {
    const nonce = `'nonce-${String(response.locals["nonce"])}'`;
    const policy = [
      "default-src 'none'",
      `script-src 'self' ${nonce}`,
      development ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      development ? "connect-src 'self' ws:" : "connect-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ];
    if (secure) policy.push("upgrade-insecure-requests");
    response.setHeader("Content-Security-Policy", policy.join("; "));
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    if (secure) response.setHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    next();
  };
}
