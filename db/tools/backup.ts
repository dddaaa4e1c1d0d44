import { existsSync } from "node:fs";
import { t } from "#app/i18n/de/tools.ts";
import { openDatabase } from "#db/client.server.ts";
import { backupDatabase, MaintenanceRefusal } from "#db/maintenance/backup-database.server.ts";
import { runTool, ToolRefusal } from "./run-tool.ts";

await runTool(function* ({ args, databasePath }) {
  const [target] = args;
  if (target === undefined) throw new ToolRefusal(t("backupUsage"));
  if (!existsSync(databasePath)) throw new MaintenanceRefusal("sourceMissing", databasePath);
  const db = openDatabase(databasePath);
  const { tables, rows } = backupDatabase(db, target);
  db.$client.close();
  yield t("backedUp", { path: target, tables, rows });
});
