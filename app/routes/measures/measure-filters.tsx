import { Form } from "@remix-run/react";
import { factCodes } from "#app/domain/measures/completeness.ts";
import { measureColumns, measureSorts, type MeasureListView } from "#app/domain/measures/list-filter.ts";
import { measureFindingCodes } from "#app/domain/portfolio/attention.ts";
import { measureStatuses, planningHorizons, trafficLights } from "#app/domain/measures/vocabulary.ts";
import { listAddress, listParams } from "#app/forms/measure-list.ts";
import { columnLabels, factLabels, sortLabels } from "#app/i18n/de/measure-labels.ts";
import { t } from "#app/i18n/de/measures.ts";
import { attentionLabels } from "#app/i18n/de/overview.ts";
import { planningHorizonLabels, statusLabels, trafficLightShortLabels } from "#app/i18n/de/vocabulary.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField, ChoiceGroup, SelectField, TextField } from "#app/ui/fields.tsx";

export type FilterChoices = {
  readonly actionFields: ReadonlyArray<{ readonly id: number; readonly name: string }>;
  readonly units: ReadonlyArray<{ readonly id: number; readonly name: string }>;
  readonly years: readonly number[];
};

const options = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) => values.map((value) => ({ value, label: labels[value] }));
const notStated = { value: "none", label: t("list.notStated") };

const statusOptions = [{ value: "open", label: t("list.open") }, ...options(measureStatuses, statusLabels)];
const horizonOptions = [...options(planningHorizons, planningHorizonLabels), notStated];
const lightOptions = [...options(trafficLights, trafficLightShortLabels), notStated];
const missingOptions = [{ value: "any", label: t("list.anyMissing") }, ...options(factCodes, factLabels)];
const attentionOptions = options(measureFindingCodes, attentionLabels);
const sortOptions = options(measureSorts, sortLabels);
const columnOptions = options(measureColumns, columnLabels);

/** All filters in one GET form: the address is the state, with and without JavaScript. */
export function MeasureFilters({ view, list }: { view: MeasureListView; list: FilterChoices }) {
  const { filter } = view;
  const field = (name: keyof typeof listParams, value: string | number | null) => ({
    id: `filter-${name}`,
    name: listParams[name],
    defaultValue: value === null ? "" : String(value),
  });
  const named = (choices: FilterChoices["units"]) => [...choices.map(({ id, name }) => ({ value: String(id), label: name })), notStated];
  const more = [filter.planningHorizon, filter.year, filter.trafficLight, filter.missing, filter.attention].some((value) => value !== null);
  return (
    <Form method="get" action="/massnahmen" role="search" aria-label={t("measures")} key={listAddress(view)} className="filters">
      {filter.archived && <input type="hidden" name={listParams.archived} value="1" />}
      <div className="toolbar">
        <div className="field--grow">
          <TextField field={field("search", filter.search)} label={t("list.search")} type="search" placeholder={t("list.searchHint")} maxLength={200} />
        </div>
        <SelectField field={field("actionFieldId", filter.actionFieldId)} label={t("list.actionField")} emptyLabel={t("list.all")} options={named(list.actionFields)} />
        <SelectField field={field("leadUnitId", filter.leadUnitId)} label={t("list.leadUnit")} emptyLabel={t("list.all")} options={named(list.units)} />
        <SelectField field={field("status", filter.status)} label={t("list.status")} emptyLabel={t("list.all")} options={statusOptions} />
        <div className="toolbar__buttons">
          <Button variant="primary" icon="search">
            {t("list.apply")}
          </Button>
          <a href={filter.archived ? "/massnahmen?archiv=1" : "/massnahmen"} className="toolbar__reset">
            {t("list.reset")}
          </a>
        </div>
      </div>
      <details className="filters__more" open={more}>
        <summary>{t("list.moreFilters")}</summary>
        <div className="toolbar">
          <SelectField
            field={field("year", filter.year)}
            label={t("list.year")}
            emptyLabel={t("list.all")}
            options={[...list.years.map((year) => ({ value: String(year), label: String(year) })), notStated]}
          />
          <SelectField field={field("trafficLight", filter.trafficLight)} label={t("list.trafficLight")} emptyLabel={t("list.all")} options={lightOptions} />
          <SelectField field={field("planningHorizon", filter.planningHorizon)} label={t("list.horizon")} emptyLabel={t("list.all")} options={horizonOptions} />
          <SelectField field={field("missing", filter.missing)} label={t("list.missing")} emptyLabel={t("list.all")} options={missingOptions} />
          <SelectField field={field("attention", filter.attention)} label={t("list.attention")} emptyLabel={t("list.all")} options={attentionOptions} />
          <SelectField field={field("sort", view.sort)} label={t("list.sortBy")} options={sortOptions} />
          <CheckboxField field={{ ...field("descending", null), defaultValue: view.descending ? "on" : "" }} label={t("list.descending")} />
        </div>
        <ChoiceGroup type="checkbox" inline field={field("columns", null)} label={t("list.columnsLegend")} options={columnOptions} selected={view.columns} />
      </details>
    </Form>
  );
}
