import { readEnv } from "#app/http/env.server.ts";
import { t as start } from "#app/i18n/de/start.ts";
import { t } from "#app/i18n/de/tools.ts";
import { DatabaseRefusal } from "#db/client.server.ts";
import { MaintenanceRefusal } from "#db/maintenance/backup-database.server.ts";
import type { Finding } from "#db/maintenance/verify-database.server.ts";

export type Tool = { readonly args: readonly string[]; readonly databasePath: string; readonly now: string };

/** What the user must do differently, as a whole sentence. */
export class ToolRefusal extends Error {
  override name = "ToolRefusal";
}

/** Runs a command line tool: its lines go out as they come, a refusal is one sentence and exit code 1. */
export async function runTool(work: (tool: Tool) => Iterable<string> | AsyncIterable<string>): Promise<void> {
  const env = readEnv(process.env);
  try {
    for await (const line of work({ args: process.argv.slice(2), databasePath: env.databasePath, now: new Date().toISOString() })) process.stdout.write(`${line}\n`);
  } catch (error) {
    process.stderr.write(`${sentenceFor(error, env.databasePath)}\n`);
    process.exitCode = 1;
  }
}

export const describeFinding = ({ kind, detail }: Finding): string => t(`finding.${kind}`, { detail });

function sentenceFor(error: unknown, path: string): string {
  if (error instanceof ToolRefusal) return error.message;
  if (error instanceof DatabaseRefusal) return start(`refused.${error.code}`, { path });
  if (!(error instanceof MaintenanceRefusal)) throw error;
  if (error.code !== "backupBroken") return t(error.code, { path: error.path });
  return t("backupBroken", { path: error.path, findings: (error.verification?.findings ?? []).map(describeFinding).join("; ") });
}
