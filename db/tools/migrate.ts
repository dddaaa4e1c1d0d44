import { t } from "#app/i18n/de/tools.ts";
import { migrateDatabase, openDatabase } from "#db/client.server.ts";
import { runTool } from "./run-tool.ts";

await runTool(function* ({ databasePath }) {
  const db = openDatabase(databasePath);
  migrateDatabase(db);
  db.$client.close();
  yield t("migrated", { path: databasePath });
});
