import { Form } from "@remix-run/react";
import { measureColumns, measureSorts, type MeasureListView } from "#app/domain/measures/list-filter.ts";
import { listAddress, listParams } from "#app/forms/measure-list.ts";
import { columnLabels, sortLabels } from "#app/i18n/de/measure-labels.ts";
import { t } from "#app/i18n/de/measures.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField, ChoiceGroup, SelectField } from "#app/ui/fields.tsx";
import { hasMoreFilters, MeasureFilterFields, MoreMeasureFilterFields, type FilterChoices } from "#app/ui/measure-filter-fields.tsx";

const options = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) => values.map((value) => ({ value, label: labels[value] }));
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
  return (
    <Form method="get" action="/massnahmen" role="search" aria-label={t("measures")} key={listAddress(view)} className="filters">
      {filter.archived && <input type="hidden" name={listParams.archived} value="1" />}
      <div className="toolbar">
        <MeasureFilterFields filter={filter} choices={list} field={field} />
        <div className="toolbar__buttons">
          <Button variant="primary" icon="search">
            {t("list.apply")}
          </Button>
          <a href={filter.archived ? "/massnahmen?archiv=1" : "/massnahmen"} className="toolbar__reset">
            {t("list.reset")}
          </a>
        </div>
      </div>
      <details className="filters__more" open={hasMoreFilters(filter)}>
        <summary>{t("list.moreFilters")}</summary>
        <div className="toolbar">
          <MoreMeasureFilterFields filter={filter} choices={list} field={field} />
          <SelectField field={field("sort", view.sort)} label={t("list.sortBy")} options={sortOptions} />
          <CheckboxField field={{ ...field("descending", null), defaultValue: view.descending ? "on" : "" }} label={t("list.descending")} />
        </div>
        <ChoiceGroup type="checkbox" inline field={field("columns", null)} label={t("list.columnsLegend")} options={columnOptions} selected={view.columns} />
      </details>
    </Form>
  );
}
