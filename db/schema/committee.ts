import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, type AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { user } from "./administration.ts";
import { id, instant, isNotBlank, plainDateText } from "./columns.ts";

/** A frozen version (Fassung). Immutable by triggers: neither changed, nor replaced, nor deleted. */
export const snapshot = sqliteTable(
  "snapshot",
  {
    id: id(),
    /** Counts from 1 without gaps; what people call the version. */
    number: integer("number").notNull().unique(),
    title: text("title").notNull(),
    note: text("note").notNull().default(""),
    frozenAt: instant("frozen_at").notNull(),
    frozenBy: integer("frozen_by")
      .notNull()
      .references(() => user.id),
    previousSnapshotId: integer("previous_snapshot_id").references((): AnySQLiteColumn => snapshot.id),
    /** Self-contained canonical JSON of everything that was shown. */
    content: text("content").notNull(),
    /** Lower-case hex SHA-256 of `content` as UTF-8. */
    sha256: text("sha256").notNull(),
  },
  (table) => [
    index("snapshot_frozen_by").on(table.frozenBy),
    index("snapshot_previous").on(table.previousSnapshotId),
    check("snapshot_title", isNotBlank(table.title)),
    check("snapshot_content", sql`json_valid(${table.content})`),
    check("snapshot_sha256", sql`length(${table.sha256}) = 64`),
  ],
);

/** A version handed to a committee; before that only the administration sees it. */
export const submission = sqliteTable(
  "submission",
  {
    id: id(),
    snapshotId: integer("snapshot_id")
      .notNull()
      .unique()
      .references(() => snapshot.id),
    committee: text("committee").notNull(),
    meetingDate: plainDateText("meeting_date"),
    submittedAt: instant("submitted_at").notNull(),
    submittedBy: integer("submitted_by")
      .notNull()
      .references(() => user.id),
  },
  (table) => [index("submission_submitted_by").on(table.submittedBy), check("submission_committee", isNotBlank(table.committee))],
);

/** On a measure as it stands in a frozen version (or on the version as a whole, without a measure). Answers point to the comment they answer. */
export const comment = sqliteTable(
  "comment",
  {
    id: id(),
    snapshotId: integer("snapshot_id")
      .notNull()
      .references(() => snapshot.id),
    /** Id of the measure inside the version's content; the living measure may since have changed. */
    measureId: integer("measure_id"),
    parentId: integer("parent_id").references((): AnySQLiteColumn => comment.id),
    authorId: integer("author_id")
      .notNull()
      .references(() => user.id),
    text: text("text").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (table) => [
    index("comment_snapshot").on(table.snapshotId, table.measureId),
    index("comment_parent").on(table.parentId),
    index("comment_author").on(table.authorId),
    check("comment_text", isNotBlank(table.text)),
  ],
);
