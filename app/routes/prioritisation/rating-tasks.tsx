import { type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/prioritisation.ts";
import { t as screenText } from "#app/i18n/de/rating-screen.ts";
import { t as weightText } from "#app/i18n/de/weights.ts";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { formatDate } from "#app/i18n/format.ts";
import { listRatingTasks } from "#app/services/prioritisation/list-rating-tasks.server.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { PrioritisationTabs } from "./prioritisation-tabs.tsx";

export const meta: MetaFunction = () => [{ title: t("rating.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(listRatingTasks({ db: context.db, clock: context.clock, user }));
}

const looks = { open: "neutral", partial: "warning", done: "success" } as const;

export default function RatingTasksPage() {
  const tasks = useLoaderData<typeof loader>();
  const { canReadPlan } = tasks;
  const crumbs = canReadPlan ? [{ to: "/priorisierung", label: t("ranking.title") }] : [];
  const actions = canReadPlan && (
    <LinkButton to="/priorisierung" icon="scale">
      {t("rating.toRanking")}
    </LinkButton>
  );
  if (tasks.obstacle !== null) {
    return (
      <Page title={t("rating.title")} crumbs={crumbs} actions={actions}>
        <PrioritisationTabs current="rate" />
        <EmptyState title={t(`rating.${tasks.obstacle}Title`)}>
          <p>{t(`rating.${tasks.obstacle}Advice`)}</p>
        </EmptyState>
      </Page>
    );
  }
  const { round, raterGroupName, measures, doneCount, nextId } = tasks;
  return (
    <Page title={t("rating.title")} crumbs={crumbs} actions={actions} intro={<RoundIntro round={round} groupName={raterGroupName} />}>
      <PrioritisationTabs current="rate" />
      <div className="rating-progress">
        <label htmlFor="rating-progress">{t("rating.progress", { done: doneCount, total: measures.length })}</label>
        <progress id="rating-progress" value={doneCount} max={measures.length} />
        {nextId !== null && (
          <LinkButton to={`/priorisierung/bewerten/${nextId}`} variant="primary" icon="arrowRight">
            {t(doneCount === 0 ? "rating.start" : "rating.goOn")}
          </LinkButton>
        )}
        {!canReadPlan && (
          <>
            <a href="/priorisierung/matrix">{screenText("matrix.toMatrix")}</a>
            <a href="/priorisierung/gewichte">{weightText("title")}</a>
          </>
        )}
      </div>
      <DataTable caption={t("rating.caption")}>
        <thead>
          <tr>
            <th scope="col">{t("rating.measure")}</th>
            <th scope="col">{t("rating.state")}</th>
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            <tr key={measure.id}>
              <th scope="row">
                <a href={`/priorisierung/bewerten/${measure.id}`}>{measure.title}</a>
              </th>
              <td>
                <Badge kind={looks[measure.state]}>{t(`rating.states.${measure.state}`)}</Badge>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Page>
  );
}

function RoundIntro({ round, groupName }: { round: { title: string; question: string; ratesUntil: string | null }; groupName: string }) {
  return (
    <>
      <p>
        <strong>{round.title}</strong>
        {round.question !== "" && `: ${round.question}`}
      </p>
      <p>
        {t("rating.intro", { group: groupName })} {round.ratesUntil !== null && t("rating.until", { date: formatDate(plainDate(round.ratesUntil)) })}
      </p>
    </>
  );
}
