import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { MEASURES_PER_PAGE, noFilter } from "#app/domain/measures/list-filter.ts";
import { listAddress, readListView } from "#app/forms/measure-list.ts";
import { pack, unpack } from "#app/http/packed.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/measures.ts";
import { listMeasures } from "#app/services/measures/list-measures.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { hasActiveFilter, MeasureFilterChips } from "#app/ui/measure-filter-chips.tsx";
import { Page } from "#app/ui/page.tsx";
import { Pagination, TabLinks } from "#app/ui/table.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { listRow } from "./measure-cells.ts";
import { MeasureFilters } from "./measure-filters.tsx";
import { MeasureTable } from "./measure-table.tsx";
import { NothingFound } from "./nothing-found.tsx";

export const meta: MetaFunction = () => [{ title: t("measures") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const { searchParams } = new URL(request.url);
  const view = readListView(searchParams);
  // A filter form sends its empty fields too; the address people share holds only what was chosen.
  if ([...searchParams.values()].includes("")) throw redirect(listAddress(view));
  const list = unwrap(listMeasures({ db: context.db, clock: context.clock, user }, view));
  const { rows, ...rest } = list;
  return { view: { ...view, page: list.page }, list: rest, rows: pack(rows.map((row) => listRow(row, view.columns))) };
}

export default function Measures() {
  const { view, list, rows: packedRows } = useLoaderData<typeof loader>();
  const rows = unpack(packedRows);
  const from = (view.page - 1) * MEASURES_PER_PAGE + 1;
  const filtered = hasActiveFilter(view.filter);
  const actions = (
    <>
      {list.mayImport && (
        <LinkButton to="/massnahmen/import" icon="upload">
          {t("list.import")}
        </LinkButton>
      )}
      {list.mayCreate && (
        <LinkButton to="/massnahmen/neu" variant="primary" icon="plus">
          {t("list.create")}
        </LinkButton>
      )}
    </>
  );
  return (
    <Page title={t("measures")} actions={actions}>
      <TabLinks
        label={t("list.views")}
        tabs={[
          { to: "/massnahmen", label: t("list.asList"), current: !view.filter.archived },
          { to: "/massnahmen/board", label: t("list.asBoard"), current: false },
          { to: listAddress({ filter: { ...noFilter, archived: true } }), label: t("list.archive"), current: view.filter.archived },
        ]}
      />
      <MeasureFilters view={view} list={list} />
      <MeasureFilterChips filter={view.filter} choices={list} hrefOf={(filter) => listAddress({ ...view, page: 1, filter })} />
      <p className="result-count" role="status">
        {list.count > MEASURES_PER_PAGE ? t("list.resultRange", { count: list.count, from, to: from + rows.length - 1 }) : t("list.result", { count: list.count })}
      </p>
      {list.count === 0 ? (
        <NothingFound filtered={filtered} archived={view.filter.archived} mayCreate={list.mayCreate} mayImport={list.mayImport} resetTo="/massnahmen" />
      ) : (
        <Form method="get" action="/massnahmen/sammelaenderung" className="measure-list">
          <MeasureTable rows={rows} view={view} selectable={list.mayChangeMany && !view.filter.archived} />
          {list.mayChangeMany && !view.filter.archived && <BulkBar />}
        </Form>
      )}
      <Pagination page={view.page} pageCount={list.pageCount} toPage={(page) => listAddress({ ...view, page })} />
    </Page>
  );
}
