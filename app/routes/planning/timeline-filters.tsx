import { Form } from "@remix-run/react";
import type { MeasureFilter } from "#app/domain/measures/list-filter.ts";
import { defaultTimelineView, laneKinds, timelineZooms, type TimelineView } from "#app/domain/planning/timeline-view.ts";
import { listParams } from "#app/forms/measure-list.ts";
import { ALL_STATUSES, laneWords, presentationWords, rowWords, sortWords, timelineAddress, timelineParams, zoomWords } from "#app/forms/timeline-view.ts";
import { t as list } from "#app/i18n/de/measures.ts";
import { t } from "#app/i18n/de/timeline.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/fields.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { hasMoreFilters, MeasureFilterFields, MoreMeasureFilterFields, type FilterChoices } from "#app/ui/measure-filter-fields.tsx";

const fieldOf = (name: string, value: string | number | null) => ({ id: `zeitplan-${name}`, name, defaultValue: value === null ? "" : String(value) });
const filterField = (name: keyof MeasureFilter, value: string | number | null) => fieldOf(listParams[name], value);
const viewField = (name: keyof typeof timelineParams, value: string | number | null) => fieldOf(timelineParams[name], value);

/** A plain GET form: everything chosen stands in the address. */
export function TimelineFilters({ view, choices }: { readonly view: TimelineView; readonly choices: FilterChoices }) {
  const { filter } = view;
  const years = choices.years.map((year) => ({ value: String(year), label: String(year) }));
  const unfiltered = timelineAddress({ ...defaultTimelineView, presentation: view.presentation });
  const isChanged = timelineAddress({ ...view, page: 1, collapsed: [], from: null, sort: null, descending: false }) !== unfiltered;
  return (
    <details className="timeline-filters" key={timelineAddress(view)}>
      <summary>
        <Icon name="search" />
        {t("filters.title")}
      </summary>
      <Form method="get" action="/zeitplan" role="search" aria-label={t("filters.title")}>
        {view.presentation !== defaultTimelineView.presentation && <input type="hidden" name={timelineParams.presentation} value={presentationWords[view.presentation]} />}
        {view.sort !== null && <input type="hidden" name={timelineParams.sort} value={sortWords[view.sort]} />}
        {view.descending && <input type="hidden" name={timelineParams.descending} value="1" />}
        <div className="toolbar">
          <SelectField field={viewField("lanesBy", laneWords[view.lanesBy])} label={t("filters.lanesBy")} options={laneKinds.map((kind) => ({ value: laneWords[kind], label: t(`lanesBy.${kind}`) }))} />
          {view.presentation === "picture" && (
            <>
              <SelectField
                field={viewField("rows", rowWords[view.rows])}
                label={t("filters.arrangement")}
                options={(["perMeasure", "packed"] as const).map((rows) => ({ value: rowWords[rows], label: t(`filters.${rows}`) }))}
              />
              <SelectField
                field={viewField("zoom", zoomWords[view.zoom])}
                label={t("filters.zoom")}
                options={timelineZooms.map((zoom) => ({ value: zoomWords[zoom], label: t(`zoom.${zoom}`) }))}
              />
            </>
          )}
          <SelectField field={viewField("firstYear", view.firstYear)} label={t("filters.firstYear")} options={years} emptyLabel={t("filters.anyYear")} />
          <SelectField field={viewField("lastYear", view.lastYear)} label={t("filters.lastYear")} options={years} emptyLabel={t("filters.anyYear")} />
        </div>
        <div className="toolbar">
          <MeasureFilterFields filter={filter} choices={choices} field={filterField} allStatuses={ALL_STATUSES} />
        </div>
        <details className="filters__more" open={hasMoreFilters(filter)}>
          <summary>{t("filters.more")}</summary>
          <div className="toolbar">
            <MoreMeasureFilterFields filter={filter} choices={choices} field={filterField} />
          </div>
        </details>
        <div className="toolbar__buttons">
          <Button variant="primary" icon="search">
            {list("list.apply")}
          </Button>
          {isChanged && (
            <LinkButton variant="tertiary" to={unfiltered}>
              {list("list.reset")}
            </LinkButton>
          )}
        </div>
        <p className="muted small">{t("filters.share")}</p>
      </Form>
    </details>
  );
}
