import fc from "fast-check";
import { expect, it } from "vitest";
import { safeReturnPath } from "#app/http/return-path.server.ts";

/** How a browser reads a Location header: it strips control characters and takes a backslash for a slash. */
const whereABrowserGoes = (location: string) => new URL(location, "https://fahrplan.musterstadt.example/anmelden");

const nasty = fc.oneof(
  fc.string({ unit: fc.constantFrom("/", "\\", ":", "@", "h", "t", "p", "s", "e", ".", "%", "5", "c", "2", "f", "\t", "\n", "\r", " ", "?", "#", "\u0000", "\u2028", "\u2215", "\uff0f", "ä"), maxLength: 24 }),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.tuple(fc.constantFrom("/", "//", "/\\", "\\/", "/%5c", "/%2f", "/.", "/..", "/./", "/\t/", "\t//", " //", "///", "javascript:", "data:", "//user@", "/anmelden", "/@"), fc.webPath(), fc.string({ unit: "binary" })).map((parts) => parts.join("")),
);

it("never leaves the site, whatever is put into the address", () => {
  fc.assert(
    fc.property(nasty, (candidate) => {
      const path = safeReturnPath(candidate);
      expect(path).toMatch(/^\/(?![/\\])/);
      expect(path).not.toMatch(/[\r\n\t\\]/);
      const url = whereABrowserGoes(path);
      expect([url.origin, url.pathname.startsWith("/anmelden")]).toEqual(["https://fahrplan.musterstadt.example", false]);
      expect(safeReturnPath(path)).toBe(path);
    }),
    { numRuns: 5_000 },
  );
});

it.each([
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["https://evil.example", "/"],
  ["javascript:alert(1)", "/"],
  ["/.//evil.example", "/"],
  ["/x/..//evil.example", "/"],
  ["/anmelden?weiter=/", "/"],
  ["massnahmen", "/"],
  [null, "/"],
  ["/massnahmen?status=planned&seite=2", "/massnahmen?status=planned&seite=2"],
  ["/massnahmen/12#kosten", "/massnahmen/12"],
])("%s leads to %s", (candidate, path) => {
  expect(safeReturnPath(candidate)).toBe(path);
});
