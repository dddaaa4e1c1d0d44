import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/staff-plan.ts";
import { formatDate, formatMoney, formatPercent } from "#app/i18n/format.ts";
import { showPayRates } from "#app/services/resources/save-pay-rate.server.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { StaffTabs } from "./staff-tabs.tsx";

export const meta: MetaFunction = () => [{ title: t("rates.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showPayRates({ db: context.db, clock: context.clock, user }));
}

export default function PayRatesPage() {
  const { rates, canEdit } = useLoaderData<typeof loader>();
  const add = canEdit && (
    <LinkButton to="/ressourcen/stellenplan/kostensaetze/neu" icon="plus">
      {t("rates.add")}
    </LinkButton>
  );
  return (
    <Page title={t("rates.title")} crumbs={[{ to: "/ressourcen/stellenplan", label: t("plan.title") }]} intro={<p>{t("rates.intro")}</p>} actions={rates.length > 0 && add}>
      <StaffTabs current="rates" />
      {rates.length === 0 ? (
        <EmptyState title={t("rates.emptyTitle")} action={add}>
          <p>{t("rates.emptyAdvice")}</p>
        </EmptyState>
      ) : (
        <>
          <DataTable caption={t("rates.caption")} captionHidden stacked>
            <thead>
              <tr>
                <th scope="col">{t("rates.kindLabel")}</th>
                <th scope="col">{t("rates.value")}</th>
                <th scope="col">{t("rates.validFrom")}</th>
                <th scope="col">{t("rates.status")}</th>
                <th scope="col">{t("rates.source")}</th>
              </tr>
            </thead>
            <tbody>
              {rates.map((rate) => {
                const name = [t(`rates.kind.${rate.kind}`), rate.payGrade].filter((part) => part !== "").join(" ");
                const date = formatDate(rate.validFrom);
                return (
                  <tr key={rate.id}>
                    <th scope="row">
                      {canEdit ? (
                        <a href={`/ressourcen/stellenplan/kostensaetze/${rate.id}`} aria-label={t("rates.edit", { name, date })}>
                          {name}
                        </a>
                      ) : (
                        name
                      )}
                    </th>
                    <td data-label={t("rates.value")}>
                      {rate.kind === "overhead" ? t("rates.overhead", { percent: formatPercent(rate.percent) }) : t("rates.perYear", { amount: formatMoney(rate.yearlyCostCents) })}
                      {rate.fullCost && <span className="cell-note">{t("rates.fullCost")}</span>}
                    </td>
                    <td data-label={t("rates.validFrom")} className="nowrap">
                      {date}
                    </td>
                    <td data-label={t("rates.status")}>
                      {rate.inForce ? (
                        <Badge kind="success" icon="check">
                          {t("rates.inForce")}
                        </Badge>
                      ) : (
                        t(rate.isToCome ? "rates.toCome" : "rates.past")
                      )}
                    </td>
                    <td data-label={t("rates.source")}>{rate.source}</td>
                  </tr>
                );
              })}
            </tbody>
          </DataTable>
          <p className="table-note">{t("rates.old")}</p>
        </>
      )}
    </Page>
  );
}
