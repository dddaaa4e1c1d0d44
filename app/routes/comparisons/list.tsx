import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParam, postedRowVersion, unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/comparisons.ts";
import { formatDayOf } from "#app/i18n/format.ts";
import { listComparisons } from "#app/services/comparisons/list-comparisons.server.ts";
import { archiveComparison } from "#app/services/comparisons/save-comparison.server.ts";
import { ArchivedList } from "#app/ui/archived-list.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";

export const meta: MetaFunction = () => [{ title: t("title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(listComparisons({ db: context.db, clock: context.clock, user }));
}

/** Brings an archived comparison back. */
export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "comparison:edit");
  const form = await request.formData();
  const id = idParam(String(form.get("comparisonId")));
  const { title } = unwrap(archiveComparison({ db: context.db, clock: context.clock, user }, { id, rowVersion: postedRowVersion(form), archive: false }));
  return redirectWithMessage("/variantenvergleich", t("done.restored", { title }));
}

export default function ComparisonsPage() {
  const { comparisons, archived, mayEdit } = useLoaderData<typeof loader>();
  const create = mayEdit && (
    <LinkButton to="/variantenvergleich/neu" variant="primary" icon="plus">
      {t("new")}
    </LinkButton>
  );
  return (
    <Page title={t("title")} intro={<p>{t("intro")}</p>} actions={comparisons.length > 0 && create}>
      {comparisons.length === 0 ? (
        <EmptyState title={t("list.empty")} action={create}>
          <p>{t(mayEdit ? "list.emptyEditor" : "list.emptyReader")}</p>
        </EmptyState>
      ) : (
        <DataTable caption={t("list.caption")} captionHidden stacked>
          <thead>
            <tr>
              <th scope="col">{t("list.name")}</th>
              <th scope="col" className="numeric">
                {t("list.options")}
              </th>
              <th scope="col">{t("list.raters")}</th>
              <th scope="col">{t("list.updated")}</th>
            </tr>
          </thead>
          <tbody>
            {comparisons.map(({ id, title, question, optionCount, raterCount, updatedAt }) => (
              <tr key={id}>
                <th scope="row" data-label={t("list.name")}>
                  <a href={`/variantenvergleich/${id}`}>{title}</a>
                  {question !== "" && <p className="comparison-question">{question}</p>}
                </th>
                <td data-label={t("list.options")} className="numeric">
                  {optionCount}
                </td>
                <td data-label={t("list.raters")}>{t("list.persons", { count: raterCount })}</td>
                <td data-label={t("list.updated")}>{formatDayOf(updatedAt)}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {archived.length > 0 && (
        <Section title={t("list.archived")}>
          <ArchivedList items={archived.map(({ id, title, rowVersion }) => ({ id, name: title, rowVersion }))} idName="comparisonId" restore={t("list.restore")} restoreOf={(name) => t("list.restoreOf", { name })} />
        </Section>
      )}
    </Page>
  );
}
