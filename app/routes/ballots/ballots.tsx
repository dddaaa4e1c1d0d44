import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { ballotStateLabels, t } from "#app/i18n/de/ballots.ts";
import { formatDayOf, formatWholeEuros } from "#app/i18n/format.ts";
import { listBallots } from "#app/services/ballots/list-ballots.server.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { AdvisoryNote } from "./advisory-note.tsx";

export const meta: MetaFunction = () => [{ title: t("title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(listBallots({ db: context.db, clock: context.clock, user }));
}

type Ballot = ReturnType<typeof loader>["ballots"][number];

const looks = { draft: "neutral", open: "info", closed: "neutral" } as const;

export default function BallotsPage() {
  const { ballots, mayManage } = useLoaderData<typeof loader>();
  const add = mayManage && (
    <LinkButton to="/abstimmungen/neu" variant="primary" icon="plus">
      {t("list.add")}
    </LinkButton>
  );
  return (
    <Page title={t("title")} intro={<p>{t("intro")}</p>} actions={ballots.length > 0 && add}>
      <AdvisoryNote />
      {ballots.length === 0 ? (
        <EmptyState title={t("list.emptyTitle")} action={add}>
          <p>{t(mayManage ? "list.emptyOfficer" : "list.emptyMember")}</p>
        </EmptyState>
      ) : (
        <DataTable caption={t("list.caption")} captionHidden stacked>
          <thead>
            <tr>
              <th scope="col">{t("list.name")}</th>
              <th scope="col">{t("list.state")}</th>
              <th scope="col">{t("list.turnout")}</th>
              <th scope="col" className="numeric">
                {t("list.budget")}
              </th>
              <th scope="col">{t("list.date")}</th>
            </tr>
          </thead>
          <tbody>
            {ballots.map((ballot) => (
              <tr key={ballot.id}>
                <th scope="row">
                  <a href={`/abstimmungen/${ballot.id}`}>{ballot.title}</a>
                  <span className="ballot-list__kind">
                    {t(`kind.${ballot.kind}`)}, {t(ballot.isSecret ? "secrecy.secret" : "secrecy.open")}
                  </span>
                </th>
                <td data-label={t("list.state")}>
                  <Badge kind={looks[ballot.state]}>{ballotStateLabels[ballot.state]}</Badge>
                  <OwnPart ballot={ballot} />
                </td>
                <td data-label={t("list.turnout")}>{ballot.state === "draft" ? "–" : t("turnout", { voted: ballot.votedCount, members: ballot.memberCount })}</td>
                <td data-label={t("list.budget")} className="numeric">
                  {formatWholeEuros(ballot.budgetCents)}
                </td>
                <td data-label={t("list.date")}>{periodOf(ballot)}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Page>
  );
}

function OwnPart({ ballot: { id, title, state, hasVoted } }: { ballot: Ballot }) {
  if (hasVoted === null) return null;
  if (state === "open" && !hasVoted) {
    return (
      <span className="ballot-list__own">
        <LinkButton to={`/abstimmungen/${id}`} variant="primary" compact label={t("list.voteIn", { title })}>
          {t("list.vote")}
        </LinkButton>
      </span>
    );
  }
  return <span className="ballot-list__own muted small">{t(hasVoted ? "list.voted" : "list.missed")}</span>;
}

function periodOf({ openedAt, closedAt }: Ballot): string {
  if (openedAt === null) return t("list.notOpened");
  return closedAt === null ? t("list.since", { date: formatDayOf(openedAt) }) : t("list.range", { from: formatDayOf(openedAt), to: formatDayOf(closedAt) });
}
