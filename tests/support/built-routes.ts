import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";

/** The addresses of the built server, as its own manifest lists them: "massnahmen/:measureId"; the start page is "". */
export async function builtPaths(): Promise<string[]> {
  const build = (await import(pathToFileURL(resolve("build/server/index.js")).href)) as ServerBuild;
  const leaves = Object.values(build.routes).filter((route) => route !== undefined && route.id !== "root");
  return leaves.map((route) => (route?.index ? "" : (route?.path ?? "")));
}
