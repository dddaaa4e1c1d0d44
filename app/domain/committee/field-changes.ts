import type { Measure } from "#app/domain/measures/measure.ts";
import type { Portfolio } from "#app/domain/portfolio/portfolio.ts";

/** The measure's own fields that a committee compares; "predecessors" come from the dependencies. Dates have their own list. */
export const comparedFields = [
  "title",
  "summary",
  "description",
  "status",
  "actionField",
  "effectDirection",
  "targetGroups",
  "leadUnit",
  "participatingUnits",
  "goals",
  "responsiblePerson",
  "permanentTask",
  "planningHorizon",
  "startQuarter",
  "endQuarter",
  "timeframeText",
  "earliestStart",
  "deadline",
  "deadlineReason",
  "progressPercent",
  "trafficLight",
  "trafficLightReason",
  "source",
  "externalReference",
  "predecessors",
] as const;
export type ComparedField = (typeof comparedFields)[number];

/** Raw: codes stay codes, dates stay ISO, percent a number; references are resolved to the names they had in that version. Null: unknown. */
export type FieldValue = string | number | boolean | readonly string[] | null;
export type FieldChange = { readonly field: ComparedField; readonly before: FieldValue; readonly after: FieldValue };

type Names = (id: number) => string;
export type MeasureReader = (measure: Measure) => Readonly<Record<ComparedField, FieldValue>>;

/** Reads a measure's fields with the names of its own version; built once per version. */
export function measureReader(portfolio: Portfolio): MeasureReader {
  const units = naming(portfolio.orgUnits, (unit) => unit.name);
  const fields = naming(portfolio.actionFields, (field) => field.name);
  const goals = naming(portfolio.goals, (goal) => goal.title);
  const titles = naming(portfolio.measures, (measure) => measure.title);
  const predecessors = new Map<number, string[]>();
  for (const { predecessorId, successorId, lagQuarters } of portfolio.dependencies) {
    const name = lagQuarters === 0 ? titles(predecessorId) : `${titles(predecessorId)} (+${lagQuarters})`;
    predecessors.set(successorId, [...(predecessors.get(successorId) ?? []), name]);
  }
  return (measure) => ({
    ...measure,
    targetGroups: [...measure.targetGroups].sort(),
    actionField: measure.actionFieldId === null ? null : fields(measure.actionFieldId),
    leadUnit: measure.leadUnitId === null ? null : units(measure.leadUnitId),
    participatingUnits: measure.participatingUnitIds.map(units).sort(),
    goals: measure.goalIds.map(goals).sort(),
    predecessors: (predecessors.get(measure.id) ?? []).sort(),
  });
}

export function fieldChanges(before: ReturnType<MeasureReader>, after: ReturnType<MeasureReader>): FieldChange[] {
  return comparedFields
    .map((field) => ({ field, before: before[field], after: after[field] }))
    .filter((change) => !sameValue(change.before, change.after));
}

const sameValue = (a: FieldValue, b: FieldValue): boolean => JSON.stringify(a) === JSON.stringify(b);

function naming<T extends { readonly id: number }>(rows: readonly T[], name: (row: T) => string): Names {
  const names = new Map(rows.map((row) => [row.id, name(row)]));
  return (id) => names.get(id) ?? `#${id}`;
}
