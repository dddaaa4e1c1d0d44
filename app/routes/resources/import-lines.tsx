import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { fileRefusalCodes, importLimits } from "#app/domain/import/limits.ts";
import type { Refusal, Result } from "#app/domain/result.ts";
import { readCarriedList } from "#app/forms/budget-import.ts";
import { readWhole } from "#app/forms/whole-param.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { listProblemText, t } from "#app/i18n/de/budget-import.ts";
import { fileRefusals } from "#app/i18n/de/import.ts";
import type { CarriedList } from "#app/services/resources/carried-list.server.ts";
import { checkBudgetFileBeside, checkCarriedListBeside, storeCarriedListBeside, undoBudgetImportBeside, type CheckedBudgetList } from "#app/services/resources/check-budget-list.server.ts";
import { showBudgetImports } from "#app/services/resources/import-budget-lines.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { Page } from "#app/ui/page.tsx";
import { BudgetTabs } from "./budget-tabs.tsx";
import { EarlierImports } from "./earlier-imports.tsx";
import { ImportForm } from "./import-form.tsx";
import { ImportPreview } from "./import-preview.tsx";

const LINES = "/ressourcen/haushalt/stellen";
const HERE = `${LINES}/import`;

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
    const carried = readCarriedList(form);
    if (carried === null) return refused(t("listProblem.other"));
    return intent === "store" ? store(service, carried) : answer(await checkCarriedListBeside(service, carried));
  }
  const upload = form.get("file");
  if (!(upload instanceof File) || upload.name === "") return refused(fileRefusals.fileMissing);
  if (upload.size > importLimits.fileBytes) return refused(fileRefusals.fileTooLarge);
  const defaultYear = readWhole(String(form.get("defaultYear") ?? ""), 2000, 2200);
  return answer(await checkBudgetFileBeside(service, { fileName: upload.name, bytes: new Uint8Array(await upload.arrayBuffer()), defaultYear }));
}

const refused = (problem: string) => data({ problem, checked: null }, { status: 400 });

async function store(service: ServiceContext, carried: CarriedList) {
  const result = await storeCarriedListBeside(service, carried);
  if (!result.ok) return refused(textOf(result.refusal));
  const { createdCount: created, updatedCount: updated, skippedCount: skipped } = result.value;
  return redirectWithMessage(LINES, t("done", { created, updated, skipped }));
}

async function undo(service: ServiceContext, form: FormData) {
  const importId = readWhole(String(form.get("importId") ?? ""), 1, 999_999_999);
  if (importId === null) throw refusalResponse({ code: "missing" });
  const result = await undoBudgetImportBeside(service, importId);
  if (!result.ok) return refused(textOf(result.refusal));
  return redirectWithMessage(HERE, t("undoDone", { undone: result.value.undoneCount, kept: result.value.keptCount }));
}

function answer(result: Result<CheckedBudgetList>) {
  if (!result.ok) return refused(textOf(result.refusal));
  const { problem: problems, ...checked } = result.value;
  const problem = problems.length === 0 ? null : problems.map(listProblemText).join(" ");
  return data({ problem, checked }, { status: problem === null ? 200 : 400 });
}

function textOf(refusal: Refusal): string {
  if (refusal.code !== "invalid") throw refusalResponse(refusal);
  const { file = [], ...others } = refusal.fields;
  return [...file.map(({ code }) => fileRefusals[fileRefusalCodes.find((known) => known === code) ?? "damaged"]), ...Object.values(others).flat().map(listProblemText)].join(" ");
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
