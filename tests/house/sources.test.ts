import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const files = ["app", "db", "tests", "migrations"].flatMap((folder) => (readdirSync(folder, { recursive: true }) as string[]).map((path) => join(folder, path))).filter((path) => !path.includes("node_modules"));
const code = files.filter((path) => /\.(ts|tsx|js)$/.test(path) && !path.endsWith("house/sources.test.ts"));
const findings = (pattern: RegExp, paths = code) =>
  paths.flatMap((path) =>
    readFileSync(path, "utf8")
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );

describe("the sources", () => {
  it("hold no unfinished marks", () => {
    expect(findings(/\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([]);
  });

  it("leave no test out and run none alone", () => {
    expect(findings(/\b(describe|it|test)(\.\w+)*\.(only|skip|skipIf|runIf|todo|fails)\b/)).toEqual([]);
  });

  it("switch no check off without saying why", () => {
    expect(findings(/@ts-(ignore|nocheck)/)).toEqual([]);
    expect(findings(/@ts-expect-error(?!.*\w)/)).toEqual([]);
    expect(findings(/eslint-disable(?!.* -- \w)/)).toEqual([]);
  });

  it("call no folder or file by a name that says nothing", () => {
    expect(files.filter((path) => /(^|\/)(utils?|helpers?|misc|common|shared|lib|src)(\.|\/)/.test(path))).toEqual([]);
  });

  it("keep the top level to what stands in the README", () => {
    const top = readdirSync(".").filter((name) => !name.startsWith("."));
    const made = ["node_modules", "build", "data"];
    const allowed = [...made, "LICENSE", "README.md", "app", "db", "eslint.config.js", "migrations", "package-lock.json", "package.json", "tests", "tsconfig.json", "vite.config.ts"];
    expect(top.filter((name) => !allowed.includes(name))).toEqual([]);
  });
});
