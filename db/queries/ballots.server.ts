import { and, asc, count, desc, eq, isNull, sql } from "drizzle-orm";
import { inPaperOrder, type BallotItem } from "#app/domain/prioritisation/ballot/ballot-result.ts";
import type { BallotKind, BallotState, LeftoverRule } from "#app/domain/prioritisation/ballot-terms.ts";
import type { Cents } from "#app/domain/money/cents.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { ballot, ballotItem, ballotMember, user } from "#db/schema/index.ts";

export type BallotFields = {
  readonly title: string;
  readonly question: string;
  readonly kind: BallotKind;
  readonly pointsPerMember: number | null;
  readonly budgetCents: Cents;
  readonly leftoverRule: LeftoverRule;
  readonly isSecret: boolean;
};
export type BallotRow = BallotFields & {
  readonly id: number;
  readonly state: BallotState;
  readonly createdAt: string;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly rowVersion: number;
};
export type Turnout = { readonly memberCount: number; readonly votedCount: number };

const { id, title, question, kind, pointsPerMember, budgetCents, leftoverRule, isSecret, state, createdAt, openedAt, closedAt, rowVersion } = ballot;
const columns = { id, title, question, kind, pointsPerMember, budgetCents, leftoverRule, isSecret, state, createdAt, openedAt, closedAt, rowVersion };

/** Newest first, each with how many may vote and how many have. */
export function listBallots(db: DbOrTx): Array<BallotRow & Turnout> {
  const turnouts = db
    .select({ ballotId: ballotMember.ballotId, memberCount: count(), votedCount: sql<number>`sum(${ballotMember.hasVoted})` })
    .from(ballotMember)
    .groupBy(ballotMember.ballotId)
    .all();
  const turnoutOf = new Map(turnouts.map(({ ballotId, memberCount, votedCount }) => [ballotId, { memberCount, votedCount }]));
  const rows = db.select(columns).from(ballot).orderBy(desc(createdAt), desc(id)).all();
  return rows.map((row) => ({ ...row, ...(turnoutOf.get(row.id) ?? { memberCount: 0, votedCount: 0 }) }));
}

export const findBallot = (db: DbOrTx, ballotId: number): BallotRow | null => db.select(columns).from(ballot).where(eq(id, ballotId)).get() ?? null;

/** The stored result of a closed ballot. */
export const findResultText = (db: DbOrTx, ballotId: number): string | null => db.select({ result: ballot.result }).from(ballot).where(eq(id, ballotId)).get()?.result ?? null;

/** In the order of the ballot paper. */
export const ballotItems = (db: DbOrTx, ballotId: number): BallotItem[] =>
  inPaperOrder(
    db.select({ measureId: ballotItem.measureId, title: ballotItem.title, costCents: ballotItem.costCents }).from(ballotItem).where(eq(ballotItem.ballotId, ballotId)).all(),
  );

export type BallotMember = { readonly userId: number; readonly name: string; readonly hasVoted: boolean };
/** By name. */
export const ballotMembers = (db: DbOrTx, ballotId: number): BallotMember[] =>
  db
    .select({ userId: ballotMember.userId, name: user.name, hasVoted: ballotMember.hasVoted })
    .from(ballotMember)
    .innerJoin(user, eq(user.id, ballotMember.userId))
    .where(eq(ballotMember.ballotId, ballotId))
    .orderBy(asc(user.name), asc(user.id))
    .all();

/** The ballots a user may vote in, each with whether the user has; drafts are nobody's yet. */
export const ballotsOfUser = (db: DbOrTx, userId: number): ReadonlyMap<number, { readonly hasVoted: boolean }> =>
  new Map(
    db
      .select({ ballotId: ballotMember.ballotId, hasVoted: ballotMember.hasVoted, state: ballot.state })
      .from(ballotMember)
      .innerJoin(ballot, eq(ballot.id, ballotMember.ballotId))
      .where(eq(ballotMember.userId, userId))
      .all()
      .filter((row) => row.state !== "draft")
      .map(({ ballotId, hasVoted }) => [ballotId, { hasVoted }]),
  );

/** Open ballots that still wait for the user's vote, oldest first. */
export const ballotsAwaiting = (db: DbOrTx, userId: number): Array<{ id: number; title: string }> =>
  db
    .select({ id: ballot.id, title: ballot.title })
    .from(ballotMember)
    .innerJoin(ballot, eq(ballot.id, ballotMember.ballotId))
    .where(and(eq(ballotMember.userId, userId), eq(ballotMember.hasVoted, false), eq(ballot.state, "open")))
    .orderBy(asc(ballot.openedAt), asc(ballot.id))
    .all();

/** Who may be asked: committee members with an active account, by name. */
export const listCommitteeMembers = (db: DbOrTx): Array<{ id: number; name: string; parliamentaryGroup: string | null }> =>
  db
    .select({ id: user.id, name: user.name, parliamentaryGroup: user.parliamentaryGroup })
    .from(user)
    .where(and(eq(user.role, "reviewer"), isNull(user.deactivatedAt)))
    .orderBy(asc(user.name), asc(user.id))
    .all();

export const insertBallot = (tx: DbOrTx, values: BallotFields & { readonly createdAt: string }): number => tx.insert(ballot).values(values).returning({ id: ballot.id }).get().id;

type BallotChange = Partial<BallotFields> & { readonly state?: BallotState; readonly openedAt?: string; readonly closedAt?: string; readonly result?: string };
/** False when somebody else saved first. */
export const updateBallot = (tx: DbOrTx, ballotId: number, version: number, change: BallotChange): boolean =>
  tx
    .update(ballot)
    .set({ ...change, rowVersion: version + 1 })
    .where(and(eq(id, ballotId), eq(rowVersion, version)))
    .run().changes === 1;

export const deleteBallot = (tx: DbOrTx, ballotId: number, version: number): boolean =>
  tx.delete(ballot).where(and(eq(id, ballotId), eq(rowVersion, version))).run().changes === 1;

/** In place of what stood on the ballot before; drafts only. */
export function storeBallotItems(tx: DbOrTx, ballotId: number, items: readonly BallotItem[]): void {
  tx.delete(ballotItem).where(eq(ballotItem.ballotId, ballotId)).run();
  for (const { measureId, title: itemTitle, costCents } of items) tx.insert(ballotItem).values({ ballotId, measureId, title: itemTitle, costCents }).run();
}

/** In place of those who might vote before; drafts only. */
export function storeBallotMembers(tx: DbOrTx, ballotId: number, userIds: readonly number[]): void {
  tx.delete(ballotMember).where(eq(ballotMember.ballotId, ballotId)).run();
  for (const userId of userIds) tx.insert(ballotMember).values({ ballotId, userId }).run();
}
