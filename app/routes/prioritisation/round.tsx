import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/rounds.ts";
import { showRound } from "#app/services/prioritisation/show-round.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { PrioritisationTabs } from "./prioritisation-tabs.tsx";
import { roundCrumbs, roundPath } from "./round-crumbs.ts";
import { RoundFacts } from "./round-facts.tsx";
import { RoundOverrides } from "./round-overrides.tsx";
import { DisclosedRaters, RoundCriteria, RoundGroups } from "./round-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.round.title ?? t("list.title") }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showRound({ db: context.db, clock: context.clock, user }, idParam(params["roundId"])));
}

export default function RoundPage() {
  const shown = useLoaderData<typeof loader>();
  const { round, mayManage } = shown;
  const path = roundPath(round.id);
  return (
    <Page title={round.title} crumbs={roundCrumbs(null)} intro={round.question !== "" && <p>{round.question}</p>} actions={<RoundActions path={path} shown={shown} />}>
      <PrioritisationTabs current="rounds" />
      {!shown.isIntact && (
        <Alert kind="danger" title={t("round.damagedTitle")}>
          <p>{t("round.damagedText")}</p>
        </Alert>
      )}
      <RoundFacts round={round} />
      <Section title={t("round.criteria")} id="kriterien">
        <RoundCriteria criteria={shown.criteria} />
      </Section>
      <Section title={t("round.groups")} id="gruppen">
        <RoundGroups groups={shown.groups} progress={shown.progress} />
      </Section>
      {shown.raters !== null && (
        <Section title={t("round.raters")} id="bewertende">
          <DisclosedRaters raters={shown.raters} />
        </Section>
      )}
      <Section title={t("round.overrides")} id="von-hand">
        <RoundOverrides roundId={round.id} overrides={shown.overrides} mayChange={mayManage && round.state === "open"} />
      </Section>
    </Page>
  );
}

function RoundActions({ path, shown: { round, mayManage, others } }: { path: string; shown: ReturnType<typeof useLoaderData<typeof loader>> }) {
  return (
    <>
      <LinkButton to={`/priorisierung?runde=${round.id}`} icon="scale">
        {t("round.ranking")}
      </LinkButton>
      {others.length > 0 && (
        <LinkButton to={`${path}/vergleich`} icon="history">
          {t("round.compare")}
        </LinkButton>
      )}
      {mayManage && round.state === "open" && (
        <>
          <LinkButton to={`${path}/bearbeiten`} icon="edit">
            {t("round.edit")}
          </LinkButton>
          <LinkButton to={`${path}/schliessen`} icon="lock" variant="primary">
            {t("round.close")}
          </LinkButton>
        </>
      )}
      {mayManage && round.state === "closed" && (
        <LinkButton to={`${path}/annehmen`} icon="check" variant="primary">
          {t("round.adopt")}
        </LinkButton>
      )}
    </>
  );
}
