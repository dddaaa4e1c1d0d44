import { ESLint } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";

/** Lints text as if it stood in that file, by the house's own configuration. */
const eslint = new ESLint();
async function complaintsAbout(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return [...new Set((result?.messages ?? []).map((message) => message.ruleId ?? `fatal: ${message.message}`))];
}

// The first run loads the configuration and every plugin, which takes seconds on a busy machine.
beforeAll(async () => void (await complaintsAbout("app/domain/x.ts", "")), 120_000);

const DIRECTION = "no-restricted-imports";
const SERVER_ONLY = "@typescript-eslint/no-restricted-imports";
const SYNTAX = "no-restricted-syntax";
const importing = (name: string) => `import { thing } from "${name}";\nexport const use = thing;\n`;
const importingType = (name: string) => `import type { Thing } from "${name}";\nexport type Use = Thing;\n`;

describe("imports against the direction make lint fail", () => {
  it.each([
    ["domain to services", "app/domain/measures/x.ts", "#app/services/measures/edit-measure.server.ts"],
    ["domain to db", "app/domain/measures/x.ts", "#db/queries/measures.server.ts"],
    ["domain to i18n", "app/domain/measures/x.ts", "#app/i18n/format.ts"],
    ["domain to a package other than zod", "app/domain/measures/x.ts", "d3"],
    ["domain to node", "app/domain/measures/x.ts", "node:fs"],
    ["services to routes", "app/services/measures/x.server.ts", "#app/routes/measures/list.tsx"],
    ["services to http", "app/services/measures/x.server.ts", "#app/http/respond.server.ts"],
    ["services to React", "app/services/measures/x.server.ts", "react"],
    ["services to the tables", "app/services/measures/x.server.ts", "#db/schema/index.ts"],
    ["services to the SQL builder", "app/services/measures/x.server.ts", "drizzle-orm"],
    ["routes to db", "app/routes/measures/x.tsx", "#db/queries/measures.server.ts"],
    ["routes to the database driver", "app/routes/measures/x.tsx", "better-sqlite3"],
    ["routes sideways to another area", "app/routes/measures/x.tsx", "#app/routes/committee/list.tsx"],
    ["routes sideways by a parent folder", "app/routes/measures/x.tsx", "../committee/list.tsx"],
    ["ui to services", "app/ui/x.tsx", "#app/services/measures/edit-measure.server.ts"],
    ["ui to routes", "app/ui/x.tsx", "#app/routes/measures/list.tsx"],
    ["forms to services", "app/forms/x.ts", "#app/services/measures/edit-measure.server.ts"],
    ["charts/layout to i18n", "app/charts/layout/x.ts", "#app/i18n/format.ts"],
    ["charts/layout to React", "app/charts/layout/x.ts", "react"],
    ["charts/svg to charts/interactive", "app/charts/svg/x.tsx", "#app/charts/interactive/drag.tsx"],
    ["charts/svg to d3", "app/charts/svg/x.tsx", "d3"],
    ["reports to services", "app/reports/x.ts", "#app/services/reports/export-report.server.ts"],
    ["report models to their renderers", "app/reports/model.ts", "./render/pdf.server.ts"],
    ["renderers to services", "app/reports/render/pdf.server.ts", "#app/services/reports/export-report.server.ts"],
    ["i18n to ui", "app/i18n/de/x.ts", "#app/ui/field.tsx"],
    ["http to routes", "app/http/x.server.ts", "#app/routes/measures/list.tsx"],
    ["db to services", "db/queries/x.server.ts", "#app/services/measures/edit-measure.server.ts"],
    ["db to i18n", "db/seed/x.ts", "#app/i18n/format.ts"],
    ["command lines to routes", "db/tools/x.ts", "#app/routes/measures/list.tsx"],
    ["a parent folder from anywhere", "app/root.tsx", "../db/client.server.ts"],
  ])("%s", async (_name, filePath, imported) => {
    expect(await complaintsAbout(filePath, importing(imported))).toContain(DIRECTION);
  });

  it("a type alone is no excuse for a wrong direction", async () => {
    expect(await complaintsAbout("app/domain/measures/x.ts", importingType("#db/queries/measures.server.ts"))).toEqual([DIRECTION]);
  });

  it("a dynamic import is no way round", async () => {
    expect(await complaintsAbout("app/domain/x.ts", 'export const load = () => import("#db/client.server.ts");\n')).toEqual([SYNTAX]);
    expect(await complaintsAbout("app/ui/x.tsx", 'export const load = () => import("../http/env.server.ts");\n')).toContain(SYNTAX);
  });

  it("a re-export is no way round", async () => {
    expect(await complaintsAbout("app/ui/x.ts", 'export { thing } from "#app/services/measures/edit-measure.server.ts";\n')).toContain(DIRECTION);
  });

  it("a module for the browser imports no .server module, but may know its types", async () => {
    expect(await complaintsAbout("app/reports/render/html.ts", importing("./pdf.server.ts"))).toEqual([SERVER_ONLY]);
    expect(await complaintsAbout("app/entry.client.tsx", importing("#app/http/env.server.ts"))).toEqual([SERVER_ONLY]);
    expect(await complaintsAbout("app/reports/render/html.ts", importingType("./pdf.server.ts"))).toEqual([]);
  });
});

