import { z } from "zod";
import { ZERO_CENTS } from "#app/domain/money/cents.ts";
import { planSeconds } from "#app/domain/planning/search-time.ts";
import type { PlanningSettings } from "#app/domain/planning/scenario.ts";
import { t } from "#app/i18n/de/planner.ts";
import { amountField } from "./fields.ts";
import { wholeNumber } from "./plain-fields.ts";

const whole = (min: number, max: number) => wholeNumber(min, max, t("problem.wholeNumber", { min, max }));
const ticked = z
  .string()
  .optional()
  .transform((value) => value === "on");

/** The fields of {@link PlanningSettings}, as a form sends them; for runs of the live plan and of scenarios. */
export const settingsFields = {
  priorityWeight: whole(0, 100),
  savingWeight: whole(0, 100),
  lateDiscountPercent: whole(0, 100),
  includeIdeas: ticked,
  unknownEstimates: z.enum(["leaveOut", "assume"], { error: t("problem.choiceMissing") }),
  assumedDurationQuarters: whole(1, 40),
  assumedCostCents: amountField.transform((amount) => amount ?? ZERO_CENTS),
  assumedPersonDays: whole(0, 100_000),
  stability: whole(0, 100),
};

export const StartRunForm = z
  .object({ ...settingsFields, seconds: z.enum(planSeconds.map(String), { error: t("problem.secondsNotOffered") }).transform(Number) })
  .transform(({ seconds, ...settings }): { readonly seconds: number; readonly settings: PlanningSettings } => ({ seconds, settings }));
