import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/prioritisation-charts.ts";
import { showDisagreements } from "#app/services/prioritisation/show-disagreements.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { askedRound } from "./asked-round.ts";
import { DisagreementTable } from "./disagreement-table.tsx";
import { PrioritisationTabs } from "./prioritisation-tabs.tsx";
import { RoundChoice } from "./round-choice.tsx";

export const meta: MetaFunction = () => [{ title: t("dissent.title") }];

/** How many rows stand on the page before somebody asks for all. */
const TOP = 20;

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const params = new URL(request.url).searchParams;
  const view = { order: params.get("ordnung") === "platz" ? ("position" as const) : ("disagreement" as const), isWhole: params.get("umfang") === "alle" };
  const disagreements = unwrap(showDisagreements({ db: context.db, clock: context.clock, user }, { roundId: askedRound(params), order: view.order, limit: view.isWhole ? null : TOP }));
  return { view, disagreements };
}
export type DisagreementsData = ReturnType<typeof loader>;

export default function Disagreements() {
  const { view, disagreements } = useLoaderData<typeof loader>();
  const { round, rounds, rows, totalCount } = disagreements;
  if (round === null) return <NoRound />;
  const addressOf = (change: Partial<typeof view>) => {
    const { order, isWhole } = { ...view, ...change };
    return `?${new URLSearchParams([["runde", String(round.id)], ...(order === "position" ? [["ordnung", "platz"]] : []), ...(isWhole ? [["umfang", "alle"]] : [])])}`;
  };
  return (
    <Page title={t("dissent.title")} intro={<p>{t("dissent.intro")}</p>}>
      <PrioritisationTabs current="disagreements" />
      <RoundChoice rounds={rounds} roundId={round.id} />
      <Remark disagreements={disagreements} />
      {rows.length > 0 && (
        <>
          <DisagreementTable disagreements={disagreements} order={view.order} addressOf={(order) => addressOf({ order })} />
          <p className="dissent__count">
            {t("dissent.shown", { shown: rows.length, total: totalCount })}
            {totalCount > TOP && (
              <a href={addressOf({ isWhole: !view.isWhole })} data-keep-scroll>
                {view.isWhole ? t("dissent.showTop", { top: TOP }) : t("dissent.showAll", { total: totalCount })}
              </a>
            )}
          </p>
        </>
      )}
    </Page>
  );
}

/** Why there is nothing to compare, or who else can see what stands here. */
function Remark({ disagreements: { round, groups, rows, hiddenGroupCount } }: { disagreements: DisagreementsData["disagreements"] }) {
  if (round === null) return null;
  const toRanking = <LinkButton to={`/priorisierung?runde=${round.id}`}>{t("round.toRanking")}</LinkButton>;
  if (hiddenGroupCount > 0) {
    const kind = round.state === "open" ? "hiddenOpen" : "hiddenAnonymous";
    return (
      <EmptyState title={t(`dissent.${kind}Title`)} action={toRanking}>
        {t(`dissent.${kind}`)}
      </EmptyState>
    );
  }
  if (groups.length < 2) return <EmptyState title={t("dissent.fewGroupsTitle")} action={toRanking}>{t("dissent.fewGroups")}</EmptyState>;
  if (rows.length === 0) return <EmptyState title={t("dissent.nothingTitle")} action={toRanking}>{t("dissent.nothing")}</EmptyState>;
  if (round.state === "open") return <Alert kind="info" title={t("dissent.officerOnly")} />;
  return round.disclosure === "anonymous" ? <Alert kind="info" title={t("dissent.officerAnonymous")} /> : null;
}

function NoRound() {
  return (
    <Page title={t("dissent.title")}>
      <PrioritisationTabs current="disagreements" />
      <EmptyState title={t("round.noneTitle")} action={<LinkButton to="/priorisierung">{t("round.toRanking")}</LinkButton>}>
        {t("round.none")}
      </EmptyState>
    </Page>
  );
}
