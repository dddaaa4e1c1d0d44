import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant, isNotBlank, rowVersion } from "./columns.ts";

export const actionField = sqliteTable(
  "action_field",
  {
    id: id(),
    name: text("name").notNull().unique(),
    description: text("description").notNull().default(""),
    position: integer("position").notNull().default(0),
    archivedAt: instant("archived_at"),
    rowVersion: rowVersion(),
  },
  (table) => [check("action_field_name", isNotBlank(table.name))],
);

export const goal = sqliteTable(
  "goal",
  {
    id: id(),
    actionFieldId: integer("action_field_id").references(() => actionField.id),
    title: text("title").notNull(),
    description: text("description").notNull().default(""),
    position: integer("position").notNull().default(0),
    archivedAt: instant("archived_at"),
    rowVersion: rowVersion(),
  },
  (table) => [index("goal_action_field").on(table.actionFieldId), check("goal_title", isNotBlank(table.title))],
);
