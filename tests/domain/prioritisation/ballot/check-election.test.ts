import { describe, expect, test } from "vitest";
import { cents, euros } from "#app/domain/money/cents.ts";
import { checkBallot, checkElection, checkProjects } from "#app/domain/prioritisation/ballot/check-election.ts";

const projects = [
  { id: "a", costCents: euros(10) },
  { id: "b", costCents: euros(20) },
];
const ballot = (...support: [string, number][]) => ({ voterId: "v", support: new Map(support) });
const paper = { projects, pointsPerVoter: 5 };

describe("a ballot", () => {
  test.each([
    ["a project that is not on the paper", ballot(["c", 1]), { c: [{ code: "unknownProject" }] }],
    ["negative points", ballot(["a", -1]), { a: [{ code: "negative" }] }],
    ["parts of a point", ballot(["a", 0.5]), { a: [{ code: "notWhole" }] }],
    ["more points than there are", ballot(["a", 4], ["b", 2]), { "": [{ code: "tooManyPoints", values: { spent: 6, limit: 5 } }] }],
    ["negative points to afford more", ballot(["a", 6], ["b", -1]), { b: [{ code: "negative" }], "": [{ code: "tooManyPoints", values: { spent: 6, limit: 5 } }] }],
  ])("is refused for %s", (_, given, fields) => {
    expect(checkBallot({ ...paper, voteType: "points" }, given)).toEqual({ ok: false, refusal: { code: "invalid", fields } });
  });

  test("of approvals has each project once", () => {
    expect(checkBallot({ ...paper, voteType: "approval" }, ballot(["a", 2]))).toMatchObject({ refusal: { fields: { a: [{ code: "onlyOnce" }] } } });
    expect(checkBallot({ ...paper, voteType: "approval" }, ballot(["a", 1], ["b", 1]))).toMatchObject({ ok: true });
  });

  test("may spend all points, some or none", () => {
    for (const given of [ballot(["a", 5]), ballot(["a", 2], ["b", 3]), ballot(["b", 1]), ballot()]) expect(checkBallot({ ...paper, voteType: "points" }, given).ok).toBe(true);
  });
});

describe("a ballot paper", () => {
  test("holds no project whose cost is unknown: unknown is not zero", () => {
    expect(checkProjects([...projects, { id: "c", costCents: null }], euros(1))).toMatchObject({ refusal: { fields: { c: [{ code: "costUnknown" }] } } });
    expect(checkProjects([{ id: "c", costCents: cents(0) }], euros(1)).ok).toBe(true);
  });

  test("holds something, nothing twice, and no negative amount", () => {
    expect(checkProjects([], euros(1))).toMatchObject({ refusal: { fields: { "": [{ code: "noProjects" }] } } });
    expect(checkProjects([...projects, { id: "a", costCents: cents(-1) }], cents(-1))).toMatchObject({
      refusal: { fields: { a: [{ code: "twice" }, { code: "costNegative" }], budget: [{ code: "negative" }] } },
    });
  });
});

test("an election names the ballots at fault by position, not by voter", () => {
  const election = { voteType: "points" as const, budgetCents: euros(10), projects, pointsPerVoter: 5 };
  expect(checkElection({ ...election, ballots: [ballot(["a", 1]), ballot(["c", 1])] })).toMatchObject({
    refusal: { fields: { "ballots.1": [{ code: "votedTwice" }, { code: "unknownProject" }] } },
  });
  expect(checkElection({ ...election, ballots: [ballot(["a", 1])] })).toMatchObject({ ok: true, value: { projects } });
  expect(checkElection({ ...election, projects: [{ id: "a", costCents: null }], ballots: [] })).toMatchObject({ ok: false });
});
