import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readScope, scopeWord } from "#app/forms/resources.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/staff-plan.ts";
import { formatMoney } from "#app/i18n/format.ts";
import { showStaffingNeed } from "#app/services/resources/show-staffing-need.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { NeedByMeasure } from "./need-by-measure.tsx";
import { NeedByPurpose } from "./need-by-purpose.tsx";
import { NeedByTeam } from "./need-by-team.tsx";
import { ScopeLinks } from "./scope-links.tsx";
import { StaffTabs } from "./staff-tabs.tsx";

export const meta: MetaFunction = () => [{ title: t("need.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const scope = readScope(new URL(request.url).searchParams);
  return { scope, ...unwrap(showStaffingNeed({ db: context.db, clock: context.clock, user }, { scope })) };
}

export default function StaffingNeedPage() {
  const { scope, teams, purposes, measures, years, average, unpricedPostCount, undatedCount, canEdit } = useLoaderData<typeof loader>();
  const isEmpty = teams.length === 0 && purposes.length === 0;
  return (
    <Page title={t("need.title")} intro={<p>{t("need.intro")}</p>}>
      <StaffTabs current="need" />
      <ScopeLinks scope={scope} />
      {isEmpty ? (
        <EmptyState
          title={t("need.emptyTitle")}
          action={
            canEdit && (
              <LinkButton to="/ressourcen/stellenplan/neu" icon="plus">
                {t("plan.add")}
              </LinkButton>
            )
          }
        >
          <p>{t("need.emptyAdvice")}</p>
        </EmptyState>
      ) : (
        <>
          <ul className="need-notes">
            <li>
              {average === null ? t("need.noAverage") : t("need.average", { amount: formatMoney(average) })}
              {average !== null && unpricedPostCount > 0 && ` ${t("need.unpriced", { count: unpricedPostCount })}`}
            </li>
            <li>{t("need.externalNote")}</li>
            {undatedCount > 0 && (
              <li>
                {t("need.undated", { count: undatedCount })} <a href={`/ressourcen/personal?umfang=${scopeWord(scope)}#ohne-zeitraum`}>{t("need.toUndated")}</a>
              </li>
            )}
          </ul>
          <Section title={t("need.teamsTitle")} id="teams">
            <NeedByTeam teams={teams} years={years} />
          </Section>
          {purposes.length > 0 && (
            <Section title={t("need.purposesTitle")} id="zwecke">
              <NeedByPurpose purposes={purposes} years={years} />
            </Section>
          )}
          {measures.length > 0 && (
            <Section title={t("need.measuresTitle")} id="massnahmen">
              <details className="need-details">
                <summary>{t("need.measuresOpen", { count: measures.length })}</summary>
                <NeedByMeasure measures={measures} years={years} />
              </details>
            </Section>
          )}
        </>
      )}
    </Page>
  );
}
