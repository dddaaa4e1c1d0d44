import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { useMemo, useState } from "react";
import { WHOLE_ROWS } from "#app/charts/interactive/timeline-picture.tsx";
import { TimelineLegend } from "#app/charts/interactive/timeline-legend.tsx";
import { TimelineSheets, type Paper } from "#app/charts/interactive/timeline-sheets.tsx";
import { can } from "#app/domain/permissions/permissions.ts";
import { decodeTimeline, encodeTimeline } from "#app/domain/planning/timeline-columns.ts";
import type { TimelineListPage } from "#app/domain/planning/timeline-list.ts";
import { defaultTimelineFilter, type TimelineView } from "#app/domain/planning/timeline-view.ts";
import { yearsOf } from "#app/domain/resources/horizon.ts";
import { readTimelineView, timelineAddress } from "#app/forms/timeline-view.ts";
import { pack, unpack, type Packed } from "#app/http/packed.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/planning.ts";
import { t as output } from "#app/i18n/de/timeline-output.ts";
import { t as content } from "#app/i18n/de/timeline.ts";
import { showTimelinePicture, showTimelineTable } from "#app/services/planning/show-timeline-page.server.ts";
import type { ShownTimeline } from "#app/services/planning/show-timeline.server.ts";
import { findExplainingRun } from "#app/services/planning/find-explaining-run.server.ts";
import { showMoveHistory } from "#app/services/planning/show-move-history.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { MeasureFilterChips } from "#app/ui/measure-filter-chips.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { TabLinks } from "#app/ui/table.tsx";
import { MoveHistory } from "./move-history.tsx";
import { TimelineDates } from "./timeline-dates.tsx";
import { TimelineFilters } from "./timeline-filters.tsx";
import { MOST_UNDATED, QuarterList, UndatedList } from "./timeline-lists.tsx";
import { TimelineOutput } from "./timeline-output.tsx";
import { TimelineTable } from "./timeline-table.tsx";
import { TimelineWorkspace } from "./timeline-workspace.tsx";

