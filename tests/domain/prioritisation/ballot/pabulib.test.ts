import { describe, expect, test } from "vitest";
import { countBallots } from "#app/domain/prioritisation/ballot/count-ballots.ts";
import { readPabulib } from "#app/domain/prioritisation/ballot/pabulib.ts";

type Parts = { meta?: Record<string, string | null>; projects?: string; votes?: string };

function file({ meta = {}, projects = "project_id;cost;name\n1;600;A\n2;800;B\n4;1400;C", votes = "voter_id;vote\nx;1,2\ny;4\nz;2" }: Parts = {}): string {
  const given = { budget: "1500", vote_type: "approval", rule: "greedy", ...meta };
  const lines = Object.entries(given).flatMap(([key, value]) => (value === null ? [] : [`${key};${value}`]));
  return ["META", "key;value", ...lines, "PROJECTS", projects, "VOTES", votes, ""].join("\n");
}

function fundedBy(text: string): readonly string[] {
  const read = readPabulib(text);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return countBallots(read.value.election, read.value.rule).fundedIds;
}

function problem(parts: Parts | string) {
  const read = readPabulib(typeof parts === "string" ? parts : file(parts));
  return read.ok ? null : Object.entries(read.refusal.fields).map(([section, [first]]) => [section, first?.code, first?.values])[0];
}

