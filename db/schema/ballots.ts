import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { ballotKinds, ballotStates, leftoverRules } from "#app/domain/prioritisation/ballot-terms.ts";
import { user } from "./administration.ts";
import { amountCents, id, instant, isNotBlank, isOneOf, rowVersion } from "./columns.ts";
import { measure } from "./measures.ts";

/** An advisory ballot (Meinungsbild) of committee members under a budget. The formal vote happens in session. */
export const ballot = sqliteTable(
  "ballot",
  {
    id: id(),
    title: text("title").notNull(),
    question: text("question").notNull().default(""),
    kind: text("kind", { enum: ballotKinds }).notNull(),
    /** How many points a member may spend; null for approval ballots. */
    pointsPerMember: integer("points_per_member"),
    budgetCents: amountCents("budget_cents").notNull(),
    /** What happens with money that equal shares leave over; part of the rule. */
    leftoverRule: text("leftover_rule", { enum: leftoverRules }).notNull().default("addOne"),
    isSecret: integer("is_secret", { mode: "boolean" }).notNull().default(true),
    state: text("state", { enum: ballotStates }).notNull().default("draft"),
    createdAt: instant("created_at").notNull(),
    openedAt: instant("opened_at"),
    closedAt: instant("closed_at"),
    /** Canonical JSON of the election and its results, written with closing. */
    result: text("result"),
    rowVersion: rowVersion(),
  },
  (table) => [
    check("ballot_title", isNotBlank(table.title)),
    check("ballot_kind", isOneOf(table.kind, ballotKinds)),
    check("ballot_points", sql`(${table.kind} = 'points') = (${table.pointsPerMember} IS NOT NULL) AND ${table.pointsPerMember} >= 1`),
    check("ballot_budget", sql`${table.budgetCents} >= 0`),
    check("ballot_leftover", isOneOf(table.leftoverRule, leftoverRules)),
    check("ballot_state", isOneOf(table.state, ballotStates)),
    check("ballot_result", sql`(${table.state} = 'closed') = (${table.result} IS NOT NULL)`),
  ],
);

/** What is voted on, with title and cost as they were when the ballot was made. */
export const ballotItem = sqliteTable(
  "ballot_item",
  {
    ballotId: integer("ballot_id")
      .notNull()
      .references(() => ballot.id, { onDelete: "cascade" }),
    measureId: integer("measure_id")
      .notNull()
      .references(() => measure.id),
    title: text("title").notNull(),
    costCents: amountCents("cost_cents").notNull(),
  },
  (table) => [primaryKey({ columns: [table.ballotId, table.measureId] }), index("ballot_item_measure").on(table.measureId), check("ballot_item_cost", sql`${table.costCents} > 0`)],
);

/** Who may vote, and whether they have. In a secret ballot nothing leads from here to a paper. */
export const ballotMember = sqliteTable(
  "ballot_member",
  {
    ballotId: integer("ballot_id")
      .notNull()
      .references(() => ballot.id, { onDelete: "cascade" }),
    userId: integer("user_id")
      .notNull()
      .references(() => user.id),
    hasVoted: integer("has_voted", { mode: "boolean" }).notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.ballotId, table.userId] }), index("ballot_member_user").on(table.userId)],
);

/** One member's vote. The id is random, so that the order of the papers says nothing; `userId` only where the ballot is open. */
export const ballotPaper = sqliteTable(
  "ballot_paper",
  {
    id: text("id").primaryKey(),
    ballotId: integer("ballot_id")
      .notNull()
      .references(() => ballot.id, { onDelete: "cascade" }),
    userId: integer("user_id").references(() => user.id),
    /** JSON: points by measure id; an approval is one point. */
    choices: text("choices").notNull(),
  },
  (table) => [index("ballot_paper_ballot").on(table.ballotId), index("ballot_paper_user").on(table.userId)],
);
