import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { MeasureTermsForm } from "#app/forms/planning-terms.ts";
import { submittedField } from "#app/forms/submitted-field.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { contradictionText, problemText, t } from "#app/i18n/de/planning-terms.ts";
import { formatQuarter } from "#app/i18n/format.ts";
import { saveMeasureTerms } from "#app/services/planning/save-measure-terms.server.ts";
import { showMeasurePlanning } from "#app/services/planning/show-measure-planning.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ConflictNotice } from "#app/ui/conflict-notice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { CheckboxField, TextField } from "#app/ui/fields.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Facts } from "#app/ui/table.tsx";
import { PlanningKnowledge } from "./planning-knowledge.tsx";
import { FundingWindows, MeasurePairs } from "./planning-lists.tsx";

export { revalidateAfterConflict as shouldRevalidate } from "#app/http/revalidate-after-conflict.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown ? t("measure.titleOf", { title: shown.measure.title }) : t("measure.title") }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showMeasurePlanning({ db: context.db, clock: context.clock, user }, idParam(params["measureId"])));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const measureId = idParam(params["measureId"]);
  if (!unwrap(showMeasurePlanning(service, measureId)).mayEdit) throw refusalResponse({ code: "forbidden" });
  const submission = parseWithZod(await request.formData(), { schema: MeasureTermsForm });
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const { rowVersion = 0, ...fields } = submission.value;
  const result = saveMeasureTerms(service, { measureId, rowVersion, ...fields });
  if (result.ok) return redirectWithMessage(`/massnahmen/${measureId}/planung`, t("done.terms"), result.value.contradictions.length > 0 ? "warning" : "success");
  return answerRefusedForm({ submission, refusal: result.refusal, textOf: problemText, findStored: () => unwrap(showMeasurePlanning(service, measureId)).terms });
}

export default function MeasurePlanningPage() {
  const shown = useLoaderData<typeof loader>();
  const { measure, contradictions, mayEdit } = shown;
  return (
    <Page
      title={t("measure.title")}
      crumbs={[
        { to: "/massnahmen", label: t("measure.crumb") },
        { to: `/massnahmen/${measure.id}`, label: measure.title },
      ]}
      intro={<p>{t("measure.introOf", { title: measure.title })}</p>}
    >
      {contradictions.length > 0 && (
        <Alert kind="danger" title={t("measure.contradictions", { count: contradictions.length })}>
          <ul>
            {contradictions.map((found) => (
              <li key={"windowId" in found ? `${found.code} ${found.windowId}` : found.code}>{contradictionText(found)}</li>
            ))}
          </ul>
        </Alert>
      )}
      <PlanningKnowledge shown={shown} />
      <Section title={t("measure.terms")} id="vorgaben">
        {mayEdit ? <TermsForm /> : <TermsFacts />}
      </Section>
      <FundingWindows measureId={measure.id} windows={shown.windows} mayEdit={mayEdit} />
      <MeasurePairs pairs={shown.pairs} />
    </Page>
  );
}

function TermsForm() {
  const { measure, terms } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const submitted = answer?.submitted;
  const fields = {
    durationQuarters: submittedField(submitted, "durationQuarters", String(terms.durationQuarters ?? "")),
    mandatory: submittedField(submitted, "mandatory", terms.mandatory ? "on" : ""),
    fixed: submittedField(submitted, "fixed", terms.fixed ? "on" : ""),
  };
  const { startQuarter, endQuarter } = measure;
  const yesNo = (value: boolean) => t(value ? "measure.yes" : "measure.no");
  return (
    <>
      {answer?.stored && (
        <ConflictNotice
          title={t("conflict.title")}
          advice={t("conflict.advice")}
          stored={[
            { field: t("measure.durationField"), value: String(answer.stored.durationQuarters ?? t("conflict.none")) },
            { field: t("measure.mandatory"), value: yesNo(answer.stored.mandatory) },
            { field: t("measure.fixed"), value: yesNo(answer.stored.fixed) },
          ]}
        />
      )}
      <Form method="post" className="form" noValidate>
        <ErrorSummary
          formErrors={submitted?.error?.[""] ?? []}
          entries={[
            { fieldId: fields.durationQuarters.id, label: t("measure.durationField"), errors: fields.durationQuarters.errors },
            { fieldId: fields.fixed.id, label: t("measure.fixed"), errors: fields.fixed.errors },
          ]}
        />
        <input type="hidden" name="rowVersion" value={submittedField(submitted, "rowVersion", String(terms.rowVersion)).defaultValue} />
        {startQuarter !== null && endQuarter !== null ? (
          <DurationFromDates />
        ) : (
          <TextField
            field={fields.durationQuarters}
            label={t("measure.durationField")}
            hint={t(measure.permanentTask ? "measure.durationHintPermanent" : "measure.durationHint")}
            inputMode="numeric"
            maxLength={3}
            width="short"
          />
        )}
        <CheckboxField field={fields.mandatory} label={t("measure.mandatory")} hint={t("measure.mandatoryHint")} />
        <CheckboxField field={fields.fixed} label={t("measure.fixed")} hint={t("measure.fixedHint")} />
        <div className="form-actions">
          <Button variant="primary">{t("measure.save")}</Button>
          <LinkButton to={`/massnahmen/${measure.id}`} variant="tertiary">
            {t("measure.cancel")}
          </LinkButton>
        </div>
      </Form>
    </>
  );
}

function DurationFromDates() {
  const { measure, knowledge } = useLoaderData<typeof loader>();
  if (knowledge.duration.kind !== "dates") return null;
  return <p>{t("measure.durationFromDates", { quarters: knowledge.duration.quarters, from: formatQuarter(measure.startQuarter), to: formatQuarter(measure.endQuarter) })}</p>;
}

function TermsFacts() {
  const { terms } = useLoaderData<typeof loader>();
  return (
    <>
      <Facts
        facts={[
          { label: t("measure.mandatory"), value: t(terms.mandatory ? "measure.yes" : "measure.no") },
          { label: t("measure.fixed"), value: t(terms.fixed ? "measure.yes" : "measure.no") },
        ]}
      />
      <p className="muted small">{t("measure.reader")}</p>
    </>
  );
}
