import { sql, type SQL } from "drizzle-orm";
import { integer, text, type AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Cents } from "#app/domain/money/cents.ts";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { Quarter } from "#app/domain/calendar/quarter.ts";

/** Column kinds that recur in every aggregate, with the CHECK that belongs to each. */
export const id = () => integer("id").primaryKey({ autoIncrement: true });
export const amountCents = (name: string) => integer(name).$type<Cents>();
export const quarterText = (name: string) => text(name).$type<Quarter>();
export const plainDateText = (name: string) => text(name).$type<PlainDate>();
/** ISO instant in UTC, "2026-11-22T20:34:41.000Z". */
export const instant = (name: string) => text(name);
/** Counts up with every change; a save that names an older one is a conflict. */
export const rowVersion = () => integer("row_version").notNull().default(1);

export const isOneOf = (column: AnySQLiteColumn, values: readonly string[]): SQL =>
  sql`${column} IN (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`;
export const isQuarter = (column: AnySQLiteColumn): SQL => sql`${column} GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'`;
export const isPlainDate = (column: AnySQLiteColumn): SQL => sql`${column} IS date(${column})`;
export const isBetween = (column: AnySQLiteColumn, low: number, high: number): SQL =>
  sql`${column} BETWEEN ${sql.raw(String(low))} AND ${sql.raw(String(high))}`;
export const isNotBlank = (column: AnySQLiteColumn): SQL => sql`trim(${column}) <> ''`;
