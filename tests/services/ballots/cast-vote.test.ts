import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
import Database from "better-sqlite3";
import { afterAll, describe, expect, test } from "vitest";
import { castVote, checkVote } from "#app/services/ballots/cast-vote.server.ts";
import { closeBallot } from "#app/services/ballots/close-ballot.server.ts";
import { showBallot } from "#app/services/ballots/show-ballot.server.ts";
import { openDatabase, type Db } from "#db/client.server.ts";
import { listPapers } from "#db/queries/ballot-papers.server.ts";
import { auditLog } from "#tests/support/audit.ts";
import { aBallotingTown, aDraft, anOpenBallot, choose, type BallotingTown } from "#tests/support/ballots.ts";

const FORBIDDEN = { ok: false, refusal: { code: "forbidden" } };
const refusedWith = (field: string, code: string) => ({ ok: false, refusal: { code: "invalid", fields: { [field]: [{ code }] } } });
const papersIn = (db: Db) => db.$client.prepare("SELECT rowid, * FROM ballot_paper ORDER BY rowid").all() as Array<{ rowid: number; id: string; choices: string; user_id: number | null }>;

describe("a vote is refused", () => {
  test("to whoever may not vote at all, and to committee members who are not asked", () => {
    const town = aBallotingTown();
    const ballotId = anOpenBallot(town, { memberIds: town.memberIds.slice(1) });
    const { officer, itContributor, otherContributor, reviewer, viewer, admin } = town.people;
    for (const service of [officer, itContributor, otherContributor, reviewer, viewer, admin]) {
      expect(castVote(service, { ballotId, choices: choose(1) })).toEqual(FORBIDDEN);
      expect(checkVote(service, { ballotId, choices: choose(1) })).toEqual(FORBIDDEN);
    }
    for (const service of [reviewer, itContributor, viewer, admin]) expect(showBallot(service, ballotId)).toEqual(FORBIDDEN);
    expect(castVote(town.members[1] ?? reviewer, { ballotId: 77, choices: choose(1) })).toEqual({ ok: false, refusal: { code: "missing" } });
    expect(papersIn(town.db)).toEqual([]);
  });

  test("before opening, after closing, and a second time in a secret ballot", () => {
    const town = aBallotingTown();
    const { reviewer, officer } = town.people;
    expect(castVote(reviewer, { ballotId: aDraft(town), choices: choose(1) })).toEqual(FORBIDDEN);
    const ballotId = anOpenBallot(town);
    expect(castVote(reviewer, { ballotId, choices: choose(1) })).toMatchObject({ ok: true });
    expect(castVote(reviewer, { ballotId, choices: choose(2) })).toMatchObject(refusedWith("", "alreadyVoted"));
    expect(listPapers(town.db, ballotId)).toEqual([{ userId: null, choices: choose(1) }]);
    closeBallot(officer, { ballotId, rowVersion: 2 });
    for (const member of town.members) expect(castVote(member, { ballotId, choices: choose(1) })).toMatchObject(refusedWith("", "closed"));
  });

  test("with unknown measures, with more points than there are, and with impossible ones", () => {
    const town = aBallotingTown();
    const approval = anOpenBallot(town, { measureIds: [1, 2] });
    const points = anOpenBallot(town, { kind: "points", pointsPerMember: 10 });
    const attempt = (ballotId: number, choices: ReadonlyArray<readonly [number, number]>) => castVote(town.people.reviewer, { ballotId, choices: new Map(choices) });
    expect(attempt(approval, [[3, 1]])).toMatchObject(refusedWith("points.m3", "unknownProject"));
    expect(attempt(approval, [[1, 2]])).toMatchObject(refusedWith("points.m1", "onlyOnce"));
    expect(attempt(points, [[1, 6], [2, 5]])).toMatchObject({ refusal: { fields: { points: [{ code: "tooManyPoints", values: { spent: 11, limit: 10 } }] } } });
    expect(attempt(points, [[1, -1]])).toMatchObject(refusedWith("points.m1", "negative"));
    expect(attempt(points, [[1, 1.5]])).toMatchObject(refusedWith("points.m1", "notWhole"));
    expect(papersIn(town.db)).toEqual([]);
    expect(attempt(points, [[1, 6], [2, 4]])).toMatchObject({ ok: true });
  });

  test("no more than once when two come at the same time over two connections", () => {
    const folder = mkdtempSync(join(tmpdir(), "ballot-race-"));
    const town = townIn(folder);
    const ballotId = anOpenBallot(town);
    const other = openDatabase(join(folder, "town.sqlite"));
    const member = town.people.reviewer;
    const results = [castVote(member, { ballotId, choices: choose(1) }), castVote({ ...member, db: other }, { ballotId, choices: choose(2) }), castVote(member, { ballotId, choices: choose(3) })];
    expect(results.map((result) => result.ok)).toEqual([true, false, false]);
    expect(listPapers(other, ballotId)).toEqual([{ userId: null, choices: choose(1) }]);
    other.$client.close();
    town.db.$client.close();
    rmSync(folder, { recursive: true });
  });
});

