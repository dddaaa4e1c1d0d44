import { t } from "#app/i18n/de/start.ts";
import { DatabaseRefusal } from "#db/client.server.ts";
import { EnvironmentRefusal, type Env } from "./env.server.ts";

/** The program must not serve a database whose passwords everybody knows. */
export class DemonstrationInProduction extends Error {
  override name = "DemonstrationInProduction";
}

/**
 * Why the program cannot start and how to mend it, in one German sentence; null for anything unforeseen.
 * @param env null when the environment itself could not be read
 */
export function startRefusal(error: unknown, env: Env | null): string | null {
  if (error instanceof EnvironmentRefusal) return error.message;
  if (env === null) return null;
  const path = env.databasePath;
  if (error instanceof DatabaseRefusal) return t(`refused.${error.code}`, { path });
  if (error instanceof DemonstrationInProduction) return t("refused.demonstrationInProduction", { path });
  if (!(error instanceof Error) || !("code" in error)) return null;
  if (error.code === "EADDRINUSE") return t("refused.portTaken", { port: String(env.port) });
  if (error.code === "EACCES") return t("refused.portForbidden", { port: String(env.port) });
  return error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND" ? t("refused.hostUnknown", { host: env.host }) : null;
}
