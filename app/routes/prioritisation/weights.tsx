import { type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/weights.ts";
import { formatPercent } from "#app/i18n/format.ts";
import { showWeights } from "#app/services/prioritisation/show-weights.server.ts";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { PrioritisationTabs } from "./prioritisation-tabs.tsx";

export const meta: MetaFunction = () => [{ title: t("title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showWeights({ db: context.db, clock: context.clock, user }));
}

export default function WeightsPage() {
  const weights = useLoaderData<typeof loader>();
  if (weights.round === null) {
    return (
      <Page title={t("title")}>
        <PrioritisationTabs current="weights" />
        <EmptyState title={t("noRoundTitle")}>
          <p>{t("noRoundAdvice")}</p>
        </EmptyState>
      </Page>
    );
  }
  const { round, criteria, groups, canManage } = weights;
  const notes = groups.filter((group) => group.newCriteria.length > 0);
  return (
    <Page
      title={t("title")}
      intro={
        <>
          <p>
            <strong>{round.state === "open" ? t("ofRound", { title: round.title }) : t("closed", { title: round.title })}</strong>
          </p>
          <p>
            {t("intro")} {canManage && t("adjustGroups")}
          </p>
        </>
      }
    >
      <PrioritisationTabs current="weights" />
      <DataTable caption={t("caption")}>
        <thead>
          <tr>
            <th scope="col">{t("criterion")}</th>
            {groups.map((group) => (
              <th scope="col" key={group.id} className="numeric weights__group">
                {group.name}
                <span className="weights__note">{t("groupCounts", { weight: group.weight, share: formatPercent(group.groupShare) })}</span>
                <span className="weights__note">{t(`methods.${group.method}`)}</span>
                {round.state === "open" && group.canOpen && (
                  <a href={`/priorisierung/gewichte/${group.id}`} aria-label={t(group.canWeigh ? "weighOf" : "lookOf", { group: group.name })}>
                    {t(group.canWeigh ? "weigh" : "look")}
                  </a>
                )}
              </th>
            ))}
            <th scope="col" className="numeric">
              {t("together")}
            </th>
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion, index) => (
            <tr key={criterion.id}>
              <th scope="row">{criterion.name}</th>
              {groups.map((group) => (
                <td key={group.id} className="numeric">
                  {group.shares === null ? t("hidden") : formatPercent(group.shares[index] ?? 0)}
                </td>
              ))}
              <td className="numeric">
                <strong>{formatPercent(criterion.commonShare)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {groups.some((group) => group.shares === null) && <p className="muted small weights__below">{t("hiddenNote")}</p>}
      {notes.map((group) => (
        <p key={group.id} className="small weights__below">
          {t("newCriteriaOf", { group: group.name, text: t("newCriteria", { names: group.newCriteria.join(", ") }) })}
        </p>
      ))}
    </Page>
  );
}
