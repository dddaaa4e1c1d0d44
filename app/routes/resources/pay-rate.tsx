import { parseWithZod } from "@conform-to/zod/v4";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { payRateKinds, type PayRate } from "#app/domain/resources/posts.ts";
import { PayRateForm } from "#app/forms/staff-plan.ts";
import { submittedField, submittedVersion, type Submitted } from "#app/forms/submitted-field.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParamOrNew, postedRowVersion, refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { revalidateAfterConflict } from "#app/http/revalidate-after-conflict.ts";
import { problemText, t } from "#app/i18n/de/staff-plan.ts";
import { formatAmount, formatDate, formatMoney, formatPercent } from "#app/i18n/format.ts";
import { createPayRate, removePayRate, savePayRate, showPayRate } from "#app/services/resources/save-pay-rate.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ConflictNotice } from "#app/ui/conflict-notice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { CheckboxField, SelectField, TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import { DeleteSection } from "./delete-section.tsx";

const LIST = "/ressourcen/stellenplan/kostensaetze";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: t(loaded?.rate ? "rate.editTitle" : "rate.newTitle") }];
export const shouldRevalidate = revalidateAfterConflict;

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showPayRate({ db: context.db, clock: context.clock, user }, idParamOrNew(params["rateId"])));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const rateId = idParamOrNew(params["rateId"]);
  unwrap(showPayRate(service, rateId));
  const findStored = () => unwrap(showPayRate(service, rateId)).rate;
  const formData = await request.formData();
  if (rateId !== null && formData.get("intent") === "delete") {
    const result = removePayRate(service, { rateId, rowVersion: postedRowVersion(formData) });
    if (result.ok) return redirectWithMessage(LIST, t("done.rateDeleted"));
    if (result.refusal.code !== "conflict") throw refusalResponse(result.refusal);
    return data({ submitted: undefined, stored: findStored(), notDeleted: true }, { status: 409 });
  }
  const submission = parseWithZod(formData, { schema: PayRateForm });
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const { rowVersion = 0, ...fields } = submission.value;
  const result = rateId === null ? createPayRate(service, fields) : savePayRate(service, { ...fields, rateId, rowVersion });
  if (result.ok) return redirectWithMessage(LIST, t(rateId === null ? "done.rateCreated" : "done.rateSaved"));
  return answerRefusedForm({ submission, refusal: result.refusal, textOf: problemText, findStored });
}

function rateFieldsOf(submitted: Submitted, rate: PayRate | null) {
  const field = (name: string, stored: string | number | null) => submittedField(submitted, name, String(stored ?? ""));
  return {
    kind: field("kind", rate?.kind ?? "personnel"),
    payGrade: field("payGrade", rate?.payGrade ?? null),
    yearlyCostCents: field("yearlyCostCents", rate === null || rate.yearlyCostCents === null ? null : formatAmount(rate.yearlyCostCents)),
    percent: field("percent", rate?.percent ?? null),
    validFrom: field("validFrom", rate?.validFrom ?? null),
    source: field("source", rate?.source ?? null),
    fullCost: field("fullCost", rate?.fullCost === true ? "on" : null),
  };
}

export default function PayRatePage() {
  const { rate } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const stored = answer?.stored ?? null;
  const notDeleted = answer !== undefined && "notDeleted" in answer;
  const fields = rateFieldsOf(answer?.submitted, rate);
  const entry = (name: keyof typeof fields, label: string) => ({ fieldId: fields[name].id, label, errors: fields[name].errors });
  return (
    <Page
      title={t(rate === null ? "rate.newTitle" : "rate.editTitle")}
      crumbs={[
        { to: "/ressourcen/stellenplan", label: t("plan.title") },
        { to: LIST, label: t("rates.title") },
      ]}
    >
      {stored && (
        <ConflictNotice
          title={t(notDeleted ? "conflict.deleteTitle" : "conflict.title")}
          advice={t(notDeleted ? "conflict.deleteAdvice" : "conflict.advice")}
          stored={[
            { field: t("rate.kind"), value: [t(`rates.kind.${stored.kind}`), stored.payGrade].join(" ") },
            { field: t("rates.value"), value: stored.kind === "overhead" ? formatPercent(stored.percent) : formatMoney(stored.yearlyCostCents) },
            { field: t("rate.validFrom"), value: formatDate(stored.validFrom) },
            { field: t("rate.source"), value: stored.source },
            { field: t("rate.fullCost"), value: t(stored.fullCost ? "plan.yes" : "plan.no") },
          ]}
        />
      )}
      <Form method="post" className="form" noValidate>
        <ErrorSummary
          formErrors={answer?.submitted?.error?.[""] ?? []}
          entries={[
            entry("kind", t("rate.kind")),
            entry("payGrade", t("rates.payGrade")),
            entry("yearlyCostCents", t("rate.amount")),
            entry("percent", t("rate.percent")),
            entry("validFrom", t("rate.validFrom")),
            entry("source", t("rate.source")),
          ]}
        />
        <input type="hidden" name="rowVersion" value={submittedVersion(answer?.submitted, rate?.rowVersion ?? 0, stored !== null)} />
        <SelectField field={fields.kind} label={t("rate.kind")} hint={t("rate.kindHint")} options={payRateKinds.map((kind) => ({ value: kind, label: t(`rates.kind.${kind}`) }))} width="medium" />
        <div className="form-row">
          <TextField field={fields.payGrade} label={t("rates.payGrade")} hint={t("rate.payGradeHint")} maxLength={30} width="medium" />
          <TextField field={fields.validFrom} label={t("rate.validFrom")} type="date" width="medium" />
        </div>
        <div className="form-row">
          <TextField field={fields.yearlyCostCents} label={t("rate.amount")} hint={t("rate.amountHint")} inputMode="decimal" width="medium" />
          <TextField field={fields.percent} label={t("rate.percent")} hint={t("rate.percentHint")} inputMode="numeric" width="short" />
        </div>
        <CheckboxField field={fields.fullCost} label={t("rate.fullCost")} hint={t("rate.fullCostHint")} />
        <TextField field={fields.source} label={t("rate.source")} hint={t("rate.sourceHint")} maxLength={300} />
        <div className="form-actions">
          <Button variant="primary">{t("post.save")}</Button>
          <LinkButton to={LIST} variant="tertiary">
            {t("post.cancel")}
          </LinkButton>
        </div>
      </Form>
      {rate !== null && <DeleteSection title={t("rate.deleteTitle")} advice={t("rate.deleteAdvice")} rowVersion={rate.rowVersion} />}
    </Page>
  );
}
