import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/administration.ts";
import { orgUnitKindLabels } from "#app/i18n/de/vocabulary.ts";
import { listOrgUnits } from "#app/services/administration/list-org-units.server.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { AdministrationPage, openTabs } from "./administration-page.tsx";

export const meta: MetaFunction = () => [{ title: t("organisation.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return { units: unwrap(listOrgUnits({ db: context.db, clock: context.clock, user })), open: openTabs(user) };
}

export default function OrgUnits() {
  const { units, open } = useLoaderData<typeof loader>();
  const add = (
    <LinkButton to="/verwaltung/organisation/neu" variant="primary" icon="plus">
      {t("organisation.add")}
    </LinkButton>
  );
  return (
    <AdministrationPage current="organisation" open={open} title={t("organisation.title")} intro={t("organisation.intro")} actions={add}>
      {units.length === 0 ? (
        <EmptyState title={t("organisation.empty")} action={add}>
          {t("organisation.emptyAdvice")}
        </EmptyState>
      ) : (
        <DataTable caption={t("organisation.title")} captionHidden stacked>
          <thead>
            <tr>
              <th scope="col">{t("organisation.name")}</th>
              <th scope="col">{t("organisation.shortName")}</th>
              <th scope="col">{t("organisation.kind")}</th>
              <th scope="col">{t("organisation.state")}</th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.id}>
                <th scope="row">
                  <span className={`tree-depth tree-depth--${Math.min(unit.depth, 4)}`}>
                    <a href={`/verwaltung/organisation/${unit.id}`}>{unit.name}</a>
                  </span>
                </th>
                <td data-label={t("organisation.shortName")}>{unit.shortName}</td>
                <td data-label={t("organisation.kind")}>{orgUnitKindLabels[unit.kind]}</td>
                <td data-label={t("organisation.state")}>{unit.archivedAt === null ? t("organisation.active") : <Badge icon="archive">{t("organisation.archived")}</Badge>}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </AdministrationPage>
  );
}
