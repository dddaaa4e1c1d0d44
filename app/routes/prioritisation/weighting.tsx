import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { idParam, postedRowVersion, unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/prioritisation.ts";
import { archiveCriterion } from "#app/services/prioritisation/archive-criterion.server.ts";
import { showWeighting } from "#app/services/prioritisation/show-weighting.server.ts";
import { ArchivedList } from "#app/ui/archived-list.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { PrioritisationTabs } from "./prioritisation-tabs.tsx";
import { CriteriaTable, RaterGroupsTable } from "./weighting-tables.tsx";

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
  const rowVersion = postedRowVersion(form);
  const criterionId = idParam(String(form.get("criterionId")));
  const { name } = unwrap(archiveCriterion({ db: context.db, clock: context.clock, user }, { criterionId, rowVersion, archive: false }));
  return redirectWithMessage("/priorisierung/kriterien", t("done.criterionRestored", { name }));
}

export default function WeightingPage() {
  const { criteria, archived, raterGroups, canEdit } = useLoaderData<typeof loader>();
  return (
    <Page title={t("weighting.title")} crumbs={[{ to: "/priorisierung", label: t("ranking.title") }]} intro={<p>{t("weighting.intro")}</p>}>
      <PrioritisationTabs current="criteria" />
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
          <RaterGroupsTable raterGroups={raterGroups} canEdit={canEdit} />
        )}
      </Section>
      {canEdit && archived.length > 0 && (
        <Section title={t("weighting.archived")}>
          <p className="page-intro">{t("weighting.archivedIntro")}</p>
          <ArchivedList items={archived} idName="criterionId" restore={t("weighting.restore")} restoreOf={(name) => t("weighting.restoreOf", { name })} />
        </Section>
      )}
    </Page>
  );
}
