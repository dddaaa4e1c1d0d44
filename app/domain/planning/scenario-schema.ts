import { z } from "zod";
import { quarter, parseQuarter } from "#app/domain/calendar/quarter.ts";
import { budgetKinds } from "#app/domain/measures/vocabulary.ts";
import { cents } from "#app/domain/money/cents.ts";
import { measureSwitches } from "./scenario.ts";

const quarterValue = z.string().refine((text) => parseQuarter(text) !== null).transform(quarter);
const amount = z.number().int().nonnegative().transform(cents);
const id = z.number().int().positive();

/** What the officer wants of a plan: how its value is counted, and what happens where estimates are missing. */
export const planningSettings = z.object({
  /** Weight of the priority score; 0 to 100. The shares of the three weights are computed from their sum. */
  priorityWeight: z.number().int().min(0).max(100),
  /** Weight of savings a year; 0 to 100. */
  savingWeight: z.number().int().min(0).max(100),
  /** By how many percent a measure loses value when it ends at the end of the horizon instead of at once; 0 to 100. */
  lateDiscountPercent: z.number().int().min(0).max(100),
  /** Are ideas planned, too? */
  includeIdeas: z.boolean(),
  /** Measures whose duration, cost or effort nobody knows. */
  unknownEstimates: z.enum(["leaveOut", "assume"]),
  /** What is assumed for each unknown figure; marked wherever the plan is shown. */
  assumedDurationQuarters: z.number().int().min(1).max(40),
  assumedCostCents: amount,
  assumedPersonDays: z.number().int().min(0).max(100_000),
  /** How strongly measures stay where they are; 0 plans anew. 0 to 100. */
  stability: z.number().int().min(0).max(100),
});

/** In what a scenario differs from the live plan. Everything not named is as in the live plan at the time it is planned. */
export const scenarioChanges = z.object({
  /** Person-days a quarter more or less for a team, both quarters included. Capacity never falls below zero. */
  capacities: z.array(z.object({ teamId: id, fromQuarter: quarterValue, toQuarter: quarterValue, deltaPersonDays: z.number().int().min(-100_000).max(100_000) })),
  /** Another frame; null: no frame. */
  frames: z.array(z.object({ fiscalYear: z.number().int().min(2000).max(2200), budgetKind: z.enum(budgetKinds), amountCents: amount.nullable() })),
  /** Another appropriation of a budget line that limits the plan. */
  lines: z.array(z.object({ lineId: id, appropriationCents: amount })),
  /** Does the plan count on the post? */
  posts: z.array(z.object({ postId: id, counted: z.boolean() })),
  measures: z.array(z.object({ measureId: id, choice: z.enum(measureSwitches) })),
});
