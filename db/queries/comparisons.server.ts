import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Comparison, ComparisonContent, OptionRating } from "#app/domain/comparisons/comparison.ts";
import type { DbOrTx, Tx } from "#db/client.server.ts";
import { comparisonCriterion, comparisonOption, optionComparison, optionRating, user } from "#db/schema/index.ts";

export type ComparisonRow = { readonly id: number; readonly title: string; readonly question: string; readonly updatedAt: string; readonly rowVersion: number; readonly optionCount: number; readonly raterCount: number };

/** The newest first. */
export function listComparisons(db: DbOrTx, which: "active" | "archived"): ComparisonRow[] {
  return db
    .select({
      id: optionComparison.id,
      title: optionComparison.title,
      question: optionComparison.question,
      updatedAt: optionComparison.updatedAt,
      rowVersion: optionComparison.rowVersion,
      optionCount: sql<number>`(SELECT count(*) FROM comparison_option o WHERE o.comparison_id = option_comparison.id)`,
      raterCount: sql<number>`(SELECT count(DISTINCT r.user_id) FROM option_rating r JOIN comparison_option o ON o.id = r.option_id WHERE o.comparison_id = option_comparison.id)`,
    })
    .from(optionComparison)
    .where(which === "active" ? isNull(optionComparison.archivedAt) : isNotNull(optionComparison.archivedAt))
    .orderBy(sql`${optionComparison.updatedAt} DESC`, asc(optionComparison.id))
    .all();
}

export function findComparison(db: DbOrTx, id: number): Comparison | null {
  const row = db.select().from(optionComparison).where(eq(optionComparison.id, id)).get();
  if (!row) return null;
  const criteria = db.select().from(comparisonCriterion).where(eq(comparisonCriterion.comparisonId, id)).orderBy(asc(comparisonCriterion.position), asc(comparisonCriterion.id)).all();
  const options = db.select().from(comparisonOption).where(eq(comparisonOption.comparisonId, id)).orderBy(asc(comparisonOption.position), asc(comparisonOption.id)).all();
  return {
    id,
    title: row.title,
    question: row.question,
    recommendation: row.recommendation,
    updatedAt: row.updatedAt,
    archivedAt: row.archivedAt,
    rowVersion: row.rowVersion,
    criteria: criteria.map(({ comparisonId: _comparison, ...each }) => each),
    options: options.map(({ comparisonId: _comparison, position: _position, ...each }) => each),
  };
}

export type NamedRating = OptionRating & { readonly userName: string; readonly ratedAt: string };

/** In the order in which people, options and criteria were made. */
export const listOptionRatings = (db: DbOrTx, comparisonId: number): NamedRating[] =>
  db
    .select({ optionId: optionRating.optionId, criterionId: optionRating.criterionId, userId: optionRating.userId, value: optionRating.value, note: optionRating.note, ratedAt: optionRating.ratedAt, userName: user.name })
    .from(optionRating)
    .innerJoin(comparisonOption, eq(comparisonOption.id, optionRating.optionId))
    .innerJoin(user, eq(user.id, optionRating.userId))
    .where(eq(comparisonOption.comparisonId, comparisonId))
    .orderBy(asc(optionRating.userId), asc(optionRating.optionId), asc(optionRating.criterionId))
    .all();

export function insertComparison(tx: Tx, content: ComparisonContent, at: string): number {
  const { title, question, recommendation } = content;
  const { id } = tx.insert(optionComparison).values({ title, question, recommendation, createdAt: at, updatedAt: at }).returning({ id: optionComparison.id }).get();
  storeRows(tx, id, content);
  return id;
}

/** False when somebody else saved first; then nothing was written. Rows that are not named are deleted with their ratings. */
export function updateComparison(tx: Tx, id: number, rowVersion: number, content: ComparisonContent, at: string): boolean {
  const { title, question, recommendation } = content;
  if (!touch(tx, id, rowVersion, { title, question, recommendation, updatedAt: at })) return false;
  const keptCriteria = new Set(content.criteria.map((each) => each.id));
  const keptOptions = new Set(content.options.map((each) => each.id));
  const stored = findComparison(tx, id);
  const goneCriteria = (stored?.criteria ?? []).filter((each) => !keptCriteria.has(each.id)).map((each) => each.id);
  const goneOptions = (stored?.options ?? []).filter((each) => !keptOptions.has(each.id)).map((each) => each.id);
  if (goneCriteria.length > 0) tx.delete(comparisonCriterion).where(inArray(comparisonCriterion.id, goneCriteria)).run();
  if (goneOptions.length > 0) tx.delete(comparisonOption).where(inArray(comparisonOption.id, goneOptions)).run();
  storeRows(tx, id, content);
  return true;
}

/** @param archivedAt null brings it back. False when somebody else saved first. */
export const setComparisonArchived = (tx: Tx, id: number, rowVersion: number, archivedAt: string | null): boolean => touch(tx, id, rowVersion, { archivedAt });

export type StoredAnswer = { readonly optionId: number; readonly criterionId: number; readonly userId: number; readonly value: number | null; readonly note: string };

export function storeOptionRatings(tx: Tx, answers: readonly StoredAnswer[], ratedAt: string): void {
  for (const answer of answers) {
    tx.insert(optionRating)
      .values({ ...answer, ratedAt })
      .onConflictDoUpdate({ target: [optionRating.optionId, optionRating.criterionId, optionRating.userId], set: { value: answer.value, note: answer.note, ratedAt } })
      .run();
  }
}

function storeRows(tx: Tx, comparisonId: number, { criteria, options }: ComparisonContent): void {
  criteria.forEach(({ id, ...fields }, position) => {
    const values = { ...fields, comparisonId, position };
    if (id === null) tx.insert(comparisonCriterion).values(values).run();
    else tx.update(comparisonCriterion).set(values).where(and(eq(comparisonCriterion.id, id), eq(comparisonCriterion.comparisonId, comparisonId))).run();
  });
  options.forEach(({ id, ...fields }, position) => {
    const values = { ...fields, comparisonId, position };
    if (id === null) tx.insert(comparisonOption).values(values).run();
    else tx.update(comparisonOption).set(values).where(and(eq(comparisonOption.id, id), eq(comparisonOption.comparisonId, comparisonId))).run();
  });
}

function touch(tx: Tx, id: number, rowVersion: number, fields: Partial<typeof optionComparison.$inferInsert>): boolean {
  const { changes } = tx
    .update(optionComparison)
    .set({ ...fields, rowVersion: rowVersion + 1 })
    .where(and(eq(optionComparison.id, id), eq(optionComparison.rowVersion, rowVersion)))
    .run();
  return changes === 1;
}
