import { roleLabels } from "#app/i18n/de/vocabulary.ts";
import { t } from "#app/i18n/de/start.ts";
import { hashPassword } from "#app/services/accounts/hash-password.server.ts";
import { issueSetupToken } from "#app/services/accounts/issue-setup-token.server.ts";
import type { Clock } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { listDemonstrationUsers } from "#db/queries/accounts.server.ts";
import { findMunicipality } from "#db/queries/portfolio.server.ts";
import { loadDemonstration } from "#db/seed/load-demonstration.server.ts";
import { demonstrationPassword } from "#db/seed/musterstadt/users.ts";
import type { Env } from "./env.server.ts";
import { DemonstrationInProduction } from "./start-refusal.server.ts";

/**
 * Fills a new database with the demonstration municipality, unless this is a real installation; there, one with
 * demonstration accounts is refused, and one without accounts gets a one-time address to set it up. Returns the lines to print.
 */
export async function prepareContent({ db, clock, mode, publicUrl }: { db: Db; clock: Clock; mode: Env["mode"]; publicUrl: URL }): Promise<string[]> {
  if (mode === "production") {
    if (listDemonstrationUsers(db).length > 0) throw new DemonstrationInProduction();
    const token = issueSetupToken({ db, clock });
    return token === null ? [] : [t("setUp", { url: new URL(`/einrichtung?token=${token}`, publicUrl).href })];
  }
  const lines: string[] = [];
  if (findMunicipality(db) === null) {
    await loadDemonstration(db, { now: clock.now(), hashPassword });
    lines.push(t("demonstrationLoaded"));
  }
  const users = listDemonstrationUsers(db);
  if (users.length === 0) return lines;
  const width = Math.max(...users.map((user) => user.email.length));
  const accounts = users.map((user) => `  ${user.email.padEnd(width)}  ${roleLabels[user.role]}, ${user.name}`);
  return [...lines, `${t("demonstrationAccounts", { password: demonstrationPassword })}:`, ...accounts];
}
