import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkSchedule } from "#app/planner/placing/check-schedule.ts";
import { findSchedule } from "#app/planner/placing/find-schedule.ts";
import type { Project } from "#app/planner/placing/project.ts";
import { readPsplib } from "#app/planner/placing/psplib.ts";
import { line, type Line } from "./line.ts";

const SEEDS = [1, 2, 3];
/** Percent above the best known makespan, on average; for J30 the best known one is proven to be the shortest. */
const MEASURED = [
  { set: "j30", schedules: 1_000, aim: 0.26 },
  { set: "j30", schedules: 5_000, aim: 0.09 },
  { set: "j60", schedules: 1_000, aim: 0.8 },
  { set: "j60", schedules: 5_000, aim: 0.45 },
] as const;

type Instance = { readonly name: string; readonly project: Project; readonly bestKnown: number };

/** The scheduling core on instances of PSPLIB; the folder holds j30/*.sm with j30_best_known.csv, and j60 likewise. A search of a window counts as a schedule, what it tries within does not. */
export function measurePsplib(folder: string): Line[] {
  return MEASURED.flatMap(({ set, schedules, aim }) => {
    const instances = readInstances(folder, set);
    if (instances.length === 0) return [];
    const begun = process.cpuUsage().user;
    const deviations = SEEDS.map((seed) => instances.reduce((sum, instance) => sum + deviation(instance, schedules, seed), 0) / instances.length);
    const milliseconds = (process.cpuUsage().user - begun) / 1_000 / SEEDS.length / instances.length;
    const label = `${set.toUpperCase()} (${instances.length}), ${schedules} schedules or searched windows`;
    return [
      line(`${label}: above best known, mean of ${SEEDS.length} seeds`, mean(deviations), "%", aim),
      line(`${label}: worst seed`, Math.max(...deviations), "%"),
      line(`${label}: CPU per instance`, milliseconds, "ms"),
    ];
  });
}

function deviation({ name, project, bestKnown }: Instance, schedules: number, seed: number): number {
  const { starts, makespan } = findSchedule(project, { schedules, seed });
  if (checkSchedule(project, starts) !== makespan) throw new Error(`the schedule of ${name} breaks a rule`);
  return (100 * (makespan - bestKnown)) / bestKnown;
}

function readInstances(folder: string, set: string): Instance[] {
  const table = join(folder, `${set}_best_known.csv`);
  if (!existsSync(table)) return [];
  const [heading = "", ...rows] = readFileSync(table, "utf8").trim().split(/\r?\n/);
  const column = heading.split(",").indexOf("best_ub");
  const bestKnown = new Map(rows.map((row) => [row.split(",")[0] ?? "", Number(row.split(",")[column])]));
  return readdirSync(join(folder, set))
    .filter((file) => file.endsWith(".sm"))
    .sort()
    .flatMap((file) => {
      const name = file.slice(0, -3);
      const best = bestKnown.get(name);
      const project = readPsplib(readFileSync(join(folder, set, file), "utf8"));
      if (project === null) throw new Error(`${file} cannot be read`);
      return best === undefined ? [] : [{ name, project, bestKnown: best }];
    });
}

const mean = (figures: readonly number[]): number => figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
