import { and, asc, count, desc, eq, gte, isNull, lt, ne, sql, type SQL } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { auditEvent, municipality, orgUnit, raterGroup, user } from "#db/schema/index.ts";

export type MunicipalityRow = typeof municipality.$inferSelect;
export type OrgUnitRow = typeof orgUnit.$inferSelect;
export type UserRow = typeof user.$inferSelect;

export const findSettings = (db: DbOrTx): MunicipalityRow | null => db.select().from(municipality).where(eq(municipality.id, 1)).get() ?? null;

export function insertSettings(db: DbOrTx, values: Omit<typeof municipality.$inferInsert, "id">): void {
  db.insert(municipality).values({ id: 1, ...values }).run();
}

export function updateSettings(db: DbOrTx, values: Partial<MunicipalityRow>): void {
  db.update(municipality).set({ ...values, rowVersion: sql`${municipality.rowVersion} + 1` }).where(eq(municipality.id, 1)).run();
}

export const listOrgUnitRows = (db: DbOrTx): OrgUnitRow[] => db.select().from(orgUnit).orderBy(asc(orgUnit.position), asc(orgUnit.id)).all();
export const findOrgUnit = (db: DbOrTx, id: number): OrgUnitRow | null => db.select().from(orgUnit).where(eq(orgUnit.id, id)).get() ?? null;
export const insertOrgUnit = (db: DbOrTx, values: typeof orgUnit.$inferInsert): number => db.insert(orgUnit).values(values).returning({ id: orgUnit.id }).get().id;

export function updateOrgUnit(db: DbOrTx, id: number, values: Partial<OrgUnitRow>): void {
  db.update(orgUnit).set({ ...values, rowVersion: sql`${orgUnit.rowVersion} + 1` }).where(eq(orgUnit.id, id)).run();
}

/** False when something still refers to the unit; then nothing is deleted. */
export function deleteOrgUnitIfUnused(db: DbOrTx, id: number): boolean {
  try {
    db.delete(orgUnit).where(eq(orgUnit.id, id)).run();
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "SQLITE_CONSTRAINT_FOREIGNKEY") return false;
    throw error;
  }
}

/** Everybody with an account, active ones first, by name. */
export function listUserRows(db: DbOrTx): Array<{ user: UserRow; orgUnit: string | null }> {
  return db
    .select({ user, orgUnit: orgUnit.shortName })
    .from(user)
    .leftJoin(orgUnit, eq(user.orgUnitId, orgUnit.id))
    .orderBy(sql`${user.deactivatedAt} IS NOT NULL`, asc(user.name), asc(user.id))
    .all();
}

export const insertUser = (db: DbOrTx, values: typeof user.$inferInsert): number => db.insert(user).values(values).returning({ id: user.id }).get().id;

export function updateUser(db: DbOrTx, id: number, values: Partial<UserRow>): void {
  db.update(user).set({ ...values, rowVersion: sql`${user.rowVersion} + 1` }).where(eq(user.id, id)).run();
}

export function isEmailTaken(db: DbOrTx, email: string, exceptUserId: number): boolean {
  return db.select({ id: user.id }).from(user).where(and(sql`lower(${user.email}) = lower(${email})`, ne(user.id, exceptUserId))).get() !== undefined;
}

export function countActiveAdmins(db: DbOrTx): number {
  return db.select({ admins: count() }).from(user).where(and(eq(user.role, "admin"), isNull(user.deactivatedAt))).get()?.admins ?? 0;
}

export const listRaterGroups = (db: DbOrTx): Array<{ id: number; name: string }> =>
  db.select({ id: raterGroup.id, name: raterGroup.name }).from(raterGroup).orderBy(asc(raterGroup.id)).all();

export type AuditFilter = { readonly entity: string | null; readonly userId: number | null; readonly from: string | null; readonly before: string | null; readonly withoutUsers: boolean };

/** One page of the audit log, the latest first, with how many events there are in all. */
export function listAuditEvents(db: DbOrTx, { entity, userId, from, before, withoutUsers }: AuditFilter, { offset, limit }: { offset: number; limit: number }) {
  const conditions: SQL[] = [];
  if (entity !== null) conditions.push(eq(auditEvent.entity, entity));
  if (userId !== null) conditions.push(eq(auditEvent.userId, userId));
  if (from !== null) conditions.push(gte(auditEvent.at, from));
  if (before !== null) conditions.push(lt(auditEvent.at, before));
  if (withoutUsers) conditions.push(ne(auditEvent.entity, "user"));
  const where = and(...conditions);
  const total = db.select({ events: count() }).from(auditEvent).where(where).get()?.events ?? 0;
  const events = db
    .select({ id: auditEvent.id, at: auditEvent.at, action: auditEvent.action, entity: auditEvent.entity, entityId: auditEvent.entityId, before: auditEvent.before, after: auditEvent.after, userName: user.name })
    .from(auditEvent)
    .leftJoin(user, eq(auditEvent.userId, user.id))
    .where(where)
    .orderBy(desc(auditEvent.id))
    .limit(limit)
    .offset(offset)
    .all();
  return { total, events };
}

export const listAuditEntities = (db: DbOrTx): string[] => db.selectDistinct({ entity: auditEvent.entity }).from(auditEvent).orderBy(asc(auditEvent.entity)).all().map((row) => row.entity);
