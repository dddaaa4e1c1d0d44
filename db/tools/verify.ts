import { existsSync } from "node:fs";
import { t } from "#app/i18n/de/tools.ts";
import { openDatabase } from "#db/client.server.ts";
import { MaintenanceRefusal } from "#db/maintenance/backup-database.server.ts";
import { verifyDatabase } from "#db/maintenance/verify-database.server.ts";
import { describeFinding, runTool, ToolRefusal } from "./run-tool.ts";

await runTool(function* ({ args, databasePath }) {
  const path = args[0] ?? databasePath;
  if (!existsSync(path)) throw new MaintenanceRefusal("sourceMissing", path);
  // Opening sets every connection setting, reads it back and refuses where one does not hold.
  const db = openDatabase(path);
  const { findings, rows, snapshots } = verifyDatabase(db.$client);
  db.$client.close();
  for (const finding of findings) yield describeFinding(finding);
  if (findings.length > 0) throw new ToolRefusal(t("unsound", { path }));
  yield t("sound", { path, rows, snapshots });
});
