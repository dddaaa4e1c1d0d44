/**
 * A path on this site to go to after log-in, and nothing else: no other host, no scheme, no `//host`,
 * no backslash that a browser would read as a slash, no log-in page again.
 */
export function safeReturnPath(candidate: string | null): string {
  if (candidate === null || !/^\/(?![/\\])[^\\\u0000-\u001f\u007f]*$/.test(candidate)) return "/";
  const url = new URL(candidate, "http://internal.invalid");
  if (url.origin !== "http://internal.invalid" || url.pathname.startsWith("/anmelden") || url.pathname.startsWith("//")) return "/";
  return url.pathname + url.search;
}
