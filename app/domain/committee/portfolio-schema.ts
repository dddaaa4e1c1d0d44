import { z } from "zod";
import { parsePlainDate, type PlainDate } from "#app/domain/calendar/plain-date.ts";
import { parseQuarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import {
  benefitKinds,
  budgetKinds,
  budgetSystems,
  cashDirections,
  costProfiles,
  costRhythms,
  demandBases,
  effectDirections,
  measureStatuses,
  orgUnitKinds,
  planningHorizons,
  raterGroupKinds,
  staffSources,
  targetGroups,
  trafficLights,
} from "#app/domain/measures/vocabulary.ts";
import type { Cents } from "#app/domain/money/cents.ts";
import { disclosures, roundStates } from "#app/domain/prioritisation/round.ts";

/** Reads a portfolio back from a frozen version. Written out in full: what is not named here would be lost. */
const id = z.number().int();
export const centsSchema = z.number().int().transform((value) => value as Cents);
export const quarterSchema = z.string().refine((text) => parseQuarter(text) !== null).transform((text) => text as Quarter);
export const plainDateSchema = z.string().refine((text) => parsePlainDate(text) !== null).transform((text) => text as PlainDate);

const costItem = z.object({
  id,
  title: z.string(),
  rhythm: z.enum(costRhythms),
  budgetKind: z.enum(budgetKinds),
  direction: z.enum(cashDirections),
  budgetProduct: z.string(),
  budgetAccount: z.string(),
  profile: z.enum(costProfiles),
  amountCents: centsSchema.nullable(),
  estimateNote: z.string(),
  rowVersion: z.number(),
});

const staffDemand = z.object({
  id,
  teamId: id.nullable(),
  orgUnitId: id.nullable(),
  basis: z.enum(demandBases),
  personDays: z.number().nullable(),
  staffSource: z.enum(staffSources),
  // Missing in versions frozen before demands had one.
  purpose: z.string().default(""),
  note: z.string(),
  rowVersion: z.number(),
});

const benefit = z.object({
  id,
  kind: z.enum(benefitKinds),
  amountCents: centsSchema.nullable(),
  hoursPerYear: z.number().nullable(),
  description: z.string(),
  estimateBasis: z.string(),
  rowVersion: z.number(),
});

const milestone = z.object({ id, title: z.string(), dueDate: plainDateSchema, reachedOn: plainDateSchema.nullable(), rowVersion: z.number() });

const measure = z.object({
  id,
  title: z.string(),
  summary: z.string(),
  description: z.string(),
  actionFieldId: id.nullable(),
  effectDirection: z.enum(effectDirections).nullable(),
  targetGroups: z.array(z.enum(targetGroups)),
  leadUnitId: id.nullable(),
  participatingUnitIds: z.array(id),
  goalIds: z.array(id),
  responsiblePerson: z.string(),
  status: z.enum(measureStatuses),
  permanentTask: z.boolean(),
  planningHorizon: z.enum(planningHorizons).nullable(),
  startQuarter: quarterSchema.nullable(),
  endQuarter: quarterSchema.nullable(),
  timeframeText: z.string(),
  earliestStart: plainDateSchema.nullable(),
  deadline: plainDateSchema.nullable(),
  deadlineReason: z.string(),
  progressPercent: z.number().nullable(),
  trafficLight: z.enum(trafficLights).nullable(),
  trafficLightReason: z.string(),
  source: z.string(),
  externalReference: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  archivedAt: z.string().nullable(),
  rowVersion: z.number(),
  milestones: z.array(milestone),
  costItems: z.array(costItem),
  staffDemands: z.array(staffDemand),
  benefits: z.array(benefit),
});

const municipality = z.object({
  name: z.string(),
  land: z.string(),
  population: z.number().nullable(),
  budgetSystem: z.enum(budgetSystems),
  productPattern: z.string(),
  accountPattern: z.string(),
  firstFiscalYear: z.number(),
  fiscalHorizon: z.number(),
  budgetPeriodYears: z.number().optional(),
  brandColour: z.string(),
  isDemonstration: z.boolean(),
});

export const portfolioSchema = z.object({
  municipality,
  orgUnits: z.array(z.object({ id, parentId: id.nullable(), kind: z.enum(orgUnitKinds), name: z.string(), shortName: z.string(), position: z.number() })),
  actionFields: z.array(z.object({ id, name: z.string(), description: z.string(), position: z.number() })),
  goals: z.array(z.object({ id, actionFieldId: id.nullable(), title: z.string(), description: z.string(), position: z.number() })),
  measures: z.array(measure),
  dependencies: z.array(z.object({ id, predecessorId: id, successorId: id, lagQuarters: z.number() })),
  teams: z.array(z.object({ id, orgUnitId: id, name: z.string(), position: z.number(), archived: z.literal(true).optional() })),
  capacities: z.array(z.object({ teamId: id, quarter: quarterSchema, personDays: z.number() })),
  budgetFrames: z.array(z.object({ fiscalYear: z.number(), budgetKind: z.enum(budgetKinds), amountCents: centsSchema })),
  adoptedWindows: z
    .array(z.object({ measureId: id, programme: z.string(), opensQuarter: quarterSchema, closesQuarter: quarterSchema, ratePercent: z.number(), maxGrantCents: centsSchema.nullable() }))
    .optional(),
  criteria: z.array(
    z.object({ id, name: z.string(), question: z.string(), weight: z.number(), reversed: z.boolean(), position: z.number(), levels: z.array(z.string()) }),
  ),
  raterGroups: z.array(z.object({ id, name: z.string(), kind: z.enum(raterGroupKinds), weight: z.number(), position: z.number() })),
  ratings: z.array(z.object({ measureId: id, criterionId: id, userId: id, raterGroupId: id, value: z.number().nullable() })),
  surveyAnswers: z.array(z.object({ measureId: id, criterionId: id, raterGroupId: id, meanUnits: z.number(), answerCount: z.number() })).optional(),
  groupWeights: z.array(z.object({ raterGroupId: id, criterionId: id, weight: z.number() })).optional(),
  overrides: z.array(z.object({ measureId: id, position: z.number(), reason: z.string() })).optional(),
  round: z
    .object({
      title: z.string(),
      state: z.enum(roundStates),
      disclosure: z.enum(disclosures),
      adoptedAt: z.string().nullable(),
      adoptedNote: z.string(),
      places: z.array(z.object({ measureId: id, position: z.number(), computedPosition: z.number(), overrideReason: z.string().nullable() })).nullable(),
    })
    .optional(),
});
