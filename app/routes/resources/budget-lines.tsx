import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lineFilterSearch, readLineFilter } from "#app/forms/budget-lines.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/budget-lines.ts";
import { listLinesBeside } from "#app/services/resources/list-budget-lines.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/table.tsx";
import { LineFilterForm } from "./line-filter-form.tsx";
import { LineTable } from "./line-table.tsx";
import { periodText } from "./budget-period.ts";
import { BudgetTabs } from "./budget-tabs.tsx";

const HERE = "/ressourcen/haushalt/stellen";

export const meta: MetaFunction = () => [{ title: t("title") }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const filter = readLineFilter(new URL(request.url).searchParams);
  return { filter, ...unwrap(await listLinesBeside({ db: context.db, clock: context.clock, user }, filter)) };
}

export default function BudgetLinesPage() {
  const list = useLoaderData<typeof loader>();
  const { filter, lineCount, chosenCount, canEdit, page, pageCount } = list;
  return (
    <Page
      title={t("title")}
      intro={
        <p>
          {t("intro")} {periodText(list.period)}.
        </p>
      }
      actions={
        canEdit && (
          <>
            <LinkButton to={`${HERE}/import`} icon="upload">
              {t("import")}
            </LinkButton>
            <LinkButton to={`${HERE}/neu`} icon="plus" variant="primary">
              {t("add")}
            </LinkButton>
          </>
        )
      }
    >
      <BudgetTabs current="title" />
      {lineCount === 0 ? (
        <EmptyState title={t("empty")}>
          <p>{t(canEdit ? "emptyAdvice" : "emptyReader")}</p>
        </EmptyState>
      ) : (
        <>
          <LineFilterForm list={list} />
          {chosenCount === 0 ? <EmptyState title={t("emptyFilter")} /> : <LineTable list={list} />}
          <Pagination page={page} pageCount={pageCount} toPage={(to) => `${HERE}${lineFilterSearch({ ...filter, page: to })}`} />
        </>
      )}
    </Page>
  );
}
