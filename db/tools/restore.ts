import { parseArgs } from "node:util";
import { t } from "#app/i18n/de/tools.ts";
import { restoreDatabase } from "#db/maintenance/restore-database.server.ts";
import { runTool, ToolRefusal } from "./run-tool.ts";

await runTool(function* ({ args, databasePath, now }) {
  const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options: { replace: { type: "boolean", default: false } } });
  const [backupPath] = positionals;
  if (backupPath === undefined) throw new ToolRefusal(t("restoreUsage"));
  const { verification, keptPath } = restoreDatabase({ backupPath, targetPath: databasePath, replace: values.replace, at: now });
  yield t("restored", { path: databasePath, rows: verification.rows });
  if (keptPath !== null) yield t("restoredKept", { path: keptPath });
});
