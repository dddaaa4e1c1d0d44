import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/resources.ts";
import { formatHundredths, formatPersonDays, formatQuarter } from "#app/i18n/format.ts";
import { showStaff } from "#app/services/resources/show-staff.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { readStaffView, type StaffCellData, type StaffView } from "./staff-data.ts";
import { StaffDetail } from "./staff-detail.tsx";
import { StaffTable } from "./staff-table.tsx";
import { StaffTabs } from "./staff-tabs.tsx";
import { StaffViews } from "./staff-views.tsx";
import { UndatedDemands } from "./undated-demands.tsx";

export const meta: MetaFunction = () => [{ title: t("staff.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const params = new URL(request.url).searchParams;
  const [row, quarter] = [params.get("team"), params.get("quartal")];
  const view = readStaffView(params);
  const selection = row === null || quarter === null ? null : { row, quarter };
  return { view, ...unwrap(showStaff({ db: context.db, clock: context.clock, user }, { scope: view.scope, selection, by: view.by })) };
}

const NAMED_BOTTLENECKS = 6;

const describeOveruse = ({ overuse, inPosts }: StaffCellData, { unit }: StaffView): string =>
  unit === "posts" && inPosts.overuse !== null ? t("staff.inPosts", { fte: formatHundredths(inPosts.overuse) }) : formatPersonDays(overuse);

export default function StaffPage() {
  const staff = useLoaderData<typeof loader>();
  const { view, rows, selected, undated, canEdit } = staff;
  const bottlenecks = rows.flatMap((row) => row.cells.flatMap((cell) => ((cell.overuse ?? 0) > 0 ? [{ row, cell }] : [])));
  return (
    <Page
      title={t("staff.title")}
      intro={<p>{t("staff.intro")}</p>}
      actions={
        canEdit && (
          <LinkButton to="/ressourcen/personal/kapazitaeten" icon="edit">
            {t("staff.capacities")}
          </LinkButton>
        )
      }
    >
      <StaffTabs current="staff" />
      <StaffViews view={view} />
      {bottlenecks.length > 0 && (
        <Alert kind="danger" title={t("staff.overTitle", { count: bottlenecks.length })}>
          <ul>
            {bottlenecks.slice(0, NAMED_BOTTLENECKS).map(({ row, cell }) => (
              <li key={`${row.key}-${cell.quarter}`}>{t("staff.overEntry", { name: row.name, quarter: formatQuarter(cell.quarter), overuse: describeOveruse(cell, view) })}</li>
            ))}
            {bottlenecks.length > NAMED_BOTTLENECKS && <li>{t("staff.overMore", { count: bottlenecks.length - NAMED_BOTTLENECKS })}</li>}
          </ul>
        </Alert>
      )}
      {rows.length === 0 ? (
        <EmptyState
          title={t("staff.emptyTitle")}
          action={
            canEdit && (
              <LinkButton to="/ressourcen/personal/kapazitaeten/neu" icon="plus">
                {t("teams.add")}
              </LinkButton>
            )
          }
        >
          <p>{t(canEdit ? "staff.emptyAdvice" : "staff.emptyAdviceReader")}</p>
        </EmptyState>
      ) : (
        <StaffTable staff={staff} />
      )}
      {selected && <StaffDetail selected={selected} view={view} />}
      <UndatedDemands demands={undated} />
    </Page>
  );
}
