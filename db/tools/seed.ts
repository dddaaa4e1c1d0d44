import { parseArgs } from "node:util";
import { t } from "#app/i18n/de/tools.ts";
import { hashPassword } from "#app/services/accounts/hash-password.server.ts";
import { migrateDatabase, openDatabase } from "#db/client.server.ts";
import { findMunicipality, loadMeasures } from "#db/queries/portfolio.server.ts";
import { generatePortfolio } from "#db/seed/generate.ts";
import { generatedUsers } from "#db/seed/generated-foundation.ts";
import { loadDemonstration } from "#db/seed/load-demonstration.server.ts";
import { demonstrationPassword } from "#db/seed/musterstadt/users.ts";
import { storeGeneratedHistory } from "#db/seed/store-generated-history.server.ts";
import { storePortfolio } from "#db/seed/store-portfolio.server.ts";
import { runTool, ToolRefusal } from "./run-tool.ts";

const wholeNumber = (text: string, most: number): number => {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(number <= most)) throw new ToolRefusal(t("seedUsage"));
  return number;
};

await runTool(async function* ({ args, databasePath, now }) {
  const { values } = parseArgs({ args: [...args], options: { generate: { type: "string" }, seed: { type: "string", default: "1" } } });
  const db = openDatabase(databasePath);
  migrateDatabase(db);
  if (findMunicipality(db) !== null) throw new ToolRefusal(t("seedNotEmpty", { path: databasePath }));
  if (values.generate === undefined) {
    await loadDemonstration(db, { now, hashPassword });
  } else {
    const seed = wholeNumber(values.seed, 4_294_967_295);
    const portfolio = generatePortfolio({ count: wholeNumber(values.generate, 20_000), seed });
    const users = generatedUsers(await hashPassword(demonstrationPassword));
    storePortfolio(db, portfolio, users);
    storeGeneratedHistory(db, portfolio, seed);
    yield t("generatedAccounts", { email: users[0]?.email ?? "", password: demonstrationPassword });
  }
  yield t("seeded", { path: databasePath, name: findMunicipality(db)?.name ?? "", count: loadMeasures(db).length });
  db.$client.close();
});
