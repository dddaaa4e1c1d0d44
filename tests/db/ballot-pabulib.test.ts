import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "ballot-"));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "db/tools/ballot-pabulib.ts", ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}

function fileOf(rule: string): string {
  const path = join(folder, `${rule.replace("/", "-")}.pb`);
  writeFileSync(path, `META\nkey;value\nbudget;1500\nvote_type;approval\nrule;${rule}\nPROJECTS\nproject_id;cost\n4;1400\nä;600\n2;800\nVOTES\nvoter_id;vote\n1;ä,2\n2;4\n3;2\n`);
  return path;
}

test("the chosen ids go out as one JSON array and nothing else", () => {
  expect(run(fileOf("equalshares/add1"))).toEqual({ status: 0, stdout: '["ä","2"]\n', stderr: "" });
});

test("what cannot be counted ends with a sentence and an exit code", () => {
  const path = fileOf("dice");
  expect(run(path)).toEqual({ status: 1, stdout: "", stderr: `Die Datei ${path} kann nicht ausgezählt werden: META: Die Regel „dice“ ist nicht bekannt.\n` });
  expect(run(join(folder, "none.pb"))).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining("kann nicht gelesen werden") });
});
