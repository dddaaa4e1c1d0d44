import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import type { FieldProblem, Refusal } from "#app/domain/result.ts";
import { readCarriedList } from "#app/forms/survey.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { fileRefusals } from "#app/i18n/de/import.ts";
import { listProblemText, t } from "#app/i18n/de/survey.ts";
import { importSurvey, previewSurvey, showSurveyGroups } from "#app/services/prioritisation/import-survey.server.ts";
import { readSurveyList } from "#app/services/prioritisation/read-survey-list.server.ts";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { PrioritisationTabs } from "./prioritisation-tabs.tsx";
import { SurveyForm } from "./survey-form.tsx";
import { SurveyPreviewView, type CheckedSurvey } from "./survey-preview.tsx";

const HERE = "/priorisierung/umfrage";
const MOST_SHOWN = 100;

export const meta: MetaFunction = () => [{ title: t("title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showSurveyGroups({ db: context.db, clock: context.clock, user }));
}

/** Reads a list and shows what it would do, or stores the list that was shown. Nothing is kept in between but the page itself. */
export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "round:manage");
  const service = { db: context.db, clock: context.clock, user };
  const form = await request.formData();
  if (form.get("intent") === "store") {
    const list = readCarriedList(form.get("list"));
    if (list === null) return refused(t("listProblem.other"), "");
    const result = importSurvey(service, list);
    if (!result.ok) return refused(textOf(result.refusal), "");
    return redirectWithMessage(HERE, t("done", { stored: result.value.storedCount, problems: result.value.problemCount }));
  }
  const [upload, pasted] = [form.get("file"), String(form.get("text") ?? "")];
  const raterGroupId = Number(/^[1-9]\d{0,8}$/.exec(String(form.get("raterGroupId") ?? ""))?.[0] ?? 0);
  const file = upload instanceof File && upload.name !== "" ? upload : null;
  if (raterGroupId === 0) return refused(t("listProblem.groupMissing"), pasted);
  if (file === null && pasted.trim() === "") return refused(t("listProblem.nothingGiven"), pasted);
  if (file !== null && pasted.trim() !== "") return refused(t("listProblem.both"), pasted);
  const read = await readSurveyList(file === null ? { fileName: "umfrage.csv", bytes: Buffer.from(pasted) } : { fileName: file.name, bytes: Buffer.from(await file.arrayBuffer()) });
  if (!read.ok) return refused(fileRefusals[read.code], pasted);
  const list = { raterGroupId, headings: read.headings, rows: read.rows };
  const result = previewSurvey(service, list);
  if (!result.ok) return refused(textOf(result.refusal), pasted);
  const { rows, ...counts } = result.value;
  const checked: CheckedSurvey = {
    ...counts,
    carried: JSON.stringify(list),
    problems: rows.filter((row) => row.problem !== null).slice(0, MOST_SHOWN),
    clear: rows.filter((row) => row.answer !== null).slice(0, MOST_SHOWN),
  };
  return data({ problem: null, pasted: "", checked });
}

const refused = (problem: string, pasted: string) => data({ problem, pasted, checked: null }, { status: 400 });

function textOf(refusal: Refusal): string {
  if (refusal.code !== "invalid") throw refusalResponse(refusal);
  const problems: readonly FieldProblem[] = Object.values(refusal.fields).flat();
  return problems.map(listProblemText).join(" ");
}

export default function SurveyPage() {
  const { round, groups } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const obstacle = round === null ? "noRound" : groups.length === 0 ? "noGroup" : null;
  return (
    <Page title={t("title")} intro={<p>{t("intro")}</p>}>
      <PrioritisationTabs current="survey" />
      {obstacle !== null ? (
        <EmptyState title={t(`${obstacle}Title`)}>
          <p>{t(`${obstacle}Advice`)}</p>
        </EmptyState>
      ) : answer?.checked ? (
        <SurveyPreviewView checked={answer.checked} />
      ) : (
        <SurveyForm groups={groups} problem={answer?.problem ?? null} pasted={answer?.pasted ?? ""} />
      )}
    </Page>
  );
}
