import { count, eq } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { actionField, criterion, raterGroup, setupToken, user } from "#db/schema/index.ts";
import { insertCriterion } from "./criteria.server.ts";
import { insertPayRate } from "./staff-plan.server.ts";
import { insertRound, storeRoundCriteria, storeRoundGroups } from "./rounds.server.ts";
import { criteria } from "#db/seed/reference/criteria.ts";
import { payRates } from "#db/seed/reference/pay-rates.ts";
import { raterGroups } from "#db/seed/reference/rater-groups.ts";
import { actionFields } from "#db/seed/reference/strategy.ts";

const userCount = (db: DbOrTx): number => db.select({ users: count() }).from(user).get()?.users ?? 0;
export const hasUsers = (db: DbOrTx): boolean => userCount(db) > 0;
/** Whether the first administrator is still alone. */
export const hasOneUser = (db: DbOrTx): boolean => userCount(db) === 1;
export const hasSetupToken = (db: DbOrTx, tokenHash: string): boolean => db.select().from(setupToken).where(eq(setupToken.tokenHash, tokenHash)).get() !== undefined;

export function deleteSetupTokens(db: DbOrTx): void {
  db.delete(setupToken).run();
}

export function replaceSetupToken(db: DbOrTx, row: { tokenHash: string; createdAt: string }): void {
  deleteSetupTokens(db);
  db.insert(setupToken).values(row).run();
}

/**
 * What a municipality is spared to invent before it can begin: action fields, criteria with their levels, rater groups, an
 * open round with all of them, and public rates of what a post costs. Everything can be changed.
 */
export function insertReferenceData(db: DbOrTx, openedAt: string): void {
  actionFields.forEach((field, position) => db.insert(actionField).values({ ...field, position }).run());
  raterGroups.forEach((group, position) => db.insert(raterGroup).values({ ...group, position }).run());
  for (const rate of payRates) insertPayRate(db, rate);
  criteria.forEach(({ derivation = null, ...fields }, position) => insertCriterion(db, { ...fields, derivation, position }));
  const roundId = insertRound(db, { title: "Erste Priorisierung", question: "", disclosure: "byGroup", openedAt });
  storeRoundCriteria(db, roundId, db.select().from(criterion).all().map(({ id, weight }) => ({ criterionId: id, weight })));
  storeRoundGroups(db, roundId, db.select().from(raterGroup).all().map(({ id, weight }) => ({ raterGroupId: id, weight, ratesUntil: null })));
}
