import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { fileRefusals, t } from "#app/i18n/de/import.ts";
import { formatDateTime, formatInteger } from "#app/i18n/format.ts";
import { listImports } from "#app/services/import/list-imports.server.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { receiveList } from "./receive-list.server.ts";
import { UploadForm } from "./upload-form.tsx";

export const meta: MetaFunction = () => [{ title: t("title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(listImports({ db: context.db, user }));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "measure:import");
  const received = await receiveList(request, { db: context.db, clock: context.clock, user });
  return received.ok ? redirect(`/massnahmen/import/${received.batchId}`) : data({ problem: fileRefusals[received.code] }, { status: 400 });
}

export default function Imports() {
  const { imports } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page title={t("title")} crumbs={[{ to: "/massnahmen", label: t("measures") }]} intro={<p>{t("intro")}</p>}>
      <Section title={t("upload.title")} id="hochladen">
        <UploadForm problem={refused?.problem ?? null} />
        <p className="import-templates">
          <span>{t("upload.templates")}</span>{" "}
          <a href="/massnahmen/import/vorlage.xlsx" download>
            {t("upload.templateXlsx")}
          </a>{" "}
          <a href="/massnahmen/import/vorlage.csv" download>
            {t("upload.templateCsv")}
          </a>
        </p>
        <p className="muted">{t("upload.ownList")}</p>
      </Section>
      <Section title={t("earlier.title")} id="bisherige">
        {imports.length === 0 ? (
          <EmptyState title={t("earlier.empty")}>
            <p>{t("earlier.emptyAdvice")}</p>
          </EmptyState>
        ) : (
          <EarlierImports imports={imports} />
        )}
      </Section>
    </Page>
  );
}

function EarlierImports({ imports }: { imports: ReturnType<typeof useLoaderData<typeof loader>>["imports"] }) {
  return (
    <DataTable caption={t("earlier.caption")} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col">{t("earlier.file")}</th>
          <th scope="col" className="numeric">
            {t("earlier.rows")}
          </th>
          <th scope="col">{t("earlier.uploaded")}</th>
          <th scope="col">{t("earlier.state")}</th>
          <th scope="col">{t("earlier.action")}</th>
        </tr>
      </thead>
      <tbody>
        {imports.map((entry) => (
          <tr key={entry.id}>
            <th scope="row" className="import-file">
              {entry.fileName}
            </th>
            <td className="numeric" data-label={t("earlier.rows")}>
              {formatInteger(entry.rowCount)}
            </td>
            <td data-label={t("earlier.uploaded")}>{t("earlier.by", { when: formatDateTime(entry.uploadedAt), name: entry.by })}</td>
            <td data-label={t("earlier.state")}>
              {entry.state === "uploaded" && <Badge>{t("earlier.uploadedState")}</Badge>}
              {entry.state === "imported" && (
                <Badge kind="success" icon="check">
                  {t("earlier.importedState", { when: formatDateTime(entry.importedAt) })}
                </Badge>
              )}
              {entry.state === "undone" && (
                <Badge kind="info" icon="history">
                  {t("earlier.undoneState", { when: formatDateTime(entry.undoneAt) })}
                </Badge>
              )}
            </td>
            <td>
              {entry.state === "uploaded" ? (
                <LinkButton to={`/massnahmen/import/${entry.id}`} compact label={t("earlier.checkLabel", { file: entry.fileName })}>
                  {t("earlier.check")}
                </LinkButton>
              ) : (
                <LinkButton to={`/massnahmen/import/${entry.id}/bericht`} compact label={t("earlier.reportLabel", { file: entry.fileName })}>
                  {t("earlier.report")}
                </LinkButton>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
