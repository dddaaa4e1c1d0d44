import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { budgetSystems, orgUnitKinds } from "#app/domain/measures/vocabulary.ts";
import { roles } from "#app/domain/permissions/permissions.ts";
import { id, instant, isBetween, isNotBlank, isOneOf, rowVersion } from "./columns.ts";
import { importBatch } from "./import.ts";
import { raterGroup } from "./prioritisation.ts";

/** Exactly one row, id 1. */
export const municipality = sqliteTable(
  "municipality",
  {
    id: integer("id").primaryKey(),
    name: text("name").notNull(),
    /** ISO 3166-2 without the country: "NW", "BY". */
    land: text("land").notNull(),
    population: integer("population"),
    budgetSystem: text("budget_system", { enum: budgetSystems }).notNull(),
    /** Regular expressions the codes must match in full. */
    productPattern: text("product_pattern").notNull(),
    accountPattern: text("account_pattern").notNull(),
    firstFiscalYear: integer("first_fiscal_year").notNull(),
    /** Number of fiscal years planned, the budget year included. */
    fiscalHorizon: integer("fiscal_horizon").notNull(),
    /** 2: the budget is resolved for two years at once (Doppelhaushalt). No CHECK: the column was added to a table others refer to. */
    budgetPeriodYears: integer("budget_period_years").notNull().default(1),
    /** "#rrggbb" */
    brandColour: text("brand_colour").notNull(),
    isDemonstration: integer("is_demonstration", { mode: "boolean" }).notNull().default(false),
    rowVersion: rowVersion(),
  },
  (table) => [
    check("municipality_single", sql`${table.id} = 1`),
    check("municipality_name", isNotBlank(table.name)),
    check("municipality_budget_system", isOneOf(table.budgetSystem, budgetSystems)),
    check("municipality_first_fiscal_year", isBetween(table.firstFiscalYear, 2000, 2200)),
    check("municipality_fiscal_horizon", isBetween(table.fiscalHorizon, 1, 12)),
    check("municipality_brand_colour", sql`${table.brandColour} GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'`),
  ],
);

export const orgUnit = sqliteTable(
  "org_unit",
  {
    id: id(),
    parentId: integer("parent_id").references((): AnySQLiteColumn => orgUnit.id),
    kind: text("kind", { enum: orgUnitKinds }).notNull(),
    name: text("name").notNull(),
    shortName: text("short_name").notNull(),
    position: integer("position").notNull().default(0),
    archivedAt: instant("archived_at"),
    rowVersion: rowVersion(),
  },
  (table) => [
    index("org_unit_parent").on(table.parentId),
    uniqueIndex("org_unit_short_name").on(table.shortName),
    check("org_unit_kind", isOneOf(table.kind, orgUnitKinds)),
    check("org_unit_name", isNotBlank(table.name)),
    check("org_unit_not_own_parent", sql`${table.parentId} IS NULL OR ${table.parentId} <> ${table.id}`),
  ],
);

export const user = sqliteTable(
  "user",
  {
    id: id(),
    /** The log-in name; compared without regard to case. */
    email: text("email").notNull(),
    name: text("name").notNull(),
    role: text("role", { enum: roles }).notNull(),
    orgUnitId: integer("org_unit_id").references(() => orgUnit.id),
    /** In whose name this user rates; none means the user does not rate. */
    raterGroupId: integer("rater_group_id").references(() => raterGroup.id),
    parliamentaryGroup: text("parliamentary_group"),
    passwordHash: text("password_hash").notNull(),
    mustChangePassword: integer("must_change_password", { mode: "boolean" }).notNull().default(false),
    isDemonstration: integer("is_demonstration", { mode: "boolean" }).notNull().default(false),
    createdAt: instant("created_at").notNull(),
    deactivatedAt: instant("deactivated_at"),
    rowVersion: rowVersion(),
  },
  (table) => [
    uniqueIndex("user_email").on(sql`lower(${table.email})`),
    index("user_org_unit").on(table.orgUnitId),
    index("user_rater_group").on(table.raterGroupId),
    check("user_role", isOneOf(table.role, roles)),
    check("user_name", isNotBlank(table.name)),
  ],
);

export const session = sqliteTable(
  "session",
  {
    /** SHA-256 of the cookie's token; the token itself is never stored. */
    tokenHash: text("token_hash").primaryKey(),
    userId: integer("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
  },
  (table) => [index("session_user").on(table.userId)],
);

/** One row per account or address that failed to log in; gone after a success. */
export const loginThrottle = sqliteTable("login_throttle", {
  /** "account:…" or "address:…" */
  key: text("key").primaryKey(),
  failures: integer("failures").notNull(),
  blockedUntil: instant("blocked_until"),
  updatedAt: instant("updated_at").notNull(),
});

/** The one-time token that lets the first administrator be created. */
export const setupToken = sqliteTable("setup_token", {
  tokenHash: text("token_hash").primaryKey(),
  createdAt: instant("created_at").notNull(),
});

/** What a user had typed when a save failed; offered again on the same form. */
export const formDraft = sqliteTable(
  "form_draft",
  {
    id: id(),
    userId: integer("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    /** The path of the form, "/massnahmen/12/bearbeiten". */
    formPath: text("form_path").notNull(),
    /** JSON list of [name, value] pairs; no files, no passwords. */
    entries: text("entries").notNull(),
    savedAt: instant("saved_at").notNull(),
  },
  (table) => [uniqueIndex("form_draft_user_form").on(table.userId, table.formPath), check("form_draft_entries", sql`json_valid(${table.entries})`)],
);

/** Append-only by trigger: who changed what, when, from what to what. */
export const auditEvent = sqliteTable(
  "audit_event",
  {
    id: id(),
    at: instant("at").notNull(),
    /** Null when the program itself acts (seed, command line). */
    userId: integer("user_id").references(() => user.id),
    /** Verb in code words: "create", "update", "archive", "import", "undoImport", "freeze" … */
    action: text("action").notNull(),
    /** Table name of the aggregate root: "measure", "user" … */
    entity: text("entity").notNull(),
    entityId: integer("entity_id").notNull(),
    /** JSON of the changed fields only; null for a creation. */
    before: text("before"),
    /** JSON of the changed fields only; null for a deletion. */
    after: text("after"),
    /** Groups the events of one step, such as one import. */
    importBatchId: integer("import_batch_id").references(() => importBatch.id),
  },
  (table) => [
    index("audit_event_entity").on(table.entity, table.entityId),
    index("audit_event_user").on(table.userId),
    index("audit_event_import_batch").on(table.importBatchId),
    check("audit_event_before", sql`${table.before} IS NULL OR json_valid(${table.before})`),
    check("audit_event_after", sql`${table.after} IS NULL OR json_valid(${table.after})`),
  ],
);
