import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useCallback } from "react";
import { PortfolioPicture } from "#app/charts/interactive/portfolio-picture.tsx";
import { NARROW, WIDE } from "#app/charts/layout/portfolio-picture.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/prioritisation-charts.ts";
import { showBenefitAndEffort } from "#app/services/prioritisation/show-benefit-and-effort.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { askedRound } from "./asked-round.ts";
import { BenefitChoice } from "./benefit-choice.tsx";
import { PortfolioLegend } from "./portfolio-legend.tsx";
import { PlacedTable, UnplacedTable } from "./portfolio-tables.tsx";
import { PrioritisationTabs } from "./prioritisation-tabs.tsx";
import { RoundChoice } from "./round-choice.tsx";

export const meta: MetaFunction = () => [{ title: t("portfolio.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const params = new URL(request.url).searchParams;
  const benefitIds = params.getAll("nutzen").filter((id) => /^[1-9]\d{0,8}$/.test(id)).map(Number);
  return { isChosen: benefitIds.length > 0, picture: unwrap(showBenefitAndEffort({ db: context.db, clock: context.clock, user }, { roundId: askedRound(params), benefitIds })) };
}
export type PictureData = ReturnType<typeof loader>["picture"];

export default function BenefitAndEffort() {
  const { picture, isChosen } = useLoaderData<typeof loader>();
  const { round, rounds, actionFields, placed, unplaced, split } = picture;
  const signIndexOf = useCallback(
    (actionFieldId: number | null) => {
      const index = actionFields.findIndex((field) => field.id === actionFieldId);
      return index < 0 ? actionFields.length : index;
    },
    [actionFields],
  );
  return (
    <Page title={t("portfolio.title")} intro={<p>{t("portfolio.intro")}</p>}>
      <PrioritisationTabs current="portfolio" />
      {round === null ? (
        <EmptyState title={t("round.noneTitle")} action={<LinkButton to="/priorisierung">{t("round.toRanking")}</LinkButton>}>
          {t("round.none")}
        </EmptyState>
      ) : (
        <>
          <RoundChoice rounds={rounds} roundId={round.id} />
          <BenefitChoice roundId={round.id} criteria={picture.criteria} isChosen={isChosen} />
          {placed.length === 0 ? (
            <EmptyState title={t("portfolio.emptyTitle")}>{t("portfolio.empty")}</EmptyState>
          ) : (
            <>
              <section className="portfolio" aria-label={t("portfolio.pictureLabel")}>
                <a className="portfolio__skip" href="#zeichenerklaerung">
                  {t("portfolio.skip")}
                </a>
                <PortfolioPicture placed={placed} split={split} signIndexOf={signIndexOf} size={WIDE} className="portfolio-picture--wide" />
                <PortfolioPicture placed={placed} split={split} signIndexOf={signIndexOf} size={NARROW} className="portfolio-picture--narrow" />
                <p className="portfolio__keyboard muted small">{t("portfolio.keyboard")}</p>
              </section>
              <PortfolioLegend picture={picture} signIndexOf={signIndexOf} />
              <PlacedTable placed={placed} actionFields={actionFields} signIndexOf={signIndexOf} />
            </>
          )}
          <UnplacedTable unplaced={unplaced} />
        </>
      )}
    </Page>
  );
}
