import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParam, postedRowVersion, unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/resources.ts";
import { formatInteger } from "#app/i18n/format.ts";
import { archiveTeam } from "#app/services/resources/archive-team.server.ts";
import { listTeamCapacities } from "#app/services/resources/show-teams.server.ts";
import { ArchivedList } from "#app/ui/archived-list.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { StaffTabs } from "./staff-tabs.tsx";
import { describeRange, UnitCapacities } from "./unit-capacities.tsx";

export const meta: MetaFunction = () => [{ title: t("teams.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(listTeamCapacities({ db: context.db, clock: context.clock, user }));
}

/** Brings an archived team back. */
export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "resources:edit");
  const form = await request.formData();
  const rowVersion = postedRowVersion(form);
  const teamId = idParam(String(form.get("teamId")));
  const { name } = unwrap(archiveTeam({ db: context.db, clock: context.clock, user }, { teamId, rowVersion, archive: false }));
  return redirectWithMessage("/ressourcen/personal/kapazitaeten", t("done.teamRestored", { name }));
}

export default function TeamsPage() {
  const { teams, archived, quarterCount, units } = useLoaderData<typeof loader>();
  const add = (
    <LinkButton to="/ressourcen/personal/kapazitaeten/neu" icon="plus">
      {t("teams.add")}
    </LinkButton>
  );
  return (
    <Page title={t("teams.title")} crumbs={[{ to: "/ressourcen/personal", label: t("staff.title") }]} intro={<p>{t("teams.intro")}</p>} actions={teams.length > 0 && add}>
      <StaffTabs current="teams" />
      {teams.length === 0 ? (
        <EmptyState title={t("teams.emptyTitle")} action={add}>
          <p>{t("staff.emptyAdvice")}</p>
        </EmptyState>
      ) : (
        <DataTable caption={t("teams.caption")} captionHidden stacked>
          <thead>
            <tr>
              <th scope="col">{t("teams.name")}</th>
              <th scope="col">{t("teams.unit")}</th>
              <th scope="col">{t("teams.known")}</th>
              <th scope="col">{t("teams.range")}</th>
              <th scope="col">
                <span className="visually-hidden">{t("teams.edit")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {teams.map((team) => (
              <tr key={team.id}>
                <th scope="row">{team.name}</th>
                <td data-label={t("teams.unit")}>{team.unitName}</td>
                <td data-label={t("teams.known")}>{t("teams.knownOf", { known: team.capacities.length, total: quarterCount })}</td>
                <td data-label={t("teams.range")}>{describeRange(team.capacities.map((each) => each.personDays), formatInteger)}</td>
                <td>
                  <a href={`/ressourcen/personal/kapazitaeten/${team.id}`} aria-label={t("teams.editOf", { name: team.name })}>
                    {t("teams.edit")}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      <UnitCapacities units={units} />
      {archived.length > 0 && (
        <Section title={t("teams.archived")}>
          <ArchivedList items={archived} idName="teamId" restore={t("teams.restore")} restoreOf={(name) => t("teams.restoreOf", { name })} />
        </Section>
      )}
    </Page>
  );
}
