import { parseWithZod } from "@conform-to/zod/v4";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { AdoptForm } from "#app/forms/scenarios.ts";
import { submittedField } from "#app/forms/submitted-field.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { endWithoutRight, idParam, refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { problemSentence, t } from "#app/i18n/de/adoption.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { adoptPlanBeside } from "#app/services/planning/adopt-plan.server.ts";
import { showAdoptionBeside } from "#app/services/planning/show-adoption.server.ts";
import { undoAdoptionBeside } from "#app/services/planning/undo-adoption.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { CheckboxField } from "#app/ui/fields.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { EarlierAdoptions, KeptAssumptions } from "./adoption-parts.tsx";
import { AdoptionTable, adoptionRows } from "./adoption-table.tsx";
import { adoptPath, PLANNER, runPath } from "./plan-run-paths.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: t("title", { id: String(loaded?.run.id ?? "") }) }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(await showAdoptionBeside({ db: context.db, clock: context.clock, user }, idParam(params["runId"])));
}

/** Takes over what is ticked, or takes an earlier adoption back. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const runId = idParam(params["runId"]);
  requirePermission(user, "planner:run");
  endWithoutRight(await showAdoptionBeside(service, runId));
  const form = await request.formData();
  if (form.get("intent") === "undo") {
    const undone = await undoAdoptionBeside(service, { runId, adoptionId: idParam(String(form.get("adoptionId"))), skipChanged: form.get("skipChanged") === "on" });
    if (undone.ok) return redirectWithMessage(adoptPath(runId), t("done.undone", undone.value));
    if (undone.refusal.code !== "invalid") throw refusalResponse(undone.refusal);
    return data({ submitted: { error: { "": Object.values(undone.refusal.fields).flat().map(problemSentence) } }, stored: null }, { status: 400 });
  }
  const submission = parseWithZod(form, { schema: AdoptForm });
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const result = await adoptPlanBeside(service, { runId, ...submission.value });
  if (result.ok) return redirectWithMessage(adoptPath(runId), t("done.adopted", { count: result.value.count }));
  return answerRefusedForm({ submission, refusal: result.refusal, textOf: problemSentence, findStored: () => null });
}

export default function AdoptPlanPage() {
  const { run, adoption, differences, programmes, earlier, compareWith } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>()?.submitted;
  const rows = adoptionRows(adoption.lines, submitted);
  const setPlanned = submittedField(submitted, "setPlanned", "");
  return (
    <Page
      title={t("title", { id: String(run.id) })}
      crumbs={[
        { to: PLANNER, label: t("crumb") },
        { to: runPath(run.id), label: `Nr. ${run.id}` },
      ]}
      intro={
        <>
          <p>{t("of", { scenario: run.scenarioName ?? "none", at: formatDateTime(run.startedAt) })}</p>
          <p>{t("intro")}</p>
        </>
      }
      actions={
        compareWith !== null && (
          <LinkButton to={`/szenarien/vergleich?lauf=${compareWith}&lauf=${run.id}`} icon="scale">
            {t("compare")}
          </LinkButton>
        )
      }
    >
      <ErrorSummary formErrors={submitted?.error?.[""] ?? []} entries={rows.map(({ line, taken }) => ({ fieldId: taken.id, label: line.title, errors: taken.errors }))} />
      <EarlierAdoptions adoptions={earlier} />
      {rows.length === 0 ? (
        <EmptyState title={t("nothing")}>
          <p>{t("nothingHint")}</p>
        </EmptyState>
      ) : (
        <Section title={t("lines")} id="aenderungen">
          <p className="scenario-hint">{[t("standing", { count: adoption.standing }), rows.some(({ line }) => line.kind === "removed") ? t("removedHint") : ""].join(" ")}</p>
          <Form method="post" noValidate className="scenario-list">
            <AdoptionTable rows={rows} programmes={programmes} />
            <CheckboxField field={setPlanned} label={t("setPlanned")} hint={t("setPlannedHint")} />
            <p className="scenario-hint">{t("partly")}</p>
            <div className="form-actions">
              <Button variant="primary" name="intent" value="adopt">
                {t("submit")}
              </Button>
            </div>
          </Form>
        </Section>
      )}
      {adoption.gone.length > 0 && <Alert kind="warning" title={t("gone", { count: adoption.gone.length, titles: adoption.gone.map(({ title }) => title).join(", ") })} />}
      <KeptAssumptions differences={differences} />
    </Page>
  );
}
