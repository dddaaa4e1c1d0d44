import { factCodes } from "#app/domain/measures/completeness.ts";
import type { MeasureFilter } from "#app/domain/measures/list-filter.ts";
import { measureStatuses, planningHorizons, trafficLights } from "#app/domain/measures/vocabulary.ts";
import { measureFindingCodes } from "#app/domain/portfolio/attention.ts";
import { factLabels } from "#app/i18n/de/measure-labels.ts";
import { t } from "#app/i18n/de/measures.ts";
import { attentionLabels } from "#app/i18n/de/overview.ts";
import { planningHorizonLabels, statusLabels, trafficLightShortLabels } from "#app/i18n/de/vocabulary.ts";
import { SelectField, TextField } from "./fields.tsx";

type Choice = { readonly id: number; readonly name: string };
export type FilterChoices = { readonly actionFields: readonly Choice[]; readonly units: readonly Choice[]; readonly years: readonly number[] };

const options = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) => values.map((value) => ({ value, label: labels[value] }));
const notStated = { value: "none", label: t("list.notStated") };
const named = (choices: readonly Choice[]) => [...choices.map(({ id, name }) => ({ value: String(id), label: name })), notStated];

const statusOptions = [{ value: "open", label: t("list.open") }, { value: "pursued", label: t("list.pursued") }, ...options(measureStatuses, statusLabels)];
const horizonOptions = [...options(planningHorizons, planningHorizonLabels), notStated];
const lightOptions = [...options(trafficLights, trafficLightShortLabels), notStated];
const missingOptions = [{ value: "any", label: t("list.anyMissing") }, ...options(factCodes, factLabels)];
const attentionOptions = options(measureFindingCodes, attentionLabels);

type FieldsProps = {
  readonly filter: MeasureFilter;
  readonly choices: FilterChoices;
  /** Id, name in the address, and value of a field. */
  readonly field: (name: keyof MeasureFilter, value: string | number | null) => { readonly id: string; readonly name: string; readonly defaultValue: string };
  /** What the page calls "all" where leaving the field empty means something else. */
  readonly allStatuses?: string;
};

/** What people filter by most, wherever measures are shown. */
export function MeasureFilterFields({ filter, choices, field, allStatuses }: FieldsProps) {
  return (
    <>
      <div className="field--grow">
        <TextField field={field("search", filter.search)} label={t("list.search")} type="search" placeholder={t("list.searchHint")} maxLength={200} />
      </div>
      <SelectField field={field("actionFieldId", filter.actionFieldId)} label={t("list.actionField")} emptyLabel={t("list.all")} options={named(choices.actionFields)} />
      <SelectField field={field("leadUnitId", filter.leadUnitId)} label={t("list.leadUnit")} emptyLabel={t("list.all")} options={named(choices.units)} />
      {allStatuses === undefined ? (
        <SelectField field={field("status", filter.status)} label={t("list.status")} emptyLabel={t("list.all")} options={statusOptions} />
      ) : (
        <SelectField field={field("status", filter.status ?? allStatuses)} label={t("list.status")} options={[{ value: allStatuses, label: t("list.all") }, ...statusOptions]} />
      )}
    </>
  );
}

/** The rest of the filters. */
export function MoreMeasureFilterFields({ filter, choices, field }: FieldsProps) {
  return (
    <>
      <SelectField
        field={field("year", filter.year)}
        label={t("list.year")}
        emptyLabel={t("list.all")}
        options={[...choices.years.map((year) => ({ value: String(year), label: String(year) })), notStated]}
      />
      <SelectField field={field("trafficLight", filter.trafficLight)} label={t("list.trafficLight")} emptyLabel={t("list.all")} options={lightOptions} />
      <SelectField field={field("planningHorizon", filter.planningHorizon)} label={t("list.horizon")} emptyLabel={t("list.all")} options={horizonOptions} />
      <SelectField field={field("missing", filter.missing)} label={t("list.missing")} emptyLabel={t("list.all")} options={missingOptions} />
      <SelectField field={field("attention", filter.attention)} label={t("list.attention")} emptyLabel={t("list.all")} options={attentionOptions} />
    </>
  );
}

/** Are any of the rest of the filters set? */
export const hasMoreFilters = (filter: MeasureFilter): boolean =>
  [filter.planningHorizon, filter.year, filter.trafficLight, filter.missing, filter.attention].some((value) => value !== null);
