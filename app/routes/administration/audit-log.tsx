import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { readAuditLogFilter } from "#app/forms/administration.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/administration.ts";
import { actionLabel, auditChanges, entityLabel } from "#app/i18n/de/audit-log.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { showAuditLog } from "#app/services/administration/show-audit-log.server.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/fields.tsx";
import { EmptyState } from "#app/ui/page.tsx";
import { DataTable, Pagination } from "#app/ui/table.tsx";
import { AdministrationPage, openTabs } from "./administration-page.tsx";

export const meta: MetaFunction = () => [{ title: t("auditLog.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const filter = readAuditLogFilter(new URL(request.url).searchParams);
  const { events, ...log } = unwrap(showAuditLog({ db: context.db, clock: context.clock, user }, filter));
  return { filter, open: openTabs(user), ...log, events: events.map((event) => ({ ...event, changes: auditChanges(event.changes) })) };
}

export default function AuditLog() {
  const { filter, open, total, pageCount, events, entities, users } = useLoaderData<typeof loader>();
  const toPage = (page: number) => {
    const search = new URLSearchParams({ gegenstand: filter.entity ?? "", person: String(filter.userId ?? ""), tag: filter.day ?? "", seite: String(page) });
    return `/verwaltung/protokoll?${search.toString()}`;
  };
  return (
    <AdministrationPage current="auditLog" open={open} title={t("auditLog.title")} intro={t("auditLog.intro")}>
      <Form method="get" className="toolbar">
        <SelectField
          field={{ id: "gegenstand", name: "gegenstand", defaultValue: filter.entity ?? "" }}
          label={t("auditLog.entity")}
          emptyLabel={t("auditLog.all")}
          options={entities.map((value) => ({ value, label: entityLabel(value) }))}
        />
        <SelectField
          field={{ id: "person", name: "person", defaultValue: String(filter.userId ?? "") }}
          label={t("auditLog.user")}
          emptyLabel={t("auditLog.all")}
          options={users.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <TextField field={{ id: "tag", name: "tag", defaultValue: filter.day ?? "" }} label={t("auditLog.day")} type="date" />
        <Button>{t("auditLog.show")}</Button>
      </Form>
      <p role="status">{t("auditLog.count", { total })}</p>
      {events.length === 0 ? (
        <EmptyState title={t("auditLog.empty")}>{t("auditLog.emptyAdvice")}</EmptyState>
      ) : (
        <DataTable caption={t("auditLog.title")} captionHidden stacked>
          <thead>
            <tr>
              <th scope="col">{t("auditLog.at")}</th>
              <th scope="col">{t("auditLog.user")}</th>
              <th scope="col">{t("auditLog.entity")}</th>
              <th scope="col">{t("auditLog.action")}</th>
              <th scope="col">{t("auditLog.changes")}</th>
            </tr>
          </thead>
          <tbody>
            {events.map((event) => (
              <tr key={event.id}>
                <th scope="row">{formatDateTime(event.at)}</th>
                <td data-label={t("auditLog.user")}>{event.userName ?? t("auditLog.program")}</td>
                <td data-label={t("auditLog.entity")}>{`${entityLabel(event.entity)} ${event.entityId}`}</td>
                <td data-label={t("auditLog.action")}>{actionLabel(event.action)}</td>
                <td data-label={t("auditLog.changes")}>
                  {event.changes.length === 0 ? (
                    t("none")
                  ) : (
                    <ul className="change-list">
                      {event.changes.map((change) => (
                        <li key={change.field}>
                          <span className="muted">{change.field}:</span> {change.before ?? t("auditLog.nothing")} → {change.after ?? t("auditLog.nothing")}
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      <Pagination page={filter.page} pageCount={pageCount} toPage={toPage} />
    </AdministrationPage>
  );
}