describe("imports along the direction pass", () => {
  it.each([
    ["domain to domain", "app/domain/measures/x.ts", "#app/domain/money/cents.ts"],
    ["domain to its neighbour", "app/domain/measures/x.ts", "./vocabulary.ts"],
    ["domain to zod", "app/domain/committee/x.ts", "zod"],
    ["routes to services", "app/routes/measures/x.tsx", "#app/services/measures/edit-measure.server.ts"],
    ["routes to http", "app/routes/measures/x.tsx", "#app/http/require-user.server.ts"],
    ["routes within their area", "app/routes/measures/x.tsx", "./list.tsx"],
    ["services to domain", "app/services/measures/x.server.ts", "#app/domain/measures/measure.ts"],
    ["services to queries", "app/services/measures/x.server.ts", "#db/queries/measures.server.ts"],
    ["services to reports", "app/services/reports/x.server.ts", "#app/reports/render/pdf.server.ts"],
    ["forms to conform and zod", "app/forms/x.ts", "@conform-to/zod/v4"],
    ["ui to i18n", "app/ui/x.tsx", "#app/i18n/format.ts"],
    ["charts/layout to d3", "app/charts/layout/x.ts", "d3"],
    ["charts/svg to layout", "app/charts/svg/x.tsx", "#app/charts/layout/timeline.ts"],
    ["reports to charts/svg", "app/reports/build/x.tsx", "#app/charts/svg/timeline.tsx"],
    ["queries to domain", "db/queries/x.server.ts", "#app/domain/measures/measure.ts"],
    ["root to http", "app/root.tsx", "#app/http/message.server.ts"],
    ["tests to anything", "tests/services/x.test.ts", "#db/client.server.ts"],
  ])("%s", async (_name, filePath, imported) => {
    expect(await complaintsAbout(filePath, importing(imported))).toEqual([]);
  });
});

describe("traps are banned", () => {
  it.each([
    ["an asynchronous transaction", "app/services/x.server.ts", "export const run = (db: Db) => db.transaction(async (tx) => tx);\n"],
    ["an asynchronous transaction in SQL code", "db/queries/x.server.ts", "export const run = (db: Db) => db.transaction(async function (tx) { return tx; });\n"],
    ["an asynchronous write", "app/services/x.server.ts", "export const run = (db: Db) => write(db, async (tx) => tx);\n"],
    ["an inline style", "app/ui/x.tsx", "export const Box = () => <p style={{ color: 'red' }}>Text</p>;\n"],
    ["the clock in the domain", "app/domain/x.ts", "export const now = () => new Date();\n"],
    ["the clock in a route", "app/routes/measures/x.tsx", "export const now = () => Date.now();\n"],
    ["chance", "app/services/x.server.ts", "export const dice = () => Math.random();\n"],
    ["the environment in a service", "app/services/x.server.ts", 'export const port = () => process.env["PORT"];\n'],
    ["waiting in the domain", "app/domain/x.ts", "export const wait = async () => 1;\n"],
    ["waiting in a layout", "app/charts/layout/x.ts", "export const wait = async () => 1;\n"],
    ["waiting in a report model", "app/reports/build/x.ts", "export const wait = async () => 1;\n"],
    ["a default export", "app/domain/x.ts", "export default 1;\n"],
    ["a cast by way of unknown", "app/ui/x.ts", "export const cents = (n: string) => n as unknown as number;\n"],
  ])("%s", async (_name, filePath, code) => {
    expect(await complaintsAbout(filePath, code)).toContain(SYNTAX);
  });

  it.each([
    ["a synchronous transaction", "app/services/x.server.ts", "export const run = (db: Db) => write(db, (tx) => tx);\n"],
    ["a date with a value", "app/domain/x.ts", "export const day = (n: number) => new Date(n);\n"],
    ["waiting in a renderer", "app/reports/render/x.ts", "export const wait = async () => 1;\n"],
    ["the clock where it lives", "app/http/clock.server.ts", "export const now = () => new Date();\n"],
    ["a route's default export", "app/routes/measures/x.tsx", "export default function Page() { return null; }\n"],
  ])("%s is allowed", async (_name, filePath, code) => {
    expect(await complaintsAbout(filePath, code)).toEqual([]);
  });

  it("any", async () => {
    expect(await complaintsAbout("app/domain/x.ts", "export const f = (x: any) => x;\n")).toEqual(["@typescript-eslint/no-explicit-any"]);
  });

  it("console in the app", async () => {
    expect(await complaintsAbout("app/services/x.server.ts", 'console.log("here");\n')).toEqual(["no-console"]);
  });
});
