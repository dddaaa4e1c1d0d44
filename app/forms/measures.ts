import { z } from "zod";
import { contentFields, type ContentField, type MeasureContent } from "#app/domain/measures/content.ts";
import { mergeVersions } from "#app/domain/measures/merge-versions.ts";
import { contentRefusals } from "#app/domain/measures/measure-change.ts";
import { effectDirections, measureStatuses, planningHorizons, targetGroups, trafficLights } from "#app/domain/measures/vocabulary.ts";
import { problemText } from "#app/i18n/de/measure-problems.ts";
import { choiceField, dateField, idField, idListField, quarterField, requiredChoiceField, textField, wholeField } from "./fields.ts";
import { rowVersionField } from "./plain-fields.ts";

const contentShape = {
  title: textField(200),
  summary: textField(2_000),
  description: textField(20_000),
  actionFieldId: idField,
  goalIds: idListField,
  effectDirection: choiceField(effectDirections),
  targetGroups: z.array(z.enum(targetGroups)),
  leadUnitId: idField,
  participatingUnitIds: idListField,
  responsiblePerson: textField(200),
  permanentTask: z
    .boolean()
    .optional()
    .transform((value) => value ?? false),
  planningHorizon: choiceField(planningHorizons),
  startQuarter: quarterField,
  endQuarter: quarterField,
  timeframeText: textField(300),
  earliestStart: dateField,
  deadline: dateField,
  deadlineReason: textField(500),
  status: requiredChoiceField(measureStatuses),
  progressPercent: wholeField(100),
  trafficLight: choiceField(trafficLights),
  trafficLightReason: textField(1_000),
  source: textField(1_000),
  externalReference: textField(300),
} satisfies Record<ContentField, z.ZodType>;

function refuseContradictions(content: MeasureContent, context: z.RefinementCtx): void {
  for (const [field, problems] of Object.entries(contentRefusals(content) ?? {})) {
    for (const problem of problems ?? []) context.addIssue({ code: "custom", path: [field], message: problemText(problem) });
  }
}

/** A new measure. The domain's refusals are asked here too, so that the browser can show them at once. */
export const MeasureForm = z.object(contentShape).superRefine(refuseContradictions);

/** A change to a measure: with the version it was made on, and that version's values for merging. */
export const MeasureEditForm = z
  .object({ ...contentShape, rowVersion: rowVersionField, base: z.string().max(100_000).optional() })
  .superRefine(refuseContradictions);

const StoredContent = z.object({
  title: z.string(),
  summary: z.string(),
  description: z.string(),
  actionFieldId: z.number().nullable(),
  goalIds: z.array(z.number()),
  effectDirection: z.enum(effectDirections).nullable(),
  targetGroups: z.array(z.enum(targetGroups)),
  leadUnitId: z.number().nullable(),
  participatingUnitIds: z.array(z.number()),
  responsiblePerson: z.string(),
  permanentTask: z.boolean(),
  planningHorizon: z.enum(planningHorizons).nullable(),
  startQuarter: quarterField.nullable(),
  endQuarter: quarterField.nullable(),
  timeframeText: z.string(),
  earliestStart: dateField.nullable(),
  deadline: dateField.nullable(),
  deadlineReason: z.string(),
  status: z.enum(measureStatuses),
  progressPercent: z.number().nullable(),
  trafficLight: z.enum(trafficLights).nullable(),
  trafficLightReason: z.string(),
  source: z.string(),
  externalReference: z.string(),
});

/** The version a form was filled from, as the form carries it. Null when it is missing or damaged: then nothing merges by itself. */
export function readBase(text: string | undefined): MeasureContent | null {
  try {
    const parsed = StoredContent.safeParse(JSON.parse(text ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export type FormValues = Record<ContentField, string | string[]>;

/** A measure as the texts its form shows. */
export function formValuesOf(content: MeasureContent): FormValues {
  const text = (value: string | number | null) => (value === null ? "" : String(value));
  return {
    ...content,
    targetGroups: [...content.targetGroups],
    actionFieldId: text(content.actionFieldId),
    goalIds: content.goalIds.map(String),
    effectDirection: text(content.effectDirection),
    leadUnitId: text(content.leadUnitId),
    participatingUnitIds: content.participatingUnitIds.map(String),
    permanentTask: content.permanentTask ? "on" : "",
    planningHorizon: text(content.planningHorizon),
    startQuarter: text(content.startQuarter),
    endQuarter: text(content.endQuarter),
    earliestStart: text(content.earliestStart),
    deadline: text(content.deadline),
    progressPercent: text(content.progressPercent),
    trafficLight: text(content.trafficLight),
  };
}

const listFields: readonly ContentField[] = ["goalIds", "targetGroups", "participatingUnitIds"];

/** What was once posted, as the texts the form shows again. Fields that were not posted are empty. */
export function formValuesFromEntries(entries: ReadonlyArray<readonly [name: string, value: string]>): FormValues {
  const valuesOf = (field: ContentField) => entries.filter(([name]) => name === field).map(([, value]) => value);
  return Object.fromEntries(contentFields.map((field) => [field, listFields.includes(field) ? valuesOf(field) : (valuesOf(field)[0] ?? "")])) as FormValues;
}

/** The conflict page's choice for one field. */
export const choiceName = (field: ContentField) => `wahl-${field}`;

/**
 * What the conflict page sends: both versions, the one they rest on, and a choice per contested field.
 * Null when something is damaged or a choice is missing.
 */
export function readResolution(form: FormData): { readonly rowVersion: number; readonly content: MeasureContent; readonly theirs: MeasureContent } | null {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : undefined;
  };
  const [mine, theirs] = [readBase(text("mine")), readBase(text("theirs"))];
  const rowVersion = rowVersionField.safeParse(text("rowVersion"));
  if (mine === null || theirs === null || !rowVersion.success) return null;
  const merge = mergeVersions<ContentField, MeasureContent>({ fields: contentFields, base: readBase(text("base")), mine, theirs });
  const content: MeasureContent = { ...merge.merged };
  const chosen: Partial<MeasureContent> = {};
  for (const field of merge.contested) {
    const choice = text(choiceName(field));
    if (choice !== "mine" && choice !== "theirs") return null;
    Object.assign(chosen, { [field]: (choice === "mine" ? mine : theirs)[field] });
  }
  return { rowVersion: rowVersion.data, content: { ...content, ...chosen }, theirs };
}
