import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readPsplib } from "#app/planner/placing/psplib.ts";

const folder = mkdtempSync(join(tmpdir(), "psplib-"));
afterAll(() => rmSync(folder, { recursive: true }));

const stars = "*".repeat(72);
const text = `${stars}
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          2           2   3
   2        1          1           4
   3        1          1           4
   4        1          0
${stars}
REQUESTS/DURATIONS:
jobnr. mode duration  R 1  R 2
------------------------------------------------------------------------
  1      1     0       0    0
  2      1     4       2    0
  3      1     3       2    1
  4      1     0       0    0
${stars}
RESOURCEAVAILABILITIES:
  R 1  R 2
    3    1
${stars}
`;

function run(content: string, ...args: string[]) {
  const path = join(folder, "project.sm");
  writeFileSync(path, content);
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "db/tools/plan-psplib.ts", path, ...args], { encoding: "utf8" });
  return { status, stdout, stderr: stderr.replaceAll(path, "FILE") };
}

test("a file is read job by job", () => {
  expect(readPsplib(text)).toEqual({ durations: [0, 4, 3, 0], capacities: [3, 1], demands: [[0, 0], [2, 0], [2, 1], [0, 0]], successors: [[1, 2], [3], [3], []] });
  expect(readPsplib(text.replaceAll("\n", "\r\n"))).toEqual(readPsplib(text));
  expect(readPsplib(text.replace("   3        1          1", "   3        2          1"))).toBeNull();
  expect(readPsplib(text.replace("2   3\n", "2   9\n"))).toBeNull();
  expect(readPsplib("")).toBeNull();
});

test("makespan and starts go out as one JSON object, the starts by job number", () => {
  const { status, stdout, stderr } = run(text, "--schedules", "20", "--seed", "1");
  const { makespan, start } = JSON.parse(stdout) as { makespan: number; start: number[] };
  expect({ status, stderr, lines: stdout.trim().split("\n").length, makespan, first: start[0], last: start[3] }).toEqual({ status: 0, stderr: "", lines: 1, makespan: 7, first: 0, last: 7 });
  expect(start.slice(1, 3).sort()).toEqual([0, Math.max(start[1]!, start[2]!)]);
});

test("what cannot be scheduled ends with a sentence and an exit code", () => {
  expect(run("nothing")).toMatchObject({ status: 1, stdout: "", stderr: "Die Datei FILE ist keine Datei der PSPLIB mit einer Ausführungsart je Vorgang.\n" });
  expect(run(text.replace("    3    1\n", "    1    1\n"))).toMatchObject({ status: 1, stdout: "", stderr: "FILE: Der Vorgang 2 braucht mehr vom Einsatzmittel 1, als es gibt.\n" });
  expect(run(text, "--schedules", "many")).toMatchObject({ status: 1, stdout: "", stderr: "Aufruf: npm run -s plan:psplib -- DATEI.sm --schedules ANZAHL --seed ZAHL\n" });
});
