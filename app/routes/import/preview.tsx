import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { severityOf } from "#app/domain/import/problems.ts";
import { columnFieldName, previewSearch, readPreviewView } from "#app/forms/import.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParam, unwrap } from "#app/http/respond.server.ts";
import { problemNames, t } from "#app/i18n/de/import.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { showImportProgress } from "#app/services/import/import-runs.server.ts";
import { showImport, type ImportPreview } from "#app/services/import/show-import.server.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { actOnPreview } from "./preview-action.server.ts";
import { PreviewColumns } from "./preview-columns.tsx";
import { PreviewRows } from "./preview-rows.tsx";
import { PreviewWords } from "./preview-words.tsx";

/** After a refusal too: choices may have been saved before it, and what others changed is to be seen. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) => actionStatus !== undefined || defaultShouldRevalidate;

export const meta: MetaFunction = () => [{ title: t("preview.title") }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const view = readPreviewView(new URL(request.url).searchParams);
  const batchId = idParam(params["id"]);
  if (unwrap(showImportProgress({ db: context.db, user }, batchId)).running !== null) throw redirect(`/massnahmen/import/${batchId}/fortschritt`);
  const preview = unwrap(await showImport({ db: context.db, user }, { batchId, ...view }));
  if ("state" in preview) throw redirect(`/massnahmen/import/${batchId}/bericht`);
  return { preview, view };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "measure:import");
  const service = { db: context.db, clock: context.clock, user };
  return actOnPreview({ service, batchId: idParam(params["id"]), form: await request.formData(), view: readPreviewView(new URL(request.url).searchParams) });
}

const DELIMITERS = { ";": "preview.semicolon", ",": "preview.comma", "\t": "preview.tab" } as const;

export default function Preview() {
  const { preview, view } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const address = `/massnahmen/import/${preview.batch.id}${previewSearch(view)}`;
  const columnErrors = problem?.fieldErrors ?? {};
  const summary = preview.columns.flatMap((column, index) => {
    const error = columnErrors[columnFieldName(index)];
    return error === undefined ? [] : [{ fieldId: columnFieldName(index), label: column.heading, errors: [error] }];
  });
  return (
    <Page
      title={t("preview.title")}
      crumbs={[
        { to: "/massnahmen", label: t("measures") },
        { to: "/massnahmen/import", label: t("title") },
      ]}
      actions={
        <Form method="post" action={address}>
          <Button variant="tertiary" icon="trash" name="intent" value="discard">
            {t("preview.discard")}
          </Button>
        </Form>
      }
      intro={<Intro preview={preview} />}
    >
      <ErrorSummary key={JSON.stringify(problem)} formErrors={problem?.formErrors} entries={summary} />
      <Figures preview={preview} />
      <PreviewColumns preview={preview} address={address} errors={columnErrors} chosen={problem?.columns ?? null} />
      {preview.words.length > 0 && <PreviewWords preview={preview} address={address} />}
      <PreviewRows key={problem?.changedMeanwhile ? preview.stamp : "own"} preview={preview} view={view} address={address} />
    </Page>
  );
}

function Intro({ preview: { batch, counts } }: { preview: ImportPreview }) {
  const { reading } = batch;
  return (
    <>
      <p>
        {t("preview.read", { rows: counts.all, file: batch.fileName, when: formatDateTime(batch.uploadedAt) })}{" "}
        {reading.format === "csv"
          ? t("preview.csv", { encoding: reading.encoding, delimiter: t(DELIMITERS[reading.delimiter]), row: reading.headingRow })
          : t("preview.xlsx", { sheet: reading.sheet, row: reading.headingRow })}{" "}
        {reading.format === "xlsx" && reading.otherSheets.length > 0 && t("preview.otherSheets", { sheets: reading.otherSheets.join(", ") })}
      </p>
      <p>
        <strong>{t("preview.nothingYet")}</strong> {t("preview.runSummary", counts)} <a href="#importieren">{t("preview.toRun")}</a>
      </p>
    </>
  );
}

const LOOK = { blocking: { kind: "danger", icon: "danger" }, open: { kind: "warning", icon: "warning" }, note: { kind: "neutral", icon: "info" } } as const;

function Figures({ preview: { problemCounts } }: { preview: ImportPreview }) {
  if (problemCounts.length === 0) return null;
  return (
    <Section title={t("preview.problems")} id="auffaellig">
      <ul className="import-problem-counts">
        {problemCounts.map(({ code, rows }) => (
          <li key={code}>
            <Badge kind={LOOK[severityOf(code)].kind} icon={LOOK[severityOf(code)].icon}>
              {t("preview.problemLine", { name: problemNames[code], rows })}
            </Badge>
          </li>
        ))}
      </ul>
    </Section>
  );
}
