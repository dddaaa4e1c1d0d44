import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/committee.ts";
import { formatDate, formatDateTime } from "#app/i18n/format.ts";
import { listVersions, type ListedVersion } from "#app/services/committee/list-versions.server.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { CommitteeTabs } from "./committee-tabs.tsx";

export const meta: MetaFunction = () => [{ title: t("list.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(listVersions({ db: context.db, clock: context.clock, user }));
}

export default function Versions() {
  const { versions, mayFreeze, mayAnswer, mayReadMotions } = useLoaderData<typeof loader>();
  const freeze = mayFreeze && (
    <LinkButton to="/ausschuss/fassungen/neu" variant="primary" icon="lock">
      {t("list.freeze")}
    </LinkButton>
  );
  return (
    <Page title={t("list.title")} intro={<p>{t(mayFreeze ? "list.intro" : "list.introReviewer")}</p>} actions={versions.length > 0 && freeze}>
      {mayReadMotions && <CommitteeTabs current="versions" />}
      {versions.length === 0 ? (
        <EmptyState title={t("list.emptyTitle")} action={freeze}>
          <p>{t(mayFreeze ? "list.emptyOfficer" : "list.emptyReader")}</p>
        </EmptyState>
      ) : (
        <DataTable caption={t("list.caption")} stacked>
          <thead>
            <tr>
              <th scope="col">{t("list.number")}</th>
              <th scope="col">{t("list.state")}</th>
              <th scope="col">{t("list.frozen")}</th>
              <th scope="col">{t("list.comments")}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <VersionRow key={version.id} version={version} mayAnswer={mayAnswer} />
            ))}
          </tbody>
        </DataTable>
      )}
    </Page>
  );
}

function VersionRow({ version, mayAnswer }: { version: ListedVersion; mayAnswer: boolean }) {
  const { submission } = version;
  return (
    <tr>
      <th scope="row">
        <a href={`/ausschuss/fassungen/${version.id}`}>{t("version.heading", { number: version.number, title: version.title })}</a>
      </th>
      <td data-label={t("list.state")}>
        {submission === null ? (
          <Badge icon="edit">{t("list.draft")}</Badge>
        ) : (
          <>
            <Badge kind="success" icon="check">
              {t("list.submitted")}
            </Badge>{" "}
            <span className="small">
              {t("list.submittedTo", { committee: submission.committee, at: formatDateTime(submission.submittedAt) })}
              {submission.meetingDate !== null && <>, {t("list.meeting", { date: formatDate(submission.meetingDate) })}</>}
            </span>
          </>
        )}
      </td>
      <td data-label={t("list.frozen")}>{t("list.by", { at: formatDateTime(version.frozenAt), name: version.frozenBy })}</td>
      <td data-label={t("list.comments")}>
        {version.commentCount}
        {mayAnswer && version.unansweredCount > 0 && (
          <>
            {" "}
            <Badge kind="warning" icon="comment">
              {t("list.unanswered", { count: version.unansweredCount })}
            </Badge>
          </>
        )}
      </td>
    </tr>
  );
}
