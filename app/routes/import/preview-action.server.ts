import { data, redirect } from "@remix-run/node";
import type { ColumnMapping } from "#app/domain/import/fields.ts";
import type { FieldProblem, Refusal } from "#app/domain/result.ts";
import { previewSearch, readBulkDecision, readColumns, readRowChoices, readScope, readWordChoices, type PreviewView } from "#app/forms/import.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { refusalResponse } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/import.ts";
import { changeColumns } from "#app/services/import/change-columns.server.ts";
import { chooseWords } from "#app/services/import/choose-words.server.ts";
import { decideManyRows, decideRows } from "#app/services/import/decide-rows.server.ts";
import { discardImport } from "#app/services/import/discard-import.server.ts";
import { showImportProgress, startImport } from "#app/services/import/import-runs.server.ts";
import { showImport } from "#app/services/import/show-import.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";

/** What went wrong, said on the page again with everything that was chosen. */
export type PreviewProblem = {
  readonly formErrors: readonly string[];
  readonly fieldErrors: Readonly<Record<string, string>>;
  /** The columns as chosen, where they were refused. */
  readonly columns: ColumnMapping | null;
  /** Somebody else was faster: what is chosen on the page is taken from the list as it now stands. */
  readonly changedMeanwhile: boolean;
};

type Work = { readonly service: ServiceContext; readonly batchId: number; readonly form: FormData; readonly view: PreviewView };

/** One page, several forms: the pressed button's `intent` says which. */
export async function actOnPreview(work: Work) {
  switch (work.form.get("intent")) {
    case "columns":
      return saveColumns(work);
    case "words":
      return saveWords(work);
    case "many":
      return decideMany(work);
    case "rows":
      return saveRows(work);
    case "import":
      return run(work);
    case "discard":
      return discard(work);
    default:
      throw new Response(null, { status: 400 });
  }
}

const back = ({ batchId, view }: Pick<Work, "batchId" | "view">, fragment: string, message: string) =>
  redirectWithMessage(`/massnahmen/import/${batchId}${previewSearch(view)}${fragment}`, message);

function saveColumns({ service, batchId, form, view }: Work) {
  const count = Number(form.get("columnCount"));
  const columns = readColumns(form, Number.isInteger(count) && count >= 0 && count <= 100 ? count : 0);
  const result = changeColumns(service, { batchId, columns });
  return result.ok ? back({ batchId, view: { ...view, page: 1 } }, "", t("preview.columnsSaved")) : refused(result.refusal, columns);
}

function saveWords(work: Work) {
  const result = chooseWords(work.service, { batchId: work.batchId, choices: readWordChoices(work.form) });
  return result.ok ? back(work, "", t("preview.wordsSaved")) : refused(result.refusal);
}

function decideMany(work: Work) {
  const { service, batchId, form } = work;
  const result = decideManyRows(service, { batchId, scope: readScope(form.get("bulkScope")), decision: readBulkDecision(form.get("bulkDecision")) });
  return result.ok ? back(work, "#zeilen", t("preview.bulkDone", { count: result.value.changed })) : refused(result.refusal);
}

function saveRows(work: Work) {
  const result = decideRows(work.service, { batchId: work.batchId, rows: readRowChoices(work.form) });
  return result.ok ? back(work, "#zeilen", t("preview.rowsSaved", { count: result.value.changed })) : refused(result.refusal);
}

/** Saves what was chosen on the page shown, then imports; but only if nothing else changed since the page was made. */
async function run({ service, batchId, form, view }: Work) {
  const seen = await showImport(service, { batchId, ...view });
  if (!seen.ok) return refused(seen.refusal);
  if ("state" in seen.value) return redirect(`/massnahmen/import/${batchId}/bericht`);
  const progress = showImportProgress(service, batchId);
  if (progress.ok && progress.value.running !== null) return redirect(`/massnahmen/import/${batchId}/fortschritt`);
  if (seen.value.stamp !== form.get("stamp")) return refused({ code: "conflict", current: null });
  const decided = decideRows(service, { batchId, rows: readRowChoices(form) });
  if (!decided.ok) return refused(decided.refusal);
  const end = await startImport(service, { batchId, stamp: decided.value.stamp });
  if (end.state === "open") return redirect(`/massnahmen/import/${batchId}/fortschritt`);
  if (end.state === "lost") return data<PreviewProblem>({ formErrors: [t("progress.lost")], fieldErrors: {}, columns: null, changedMeanwhile: false }, { status: 500 });
  const { result } = end;
  if (!result.ok) return refused(result.refusal);
  return redirectWithMessage(`/massnahmen/import/${batchId}/bericht`, t("preview.done", { created: result.value.created, updated: result.value.updated }));
}

function discard({ service, batchId }: Work) {
  const result = discardImport(service, batchId);
  return result.ok ? redirectWithMessage("/massnahmen/import", t("preview.discarded"), "info") : refused(result.refusal);
}

function refused(refusal: Refusal, columns: ColumnMapping | null = null) {
  if (refusal.code === "conflict") return data<PreviewProblem>({ formErrors: [t("preview.changedMeanwhile")], fieldErrors: {}, columns, changedMeanwhile: true }, { status: 409 });
  if (refusal.code !== "invalid") throw refusalResponse(refusal);
  const entries = Object.entries(refusal.fields);
  const texts = (problems: readonly FieldProblem[]) => problems.map(problemText);
  return data<PreviewProblem>(
    {
      formErrors: entries.filter(([field]) => field === "").flatMap(([, problems]) => texts(problems)),
      fieldErrors: Object.fromEntries(entries.filter(([field]) => field !== "").map(([field, problems]) => [field, texts(problems).join(" ")])),
      columns,
      changedMeanwhile: false,
    },
    { status: 400 },
  );
}

function problemText({ code, values }: FieldProblem): string {
  switch (code) {
    case "titleColumnMissing":
    case "fieldTwice":
    case "columnsMissing":
    case "unknownRow":
    case "wrongState":
      return t(`preview.${code}`);
    case "measureTwice":
      return t("preview.measureTwice", { row: Number(values?.["row"] ?? 0) });
    default:
      return t("preview.unknownChoice");
  }
}
