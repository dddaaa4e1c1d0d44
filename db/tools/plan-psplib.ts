import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { t } from "#app/i18n/de/tools.ts";
import { checkSchedule } from "#app/planner/placing/check-schedule.ts";
import { findSchedule } from "#app/planner/placing/find-schedule.ts";
import { findFlaw, type ProjectFlaw } from "#app/planner/placing/project.ts";
import { readPsplib } from "#app/planner/placing/psplib.ts";
import { runTool, ToolRefusal } from "./run-tool.ts";

/** Prints a schedule of a PSPLIB file: `{makespan, start}` as JSON, the starts in the order of the job numbers, from job 1. */
await runTool(function* ({ args }) {
  const { path, schedules, seed } = readArguments(args);
  const project = readPsplib(readText(path));
  if (project === null) throw new ToolRefusal(t("psplibRefused", { path }));
  const flaw = findFlaw(project);
  if (flaw !== null) throw new ToolRefusal(describe(flaw, path));
  const { makespan, starts } = findSchedule(project, { schedules, seed });
  if (checkSchedule(project, starts) !== makespan) throw new Error("the schedule breaks a rule");
  yield JSON.stringify({ makespan, start: starts });
});

function readArguments(args: readonly string[]): { path: string; schedules: number; seed: number } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { schedules: { type: "string", default: "1000" }, seed: { type: "string", default: "1" } } });
    const [path] = positionals;
    const [schedules, seed] = [Number(values.schedules), Number(values.seed)];
    if (path !== undefined && positionals.length === 1 && Number.isInteger(schedules) && schedules > 0 && Number.isInteger(seed)) return { path, schedules, seed };
  } catch {
    // An option nobody knows is answered like one that is missing.
  }
  throw new ToolRefusal(t("psplibUsage"));
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new ToolRefusal(t("psplibUnreadable", { path }));
  }
}

function describe(flaw: ProjectFlaw, path: string): string {
  if (flaw.code === "cyclic") return t("psplibFlaw.cyclic", { path, activities: flaw.activities.map((activity) => activity + 1).join(", ") });
  return t("psplibFlaw.tooLarge", { path, activity: String(flaw.activity + 1), resource: String(flaw.resource + 1) });
}