describe("a secret vote", () => {
  const folder = mkdtempSync(join(tmpdir(), "ballot-secret-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("leaves no row in any table that holds both the person and the choice, nor a paper that is in step with time", () => {
    const town = aBallotingTown();
    const ballotId = anOpenBallot(town, { kind: "points", pointsPerMember: 50 });
    const kept: string[][] = [];
    for (const [index, member] of town.members.entries()) {
      expect(castVote(member, { ballotId, choices: new Map([[1, 31 + index]]) })).toMatchObject({ ok: true });
      kept.push(papersIn(town.db).map((paper) => paper.id));
    }
    const tables = town.db.$client.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
    for (const table of tables) {
      for (const row of town.db.$client.prepare(`SELECT * FROM "${table}"`).all() as Array<Record<string, unknown>>) {
        const text = JSON.stringify(row);
        if (/"?1\\?"?:3[1-5]\b/.test(text)) expect([table, row["user_id"]], text).toEqual(["ballot_paper", null]);
      }
    }
    const papers = papersIn(town.db);
    expect(papers).toHaveLength(5);
    expect(papers.map((paper) => paper.id)).toEqual(papers.map((paper) => paper.id).sort());
    expect(Object.keys(papers[0] ?? {})).toEqual(["rowid", "id", "ballot_id", "user_id", "choices"]);
    // Each vote gives every paper a new id, so that two looks at the table cannot be laid side by side.
    expect(new Set(kept.flat()).size).toBe(1 + 2 + 3 + 4 + 5);
    expect(auditLog(town.db).filter((event) => event.action === "vote")).toEqual(town.memberIds.map((userId) => ({ userId, action: "vote", entity: "ballot", entityId: ballotId, before: null, after: null })));
  });

  test("stands anywhere among the others: over many ballots the last paper is in every place", () => {
    const town = aBallotingTown();
    const places = new Map<number, number>();
    for (let round = 0; round < 60; round += 1) {
      const ballotId = anOpenBallot(town);
      town.members.forEach((member, index) => castVote(member, { ballotId, choices: index === 4 ? choose(2) : choose(1) }));
      const place = papersIn(town.db).filter((paper) => paper.choices.length > 0).slice(-5).findIndex((paper) => paper.choices === '{"2":1}');
      places.set(place, (places.get(place) ?? 0) + 1);
    }
    expect([...places.keys()].sort()).toEqual([0, 1, 2, 3, 4]);
  });

  test("leaves nothing of earlier states in the database file and an empty write-ahead log", () => {
    const town = townIn(folder);
    const ballotId = anOpenBallot(town, { kind: "points", pointsPerMember: 50 });
    for (const [index, member] of town.members.entries()) castVote(member, { ballotId, choices: new Map([[1, 31 + index]]) });
    const path = join(folder, "town.sqlite");
    expect(statSync(`${path}-wal`).size).toBe(0);
    const bytes = readFileSync(path, "latin1");
    expect([...bytes.matchAll(/\{"1":3[1-5]\}/g)]).toHaveLength(5);
    closeBallot(town.people.officer, { ballotId, rowVersion: 2 });
    expect(readFileSync(path, "latin1")).not.toMatch(/\{"1":3[1-5]\}/);
    town.db.$client.close();
  });

  test("counts while somebody reads over another connection; the log is then emptied with the next vote", () => {
    const own = mkdtempSync(join(tmpdir(), "ballot-reader-"));
    const town = townIn(own);
    const ballotId = anOpenBallot(town);
    const path = join(own, "town.sqlite");
    const reader = openDatabase(path);
    reader.$client.exec("BEGIN; SELECT count(*) FROM ballot");
    reader.$client.prepare("SELECT count(*) FROM ballot").get();
    const [first, second] = town.members;
    if (!first || !second) throw new Error("nobody votes");
    expect(castVote(first, { ballotId, choices: choose(1) })).toMatchObject({ ok: true });
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
    reader.$client.exec("COMMIT");
    expect(castVote(second, { ballotId, choices: choose(2) })).toMatchObject({ ok: true });
    expect(statSync(`${path}-wal`).size).toBe(0);
    expect(town.db.$client.pragma("busy_timeout", { simple: true })).toBe(5000);
    reader.$client.close();
    town.db.$client.close();
    rmSync(own, { recursive: true });
  });

  test("is not shown back, not even to the person who cast it, nor are single papers after closing", () => {
    const town = aBallotingTown();
    const ballotId = anOpenBallot(town);
    for (const member of town.members) castVote(member, { ballotId, choices: choose(1) });
    expect(showBallot(town.people.reviewer, ballotId)).toMatchObject({ value: { hasVoted: true, mayVote: false, ownChoices: [], result: null } });
    closeBallot(town.people.officer, { ballotId, rowVersion: 2 });
    expect(showBallot(town.people.officer, ballotId)).toMatchObject({ value: { result: { papers: [], greedy: { fundedIds: ["1"] } } } });
  });
});

test("an open vote can be changed until closing, and the last one counts", () => {
  const town = aBallotingTown();
  const ballotId = anOpenBallot(town, { isSecret: false });
  castVote(town.people.reviewer, { ballotId, choices: choose(1, 2) });
  castVote(town.people.reviewer, { ballotId, choices: choose(3) });
  expect(listPapers(town.db, ballotId)).toEqual([{ userId: town.people.reviewer.user.id, choices: choose(3) }]);
  expect(showBallot(town.people.reviewer, ballotId)).toMatchObject({ value: { votedCount: 1, mayVote: true, ownChoices: [{ measureId: 3, points: 1 }] } });
  expect(showBallot(town.members[1] ?? town.people.reviewer, ballotId)).toMatchObject({ value: { ownChoices: [] } });
  expect(auditLog(town.db).at(-1)).toMatchObject({ action: "vote", before: null, after: null });
});

/** The town in a file, as it is in use: only there is a write-ahead log. */
function townIn(folder: string): BallotingTown {
  const town = aBallotingTown();
  const path = join(folder, "town.sqlite");
  new Database(town.db.$client.serialize()).prepare("VACUUM INTO ?").run(path);
  const db = openDatabase(path);
  const moved = <S extends { db: Db }>(service: S): S => ({ ...service, db });
  return {
    ...town,
    db,
    people: Object.fromEntries(Object.entries(town.people).map(([key, service]) => [key, moved(service)])) as BallotingTown["people"],
    members: town.members.map(moved),
  };
}
