import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/permissions/permissions.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { t } from "#app/i18n/de/overview.ts";
import { formatDate } from "#app/i18n/format.ts";
import { showOverview } from "#app/services/portfolio/show-overview.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { BudgetFigures, StatusFigures } from "./overview-figures.tsx";
import { FindingList } from "./overview-findings.tsx";
import { RatingProgress, UpcomingDates, VersionCard } from "./overview-side.tsx";

export const meta: MetaFunction = () => [{ title: t("title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return {
    ...showOverview({ db: context.db, clock: context.clock, user }),
    may: { create: can(user, "measure:create"), import: can(user, "measure:import") },
  };
}

export type OverviewData = ReturnType<typeof loader>;

const stepTargets = {
  units: "/verwaltung/organisation",
  people: "/verwaltung/personen",
  measures: "/massnahmen/neu",
  actionFields: "/strategie",
  criteria: "/priorisierung/kriterien",
  teams: "/ressourcen/personal/kapazitaeten",
  frames: "/ressourcen/haushalt/rahmen",
} as const;

export default function Overview() {
  const overview = useLoaderData<typeof loader>();
  const { today, findings, figures, upcoming, version, rating, nextSteps, ownUnitId, ballots } = overview;
  const isEmpty = figures !== null && figures.measureCount === 0;
  return (
    <Page title={t("title")} intro={t(ownUnitId === null ? "intro" : "introOwnUnit", { today: formatDate(today) })}>
      {isEmpty && <NoMeasures may={overview.may} />}
      {nextSteps.length > 0 && (
        <Section title={t("nextSteps")} id="schritte">
          <ul className="link-list">
            {nextSteps.map((step) => (
              <li key={step}>
                <a href={stepTargets[step]}>{t(`step.${step}`)}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <div className="columns">
        <div>
          {!(isEmpty && findings.length === 0) && (
            <Section title={t("attention")} id="aufmerksamkeit">
              {findings.length > 0 ? <FindingList findings={findings} version={version} ownUnitId={ownUnitId} ballots={ballots} /> : <Alert kind="success" title={t("nothing")} />}
            </Section>
          )}
          {figures !== null && figures.budget.length > 0 && <BudgetFigures budget={figures.budget} />}
        </div>
        <div>
          <VersionCard version={version} />
          {rating !== null && rating.total > 0 && <RatingProgress rating={rating} />}
          {figures !== null && !isEmpty && (
            <>
              <UpcomingDates dates={upcoming} />
              <StatusFigures figures={figures} ownUnitId={ownUnitId} />
            </>
          )}
        </div>
      </div>
    </Page>
  );
}

function NoMeasures({ may }: Pick<OverviewData, "may">) {
  return (
    <EmptyState
      title={t("empty")}
      action={
        may.create && (
          <>
            {may.import && (
              <LinkButton to="/massnahmen/import" variant="primary" icon="upload">
                {t("importList")}
              </LinkButton>
            )}
            <LinkButton to="/massnahmen/neu" icon="plus">
              {t("createMeasure")}
            </LinkButton>
          </>
        )
      }
    >
      {t(may.create ? "emptyHint" : "emptyForReaders")}
    </EmptyState>
  );
}