describe("a file of Pabulib", () => {
  test("is counted by the rule it names, its ids in the order of the file", () => {
    expect(fundedBy(file())).toEqual(["1", "2"]);
    expect(fundedBy(file({ meta: { rule: "greedy-no-skip", budget: "1399" } }))).toEqual(["2"]);
    expect(fundedBy(file({ meta: { rule: "greedy-threshold", min_project_score_threshold: "2" } }))).toEqual(["2"]);
    expect(fundedBy(file({ meta: { rule: "equalshares" } }))).toEqual(["2"]);
    expect(fundedBy(file({ meta: { rule: "equalshares/add1" } }))).toEqual(["1", "2"]);
    expect(fundedBy(file({ meta: { rule: "equalshares/utilitarian" } }))).toEqual(["1", "2"]);
  });

  test.each([
    ["equalshares", { completion: "none", leftover: "keep", compareWithGreedy: false }],
    ["equalshares-comparison", { completion: "none", leftover: "keep", compareWithGreedy: true }],
    ["equalshares/add1", { completion: "addOne", leftover: "keep", compareWithGreedy: false, stepCents: 100 }],
    ["EqualShares/Add1-comparison", { completion: "addOne", leftover: "keep", compareWithGreedy: true }],
    ["equalshares/add1e", { completion: "addOneExhaustive", leftover: "keep" }],
    ["equalshares/add1u", { completion: "addOne", leftover: "greedy" }],
    ["equalshares/add1eu", { completion: "addOneExhaustive", leftover: "greedy" }],
    ["equalshares/utilitarian", { completion: "none", leftover: "greedy" }],
    ["greedy", { method: "greedy", whenTooExpensive: "skip", minimumScore: 0 }],
    ["greedy-no-skip", { method: "greedy", whenTooExpensive: "stop" }],
  ])("means by %s what its format says", (rule, expected) => {
    expect(readPabulib(file({ meta: { rule } }))).toMatchObject({ value: { rule: expected } });
  });

  test("may be dirty: byte order mark, Windows lines, blank lines, spaces, quotes, empty cells, any case", () => {
    const dirty = [
      "\uFEFFmeta;;",
      "Key; Value",
      'comment;"#1: said ""yes""; twice',
      'over two lines"',
      "description;PB; in Wieliczka",
      " budget ; 1500,00 ",
      "vote_type;Approval",
      "rule; greedy",
      "num_projects;3",
      "num_votes;4",
      "",
      "Projects",
      "project_id; cost; name; selected",
      '1; 600.0; "Rowerowy; ETAP ""II"""; 0',
      ' "2" ;800;;;;',
      "4;1400;12\" Zoll;1",
      " ",
      "VOTES",
      "voter_id;age;vote",
      "x;34; 1 , 2,2,",
      "y;;4",
      "z;;",
      'ä;7;"2"',
    ].join("\r\n");
    expect(fundedBy(dirty)).toEqual(["1", "2"]);
    expect(readPabulib(dirty)).toMatchObject({ value: { election: { budgetCents: 150_000, projects: [{ id: "1", costCents: 60_000 }, { id: "2" }, { id: "4" }] } } });
  });

  test("leaves out what was withdrawn, which costs 999999999", () => {
    const projects = "project_id;cost\n1;600\n2;999999999\n4;1400";
    expect(fundedBy(file({ meta: { rule: "greedy-no-skip" }, projects }))).toEqual(["1"]);
  });

  test("counts points, with decimals too, rankings by Borda, and one choice", () => {
    const points = (votes: string, meta: Record<string, string> = {}) => readPabulib(file({ meta: { vote_type: "cumulative", ...meta }, votes: `voter_id;vote;points\n${votes}` }));
    expect(points("x;1,4;2,3")).toMatchObject({ value: { election: { voteType: "points", ballots: [{ support: new Map([["1", 2], ["4", 3]]) }] } } });
    expect(points("x;1,4;2.5,3", { min_project_score_threshold: "3" })).toMatchObject({
      value: { rule: { minimumScore: 30 }, election: { ballots: [{ support: new Map([["1", 25], ["4", 30]]) }] } },
    });
    expect(points("x;4;5", { vote_type: "scoring", default_score: "1" })).toMatchObject({
      value: { election: { ballots: [{ support: new Map([["1", 1], ["2", 1], ["4", 5]]) }] } },
    });
    expect(readPabulib(file({ meta: { vote_type: "ordinal", max_length: "3" }, votes: "voter_id;vote\nx;4,2" }))).toMatchObject({
      value: { election: { voteType: "points", ballots: [{ support: new Map([["4", 3], ["2", 2]]) }] } },
    });
    expect(readPabulib(file({ meta: { vote_type: "choose-1" }, votes: "voter_id;vote\nx;4" }))).toMatchObject({ value: { election: { voteType: "approval" } } });
  });

  test.each<[string, Parts | string, unknown]>([
    ["nothing in it", "", ["meta", "sectionMissing", { line: 0, value: "META" }]],
    ["no votes section", file().split("VOTES")[0] ?? "", ["votes", "sectionMissing", { line: 0, value: "VOTES" }]],
    ["something before the first section", "a;b", ["", "beforeSection", { line: 1, value: "" }]],
    ["a section twice", `${file()}META\nkey;value`, ["meta", "sectionTwice", { line: 16, value: "" }]],
    ["a column missing", { projects: "project_id;name\n1;A" }, ["projects", "columnMissing", { line: 7, value: "cost" }]],
    ["more cells than columns", { votes: "voter_id;vote\nx;1;2" }, ["votes", "tooManyCells", { line: 13, value: "" }]],
    ["an open quote", { projects: 'project_id;cost\n1;"600' }, ["", "quoteOpen", { line: 8, value: "" }]],
    ["no rule", { meta: { rule: null } }, ["meta", "metaMissing", { line: 0, value: "rule" }]],
    ["an unknown rule", { meta: { rule: "dice" } }, ["meta", "unknownRule", { line: 0, value: "dice" }]],
    ["a rule the file does not hold", { meta: { rule: "greedy-custom" } }, ["meta", "ruleNotInFile", { line: 0, value: "greedy-custom" }]],
    ["a threshold rule without one", { meta: { rule: "greedy-threshold" } }, ["meta", "metaMissing", { line: 0, value: "min_project_score_threshold" }]],
    ["an unknown kind of vote", { meta: { vote_type: "shouting" } }, ["meta", "unknownVoteType", { line: 0, value: "shouting" }]],
    ["no budget", { meta: { budget: null } }, ["meta", "metaMissing", { line: 0, value: "budget" }]],
    ["a budget that is no number", { meta: { budget: "1e6" } }, ["meta", "notANumber", { line: 0, value: "1e6" }]],
    ["fewer votes than META says", { meta: { num_votes: "4" } }, ["meta", "countWrong", { line: 0, value: "num_votes 4 ≠ 3" }]],
    ["a project without cost", { projects: "project_id;cost\n1;" }, ["projects", "notANumber", { line: 8, value: "" }]],
    ["a negative cost", { projects: "project_id;cost\n1;-5" }, ["projects", "negative", { line: 8, value: "-5" }]],
    ["a project twice", { projects: "project_id;cost\n1;5\n1;6" }, ["projects", "twice", { line: 9, value: "1" }]],
    ["a voter twice", { votes: "voter_id;vote\nx;1\nx;2" }, ["votes", "twice", { line: 14, value: "x" }]],
    ["a vote for an unknown project", { votes: "voter_id;vote\nx;1,7" }, ["votes", "unknownProject", { line: 13, value: "7" }]],
    ["points missing", { meta: { vote_type: "cumulative" }, votes: "voter_id;vote;points\nx;1,2;3" }, ["votes", "pointsMismatch", { line: 13, value: "" }]],
    ["negative points", { meta: { vote_type: "cumulative" }, votes: "voter_id;vote;points\nx;1;-3" }, ["votes", "negative", { line: 13, value: "-3" }]],
  ])("is refused with %s", (_, parts, expected) => {
    expect(problem(parts)).toEqual(expected);
  });
});
