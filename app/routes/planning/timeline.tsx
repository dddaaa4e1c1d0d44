import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { TimelineLegend } from "#app/charts/interactive/timeline-legend.tsx";
import { TimelinePicture } from "#app/charts/interactive/timeline-picture.tsx";
import { TimelineSheets } from "#app/charts/interactive/timeline-sheets.tsx";
import { violatedDependencies } from "#app/domain/measures/dependency-graph.ts";
import { decodeTimeline, encodeTimeline } from "#app/domain/planning/timeline-columns.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { yearsOf } from "#app/domain/resources/horizon.ts";
import { defaultTimelineFilter } from "#app/domain/planning/timeline-view.ts";
import { readTimelineView, timelineAddress } from "#app/forms/timeline-view.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/planning.ts";
import { showTimeline } from "#app/services/planning/show-timeline.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { MeasureFilterChips } from "#app/ui/measure-filter-chips.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { TabLinks } from "#app/ui/table.tsx";
import { TimelineFilters } from "./timeline-filters.tsx";
import { QuarterList, UndatedList } from "./timeline-lists.tsx";
import { TimelineTable } from "./timeline-table.tsx";

export const meta: MetaFunction = () => [{ title: t("timeline") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const { searchParams } = new URL(request.url);
  const view = readTimelineView(searchParams);
  // A form sends its empty fields, too; the address people share holds only what was chosen.
  if ([...searchParams.values()].includes("")) throw redirect(timelineAddress(view));
  const may = { create: can(user, "measure:create"), import: can(user, "measure:import") };
  const { measures, undated, others, dependencies, ...timeline } = unwrap(showTimeline({ db: context.db, clock: context.clock, user }, view));
  return { view, may, timeline, chart: encodeTimeline({ measures, undated, others, dependencies }) };
}

function useShownTimeline() {
  const { view, timeline, chart } = useLoaderData<typeof loader>();
  const decoded = useMemo(() => decodeTimeline(chart), [chart]);
  return { view, timeline: useMemo(() => ({ ...timeline, ...decoded }), [timeline, decoded]) };
}

export default function Timeline() {
  const { view, timeline } = useShownTimeline();
  const { measures, others, undated, dependencies, years } = timeline;
  const choices = {
    actionFields: timeline.actionFields,
    units: timeline.orgUnits.map(({ id, shortName }) => ({ id, name: shortName })),
    years: yearsOf(timeline.planYears),
  };
  const conflicts = violatedDependencies([...measures, ...others], dependencies).length;
  if (timeline.planCount === 0) return <EmptyTimeline />;
  return (
    <div className="timeline-page">
      <Page
        title={t("timeline")}
        actions={
          <LinkButton to={timelineAddress(view, "/zeitplan.svg")} icon="download" reload>
            {t("page.download")}
          </LinkButton>
        }
        intro={
          <p>
            {t("page.intro", { shown: measures.length, firstYear: String(years.firstYear), lastYear: String(years.lastYear), undated: undated.length, conflicts })}{" "}
            {timeline.outsideCount > 0 && (
              <>
                {t("page.outside", { count: timeline.outsideCount })}{" "}
                <a href={timelineAddress({ ...view, ...timeline.planYears })}>{t("page.showAllYears")}</a>
              </>
            )}
          </p>
        }
      >
        <TimelineFilters view={view} choices={choices} />
        <MeasureFilterChips filter={view.filter} usual={defaultTimelineFilter} choices={choices} hrefOf={(filter) => timelineAddress({ ...view, filter, page: 1 })} />
        <TabLinks
          label={t("page.views")}
          tabs={(["picture", "table"] as const).map((presentation) => ({
            to: timelineAddress({ ...view, presentation }),
            label: t(`page.${presentation}`),
            current: view.presentation === presentation,
          }))}
        />
        {measures.length === 0 && (
          <EmptyState
            title={t(undated.length > 0 || timeline.outsideCount > 0 ? "page.nothingDated" : "page.nothingFound")}
            action={<LinkButton to="/zeitplan">{t("page.reset")}</LinkButton>}
          >
            {t("page.nothingFoundText")}
          </EmptyState>
        )}
        {measures.length > 0 && (view.presentation === "table" ? (
            <div className="timeline-table">
              <TimelineTable timeline={timeline} lanesBy={view.lanesBy} />
            </div>
          ) : (
            <PictureView />
          ))}
        {undated.length > 0 && (
          <Section title={`${t("page.undated")} (${undated.length})`} id="ohne-termin">
            <p className="muted">{t("page.undatedIntro")}</p>
            <UndatedList measures={undated} />
          </Section>
        )}
      </Page>
    </div>
  );
}

function PictureView() {
  const { view, timeline } = useShownTimeline();
  const { measures, years, today } = timeline;
  return (
    <>
      <QuarterList measures={measures} />
      <a className="timeline-skip" href="#zeichenerklaerung">
        {t("page.skipPicture")}
      </a>
      <TimelineSheets plan={timeline} today={today} arrangement={{ lanesBy: view.lanesBy, rows: view.rows, years }} />
      <TimelinePicture
        key={timelineAddress({ ...view, collapsed: [], from: null })}
        plan={timeline}
        today={today}
        years={years}
        view={view}
        foldedAddress={(collapsed) => timelineAddress({ ...view, collapsed })}
      />
      <div className="timeline-notes timeline-keyboard">
        <span>{t("page.keyboard")}</span>
      </div>
      <Section title={t("legend.title")} id="zeichenerklaerung">
        <TimelineLegend />
      </Section>
    </>
  );
}

function EmptyTimeline() {
  const { may } = useLoaderData<typeof loader>();
  return (
    <Page title={t("timeline")}>
      <EmptyState
        title={t("page.emptyTitle")}
        action={
          <>
            {may.create && (
              <LinkButton to="/massnahmen/neu" variant="primary" icon="plus">
                {t("page.createMeasure")}
              </LinkButton>
            )}
            {may.import && (
              <LinkButton to="/massnahmen/import" icon="upload">
                {t("page.importMeasures")}
              </LinkButton>
            )}
          </>
        }
      >
        {t("page.emptyText")}
      </EmptyState>
    </Page>
  );
}
