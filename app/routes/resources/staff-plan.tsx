import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { readPostFilter } from "#app/forms/staff-plan.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/staff-plan.ts";
import { formatDate } from "#app/i18n/format.ts";
import { showStaffPlan } from "#app/services/resources/show-staff-plan.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { PostFilters } from "./post-filters.tsx";
import { PostSums } from "./post-sums.tsx";
import { PostTable } from "./post-table.tsx";
import { StaffTabs } from "./staff-tabs.tsx";

export const meta: MetaFunction = () => [{ title: t("plan.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const filter = readPostFilter(new URL(request.url).searchParams);
  return { filter, ...unwrap(showStaffPlan({ db: context.db, clock: context.clock, user }, filter)) };
}

export default function StaffPlanPage() {
  const plan = useLoaderData<typeof loader>();
  const { posts, postCount, canEdit, canExport, today } = plan;
  const [search] = useSearchParams();
  const add = canEdit && (
    <LinkButton to="/ressourcen/stellenplan/neu" icon="plus">
      {t("plan.add")}
    </LinkButton>
  );
  return (
    <Page
      title={t("plan.title")}
      intro={<p>{t("plan.intro")}</p>}
      actions={
        postCount > 0 && (
          <>
            {canExport && (
              <LinkButton to={`/ressourcen/stellenplan/stellenplan.csv?${search.toString()}`} icon="download" reload>
                {t("plan.csv")}
              </LinkButton>
            )}
            {add}
          </>
        )
      }
    >
      <StaffTabs current="posts" />
      {postCount === 0 ? (
        <EmptyState title={t("plan.emptyTitle")} action={add}>
          <p>{t(canEdit ? "plan.emptyAdvice" : "plan.emptyAdviceReader")}</p>
        </EmptyState>
      ) : (
        <>
          <PostFilters plan={plan} />
          {posts.length === 0 ? (
            <EmptyState title={t("plan.nothingTitle")} action={<LinkButton to="/ressourcen/stellenplan">{t("plan.reset")}</LinkButton>} />
          ) : (
            <>
              <PostTable plan={plan} />
              <p className="table-note">{t("plan.costNote", { date: formatDate(today) })}</p>
              <PostSums plan={plan} />
            </>
          )}
        </>
      )}
    </Page>
  );
}
