import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { readPage } from "#app/forms/import.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/import.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { showImportProgress, startUndo } from "#app/services/import/import-runs.server.ts";
import { showImportReport, type ImportReport, type ReportedRow, type ReportScope } from "#app/services/import/show-import-report.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { DataTable, Pagination, TabLinks } from "#app/ui/table.tsx";
import { Finding } from "./preview-row.tsx";
import { TaskProgressLine } from "./task-progress.tsx";

export const meta: MetaFunction = () => [{ title: t("report.title") }];

const reportScopes = ["all", "created", "updated", "unchanged", "skipped", "kept"] as const satisfies readonly ReportScope[];
const SCOPE_WORDS: Readonly<Record<ReportScope, string>> = { all: "alle", created: "angelegt", updated: "aktualisiert", unchanged: "unveraendert", skipped: "uebersprungen", kept: "geblieben" };

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const batchId = idParam(params["id"]);
  if (unwrap(showImportProgress({ db: context.db, user }, batchId)).running !== null) throw redirect(`/massnahmen/import/${batchId}/fortschritt`);
  const search = new URL(request.url).searchParams;
  const scope = reportScopes.find((candidate) => SCOPE_WORDS[candidate] === search.get("zeilen")) ?? "all";
  return { scope, report: unwrap(showImportReport({ db: context.db, user }, { batchId, scope, page: readPage(search.get("seite")) })) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const batchId = idParam(params["id"]);
  const end = await startUndo({ db: context.db, clock: context.clock, user }, batchId);
  if (end.state === "open") return redirect(`/massnahmen/import/${batchId}/fortschritt`);
  if (end.state === "lost") return redirectWithMessage(`/massnahmen/import/${batchId}/bericht`, t("progress.undoLost"), "warning");
  const counts = unwrap(end.result);
  return redirectWithMessage(`/massnahmen/import/${batchId}/bericht`, t("report.undoDone", counts), counts.kept > 0 ? "warning" : "success");
}

export default function Report() {
  const { report, scope } = useLoaderData<typeof loader>();
  const { batch, counts } = report;
  const isUndoing = useNavigation().formMethod === "POST";
  const address = (view: { scope: ReportScope; page: number }) => `/massnahmen/import/${batch.id}/bericht?zeilen=${SCOPE_WORDS[view.scope]}&seite=${view.page}`;
  const labels: Record<ReportScope, string> = { all: t("report.all"), created: t("report.created"), updated: t("report.updated"), unchanged: t("report.unchanged"), skipped: t("report.skipped"), kept: t("report.kept") };
  const shownScopes = reportScopes.filter((candidate) => candidate === "all" || candidate === scope || counts[candidate] > 0);
  return (
    <Page
      title={t("report.title")}
      crumbs={[
        { to: "/massnahmen", label: t("measures") },
        { to: "/massnahmen/import", label: t("title") },
      ]}
      intro={<p>{t("report.intro", { file: batch.fileName, when: formatDateTime(batch.importedAt), name: batch.by })}</p>}
      actions={
        <>
          <LinkButton to="/massnahmen" variant="primary">
            {t("report.toMeasures")}
          </LinkButton>
          <LinkButton to="/massnahmen/import">{t("report.another")}</LinkButton>
        </>
      }
    >
      {batch.state === "undone" && (
        <Alert kind="info" title={t("report.undone", { when: formatDateTime(batch.undoneAt) })}>
          {counts.kept > 0 && <p>{t("report.undoneKept", { count: counts.kept })}</p>}
        </Alert>
      )}
      <TabLinks label={t("report.filter")} tabs={shownScopes.map((candidate) => ({ to: address({ scope: candidate, page: 1 }), label: t("report.scope", { label: labels[candidate], count: counts[candidate] }), current: candidate === scope }))} />
      {report.rows.length === 0 ? <EmptyState title={t("report.noRows")} /> : <ReportTable report={report} labels={labels} />}
      <Pagination page={report.page} pageCount={report.pageCount} toPage={(page) => address({ scope, page })} />
      {batch.state === "imported" && (
        <Section title={t("report.undoTitle")} id="zuruecknehmen">
          <p>{t("report.undoAdvice")}</p>
          <Form method="post" className="form-actions">
            <Button variant="danger" icon="history" aria-disabled={isUndoing || undefined}>
              {t("report.undo")}
            </Button>
            <TaskProgressLine batchId={batch.id} kind="undo" isRunning={isUndoing} />
          </Form>
        </Section>
      )}
    </Page>
  );
}

function ReportTable({ report, labels }: { report: ImportReport; labels: Readonly<Record<ReportScope, string>> }) {
  return (
    <DataTable caption={t("report.caption")} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col" className="numeric">
            {t("report.row")}
          </th>
          <th scope="col">{t("report.measure")}</th>
          <th scope="col">{t("report.outcome")}</th>
          <th scope="col">{t("report.openPoints")}</th>
        </tr>
      </thead>
      <tbody>
        {report.rows.map((row) => (
          <tr key={row.rowNumber}>
            <td className="numeric" data-label={t("report.row")}>
              {row.rowNumber}
            </td>
            <th scope="row" className="import-measure">
              {row.measureId === null ? row.title || t("preview.noTitle") : <a href={`/massnahmen/${row.measureId}`}>{row.title}</a>}
            </th>
            <td data-label={t("report.outcome")}>
              <Outcome row={row} undone={report.batch.state === "undone"} label={labels[row.outcome]} />
            </td>
            <td data-label={t("report.openPoints")}>
              {row.outcome === "skipped" || row.problems.length === 0 ? (
                <span className="muted">{t("report.nothingOpen")}</span>
              ) : (
                <ul className="import-findings">
                  {row.problems.map((problem, index) => (
                    <li key={index}>
                      <Finding problem={problem} />
                    </li>
                  ))}
                </ul>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Outcome({ row, undone, label }: { row: ReportedRow; undone: boolean; label: string }) {
  if (row.kept) {
    return (
      <Badge kind="warning" icon="warning">
        {t("report.kept")}
      </Badge>
    );
  }
  if (undone && (row.outcome === "created" || row.outcome === "updated")) return <Badge icon="history">{t(row.outcome === "created" ? "report.deleted" : "report.restored")}</Badge>;
  return row.outcome === "created" || row.outcome === "updated" ? (
    <Badge kind="success" icon="check">
      {label}
    </Badge>
  ) : (
    <Badge>{label}</Badge>
  );
}
