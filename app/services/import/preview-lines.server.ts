import type { UpdatePlan } from "#app/domain/import/plan-update.ts";
import { contentFields, type ContentField, type MeasureContent } from "#app/domain/measures/content.ts";
import type { CostItem, Measure } from "#app/domain/measures/measure.ts";
import type { AnalysedRow } from "./analyse-import.server.ts";
import type { Choices } from "#db/queries/measure-lookups.server.ts";

/** A raw value as the page can print it: names instead of ids, everything else unformatted. */
export type PreviewValue = string | number | boolean | null | readonly string[];

export type PreviewLine =
  | { readonly kind: "content"; readonly field: ContentField; readonly before?: PreviewValue; readonly after: PreviewValue }
  | { readonly kind: "cost"; readonly item: Omit<CostItem, "id" | "rowVersion">; readonly isNew: boolean; readonly amountBefore?: number | null }
  | { readonly kind: "staff"; readonly personDays: number | null; readonly unit: string; readonly note: string }
  | { readonly kind: "benefit"; readonly benefit: "savingPerYear" | "hoursPerYear" | "serviceGain"; readonly amountCents: number | null; readonly hoursPerYear: number | null; readonly note: string };

/** Everything a new measure would get, except the title that stands beside it. */
export function rowLines(row: AnalysedRow, choices: Choices): PreviewLine[] {
  return [
    ...contentFields.flatMap((field): PreviewLine[] => {
      const value = row.content[field];
      return field === "title" || value === undefined || value === "" || (field === "permanentTask" && value === false) ? [] : [{ kind: "content", field, after: named(field, value, choices) }];
    }),
    ...row.costItems.map((item): PreviewLine => ({ kind: "cost", item, isNew: true })),
    ...(row.staffDemand === null ? [] : [staffLine(row.staffDemand.personDays, row.staffDemand.orgUnitId, row.staffDemand.note, choices)]),
    ...row.benefits.map((benefit): PreviewLine => ({ kind: "benefit", benefit: benefit.kind, amountCents: benefit.amountCents, hoursPerYear: benefit.hoursPerYear, note: benefit.estimateBasis })),
  ];
}

/** Only what an update would change, with the value it replaces. */
export function planLines(plan: UpdatePlan, target: Measure, choices: Choices): PreviewLine[] {
  return [
    ...contentFields.flatMap((field): PreviewLine[] => {
      const value = plan.content[field];
      return value === undefined ? [] : [{ kind: "content", field, before: named(field, target[field], choices), after: named(field, value, choices) }];
    }),
    ...plan.costItems.map(({ id, ...item }): PreviewLine => {
      const stored = target.costItems.find((candidate) => candidate.id === id);
      return stored === undefined ? { kind: "cost", item, isNew: true } : { kind: "cost", item, isNew: false, amountBefore: stored.amountCents };
    }),
    ...plan.staffDemands.map((demand) => staffLine(demand.personDays, demand.orgUnitId, demand.note, choices)),
    ...plan.benefits.map((benefit): PreviewLine => ({ kind: "benefit", benefit: benefit.kind, amountCents: benefit.amountCents, hoursPerYear: benefit.hoursPerYear, note: benefit.estimateBasis })),
  ];
}

const staffLine = (personDays: number | null, orgUnitId: number | null, note: string, choices: Choices): PreviewLine => ({
  kind: "staff",
  personDays,
  unit: choices.units.find((unit) => unit.id === orgUnitId)?.shortName ?? "",
  note,
});

function named(field: ContentField, value: MeasureContent[ContentField], choices: Choices): PreviewValue {
  const unit = (id: number | string) => choices.units.find((candidate) => candidate.id === id)?.shortName ?? String(id);
  if (field === "leadUnitId") return typeof value === "number" ? unit(value) : null;
  if (field === "actionFieldId") return choices.actionFields.find((candidate) => candidate.id === value)?.name ?? null;
  if (field === "participatingUnitIds") return asList(value).map(unit);
  if (field === "goalIds") return asList(value).map((id) => choices.goals.find((goal) => goal.id === id)?.name ?? String(id));
  if (Array.isArray(value)) return asList(value).map(String);
  return typeof value === "string" ? value.slice(0, 300) : (value as PreviewValue);
}

const asList = (value: MeasureContent[ContentField]): ReadonlyArray<string | number> => (Array.isArray(value) ? (value as ReadonlyArray<string | number>) : []);
