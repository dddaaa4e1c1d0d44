import type { z } from "zod";
import { cents } from "#app/domain/money/cents.ts";
import type { planningSettings, scenarioChanges } from "./scenario-schema.ts";

/** What the officer wants of a plan; read by a schema of its own, which the planner's threads need not load. */
export type PlanningSettings = Readonly<z.infer<typeof planningSettings>>;

export const defaultSettings: PlanningSettings = {
  priorityWeight: 100,
  savingWeight: 0,
  lateDiscountPercent: 30,
  includeIdeas: true,
  unknownEstimates: "leaveOut",
  assumedDurationQuarters: 4,
  assumedCostCents: cents(25_000_00),
  assumedPersonDays: 40,
  stability: 0,
};

export const measureSwitches = ["leaveOut", "mandatory", "fixed", "free"] as const;
export type MeasureSwitch = (typeof measureSwitches)[number];

/** In what a scenario differs from the live plan. */
export type ScenarioChanges = Readonly<z.infer<typeof scenarioChanges>>;

export const noChanges: ScenarioChanges = { capacities: [], frames: [], lines: [], posts: [], measures: [] };
