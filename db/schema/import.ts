import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { user } from "./administration.ts";
import { id, instant, isOneOf } from "./columns.ts";
import { measure } from "./measures.ts";

export const importStates = ["uploaded", "imported", "undone"] as const;
export const importDecisions = ["create", "update", "skip"] as const;

/** One uploaded list on its way into measures. */
export const importBatch = sqliteTable(
  "import_batch",
  {
    id: id(),
    userId: integer("user_id")
      .notNull()
      .references(() => user.id),
    fileName: text("file_name").notNull(),
    /** How the file was read, for the user to check: JSON {format, encoding, delimiter, sheet}. */
    reading: text("reading").notNull(),
    /** JSON list of the file's headings. */
    headings: text("headings").notNull(),
    /** JSON list, one field name or null per heading, as recognised or corrected by hand. */
    columns: text("columns").notNull(),
    /** JSON object: what a person said unknown words mean, {"unit:it-abteilung": 7, "status:läuft": "inProgress"}. */
    wordChoices: text("word_choices").notNull().default("{}"),
    state: text("state", { enum: importStates }).notNull(),
    uploadedAt: instant("uploaded_at").notNull(),
    importedAt: instant("imported_at"),
    undoneAt: instant("undone_at"),
  },
  (table) => [
    index("import_batch_user").on(table.userId),
    check("import_batch_state", isOneOf(table.state, importStates)),
    check("import_batch_json", sql`json_valid(${table.reading}) AND json_valid(${table.headings}) AND json_valid(${table.columns})`),
  ],
);

export const importRow = sqliteTable(
  "import_row",
  {
    batchId: integer("batch_id")
      .notNull()
      .references(() => importBatch.id, { onDelete: "cascade" }),
    /** Row number in the file, as the user's spreadsheet shows it. */
    rowNumber: integer("row_number").notNull(),
    /** JSON list of cell texts (or numbers and dates of a spreadsheet), one per heading. */
    cells: text("cells").notNull(),
    /** The user's choice; null: the proposal stands. */
    decision: text("decision", { enum: importDecisions }),
    /** JSON object: amounts in cents that a person confirmed where the text is ambiguous or approximate, by column position. */
    confirmedAmounts: text("confirmed_amounts").notNull().default("{}"),
    /** The measure that was created or updated. */
    measureId: integer("measure_id").references(() => measure.id, { onDelete: "set null" }),
  },
  (table) => [
    primaryKey({ columns: [table.batchId, table.rowNumber] }),
    index("import_row_measure").on(table.measureId),
    check("import_row_cells", sql`json_valid(${table.cells})`),
    check("import_row_decision", isOneOf(table.decision, importDecisions)),
  ],
);
