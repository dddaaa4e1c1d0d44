import { Form } from "@remix-run/react";
import { budgetKinds } from "#app/domain/measures/vocabulary.ts";
import { lineFilterSearch, lineMarkWords } from "#app/forms/budget-lines.ts";
import { codeLabels, t } from "#app/i18n/de/budget-lines.ts";
import { budgetKindLabels } from "#app/i18n/de/vocabulary.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/fields.tsx";
import type { LineListData } from "./line-data.ts";

/** Filters live in the address, so that a view can be shared and works without JavaScript. */
export function LineFilterForm({ list }: { list: LineListData }) {
  const { filter, years, products, chosenCount, lineCount, budgetSystem } = list;
  const isFiltered = lineFilterSearch({ ...filter, page: 1 }) !== "";
  const kindWord = filter.budgetKind && budgetKindLabels[filter.budgetKind];
  const marks = Object.keys(lineMarkWords) as Array<keyof typeof lineMarkWords>;
  return (
    <div className="filters">
      <Form method="get" className="toolbar" aria-label={t("filter.title")}>
        <SelectField
          field={{ id: "jahr", name: "jahr", defaultValue: String(filter.fiscalYear ?? "") }}
          label={t("filter.year")}
          emptyLabel={t("filter.all")}
          options={years.map((year) => ({ value: String(year), label: String(year) }))}
        />
        {products.length > 0 && (
          <SelectField
            field={{ id: "produkt", name: "produkt", defaultValue: filter.budgetProduct ?? "" }}
            label={codeLabels(budgetSystem).product}
            emptyLabel={t("filter.all")}
            options={products.map((product) => ({ value: product, label: product }))}
          />
        )}
        <SelectField
          field={{ id: "art", name: "art", defaultValue: kindWord ?? "" }}
          label={t("filter.kind")}
          emptyLabel={t("filter.all")}
          options={budgetKinds.map((kind) => ({ value: budgetKindLabels[kind], label: budgetKindLabels[kind] }))}
        />
        <SelectField
          field={{ id: "nur", name: "nur", defaultValue: filter.mark === null ? "" : lineMarkWords[filter.mark] }}
          label={t("filter.mark")}
          emptyLabel={t("filter.all")}
          options={marks.map((mark) => ({ value: lineMarkWords[mark], label: t(`filter.${mark}`) }))}
        />
        <div className="toolbar__buttons">
          <Button>{t("filter.apply")}</Button>
          {isFiltered && (
            <a href="/ressourcen/haushalt/stellen" className="toolbar__reset">
              {t("filter.reset")}
            </a>
          )}
        </div>
      </Form>
      <p role="status" className="muted small">
        {t("filter.shown", { chosen: chosenCount, total: lineCount, isFiltered: String(isFiltered) })}
      </p>
    </div>
  );
}
