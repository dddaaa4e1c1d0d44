import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRevalidator } from "@remix-run/react";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/plan-run.ts";
import { t as plannerText } from "#app/i18n/de/planner.ts";
import { showPlanRun } from "#app/services/planning/show-plan-run.server.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { TabLinks } from "#app/ui/table.tsx";
import { LeftOutTable, PlacedTable } from "./plan-measures.tsx";
import { PlanMoney } from "./plan-money.tsx";
import { PlanPicture } from "./plan-picture.tsx";
import { PlanQuality } from "./plan-quality.tsx";
import { PlanStaff } from "./plan-staff.tsx";
import { PLANNER } from "./plan-run-paths.ts";
import { RunFailureNotice } from "./run-failure-notice.tsx";
import { RunFacts } from "./run-facts.tsx";
import { RunProgressPanel } from "./run-progress.tsx";
import { RunActions } from "./run-actions.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: plannerText("runs.numberValue", { id: String(data?.run.id ?? "") }) }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(await showPlanRun({ db: context.db, clock: context.clock, user }, { runId: idParam(params["runId"]), isWhole: new URL(request.url).searchParams.has("alle") }));
}

export default function PlanRunPage() {
  const shown = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  const { run, progress, view, counts, canRun } = shown;
  const title = plannerText("runs.numberValue", { id: String(run.id) });
  return (
    <Page
      title={title}
      crumbs={[{ to: PLANNER, label: plannerText("title") }]}
      actions={view !== null && progress === null && <RunActions runId={run.id} canRun={canRun} />}
      intro={
        <p>
          {run.scenarioName === null ? t("introLive") : t("introScenario", { name: `„${run.scenarioName}“` })}
          {run.warmFrom !== null && ` ${t("startedFrom", { id: String(run.warmFrom) })}`}
        </p>
      }
    >
      {progress !== null && <RunProgressPanel runId={run.id} seconds={run.seconds} initial={progress} hasPlan={view !== null} canCancel={canRun} onNews={revalidate} />}
      <RunFailureNotice shown={shown} />
      {view !== null && counts !== null && (
        <>
          <PlanQuality shown={shown} view={view} counts={counts} />
          {view.cutAfter !== null && (
            <p>
              {t("cut", { count: String(view.cutAfter) })} <a href="?alle=1">{t("showAll")}</a>
            </p>
          )}
          <TabLinks
            label={t("jumpTo")}
            tabs={(["massnahmen", "nicht-im-plan", "geld", "personal", "angaben"] as const).map((id) => ({ to: `#${id}`, label: t(`section.${id}`), current: false }))}
          />
          <div className={view.isLong ? "plan-parts plan-parts--long" : "plan-parts"}>
            <Section title={t("section.massnahmen")} id="massnahmen">
              <PlanPicture runId={run.id} />
              <PlacedTable runId={run.id} rows={view.placed} caption={t("placed.caption")} />
              {view.standing.length > 0 && (
                <details className="planner-more">
                  <summary>{t("placed.standing", { count: counts.standing })}</summary>
                  <PlacedTable runId={run.id} rows={view.standing} caption={t("placed.standingCaption")} />
                </details>
              )}
            </Section>
            <Section title={t("section.nicht-im-plan")} id="nicht-im-plan">
              <LeftOutTable runId={run.id} rows={view.leftOut} />
            </Section>
            <Section title={t("section.geld")} id="geld">
              <PlanMoney rows={view.money} />
              {counts.assumed > 0 && <p className="table-note">{t("assumedIn", { count: counts.assumed })}</p>}
            </Section>
            <Section title={t("section.personal")} id="personal">
              <PlanStaff quarters={view.quarters} rows={view.staff} />
              {counts.assumed > 0 && <p className="table-note">{t("assumedIn", { count: counts.assumed })}</p>}
            </Section>
          </div>
        </>
      )}
      <Section title={t("section.angaben")} id="angaben">
        <RunFacts shown={shown} />
      </Section>
    </Page>
  );
}
