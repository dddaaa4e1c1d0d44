import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/administration.ts";
import { roleLabels } from "#app/i18n/de/vocabulary.ts";
import { listUsers } from "#app/services/administration/list-users.server.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { AdministrationPage, openTabs } from "./administration-page.tsx";

export const meta: MetaFunction = () => [{ title: t("users.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const users = unwrap(listUsers({ db: context.db, clock: context.clock, user }));
  return { open: openTabs(user), users: users.map(({ id, name, email, role, orgUnit, deactivatedAt, mustChangePassword }) => ({ id, name, email, role, orgUnit, deactivatedAt, mustChangePassword })) };
}

export default function Users() {
  const { users, open } = useLoaderData<typeof loader>();
  const add = (
    <LinkButton to="/verwaltung/personen/neu" variant="primary" icon="plus">
      {t("users.add")}
    </LinkButton>
  );
  return (
    <AdministrationPage current="users" open={open} title={t("users.title")} actions={add}>
      <DataTable caption={t("users.title")} captionHidden stacked>
        <thead>
          <tr>
            <th scope="col">{t("users.name")}</th>
            <th scope="col">{t("users.email")}</th>
            <th scope="col">{t("users.role")}</th>
            <th scope="col">{t("users.orgUnit")}</th>
            <th scope="col">{t("users.state")}</th>
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <tr key={user.id}>
              <th scope="row">
                <a href={`/verwaltung/personen/${user.id}`}>{user.name}</a>
              </th>
              <td data-label={t("users.email")}>{user.email}</td>
              <td data-label={t("users.role")}>{roleLabels[user.role]}</td>
              <td data-label={t("users.orgUnit")}>{user.orgUnit ?? t("none")}</td>
              <td data-label={t("users.state")}>
                {user.deactivatedAt !== null ? <Badge icon="lock">{t("users.deactivated")}</Badge> : user.mustChangePassword ? t("users.mustChange") : t("users.active")}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </AdministrationPage>
  );
}
