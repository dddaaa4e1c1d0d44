import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";

const BUILT = "build/server/index.js";

const newest = (path: string): number => {
  const stat = statSync(path);
  return stat.isDirectory() ? Math.max(0, ...readdirSync(path).map((name) => newest(`${path}/${name}`))) : stat.mtimeMs;
};

/** Builds the server when it is missing or older than its sources, so that a browser test never tests yesterday's program. */
export function buildIfStale(): void {
  const builtAt = statSync(BUILT, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = ["app", "db", "package.json", "vite.config.ts"];
  if (sources.every((source) => newest(source) < builtAt)) return;
  execFileSync(process.execPath, ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"], { stdio: "pipe", env: { ...process.env, NODE_ENV: "production", VITEST: undefined } });
}
