import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { importLimits } from "#app/domain/import/limits.ts";
import type { Refusal } from "#app/domain/result.ts";
import { readCarriedBudgetList } from "#app/forms/budget-import.ts";
import { readWhole } from "#app/forms/whole-param.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { listProblemText, t } from "#app/i18n/de/budget-import.ts";
import { fileRefusals } from "#app/i18n/de/import.ts";
import { importBudgetLines, previewBudgetImport, showBudgetImports, undoBudgetImport } from "#app/services/resources/import-budget-lines.server.ts";
import { readBudgetFile, type BudgetList } from "#app/services/resources/read-budget-list.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { Page } from "#app/ui/page.tsx";
import { BudgetTabs } from "./budget-tabs.tsx";
import { EarlierImports } from "./earlier-imports.tsx";
import { ImportForm } from "./import-form.tsx";
import { ImportPreview, type CheckedList } from "./import-preview.tsx";

const LINES = "/ressourcen/haushalt/stellen";
const HERE = `${LINES}/import`;
const MOST_SHOWN = 100;

export const meta: MetaFunction = () => [{ title: t("title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showBudgetImports({ db: context.db, clock: context.clock, user }));
}

/** Reads a list and shows what it would do, or stores what was shown, or takes an import back. In between the list is kept in the page alone. */
export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "resources:edit");
  const service = { db: context.db, clock: context.clock, user };
  const form = await request.formData();
  const intent = form.get("intent");
  if (intent === "undo") return undo(service, form);
  if (intent === "store" || intent === "recheck") {
    const list = readCarriedBudgetList(form);
    if (list === null) return refused(t("listProblem.other"));
    return intent === "store" ? store(service, list) : check(service, list);
  }
  const { budgetSystem, firstFiscalYear } = unwrap(showBudgetImports(service));
  const upload = form.get("file");
  if (!(upload instanceof File) || upload.name === "") return refused(fileRefusals.fileMissing);
  if (upload.size > importLimits.fileBytes) return refused(fileRefusals.fileTooLarge);
  const read = await readBudgetFile({ fileName: upload.name, bytes: Buffer.from(await upload.arrayBuffer()) }, budgetSystem);
  if (!read.ok) return refused(fileRefusals[read.code]);
  return check(service, { ...read.list, defaultYear: readWhole(String(form.get("defaultYear") ?? ""), 2000, 2200) ?? firstFiscalYear });
}

const refused = (problem: string) => data({ problem, checked: null }, { status: 400 });

function store(service: ServiceContext, list: BudgetList) {
  const result = importBudgetLines(service, list);
  if (!result.ok) return refused(textOf(result.refusal));
  const { createdCount: created, updatedCount: updated, skippedCount: skipped } = result.value;
  return redirectWithMessage(LINES, t("done", { created, updated, skipped }));
}

function undo(service: ServiceContext, form: FormData) {
  const importId = readWhole(String(form.get("importId") ?? ""), 1, 999_999_999);
  if (importId === null) throw refusalResponse({ code: "missing" });
  const result = undoBudgetImport(service, importId);
  if (!result.ok) return refused(textOf(result.refusal));
  return redirectWithMessage(HERE, t("undoDone", { undone: result.value.undoneCount, kept: result.value.keptCount }));
}

/** A list without its most important column is shown all the same, so that the column can be chosen. */
function check(service: ServiceContext, list: BudgetList) {
  const result = previewBudgetImport(service, list);
  const problem = result.ok ? null : textOf(result.refusal);
  const preview = result.ok ? result.value : { lines: [], createCount: 0, updateCount: 0, keepCount: 0, problemCount: 0 };
  const { lines, ...counts } = preview;
  const checked: CheckedList = {
    ...counts,
    headings: list.headings,
    columns: list.columns,
    carried: JSON.stringify(list),
    problems: lines.filter((each) => each.problem !== null).slice(0, MOST_SHOWN),
    clear: lines.filter((each) => each.line !== null && each.step !== "keep").slice(0, MOST_SHOWN),
  };
  return data({ problem, checked }, { status: problem === null ? 200 : 400 });
}

function textOf(refusal: Refusal): string {
  if (refusal.code !== "invalid") throw refusalResponse(refusal);
  return Object.values(refusal.fields).flat().map(listProblemText).join(" ");
}

export default function ImportLinesPage() {
  const { imports, budgetSystem, firstFiscalYear } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page title={t("title")} intro={<p>{t("intro")}</p>}>
      <BudgetTabs current="import" />
      {answer?.checked ? (
        <ImportPreview checked={answer.checked} problem={answer.problem} system={budgetSystem} />
      ) : (
        <>
          <ImportForm problem={answer?.problem ?? null} defaultYear={firstFiscalYear} />
          <EarlierImports imports={imports} />
        </>
      )}
    </Page>
  );
}
