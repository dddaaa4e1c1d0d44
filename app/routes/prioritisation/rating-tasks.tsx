import { type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/prioritisation.ts";
import { listRatingTasks } from "#app/services/prioritisation/list-rating-tasks.server.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";

export const meta: MetaFunction = () => [{ title: t("rating.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(listRatingTasks({ db: context.db, clock: context.clock, user }));
}

const looks = { open: "neutral", partial: "warning", done: "success" } as const;

export default function RatingTasksPage() {
  const { raterGroup, criterionCount, measures, doneCount, nextId, canReadPlan } = useLoaderData<typeof loader>();
  const crumbs = canReadPlan ? [{ to: "/priorisierung", label: t("ranking.title") }] : [];
  const actions = canReadPlan && (
    <LinkButton to="/priorisierung" icon="scale">
      {t("rating.toRanking")}
    </LinkButton>
  );
  const obstacle = raterGroup === null ? "noGroup" : criterionCount === 0 ? "noCriteria" : measures.length === 0 ? "noMeasures" : null;
  if (raterGroup === null || obstacle !== null) {
    const reason = obstacle ?? "noGroup";
    return (
      <Page title={t("rating.title")} crumbs={crumbs} actions={actions}>
        <EmptyState title={t(`rating.${reason}Title`)}>
          <p>{t(`rating.${reason}Advice`)}</p>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t("rating.title")} crumbs={crumbs} actions={actions} intro={<p>{t("rating.intro", { group: raterGroup.name })}</p>}>
      <div className="rating-progress">
        <label htmlFor="rating-progress">{t("rating.progress", { done: doneCount, total: measures.length })}</label>
        <progress id="rating-progress" value={doneCount} max={measures.length} />
        {nextId !== null && (
          <LinkButton to={`/priorisierung/bewerten/${nextId}`} variant="primary" icon="arrowRight">
            {t(doneCount === 0 ? "rating.start" : "rating.goOn")}
          </LinkButton>
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
