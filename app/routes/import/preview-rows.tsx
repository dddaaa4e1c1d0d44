import { Form, useNavigation } from "@remix-run/react";
import { importDecisions } from "#app/domain/import/match-rows.ts";
import { previewSearch, scopeWord, type PreviewScope, type PreviewView } from "#app/forms/import.ts";
import { decisionLabels, t } from "#app/i18n/de/import.ts";
import type { ImportPreview } from "#app/services/import/show-import.server.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState, Section } from "#app/ui/page.tsx";
import { DataTable, Pagination, TabLinks } from "#app/ui/table.tsx";
import { PreviewRowCells } from "./preview-row.tsx";
import { TaskProgressLine } from "./task-progress.tsx";

type Props = { readonly preview: ImportPreview; readonly view: PreviewView; readonly address: string };

const SCOPES: ReadonlyArray<readonly [PreviewScope, "preview.scopeAll" | "preview.scopeProblems" | "preview.scopeCreate" | "preview.scopeUpdate" | "preview.scopeSkip"]> = [
  ["all", "preview.scopeAll"],
  ["problems", "preview.scopeProblems"],
  ["create", "preview.scopeCreate"],
  ["update", "preview.scopeUpdate"],
  ["skip", "preview.scopeSkip"],
];
const BULK_SCOPES: ReadonlyArray<readonly [PreviewScope, "preview.bulkAll" | "preview.bulkProblems" | "preview.bulkCreate" | "preview.bulkUpdate" | "preview.bulkSkip"]> = [
  ["problems", "preview.bulkProblems"],
  ["create", "preview.bulkCreate"],
  ["update", "preview.bulkUpdate"],
  ["skip", "preview.bulkSkip"],
  ["all", "preview.bulkAll"],
];

/** Fifty rows with their problems and decisions, and the button that writes them all. */
export function PreviewRows({ preview, view, address }: Props) {
  const navigation = useNavigation();
  const isRunning = navigation.state !== "idle" && navigation.formData?.get("intent") === "import";
  const base = `/massnahmen/import/${preview.batch.id}`;
  return (
    <Section title={t("preview.rows")} id="zeilen">
      <TabLinks label={t("preview.filter")} tabs={SCOPES.map(([scope, label]) => ({ to: `${base}${previewSearch({ scope, page: 1 })}#zeilen`, label: t(label, { count: preview.counts[scope] }), current: scope === view.scope }))} />
      <BulkForm address={address} />
      <Form method="post" action={address} className="import-form">
        <input type="hidden" name="stamp" value={preview.stamp} />
        {preview.rows.length === 0 ? (
          <EmptyState title={t("preview.noRows")} />
        ) : (
          <>
            <DataTable caption={t("preview.caption")} captionHidden stacked>
              <thead>
                <tr>
                  <th scope="col" className="numeric">
                    {t("preview.row")}
                  </th>
                  <th scope="col">{t("preview.measure")}</th>
                  <th scope="col">{t("preview.findings")}</th>
                  <th scope="col">{t("preview.decision")}</th>
                </tr>
              </thead>
              <tbody>
                {preview.rows.map((row) => (
                  <PreviewRowCells key={row.rowNumber} row={row} headings={preview.columns.map((column) => column.heading)} />
                ))}
              </tbody>
            </DataTable>
            <Pagination page={preview.page} pageCount={preview.pageCount} toPage={(page) => `${base}${previewSearch({ scope: view.scope, page })}#zeilen`} />
            <div className="form-actions">
              <Button name="intent" value="rows">
                {t("preview.saveRows")}
              </Button>
            </div>
          </>
        )}
        <section className="card import-run" id="importieren" aria-labelledby="importieren-titel">
          <h2 id="importieren-titel">{t("preview.runTitle")}</h2>
          <p>{t("preview.runSummary", preview.counts)}</p>
          <p className="muted">{t("preview.runAdvice")}</p>
          <div className="form-actions">
            <Button variant="primary" name="intent" value="import" aria-disabled={isRunning || undefined}>
              {t("preview.run")}
            </Button>
            <TaskProgressLine batchId={preview.batch.id} kind="run" isRunning={isRunning} />
          </div>
        </section>
      </Form>
    </Section>
  );
}

function BulkForm({ address }: { address: string }) {
  return (
    <Form method="post" action={address} className="toolbar import-bulk" aria-label={t("preview.bulk")}>
      <div className="field">
        <label className="field__label" htmlFor="bulk-scope">
          {t("preview.bulkScope")}
        </label>
        <select className="input" id="bulk-scope" name="bulkScope">
          {BULK_SCOPES.map(([scope, label]) => (
            <option key={scope} value={scopeWord(scope)}>
              {t(label)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label className="field__label" htmlFor="bulk-decision">
          {t("preview.bulkDecision")}
        </label>
        <select className="input" id="bulk-decision" name="bulkDecision" defaultValue="skip">
          {importDecisions.map((decision) => (
            <option key={decision} value={decision}>
              {decisionLabels[decision]}
            </option>
          ))}
          <option value="proposal">{t("preview.bulkProposal")}</option>
        </select>
      </div>
      <Button name="intent" value="many">
        {t("preview.bulkSubmit")}
      </Button>
    </Form>
  );
}
