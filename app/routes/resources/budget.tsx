import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { readScope, scopeWord } from "#app/forms/resources.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { codeLabels } from "#app/i18n/de/budget-lines.ts";
import { t } from "#app/i18n/de/resources.ts";
import { budgetKindLabels } from "#app/i18n/de/vocabulary.ts";
import { formatMoney } from "#app/i18n/format.ts";
import { showBudgetBeside } from "#app/services/resources/show-budget.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { AccountTable } from "./account-table.tsx";
import { readSelection } from "./budget-data.ts";
import { BudgetHeatMap } from "./budget-heat-map.tsx";
import { BudgetDetail } from "./budget-detail.tsx";
import { periodText } from "./budget-period.ts";
import { BudgetTable, OutsideNote } from "./budget-table.tsx";
import { BudgetTabs } from "./budget-tabs.tsx";
import { LapsedGrants } from "./lapsed-grants.tsx";
import { ScopeLinks } from "./scope-links.tsx";
import { UndatedCosts } from "./undated-costs.tsx";

export const meta: MetaFunction = () => [{ title: t("budget.title") }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const params = new URL(request.url).searchParams;
  const scope = readScope(params);
  return { scope, ...unwrap(await showBudgetBeside({ db: context.db, clock: context.clock, user }, { scope, selection: readSelection(params) })) };
}

export default function BudgetPage() {
  const budget = useLoaderData<typeof loader>();
  const { scope, cells, rows, undated, selected, canEdit, canExport } = budget;
  const exceeded = cells.filter((cell) => (cell.overuse ?? 0) > 0);
  return (
    <Page
      title={t("budget.title")}
      intro={
        <p>
          {t("budget.intro")} {periodText(budget.period)}.
        </p>
      }
      actions={
        canEdit && (
          <LinkButton to="/ressourcen/haushalt/rahmen" icon="edit">
            {t("budget.frames")}
          </LinkButton>
        )
      }
    >
      <BudgetTabs current="overview" />
      <ScopeLinks scope={scope} />
      <LapsedGrants lapsed={budget.lapsed} />
      {exceeded.length > 0 && (
        <Alert kind="danger" title={t("budget.overTitle", { count: exceeded.length })}>
          <ul>
            {exceeded.map((cell) => (
              <li key={`${cell.fiscalYear}-${cell.budgetKind}`}>
                {t("budget.overEntry", { year: String(cell.fiscalYear), kind: budgetKindLabels[cell.budgetKind], amount: formatMoney(cell.overuse), frame: formatMoney(cell.frame) })}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {canEdit && cells.every((cell) => cell.frame === null) && (
        <Alert kind="info" title={t("budget.noFramesTitle")}>
          <Link to="/ressourcen/haushalt/rahmen">{t("budget.noFramesAdvice")}</Link>
        </Alert>
      )}
      <BudgetHeatMap budget={budget} />
      {selected && <BudgetDetail selected={selected} scope={scope} />}
      <Section title={t("budget.yearsTitle")} id="jahre">
        <BudgetTable budget={budget} />
        <OutsideNote budget={budget} />
      </Section>
      <Section
        title={codeLabels(budget.budgetSystem).byCode}
        id="konten"
        actions={
          canExport &&
          rows.length > 0 && (
            <LinkButton to={`/ressourcen/haushalt/konten.csv?umfang=${scopeWord(scope)}`} icon="download" reload>
              {t("budget.csv")}
            </LinkButton>
          )
        }
      >
        {rows.length === 0 ? (
          <EmptyState title={t("budget.emptyTitle")}>
            <p>{t("budget.emptyAdvice")}</p>
          </EmptyState>
        ) : (
          <AccountTable budget={budget} />
        )}
      </Section>
      <UndatedCosts costs={undated} />
    </Page>
  );
}
