import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { VersionForm } from "#app/forms/version.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { idParam, refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/prioritisation.ts";
import { raterGroupKindLabels } from "#app/i18n/de/vocabulary.ts";
import { formatPercent } from "#app/i18n/format.ts";
import { archiveCriterion } from "#app/services/prioritisation/archive-criterion.server.ts";
import { showWeighting } from "#app/services/prioritisation/show-weighting.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";

export const meta: MetaFunction = () => [{ title: t("weighting.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showWeighting({ db: context.db, clock: context.clock, user }));
}

/** Brings an archived criterion back. */
export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "criteria:edit");
  const form = await request.formData();
  const parsed = VersionForm.safeParse({ rowVersion: form.get("rowVersion") });
  if (!parsed.success) throw refusalResponse({ code: "invalid", fields: {} });
  const criterionId = idParam(String(form.get("criterionId")));
  const { name } = unwrap(archiveCriterion({ db: context.db, clock: context.clock, user }, { criterionId, rowVersion: parsed.data.rowVersion, archive: false }));
  return redirectWithMessage("/priorisierung/kriterien", t("done.criterionRestored", { name }));
}

export default function WeightingPage() {
  const { criteria, archived, raterGroups, canEdit } = useLoaderData<typeof loader>();
  return (
    <Page title={t("weighting.title")} crumbs={[{ to: "/priorisierung", label: t("ranking.title") }]} intro={<p>{t("weighting.intro")}</p>}>
      <Section
        title={t("weighting.criteria")}
        actions={
          canEdit && (
            <LinkButton to="/priorisierung/kriterien/neu" icon="plus">
              {t("weighting.addCriterion")}
            </LinkButton>
          )
        }
      >
        {criteria.length === 0 ? (
          <EmptyState title={t("weighting.noCriteria")}>
            <p>{t(canEdit ? "ranking.noCriteriaAdvice" : "ranking.noCriteriaAdviceReader")}</p>
          </EmptyState>
        ) : (
          <CriteriaTable criteria={criteria} canEdit={canEdit} />
        )}
      </Section>
      <Section
        title={t("weighting.groups")}
        actions={
          canEdit && (
            <LinkButton to="/priorisierung/gruppen/neu" icon="plus">
              {t("weighting.addGroup")}
            </LinkButton>
          )
        }
      >
        <p className="page-intro">{t("weighting.groupsIntro")}</p>
        {raterGroups.length === 0 ? (
          <EmptyState title={t("weighting.noGroups")}>
            <p>{t("weighting.noGroupsAdvice")}</p>
          </EmptyState>
        ) : (
          <GroupsTable raterGroups={raterGroups} canEdit={canEdit} />
        )}
      </Section>
      {canEdit && archived.length > 0 && (
        <Section title={t("weighting.archived")}>
          <p className="page-intro">{t("weighting.archivedIntro")}</p>
          <ul className="plain-list">
            {archived.map((criterion) => (
              <li key={criterion.id} className="button-row">
                <span>{criterion.name}</span>
                <Form method="post">
                  <input type="hidden" name="criterionId" value={criterion.id} />
                  <input type="hidden" name="rowVersion" value={criterion.rowVersion} />
                  <Button compact aria-label={t("weighting.restoreOf", { name: criterion.name })}>
                    {t("weighting.restore")}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function share(weight: number, all: ReadonlyArray<{ weight: number }>): string {
  const total = all.reduce((sum, each) => sum + each.weight, 0);
  return formatPercent(total === 0 ? 0 : Math.round((100 * weight) / total));
}

function CriteriaTable({ criteria, canEdit }: Pick<Loaded, "criteria" | "canEdit">) {
  return (
    <DataTable caption={t("weighting.criteria")} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col">{t("weighting.name")}</th>
          <th scope="col">{t("weighting.question")}</th>
          <th scope="col" className="numeric">
            {t("weighting.weight")}
          </th>
          <th scope="col" className="numeric">
            {t("weighting.share")}
          </th>
          <th scope="col">{t("weighting.direction")}</th>
          <th scope="col">{t("weighting.levels")}</th>
          {canEdit && (
            <th scope="col">
              <span className="visually-hidden">{t("weighting.edit")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {criteria.map((criterion) => (
          <tr key={criterion.id}>
            <th scope="row">{criterion.name}</th>
            <td data-label={t("weighting.question")}>{criterion.question}</td>
            <td className="numeric" data-label={t("weighting.weight")}>
              {criterion.weight}
            </td>
            <td className="numeric" data-label={t("weighting.share")}>
              {share(criterion.weight, criteria)}
            </td>
            <td data-label={t("weighting.direction")}>{t(criterion.reversed ? "weighting.reversed" : "weighting.straight")}</td>
            <td data-label={t("weighting.levels")}>{t(criterion.levels.length === 0 ? "weighting.levelsNone" : "weighting.levelsWritten")}</td>
            {canEdit && (
              <td>
                <Link to={`/priorisierung/kriterien/${criterion.id}`} aria-label={t("weighting.editOf", { name: criterion.name })}>
                  {t("weighting.edit")}
                </Link>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function GroupsTable({ raterGroups, canEdit }: Pick<Loaded, "raterGroups" | "canEdit">) {
  return (
    <DataTable caption={t("weighting.groups")} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col">{t("weighting.name")}</th>
          <th scope="col">{t("weighting.kind")}</th>
          <th scope="col" className="numeric">
            {t("weighting.weight")}
          </th>
          <th scope="col" className="numeric">
            {t("weighting.share")}
          </th>
          <th scope="col" className="numeric">
            {t("weighting.members")}
          </th>
          {canEdit && (
            <th scope="col">
              <span className="visually-hidden">{t("weighting.edit")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {raterGroups.map((group) => (
          <tr key={group.id}>
            <th scope="row">{group.name}</th>
            <td data-label={t("weighting.kind")}>{raterGroupKindLabels[group.kind]}</td>
            <td className="numeric" data-label={t("weighting.weight")}>
              {group.weight}
            </td>
            <td className="numeric" data-label={t("weighting.share")}>
              {share(group.weight, raterGroups)}
            </td>
            <td className="numeric" data-label={t("weighting.members")}>
              {group.memberCount}
            </td>
            {canEdit && (
              <td>
                <Link to={`/priorisierung/gruppen/${group.id}`} aria-label={t("weighting.editOf", { name: group.name })}>
                  {t("weighting.edit")}
                </Link>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
