import { z } from "zod";
import { assumedFigures, gapHundredths, leftOutReasons, type Plan } from "#app/domain/planning/plan.ts";
import type { PlannerInput } from "#app/domain/planning/planner-input.ts";
import type { PlanningSettings } from "#app/domain/planning/scenario.ts";
import { centsSchema } from "./portfolio-schema.ts";

/** The computed plan that was taken over last, as far as a committee must know it to judge the dates of the version. */
export const frozenAdoptedPlanSchema = z.object({
  runId: z.number().int(),
  /** Null: computed for the live data. */
  scenario: z.string().nullable(),
  computedAt: z.string(),
  adoptedAt: z.string(),
  adoptedBy: z.string(),
  /** Measures whose dates were taken over. */
  takenCount: z.number().int(),
  placedCount: z.number().int(),
  objective: z.number(),
  /** Null where mandatory measures found no place: no plan with all of them is comparable. */
  bound: z.number().nullable(),
  seed: z.number(),
  steps: z.number(),
  seconds: z.number(),
  plannerVersion: z.string(),
  inputHash: z.string(),
  /** What was assumed for figures nobody knows; null where such measures were left out. */
  assumptions: z.object({ durationQuarters: z.number(), costCents: centsSchema, personDays: z.number() }).nullable(),
  assumed: z.array(z.object({ measureId: z.number(), title: z.string(), figures: z.array(z.enum(assumedFigures)) })),
  leftOut: z.array(z.object({ measureId: z.number(), title: z.string(), reason: z.enum(leftOutReasons), mandatory: z.boolean() })),
});
export type FrozenAdoptedPlan = z.infer<typeof frozenAdoptedPlanSchema>;

/** What the section is made of: the run with all that was frozen with it, and the adoption. */
export type AdoptedPlanSource = {
  readonly run: { readonly id: number; readonly scenarioName: string | null; readonly startedAt: string; readonly seconds: number; readonly inputHash: string };
  readonly adoption: { readonly adoptedAt: string; readonly adoptedBy: string; readonly changes: readonly unknown[] };
  readonly plan: Plan;
  readonly input: Pick<PlannerInput, "measures">;
  readonly settings: PlanningSettings;
};

export function freezeAdoptedPlan({ run, adoption, plan, input, settings }: AdoptedPlanSource): FrozenAdoptedPlan {
  const titles = new Map(input.measures.map(({ id, title }) => [id, title]));
  const titleOf = (measureId: number) => titles.get(measureId) ?? "";
  const isComplete = !plan.leftOut.some(({ mandatory, reason }) => mandatory && reason === "notChosen");
  return {
    runId: run.id,
    scenario: run.scenarioName,
    computedAt: run.startedAt,
    adoptedAt: adoption.adoptedAt,
    adoptedBy: adoption.adoptedBy,
    takenCount: adoption.changes.length,
    placedCount: plan.placed.length,
    objective: plan.objective,
    bound: isComplete ? plan.bound : null,
    ...{ seed: plan.seed, steps: plan.steps, seconds: run.seconds, plannerVersion: plan.plannerVersion, inputHash: run.inputHash },
    assumptions: settings.unknownEstimates === "leaveOut" ? null : { durationQuarters: settings.assumedDurationQuarters, costCents: settings.assumedCostCents, personDays: settings.assumedPersonDays },
    assumed: plan.placed.flatMap(({ measureId, assumed }) => (assumed.length === 0 ? [] : [{ measureId, title: titleOf(measureId), figures: [...assumed] }])),
    leftOut: plan.leftOut.map(({ measureId, reason, mandatory }) => ({ measureId, title: titleOf(measureId), reason, mandatory })),
  };
}

/** How far below the best possible plan it may lie at most, in hundredths of a percent; null where that is not known. */
export const gapOfAdopted = ({ objective, bound }: FrozenAdoptedPlan): number | null => (bound === null ? null : gapHundredths({ objective, bound }));
