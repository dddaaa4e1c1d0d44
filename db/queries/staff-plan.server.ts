import { and, asc, desc, eq, ne } from "drizzle-orm";
import type { PayRate, Post, TeamStaffing } from "#app/domain/resources/posts.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { preparedOnce } from "#db/prepared.server.ts";
import { remembered } from "#db/remembered.server.ts";
import { payRate, post, staffDemand, teamStaffing } from "#db/schema/index.ts";

export type PostFields = Omit<Post, "id" | "rowVersion">;
export type StaffingFields = Omit<TeamStaffing, "id" | "rowVersion">;
export type PayRateFields = Omit<PayRate, "id" | "rowVersion">;

const posts = preparedOnce((db) => db.select().from(post).orderBy(asc(post.title), asc(post.id)).prepare());
const staffing = preparedOnce((db) => db.select().from(teamStaffing).orderBy(asc(teamStaffing.teamId), asc(teamStaffing.fromQuarter)).prepare());
const payRates = preparedOnce((db) => db.select().from(payRate).orderBy(asc(payRate.kind), asc(payRate.payGrade), desc(payRate.validFrom)).prepare());

/** By title. */
export const listPosts = remembered((db: DbOrTx): readonly Post[] => posts(db).all());
/** By team, then quarter. */
export const listStaffing = remembered((db: DbOrTx): readonly TeamStaffing[] => staffing(db).all());
/** By kind and pay grade, the newest first. */
export const listPayRates = remembered((db: DbOrTx): readonly PayRate[] => payRates(db).all());

/** What posts and measures name as what staff is for, once each, by name. */
export const listPurposes = remembered((db: DbOrTx): readonly string[] => {
  const named = [...db.selectDistinct({ purpose: post.purpose }).from(post).all(), ...db.selectDistinct({ purpose: staffDemand.purpose }).from(staffDemand).all()];
  return [...new Set(named.map(({ purpose }) => purpose.trim()).filter((purpose) => purpose !== ""))].sort((a, b) => a.localeCompare(b, "de"));
});

export const findPost = (db: DbOrTx, postId: number): Post | null => db.select().from(post).where(eq(post.id, postId)).get() ?? null;
export const insertPost = (tx: DbOrTx, fields: PostFields): number => tx.insert(post).values(fields).returning({ id: post.id }).get().id;

/** False when somebody else saved first. */
export const updatePost = (tx: DbOrTx, postId: number, rowVersion: number, fields: PostFields): boolean =>
  tx
    .update(post)
    .set({ ...fields, rowVersion: rowVersion + 1 })
    .where(and(eq(post.id, postId), eq(post.rowVersion, rowVersion)))
    .run().changes === 1;

/** False when somebody else saved first. */
export const deletePost = (tx: DbOrTx, postId: number, rowVersion: number): boolean =>
  tx
    .delete(post)
    .where(and(eq(post.id, postId), eq(post.rowVersion, rowVersion)))
    .run().changes === 1;

export const findStaffing = (db: DbOrTx, staffingId: number): TeamStaffing | null => db.select().from(teamStaffing).where(eq(teamStaffing.id, staffingId)).get() ?? null;
export const isStaffingQuarterTaken = (db: DbOrTx, { teamId, fromQuarter }: Pick<TeamStaffing, "teamId" | "fromQuarter">, exceptId: number): boolean =>
  db
    .select({ id: teamStaffing.id })
    .from(teamStaffing)
    .where(and(eq(teamStaffing.teamId, teamId), eq(teamStaffing.fromQuarter, fromQuarter), ne(teamStaffing.id, exceptId)))
    .get() !== undefined;
export const insertStaffing = (tx: DbOrTx, fields: StaffingFields): number => tx.insert(teamStaffing).values(fields).returning({ id: teamStaffing.id }).get().id;
export const updateStaffing = (tx: DbOrTx, staffingId: number, rowVersion: number, fields: StaffingFields): boolean =>
  tx
    .update(teamStaffing)
    .set({ ...fields, rowVersion: rowVersion + 1 })
    .where(and(eq(teamStaffing.id, staffingId), eq(teamStaffing.rowVersion, rowVersion)))
    .run().changes === 1;
export const deleteStaffing = (tx: DbOrTx, staffingId: number, rowVersion: number): boolean =>
  tx
    .delete(teamStaffing)
    .where(and(eq(teamStaffing.id, staffingId), eq(teamStaffing.rowVersion, rowVersion)))
    .run().changes === 1;

export const findPayRate = (db: DbOrTx, rateId: number): PayRate | null => db.select().from(payRate).where(eq(payRate.id, rateId)).get() ?? null;
export const isPayRateTaken = (db: DbOrTx, { kind, payGrade, validFrom }: Pick<PayRate, "kind" | "payGrade" | "validFrom">, exceptId: number): boolean =>
  db
    .select({ id: payRate.id })
    .from(payRate)
    .where(and(eq(payRate.kind, kind), eq(payRate.payGrade, payGrade), eq(payRate.validFrom, validFrom), ne(payRate.id, exceptId)))
    .get() !== undefined;
export const insertPayRate = (tx: DbOrTx, fields: PayRateFields): number => tx.insert(payRate).values(fields).returning({ id: payRate.id }).get().id;
export const updatePayRate = (tx: DbOrTx, rateId: number, rowVersion: number, fields: PayRateFields): boolean =>
  tx
    .update(payRate)
    .set({ ...fields, rowVersion: rowVersion + 1 })
    .where(and(eq(payRate.id, rateId), eq(payRate.rowVersion, rowVersion)))
    .run().changes === 1;
export const deletePayRate = (tx: DbOrTx, rateId: number, rowVersion: number): boolean =>
  tx
    .delete(payRate)
    .where(and(eq(payRate.id, rateId), eq(payRate.rowVersion, rowVersion)))
    .run().changes === 1;
