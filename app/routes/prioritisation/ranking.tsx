import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/prioritisation.ts";
import { showRanking } from "#app/services/prioritisation/show-ranking.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/table.tsx";
import { PrioritisationTabs } from "./prioritisation-tabs.tsx";
import { AffordabilitySummary } from "./affordability-summary.tsx";
import { inRound, RoundBar } from "./round-bar.tsx";
import { RankingTable } from "./ranking-table.tsx";
import { UnratedMeasures } from "./unrated-measures.tsx";

export const meta: MetaFunction = () => [{ title: t("ranking.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const params = new URL(request.url).searchParams;
  const number = (name: string) => (/^[1-9]\d{0,8}$/.test(params.get(name) ?? "") ? Number(params.get(name)) : null);
  return unwrap(showRanking(service, { roundId: number("runde"), page: number("seite") ?? 1, explainedId: number("warum") }));
}

export default function RankingPage() {
  const ranking = useLoaderData<typeof loader>();
  const { criteria, rankedCount, page, pageCount, canEditCriteria, canRate, round } = ranking;
  return (
    <Page
      title={t("ranking.title")}
      intro={<p>{t("ranking.intro")}</p>}
      actions={
        <>
          {canRate && (
            <LinkButton to="/priorisierung/bewerten" icon="edit" variant="primary">
              {t("ranking.rate")}
            </LinkButton>
          )}
          <LinkButton to="/priorisierung/kriterien" icon="scale">
            {t("ranking.criteria")}
          </LinkButton>
        </>
      }
    >
      <PrioritisationTabs current="ranking" />
      <RoundBar ranking={ranking} />
      {criteria.length === 0 ? (
        <EmptyState
          title={t("ranking.noCriteriaTitle")}
          action={
            canEditCriteria && (
              <LinkButton to="/priorisierung/kriterien/neu" icon="plus">
                {t("weighting.addCriterion")}
              </LinkButton>
            )
          }
        >
          <p>{t(canEditCriteria ? "ranking.noCriteriaAdvice" : "ranking.noCriteriaAdviceReader")}</p>
        </EmptyState>
      ) : rankedCount === 0 ? (
        <NothingRanked hasMeasures={ranking.unrated.length > 0} canRate={canRate} />
      ) : (
        <>
          {ranking.affordability && (
            <AffordabilitySummary affordability={ranking.affordability} isPreliminary={round !== null && !round.isInForce} isLineShown={ranking.entries.some(({ measureId }) => measureId === ranking.affordability?.first?.measureId)} />
          )}
          <RankingTable ranking={ranking} />
        </>
      )}
      <Pagination page={page} pageCount={pageCount} toPage={(number) => `?${inRound(round)}seite=${number}`} />
      <UnratedMeasures measures={ranking.unrated} />
    </Page>
  );
}

/** Nobody has rated yet, or there is nothing to rate. */
function NothingRanked({ hasMeasures, canRate }: { hasMeasures: boolean; canRate: boolean }) {
  if (!hasMeasures) {
    return (
      <EmptyState title={t("ranking.noMeasuresTitle")} action={<LinkButton to="/massnahmen">{t("ranking.toMeasures")}</LinkButton>}>
        <p>{t("ranking.noMeasuresAdvice")}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t("ranking.emptyTitle")}
      action={
        canRate && (
          <LinkButton to="/priorisierung/bewerten" icon="edit">
            {t("ranking.rate")}
          </LinkButton>
        )
      }
    >
      <p>{t("ranking.emptyAdvice")}</p>
    </EmptyState>
  );
}
