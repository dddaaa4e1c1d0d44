import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/committee.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { listVersions } from "#app/services/committee/list-versions.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";

export const meta: MetaFunction = () => [{ title: t("reports.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "report:export");
  return unwrap(listVersions({ db: context.db, clock: context.clock, user }));
}

const formats = [
  { file: "bericht.pdf", label: "PDF", name: "reports.pdfLabel" },
  { file: "bericht.xlsx", label: "Excel", name: "reports.xlsxLabel" },
  { file: "fassung.json", label: "JSON", name: "reports.jsonLabel" },
] as const;

export default function Reports() {
  const { versions, mayFreeze } = useLoaderData<typeof loader>();
  return (
    <Page title={t("reports.title")} intro={<p>{t("reports.intro")}</p>}>
      {versions.length === 0 ? (
        <EmptyState
          title={t("reports.emptyTitle")}
          action={
            mayFreeze && (
              <LinkButton to="/ausschuss/fassungen/neu" variant="primary" icon="lock">
                {t("list.freeze")}
              </LinkButton>
            )
          }
        >
          <p>{t(mayFreeze ? "reports.emptyOfficer" : "reports.emptyReader")}</p>
        </EmptyState>
      ) : (
        <DataTable caption={t("reports.caption")} stacked>
          <thead>
            <tr>
              <th scope="col">{t("list.number")}</th>
              <th scope="col">{t("list.state")}</th>
              <th scope="col">{t("list.frozen")}</th>
              <th scope="col">{t("reports.formats")}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <tr key={version.id}>
                <th scope="row">
                  <a href={`/ausschuss/fassungen/${version.id}`}>{t("version.heading", { number: version.number, title: version.title })}</a>
                </th>
                <td data-label={t("list.state")}>{version.submission === null ? t("list.draft") : t("list.submitted")}</td>
                <td data-label={t("list.frozen")}>{formatDateTime(version.frozenAt)}</td>
                <td data-label={t("reports.formats")}>
                  <span className="button-row">
                    {formats.map((format) => (
                      <LinkButton key={format.file} to={`/ausschuss/fassungen/${version.id}/${format.file}`} compact reload icon="download" label={t(format.name, { number: version.number })}>
                        {format.label}
                      </LinkButton>
                    ))}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      <Section title={t("reports.explainTitle")} id="formate">
        <ul className="statements">
          <li>{t("reports.explainPdf")}</li>
          <li>{t("reports.explainXlsx")}</li>
          <li>{t("reports.explainJson")}</li>
        </ul>
      </Section>
    </Page>
  );
}