export const meta: MetaFunction = () => [{ title: t("timeline") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const { searchParams } = new URL(request.url);
  const view = readTimelineView(searchParams);
  // A form sends its empty fields, too; the address people share holds only what was chosen.
  if ([...searchParams.values()].includes("")) throw redirect(timelineAddress(view));
  const service = { db: context.db, clock: context.clock, user };
  const whole = searchParams.has(WHOLE);
  const may = { create: can(user, "measure:create"), import: can(user, "measure:import"), export: can(user, "report:export") };
  if (view.presentation === "table") {
    const { shown, table } = unwrap(showTimelineTable(service, view));
    // The table has its rows; of the chart it takes nothing.
    return { view, may, whole, timeline: headOf(shown), chart: null, surroundings: null, dates: pack(shown.marks), list: null, table: pack(table), history: showMoveHistory(service), explainedBy: null };
  }
  const { shown, list } = unwrap(showTimelinePicture(service, view));
  return { view, may, whole, timeline: headOf(shown), chart: encodeTimeline(shown), surroundings: pack(surroundingsOf(shown)), dates: null, list, table: null, history: showMoveHistory(service), explainedBy: findExplainingRun(service) };
}

/** What the page needs whichever way the plan is shown; the rest goes to the browser as two texts, and not to the table. */
function headOf({ measures, undated, others: _others, dependencies: _dependencies, lanes: _lanes, marks: _marks, bands: _bands, heat: _heat, ...head }: ShownTimeline) {
  return { ...head, shownCount: measures.length, undatedCount: undated.length };
}
const surroundingsOf = ({ lanes, marks, bands, heat }: ShownTimeline) => ({ lanes, marks, bands, heat });

/** A move made in the picture is shown there already; the page is read anew once the hand rests. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formData, defaultShouldRevalidate }) => formData?.get("via") !== "picture" && defaultShouldRevalidate;

export default function Timeline() {
  const { view, may, timeline, chart, surroundings, dates, list, table, history } = useLoaderData<typeof loader>();
  const { shownCount, undatedCount, conflictCount, years } = timeline;
  const [paper, setPaper] = useState<Paper>("A4");
  if (timeline.planCount === 0) return <EmptyTimeline />;
  const choices = {
    actionFields: timeline.actionFields,
    units: timeline.orgUnits.map(({ id, shortName }) => ({ id, name: shortName })),
    years: yearsOf(timeline.planYears),
  };
  return (
    <div className="timeline-page">
      <Page
        title={t("timeline")}
        actions={
          view.presentation === "picture" ? (
            <TimelineOutput view={view} onPaper={setPaper} />
          ) : (
            may.export && (
              <LinkButton to={timelineAddress({ ...view, page: 1 }, "/zeitplan.csv")} icon="download" reload>
                {content("table.download")}
              </LinkButton>
            )
          )
        }
        intro={
          <p>
            {t("page.intro", { shown: shownCount, firstYear: String(years.firstYear), lastYear: String(years.lastYear), undated: undatedCount, conflicts: conflictCount })}{" "}
            {timeline.outsideCount > 0 && (
              <>
                {t("page.outside", { count: timeline.outsideCount })} <a href={timelineAddress({ ...view, ...timeline.planYears })}>{t("page.showAllYears")}</a>
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
            to: timelineAddress({ ...view, presentation, page: 1 }),
            label: t(`page.${presentation}`),
            current: view.presentation === presentation,
          }))}
        />
        {shownCount === 0 && (
          <EmptyState title={t(undatedCount > 0 || timeline.outsideCount > 0 ? "page.nothingDated" : "page.nothingFound")} action={<LinkButton to="/zeitplan">{t("page.reset")}</LinkButton>}>
            {t("page.nothingFoundText")}
          </EmptyState>
        )}
        {(table !== null || shownCount + undatedCount === 0) && <MoveHistory history={history} returnTo={timelineAddress(view)} />}
        {table !== null && shownCount + undatedCount > 0 && (
          <TimelineTable view={view} table={unpack(table)} years={years} today={timeline.today} versionNumber={timeline.lastVersion?.number ?? null} />
        )}
        {dates !== null && <TimelineDates marks={unpack(dates)} />}
        {chart !== null && <ChartView chart={chart} surroundings={surroundings} list={list} paper={paper} />}
      </Page>
    </div>
  );
}

type ChartProps = { readonly chart: string; readonly surroundings: Packed<ReturnType<typeof surroundingsOf>>; readonly list: TimelineListPage; readonly paper: Paper };

function ChartView({ chart, surroundings, list, paper }: ChartProps) {
  const { view, timeline } = useLoaderData<typeof loader>();
  const decoded = useMemo(() => decodeTimeline(chart), [chart]);
  const shown = useMemo(() => ({ ...timeline, ...unpack(surroundings), ...decoded }), [timeline, surroundings, decoded]);
  const { measures, undated } = decoded;
  return (
    <>
      {measures.length + undated.length > 0 && (
        <>
          <QuarterList view={view} list={list} measures={measures} />
          <PictureView view={view} timeline={shown} paper={paper} />
        </>
      )}
      {undated.length > 0 && (
        <Section title={`${content("list.undated")} (${undated.length})`} id="ohne-termin">
          <p className="muted">{content("list.undatedIntro")}</p>
          <UndatedList measures={undated} />
          {undated.length > MOST_UNDATED && (
            <p>
              <a href={timelineAddress({ ...view, presentation: "table", page: 1, filter: { ...view.filter, year: "none" } })}>{content("list.undatedMore", { count: undated.length - MOST_UNDATED })}</a>
            </p>
          )}
        </Section>
      )}
    </>
  );
}

type PictureProps = { readonly view: TimelineView; readonly timeline: ShownTimeline; readonly paper: Paper };

function PictureView({ view, timeline, paper }: PictureProps) {
  const { history, explainedBy, whole } = useLoaderData<typeof loader>();
  const { years, today, measures, undated, marks } = timeline;
  const titles = useMemo(() => new Map([...measures, ...undated].map(({ id, title }) => [id, title])), [measures, undated]);
  return (
    <>
      <a className="timeline-skip" href="#zeichenerklaerung">
        {t("page.skipPicture")}
      </a>
      {!whole && measures.length + undated.length > WHOLE_ROWS && <WholePicture view={view} />}
      <TimelineSheets plan={timeline} heat={timeline.heat} today={today} years={years} paper={paper} currentView={currentView} />
      <TimelineWorkspace view={view} timeline={timeline} history={history} explainedBy={explainedBy} whole={whole} />
      <Section title={t("legend.title")} id="zeichenerklaerung">
        <TimelineLegend />
      </Section>
      <TimelineDates marks={marks} titleOf={(id) => titles.get(id)} />
    </>
  );
}

const currentView = () => readTimelineView(new URLSearchParams(window.location.search));

/** In the address: every row is in the page at once, which those without JavaScript need. */
const WHOLE = "ganz";

/** Without JavaScript nothing could fetch the rows below the first ones; the browser goes on to the page that holds them all. */
function WholePicture({ view }: { readonly view: TimelineView }) {
  const address = timelineAddress(view);
  const whole = `${address}${address.includes("?") ? "&" : "?"}${WHOLE}=1`;
  return (
    <noscript>
      <meta httpEquiv="refresh" content={`0; url=${whole}`} />
      <a href={whole}>{output("whole")}</a>
    </noscript>
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
