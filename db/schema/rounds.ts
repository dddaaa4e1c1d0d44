import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { disclosures, roundStates, weightingMethods } from "#app/domain/prioritisation/round.ts";
import { user } from "./administration.ts";
import { id, instant, isBetween, isNotBlank, isOneOf, plainDateText, rowVersion } from "./columns.ts";
import { measure } from "./measures.ts";
import { criterion, raterGroup } from "./prioritisation.ts";

/**
 * A prioritisation round (Prioritätsrunde): open while people rate, closed when its content is frozen, adopted when its
 * order is the municipality's. A closed round's content and hash never change (triggers of migration 0003).
 */
export const prioritisationRound = sqliteTable(
  "prioritisation_round",
  {
    id: id(),
    title: text("title").notNull().unique(),
    question: text("question").notNull().default(""),
    state: text("state", { enum: roundStates }).notNull().default("open"),
    disclosure: text("disclosure", { enum: disclosures }).notNull().default("byGroup"),
    openedAt: instant("opened_at").notNull(),
    closedAt: instant("closed_at"),
    adoptedAt: instant("adopted_at"),
    /** What the adoption rests on, such as a resolution with its number. */
    adoptedNote: text("adopted_note").notNull().default(""),
    /** Canonical JSON of everything the result is computed from, and the result; null while open. */
    content: text("content"),
    contentHash: text("content_hash"),
    rowVersion: rowVersion(),
  },
  (table) => [
    check("prioritisation_round_title", isNotBlank(table.title)),
    check("prioritisation_round_state", isOneOf(table.state, roundStates)),
    check("prioritisation_round_disclosure", isOneOf(table.disclosure, disclosures)),
    check("prioritisation_round_frozen", sql`(${table.state} = 'open') = (${table.content} IS NULL) AND (${table.content} IS NULL) = (${table.contentHash} IS NULL)`),
    check("prioritisation_round_closed", sql`(${table.state} = 'open') = (${table.closedAt} IS NULL)`),
    check("prioritisation_round_adopted", sql`(${table.state} = 'adopted') = (${table.adoptedAt} IS NOT NULL)`),
  ],
);

/** The criteria set of a round, each with the weight that holds for groups without weights of their own. */
export const roundCriterion = sqliteTable(
  "round_criterion",
  {
    roundId: integer("round_id")
      .notNull()
      .references(() => prioritisationRound.id, { onDelete: "cascade" }),
    criterionId: integer("criterion_id")
      .notNull()
      .references(() => criterion.id),
    weight: integer("weight").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.criterionId] }),
    index("round_criterion_criterion").on(table.criterionId),
    check("round_criterion_weight", isBetween(table.weight, 0, 100)),
  ],
);

/** A group that takes part in a round: how much it weighs, until when it rates, how it weighs the criteria. */
export const roundGroup = sqliteTable(
  "round_group",
  {
    roundId: integer("round_id")
      .notNull()
      .references(() => prioritisationRound.id, { onDelete: "cascade" }),
    raterGroupId: integer("rater_group_id")
      .notNull()
      .references(() => raterGroup.id),
    weight: integer("weight").notNull(),
    ratesUntil: plainDateText("rates_until"),
    weightingMethod: text("weighting_method", { enum: weightingMethods }).notNull().default("standard"),
    rowVersion: rowVersion(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.raterGroupId] }),
    index("round_group_rater_group").on(table.raterGroupId),
    check("round_group_weight", isBetween(table.weight, 0, 100)),
    check("round_group_method", isOneOf(table.weightingMethod, weightingMethods)),
  ],
);

