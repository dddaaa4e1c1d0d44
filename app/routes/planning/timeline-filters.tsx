import { Form } from "@remix-run/react";
import { measureStatuses } from "#app/domain/measures/vocabulary.ts";
import { defaultTimelineView, type TimelineView } from "#app/domain/planning/timeline-view.ts";
import { laneWords, presentationWords, rowWords, timelineAddress, timelineParams } from "#app/forms/timeline-view.ts";
import { t } from "#app/i18n/de/planning.ts";
import { statusLabels } from "#app/i18n/de/vocabulary.ts";
import type { ShownTimeline } from "#app/services/planning/show-timeline.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/fields.tsx";
import { Icon } from "#app/ui/icon.tsx";

const field = (name: keyof TimelineView, value: string | number | null) => ({
  id: `zeitplan-${timelineParams[name]}`,
  name: timelineParams[name],
  defaultValue: value === null ? "" : String(value),
});

/** A plain GET form: everything chosen stands in the address. */
export function TimelineFilters({ view, actionFields, orgUnits, planYears }: { readonly view: TimelineView } & Pick<ShownTimeline, "actionFields" | "orgUnits" | "planYears">) {
  const years = Array.from({ length: planYears.lastYear - planYears.firstYear + 1 }, (_, index) => String(planYears.firstYear + index));
  const yearOptions = years.map((year) => ({ value: year, label: year }));
  const byId = <T extends { readonly id: number; readonly name: string }>(rows: readonly T[]) => rows.map(({ id, name }) => ({ value: String(id), label: name }));
  const unfiltered = timelineAddress({ ...defaultTimelineView, presentation: view.presentation });
  const isFiltered = timelineAddress(view) !== unfiltered;
  return (
    <details className="timeline-filters" open={isFiltered} key={timelineAddress(view)}>
      <summary>
        <Icon name="search" />
        {t("page.filters")}
      </summary>
      <Form method="get" action="/zeitplan" className="toolbar" role="search" aria-label={t("page.filters")}>
        {view.presentation !== defaultTimelineView.presentation && <input type="hidden" name={timelineParams.presentation} value={presentationWords[view.presentation]} />}
        <TextField field={field("search", view.search)} label={t("page.search")} type="search" />
        <SelectField field={field("actionFieldId", view.actionFieldId)} label={t("page.actionField")} options={byId(actionFields)} emptyLabel={t("page.allFields")} />
        <SelectField field={field("leadUnitId", view.leadUnitId)} label={t("page.leadUnit")} options={byId(orgUnits)} emptyLabel={t("page.allUnits")} />
        <SelectField
          field={field("status", view.status)}
          label={t("page.status")}
          options={[
            { value: "pursued", label: t("page.statusPursued") },
            { value: "all", label: t("page.statusAll") },
            ...measureStatuses.map((status) => ({ value: status, label: statusLabels[status] })),
          ]}
        />
        <SelectField
          field={field("lanesBy", laneWords[view.lanesBy])}
          label={t("page.lanesBy")}
          options={[
            { value: laneWords.actionField, label: t("page.actionField") },
            { value: laneWords.leadUnit, label: t("page.leadUnit") },
          ]}
        />
        {view.presentation === "picture" && (
          <SelectField
            field={field("rows", rowWords[view.rows])}
            label={t("page.arrangement")}
            options={[
              { value: rowWords.perMeasure, label: t("page.perMeasure") },
              { value: rowWords.packed, label: t("page.packed") },
            ]}
          />
        )}
        <SelectField field={field("firstYear", view.firstYear)} label={t("page.firstYear")} options={yearOptions} emptyLabel={t("page.anyYear")} />
        <SelectField field={field("lastYear", view.lastYear)} label={t("page.lastYear")} options={yearOptions} emptyLabel={t("page.anyYear")} />
        <Button variant="secondary" icon="search">
          {t("page.apply")}
        </Button>
        {isFiltered && (
          <LinkButton variant="tertiary" to={unfiltered}>
            {t("page.reset")}
          </LinkButton>
        )}
      </Form>
    </details>
  );
}
