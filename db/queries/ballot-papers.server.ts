import { randomBytes } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { write, type Db, type DbOrTx, type Tx } from "#db/client.server.ts";
import { ballotMember, ballotPaper } from "#db/schema/index.ts";

/**
 * Where papers are kept, and what keeps a secret one apart from the person who cast it.
 *
 * - A paper of a secret ballot holds no user and no time. Who voted and when is known from `ballot_member` and the audit
 *   log; so nothing about a paper may be in step with time. SQLite numbers rows as they come, also in a table with a key
 *   of its own. Therefore every secret vote writes all papers of its ballot anew, with new random ids and in their order:
 *   rowid, id, index and place in the file are then drawn afresh, and the newest paper is not told from the oldest.
 * - Deleted rows are overwritten with zeros, and the write-ahead log, which holds what pages looked like after each vote,
 *   is emptied behind every vote ({@link writeWithoutTrace}).
 * - What remains: whoever copies the whole database before and after a single vote can compare the two. No arrangement of
 *   rows prevents that; it takes control of the server, which the operator must guard, as with a ballot box.
 */
export type StoredPaper = { readonly userId: number | null; readonly choices: ReadonlyMap<number, number> };

const writeChoices = (choices: ReadonlyMap<number, number>): string => JSON.stringify(Object.fromEntries([...choices].sort(([a], [b]) => a - b)));
const readChoices = (text: string): ReadonlyMap<number, number> => new Map(Object.entries(JSON.parse(text) as Record<string, number>).map(([measureId, points]) => [Number(measureId), points]));

/** In the order of their random ids. */
export const listPapers = (db: DbOrTx, ballotId: number): StoredPaper[] =>
  db
    .select({ userId: ballotPaper.userId, choices: ballotPaper.choices })
    .from(ballotPaper)
    .where(eq(ballotPaper.ballotId, ballotId))
    .orderBy(asc(ballotPaper.id))
    .all()
    .map(({ userId, choices }) => ({ userId, choices: readChoices(choices) }));

export const deletePapers = (tx: DbOrTx, ballotId: number): void => void tx.delete(ballotPaper).where(eq(ballotPaper.ballotId, ballotId)).run();

/** Puts a paper among the others of a secret ballot. */
export function mixInPaper(tx: DbOrTx, ballotId: number, choices: ReadonlyMap<number, number>): void {
  const papers = [...listPapers(tx, ballotId).map((paper) => paper.choices), choices];
  deletePapers(tx, ballotId);
  const mixed = papers.map((paper) => ({ id: newPaperId(), ballotId, userId: null, choices: writeChoices(paper) })).sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const paper of mixed) tx.insert(ballotPaper).values(paper).run();
}

/** Stores a member's paper in an open ballot, in place of an earlier one. */
export function storeNamedPaper(tx: DbOrTx, ballotId: number, userId: number, choices: ReadonlyMap<number, number>): void {
  tx.delete(ballotPaper).where(and(eq(ballotPaper.ballotId, ballotId), eq(ballotPaper.userId, userId))).run();
  tx.insert(ballotPaper).values({ id: newPaperId(), ballotId, userId, choices: writeChoices(choices) }).run();
}

/** What a member of an open ballot has chosen so far; null before the vote, and always in a secret ballot. */
export function findNamedPaper(db: DbOrTx, ballotId: number, userId: number): ReadonlyMap<number, number> | null {
  const row = db.select({ choices: ballotPaper.choices }).from(ballotPaper).where(and(eq(ballotPaper.ballotId, ballotId), eq(ballotPaper.userId, userId))).get();
  return row ? readChoices(row.choices) : null;
}

/** False when the member had voted before, so that of two votes at once one counts. */
export const markVoted = (tx: DbOrTx, ballotId: number, userId: number): boolean =>
  tx
    .update(ballotMember)
    .set({ hasVoted: true })
    .where(and(eq(ballotMember.ballotId, ballotId), eq(ballotMember.userId, userId), eq(ballotMember.hasVoted, false)))
    .run().changes === 1;

const newPaperId = (): string => randomBytes(16).toString("hex");

/**
 * A write transaction that leaves nothing of what it deleted: freed space is zeroed, and the write-ahead log emptied. If
 * somebody is reading just then, the log is emptied with the next such write, and at the latest when the program ends.
 */
export function writeWithoutTrace<T>(db: Db, work: (tx: Tx) => T): T {
  const client = db.$client;
  client.pragma("secure_delete = ON");
  try {
    return write(db, work);
  } finally {
    client.pragma("busy_timeout = 0");
    try {
      client.pragma("wal_checkpoint(TRUNCATE)");
    } finally {
      client.pragma("busy_timeout = 5000");
      client.pragma("secure_delete = OFF");
    }
  }
}
