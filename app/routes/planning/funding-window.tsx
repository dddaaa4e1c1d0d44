import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { yearOf, type PlainDate } from "#app/domain/calendar/plain-date.ts";
import { quarterFrom, quarterRange, yearOfQuarter } from "#app/domain/calendar/quarter.ts";
import type { FundingWindow } from "#app/domain/planning/planning-terms.ts";
import { FundingWindowForm } from "#app/forms/planning-terms.ts";
import { submittedField } from "#app/forms/submitted-field.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, idParamOrNew, postedRowVersion, unwrap } from "#app/http/respond.server.ts";
import { problemText, t } from "#app/i18n/de/planning-terms.ts";
import { formatAmount, formatMoney, formatPercent, formatQuarter } from "#app/i18n/format.ts";
import { removeFundingWindow, saveFundingWindow } from "#app/services/planning/save-funding-window.server.ts";
import { showFundingWindow } from "#app/services/planning/show-measure-planning.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ConflictNotice } from "#app/ui/conflict-notice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { CheckboxField, SelectField, TextArea, TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";

export { revalidateAfterConflict as shouldRevalidate } from "#app/http/revalidate-after-conflict.ts";

const titleOf = (window: FundingWindow | null | undefined): string => t(window ? "windows.editTitle" : "windows.addTitle");

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: titleOf(shown?.window) }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showFundingWindow({ db: context.db, clock: context.clock, user }, idParam(params["measureId"]), idParamOrNew(params["windowId"])));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const [measureId, windowId] = [idParam(params["measureId"]), idParamOrNew(params["windowId"])];
  unwrap(showFundingWindow(service, measureId, windowId));
  const back = `/massnahmen/${measureId}/planung`;
  const formData = await request.formData();
  if (windowId !== null && formData.get("intent") === "remove") {
    const { programme } = unwrap(removeFundingWindow(service, { measureId, windowId, rowVersion: postedRowVersion(formData) }));
    return redirectWithMessage(`${back}#foerderfenster`, t("done.windowRemoved", { programme }));
  }
  const submission = parseWithZod(formData, { schema: FundingWindowForm });
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const { rowVersion = 0, ...fields } = submission.value;
  const result = saveFundingWindow(service, { measureId, key: windowId === null ? null : { id: windowId, rowVersion }, fields });
  // What contradicts itself is told at the head of the page.
  if (result.ok) return result.value.contradictions.length > 0 ? redirectWithMessage(back, t("done.window"), "warning") : redirectWithMessage(`${back}#foerderfenster`, t("done.window"));
  return answerRefusedForm({ submission, refusal: result.refusal, textOf: problemText, findStored: () => unwrap(showFundingWindow(service, measureId, windowId)).window });
}

export default function FundingWindowPage() {
  const { measureId, title, window, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const submitted = answer?.submitted;
  const field = (name: string, stored: string | number | null | undefined) => submittedField(submitted, name, String(stored ?? ""));
  const fields = {
    programme: field("programme", window?.programme),
    opensQuarter: field("opensQuarter", window?.opensQuarter),
    closesQuarter: field("closesQuarter", window?.closesQuarter),
    ratePercent: field("ratePercent", window?.ratePercent),
    maxGrantCents: field("maxGrantCents", window && window.maxGrantCents !== null ? formatAmount(window.maxGrantCents).replace(/,00$/, "") : ""),
    required: field("required", window?.required ? "on" : ""),
    note: field("note", window?.note),
  };
  const labels = {
    programme: t("windows.programme"),
    opensQuarter: t("windows.opens"),
    closesQuarter: t("windows.closes"),
    ratePercent: t("windows.ratePercent"),
    maxGrantCents: t("windows.max"),
    required: t("windows.requiredField"),
    note: t("windows.note"),
  };
  const quarters = quarterOptions(window, today);
  return (
    <Page
      title={titleOf(window)}
      crumbs={[
        { to: `/massnahmen/${measureId}`, label: title },
        { to: `/massnahmen/${measureId}/planung`, label: t("measure.title") },
      ]}
      intro={<p>{title}</p>}
    >
      {answer?.stored && (
        <ConflictNotice
          title={t("conflict.title")}
          advice={t("conflict.advice")}
          stored={[
            { field: labels.programme, value: answer.stored.programme },
            { field: t("windows.period"), value: t("windows.period2", { from: formatQuarter(answer.stored.opensQuarter), to: formatQuarter(answer.stored.closesQuarter) }) },
            { field: t("windows.rate"), value: formatPercent(answer.stored.ratePercent) },
            { field: t("windows.maximum"), value: answer.stored.maxGrantCents === null ? t("windows.noMaximum") : formatMoney(answer.stored.maxGrantCents) },
            { field: t("windows.required"), value: t(answer.stored.required ? "measure.yes" : "measure.no") },
            { field: labels.note, value: answer.stored.note || t("conflict.none") },
          ]}
        />
      )}
      <Form method="post" className="form" noValidate>
        <ErrorSummary
          formErrors={submitted?.error?.[""] ?? []}
          entries={Object.entries(fields).map(([name, { id, errors }]) => ({ fieldId: id, label: labels[name as keyof typeof labels], errors }))}
        />
        <input type="hidden" name="rowVersion" value={field("rowVersion", window?.rowVersion ?? 0).defaultValue} />
        <TextField field={fields.programme} label={labels.programme} maxLength={200} required />
        <div className="form-row">
          <SelectField field={fields.opensQuarter} label={labels.opensQuarter} hint={t("windows.opensHint")} options={quarters} emptyLabel={t("windows.choose")} width="medium" required />
          <SelectField field={fields.closesQuarter} label={labels.closesQuarter} hint={t("windows.closesHint")} options={quarters} emptyLabel={t("windows.choose")} width="medium" required />
        </div>
        <div className="form-row">
          <TextField field={fields.ratePercent} label={labels.ratePercent} inputMode="numeric" width="short" maxLength={3} required />
          <TextField field={fields.maxGrantCents} label={labels.maxGrantCents} hint={t("windows.maxHint")} inputMode="decimal" width="medium" />
        </div>
        <CheckboxField field={fields.required} label={labels.required} />
        <TextArea field={fields.note} label={labels.note} optional rows={3} maxLength={1_000} />
        <div className="form-actions">
          <Button variant="primary">{t("measure.save")}</Button>
          <LinkButton to={`/massnahmen/${measureId}/planung`} variant="tertiary">
            {t("pair.cancel")}
          </LinkButton>
        </div>
      </Form>
      {window !== null && (
        <details className="remove-part">
          <summary>{t("windows.removeTitle")}</summary>
          <Form method="post">
            <p>{t("windows.removeText")}</p>
            <input type="hidden" name="rowVersion" value={window.rowVersion} />
            <Button name="intent" value="remove" variant="danger" icon="trash">
              {t("windows.remove")}
            </Button>
          </Form>
        </details>
      )}
    </Page>
  );
}

/** From this year, or the window's own, to ten years ahead. */
function quarterOptions(window: FundingWindow | null, today: PlainDate) {
  const years = window === null ? [] : [yearOfQuarter(window.opensQuarter), yearOfQuarter(window.closesQuarter)];
  const [first, last] = [Math.min(yearOf(today), ...years), Math.max(yearOf(today) + 10, ...years)];
  return quarterRange(quarterFrom(first, 1), quarterFrom(last, 4)).map((value) => ({ value, label: formatQuarter(value) }));
}
