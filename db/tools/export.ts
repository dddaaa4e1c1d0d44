import { existsSync, writeFileSync } from "node:fs";
import { t } from "#app/i18n/de/tools.ts";
import { openDatabase } from "#db/client.server.ts";
import { MaintenanceRefusal } from "#db/maintenance/backup-database.server.ts";
import { exportDatabase } from "#db/maintenance/export-database.server.ts";
import { runTool, ToolRefusal } from "./run-tool.ts";

await runTool(function* ({ args, databasePath, now }) {
  const [target] = args;
  if (target === undefined) throw new ToolRefusal(t("exportUsage"));
  if (!existsSync(databasePath)) throw new MaintenanceRefusal("sourceMissing", databasePath);
  if (existsSync(target)) throw new MaintenanceRefusal("targetExists", target);
  const db = openDatabase(databasePath);
  writeFileSync(target, `${JSON.stringify(exportDatabase(db, now), null, 1)}\n`, { flag: "wx" });
  db.$client.close();
  yield t("exported", { path: target });
});
