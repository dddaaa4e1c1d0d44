import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

type Lock = { packages: Record<string, { version?: string; dev?: boolean; license?: string }> };
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;
const installed = Object.entries(packages).flatMap(([path, { version, dev }]) =>
  path === "" || version === undefined ? [] : [{ name: path.replace(/^.*node_modules\//, ""), version, dev: dev === true }],
);

/**
 * Packages that must not come in, not even by way of another. Advisories cannot be looked up while testing, so what
 * is known to be vulnerable or abandoned is written down here. `below`: allowed from that version on.
 */
const DENIED: ReadonlyArray<{ readonly name: RegExp; readonly below?: string; readonly why: string }> = [
  { name: /^xlsx$/, why: "prototype pollution and denial of service, no repaired version in the registry" },
  { name: /^exceljs$/, why: "unmaintained" },
  { name: /^bcryptjs$/, why: "blocks the event loop for seconds" },
  { name: /^moment$/, why: "unmaintained" },
  { name: /^request$/, why: "unmaintained, request forgery" },
  { name: /^event-stream$/, why: "was taken over once" },
  { name: /^@remix-run\/(node|react|express|server-runtime|dev)$/, below: "2.17.5", why: "request forgery and script injection in earlier versions" },
  { name: /^@remix-run\/router$/, below: "1.23.3", why: "redirects to foreign pages in earlier versions" },
  { name: /^better-sqlite3$/, below: "12.0.0", why: "bundles an SQLite with known defects" },
  { name: /^busboy$/, below: "1.0.0", why: "crashes on malformed forms" },
];

/** -1, 0 or 1; pre-releases count as their release. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => (version.split("-")[0] ?? "").split(".").map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

const denied = (list: ReadonlyArray<{ name: string; version: string }>) =>
  list.flatMap(({ name, version }) =>
    DENIED.filter((rule) => rule.name.test(name) && (rule.below === undefined || compareVersions(version, rule.below) < 0)).map((rule) => `${name}@${version}: ${rule.why}`),
  );

it("no denied package is in the lock file", () => {
  expect(installed.length).toBeGreaterThan(100);
  expect(denied(installed)).toEqual([]);
});

it("the list has teeth", () => {
  const found = denied([
    { name: "xlsx", version: "0.18.5" },
    { name: "@remix-run/node", version: "2.17.4" },
    { name: "@remix-run/router", version: "1.23.2" },
    { name: "@remix-run/node", version: "2.17.5" },
  ]);
  expect(found.map((line) => line.split(":")[0])).toEqual(["xlsx@0.18.5", "@remix-run/node@2.17.4", "@remix-run/router@1.23.2"]);
});

it("what is served depends on exact versions only", () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as Record<"dependencies" | "devDependencies", Record<string, string>>;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  expect(loose).toEqual([]);
});