/** A group's own points for a criterion (0 to 100), whatever method they come from. */
export const groupWeight = sqliteTable(
  "group_weight",
  {
    roundId: integer("round_id")
      .notNull()
      .references(() => prioritisationRound.id, { onDelete: "cascade" }),
    raterGroupId: integer("rater_group_id")
      .notNull()
      .references(() => raterGroup.id),
    criterionId: integer("criterion_id")
      .notNull()
      .references(() => criterion.id),
    weight: integer("weight").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.raterGroupId, table.criterionId] }),
    index("group_weight_rater_group").on(table.raterGroupId),
    index("group_weight_criterion").on(table.criterionId),
    check("group_weight_weight", isBetween(table.weight, 0, 100)),
  ],
);

/** A group's comparison of two criteria, the one with the smaller id first; see the domain for what the intensity means. */
export const pairwiseJudgement = sqliteTable(
  "pairwise_judgement",
  {
    roundId: integer("round_id")
      .notNull()
      .references(() => prioritisationRound.id, { onDelete: "cascade" }),
    raterGroupId: integer("rater_group_id")
      .notNull()
      .references(() => raterGroup.id),
    firstCriterionId: integer("first_criterion_id")
      .notNull()
      .references(() => criterion.id),
    secondCriterionId: integer("second_criterion_id")
      .notNull()
      .references(() => criterion.id),
    /** 0: equally important; n > 0: the first n + 1 times as important as the second; n < 0: the other way round. */
    intensity: integer("intensity").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.raterGroupId, table.firstCriterionId, table.secondCriterionId] }),
    index("pairwise_judgement_rater_group").on(table.raterGroupId),
    index("pairwise_judgement_first").on(table.firstCriterionId),
    index("pairwise_judgement_second").on(table.secondCriterionId),
    check("pairwise_judgement_order", sql`${table.firstCriterionId} < ${table.secondCriterionId}`),
    check("pairwise_judgement_intensity", isBetween(table.intensity, -8, 8)),
  ],
);

/** A place given by hand, with the reason that is shown wherever the place is. */
export const priorityOverride = sqliteTable(
  "priority_override",
  {
    roundId: integer("round_id")
      .notNull()
      .references(() => prioritisationRound.id, { onDelete: "cascade" }),
    measureId: integer("measure_id")
      .notNull()
      .references(() => measure.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    reason: text("reason").notNull(),
    userId: integer("user_id")
      .notNull()
      .references(() => user.id),
    decidedAt: instant("decided_at").notNull(),
    rowVersion: rowVersion(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.measureId] }),
    index("priority_override_measure").on(table.measureId),
    index("priority_override_user").on(table.userId),
    check("priority_override_position", sql`${table.position} >= 1`),
    check("priority_override_reason", isNotBlank(table.reason)),
  ],
);

/** The order in force: the result of the round adopted last, written with its adoption. Measures without a row have no place yet. */
export const measurePriority = sqliteTable(
  "measure_priority",
  {
    measureId: integer("measure_id")
      .primaryKey()
      .references(() => measure.id, { onDelete: "cascade" }),
    roundId: integer("round_id")
      .notNull()
      .references(() => prioritisationRound.id),
    position: integer("position").notNull(),
    /** Tenths of a point, 0 to 1000; null where only a hand gave the place. */
    scoreTenths: integer("score_tenths"),
    /** Why a hand gave the place; empty where it was computed. */
    overrideReason: text("override_reason").notNull().default(""),
  },
  (table) => [index("measure_priority_round").on(table.roundId), check("measure_priority_position", sql`${table.position} >= 1`)],
);

/** Weights somebody tried out and wants to be discussed; they change nothing. */
export const weightProposal = sqliteTable(
  "weight_proposal",
  {
    id: id(),
    roundId: integer("round_id")
      .notNull()
      .references(() => prioritisationRound.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    /** JSON: weight by criterion id. */
    weights: text("weights").notNull(),
    userId: integer("user_id")
      .notNull()
      .references(() => user.id),
    proposedAt: instant("proposed_at").notNull(),
  },
  (table) => [index("weight_proposal_round").on(table.roundId), index("weight_proposal_user").on(table.userId), check("weight_proposal_title", isNotBlank(table.title))],
);
