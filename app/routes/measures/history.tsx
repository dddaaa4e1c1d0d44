import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, unwrap } from "#app/http/respond.server.ts";
import { actionText, changesOf, type Change } from "#app/i18n/de/measure-history.ts";
import { t } from "#app/i18n/de/measures.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { showHistory } from "#app/services/measures/show-history.server.ts";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${t("history.title")}: ${data?.title ?? ""}` }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const id = idParam(params["measureId"]);
  const { title, events, names } = unwrap(showHistory({ db: context.db, clock: context.clock, user }, id));
  return {
    id,
    title,
    events: events.map((event) => ({ id: event.id, at: event.at, by: event.by, imported: event.imported, what: actionText(event), changes: changesOf(event, names) })),
  };
}

export default function History() {
  const { id, title, events } = useLoaderData<typeof loader>();
  const crumbs = [
    { to: "/massnahmen", label: t("measures") },
    { to: `/massnahmen/${id}`, label: title },
  ];
  return (
    <Page title={t("history.title")} crumbs={crumbs} intro={<p>{t("history.intro")}</p>}>
      {events.length === 0 ? (
        <EmptyState title={t("history.empty")} />
      ) : (
        <DataTable caption={t("history.caption")} captionHidden stacked>
          <thead>
            <tr>
              <th scope="col">{t("history.at")}</th>
              <th scope="col">{t("history.by")}</th>
              <th scope="col">{t("history.what")}</th>
              <th scope="col">{t("history.change")}</th>
            </tr>
          </thead>
          <tbody>
            {events.map((event) => (
              <tr key={event.id}>
                <th scope="row" className="nowrap">
                  {formatDateTime(event.at)}
                </th>
                <td data-label={t("history.by")}>
                  {event.by ?? t("history.program")}
                  {event.imported && <span className="cell-note">{t("history.import")}</span>}
                </td>
                <td data-label={t("history.what")}>{event.what}</td>
                <td data-label={t("history.change")}>
                  <Changes changes={event.changes} />
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Page>
  );
}

function Changes({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return "–";
  return (
    <dl className="history-change">
      {changes.map((change) => (
        <div key={change.label}>
          <dt>{change.label}</dt>
          <dd>
            {change.before !== null && (
              <>
                <span className="visually-hidden">{t("history.before")}: </span>
                <del>{change.before}</del>
              </>
            )}
            {change.before !== null && change.after !== null && <span aria-hidden="true"> → </span>}
            {change.after !== null && (
              <>
                <span className="visually-hidden"> {t("history.after")}: </span>
                <ins>{change.after}</ins>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
