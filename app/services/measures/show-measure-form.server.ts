import { quarterFrom, quarterRange, type Quarter } from "#app/domain/calendar/quarter.ts";
import { contentOf, emptyContent, type MeasureContent } from "#app/domain/measures/content.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { loadChoices, type Choices } from "#db/queries/measure-lookups.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";
import { openForEditing } from "./open-for-editing.server.ts";

/** What the form offers: living choices, and archived ones only where the measure still names them. */
export type FormChoices = {
  readonly units: ReadonlyArray<{ readonly id: number; readonly name: string }>;
  /** The units this user may make the lead. */
  readonly leadUnits: ReadonlyArray<{ readonly id: number; readonly name: string }>;
  readonly actionFields: ReadonlyArray<{ readonly id: number; readonly name: string }>;
  readonly goals: ReadonlyArray<{ readonly id: number; readonly name: string }>;
  readonly teams: ReadonlyArray<{ readonly id: number; readonly name: string }>;
  readonly quarters: readonly Quarter[];
};
export type MeasureFormData = { readonly content: MeasureContent; readonly rowVersion: number; readonly choices: FormChoices };

/** An empty form; a department's own unit is already chosen. */
export function showNewMeasureForm(service: ServiceContext): Result<MeasureFormData> {
  if (!can(service.user, "measure:create")) return forbidden();
  const content = { ...emptyContent, leadUnitId: service.user.role === "contributor" ? service.user.orgUnitId : null };
  return ok({ content, rowVersion: 1, choices: choicesFor(service, content) });
}

export function showMeasureForm(service: ServiceContext, measureId: number): Result<MeasureFormData> {
  const opened = openForEditing(service, measureId);
  if (!opened.ok) return opened;
  const measure = opened.value;
  const content = contentOf(measure);
  return ok({ content, rowVersion: measure.rowVersion, choices: choicesFor(service, content) });
}

export function choicesFor({ db, user }: ServiceContext, content: MeasureContent): FormChoices {
  const all = loadChoices(db);
  const { firstFiscalYear, fiscalHorizon } = loadMunicipality(db);
  const named = new Set([content.leadUnitId, ...content.participatingUnitIds]);
  const units = all.units.filter((unit) => !unit.archived || named.has(unit.id)).map(({ id, name, shortName }) => ({ id, name: shortName === name ? name : `${name} (${shortName})` }));
  const quarters = quarterRange(quarterFrom(firstFiscalYear - 3, 1), quarterFrom(firstFiscalYear + fiscalHorizon + 4, 4));
  const outside = [content.startQuarter, content.endQuarter].filter((quarter): quarter is Quarter => quarter !== null && !quarters.includes(quarter));
  const fieldName = new Map(all.actionFields.map((field) => [field.id, field.name]));
  return {
    units,
    leadUnits: units.filter((unit) => unit.id === content.leadUnitId || can(user, "measure:edit", { leadUnitId: unit.id })),
    actionFields: living(all.actionFields, [content.actionFieldId]),
    goals: living(all.goals, content.goalIds).map(({ id, name, actionFieldId }) => {
      const field = actionFieldId === null ? undefined : fieldName.get(actionFieldId);
      return { id, name: field === undefined ? name : `${field}: ${name}` };
    }),
    teams: living(all.teams, []),
    quarters: [...quarters, ...outside].sort(),
  };
}

const living = <T extends Choices["actionFields"][number]>(rows: readonly T[], keep: ReadonlyArray<number | null>): T[] =>
  rows.filter((row) => !row.archived || keep.includes(row.id));
