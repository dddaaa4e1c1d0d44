import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/rounds.ts";
import { formatDayOf } from "#app/i18n/format.ts";
import { listRounds } from "#app/services/prioritisation/list-rounds.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { PrioritisationTabs } from "./prioritisation-tabs.tsx";
import { RoundState } from "./round-state.tsx";

export const meta: MetaFunction = () => [{ title: t("list.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(listRounds({ db: context.db, clock: context.clock, user }));
}

export default function RoundsPage() {
  const { rounds, hasOpenRound, mayManage } = useLoaderData<typeof loader>();
  const create = (
    <LinkButton to="/priorisierung/runden/neu" icon="plus" variant="primary">
      {t("list.create")}
    </LinkButton>
  );
  return (
    <Page title={t("list.title")} intro={<p>{t("list.intro")}</p>} actions={mayManage && !hasOpenRound && rounds.length > 0 && create}>
      <PrioritisationTabs current="rounds" />
      {rounds.length === 0 ? (
        <EmptyState title={t("list.emptyTitle")} action={mayManage && create}>
          <p>{t(mayManage ? "list.emptyAdvice" : "list.emptyAdviceReader")}</p>
        </EmptyState>
      ) : (
        <DataTable caption={t("list.caption")} stacked>
          <thead>
            <tr>
              <th scope="col">{t("list.round")}</th>
              <th scope="col">{t("list.state")}</th>
              <th scope="col">{t("list.opened")}</th>
              <th scope="col">{t("list.closed")}</th>
              <th scope="col">{t("list.adopted")}</th>
            </tr>
          </thead>
          <tbody>
            {rounds.map((round) => (
              <tr key={round.id}>
                <th scope="row">
                  <a href={`/priorisierung/runden/${round.id}`}>{round.title}</a>
                  {round.question !== "" && <span className="ranking__note">{round.question}</span>}
                </th>
                <td data-label={t("list.state")}>
                  <RoundState round={round} />
                </td>
                <td data-label={t("list.opened")}>{formatDayOf(round.openedAt)}</td>
                <td data-label={t("list.closed")}>{round.closedAt === null ? t("list.none") : formatDayOf(round.closedAt)}</td>
                <td data-label={t("list.adopted")}>
                  {round.adoptedAt === null ? t("list.none") : formatDayOf(round.adoptedAt)}
                  {round.adoptedNote !== "" && <span className="ranking__note">{round.adoptedNote}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {mayManage && hasOpenRound && <p className="round-note">{t("list.oneOpen")}</p>}
    </Page>
  );
}
