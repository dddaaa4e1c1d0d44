import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { measurePairKinds, type MeasurePair } from "#app/domain/planning/planning-terms.ts";
import { MeasurePairForm } from "#app/forms/planning-terms.ts";
import { submittedField } from "#app/forms/submitted-field.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParamOrNew, postedRowVersion, unwrap } from "#app/http/respond.server.ts";
import { pairContradictionText, pairKindLabels, problemText, t } from "#app/i18n/de/planning-terms.ts";
import { formatAmount, formatMoney } from "#app/i18n/format.ts";
import { removeMeasurePair, saveMeasurePair } from "#app/services/planning/save-measure-pair.server.ts";
import { showMeasurePair } from "#app/services/planning/show-planning-rules.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ConflictNotice } from "#app/ui/conflict-notice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ChoiceGroup, SelectField, TextArea, TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";

export { revalidateAfterConflict as shouldRevalidate } from "#app/http/revalidate-after-conflict.ts";

const LIST = "/planung/vorgaben";
const titleOf = (pair: MeasurePair | null | undefined): string => t(pair ? "pair.editTitle" : "pair.addTitle");

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: titleOf(shown?.pair) }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showMeasurePair({ db: context.db, clock: context.clock, user }, idParamOrNew(params["pairId"])));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const pairId = idParamOrNew(params["pairId"]);
  unwrap(showMeasurePair(service, pairId));
  const formData = await request.formData();
  if (pairId !== null && formData.get("intent") === "remove") {
    unwrap(removeMeasurePair(service, { pairId, rowVersion: postedRowVersion(formData) }));
    return redirectWithMessage(LIST, t("done.pairRemoved"));
  }
  const submission = parseWithZod(formData, { schema: MeasurePairForm });
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const { rowVersion = 0, ...fields } = submission.value;
  const result = saveMeasurePair(service, { key: pairId === null ? null : { id: pairId, rowVersion }, fields });
  if (result.ok) {
    const { contradiction } = result.value;
    return contradiction === null ? redirectWithMessage(LIST, t("done.pair")) : redirectWithMessage(LIST, `${t("done.pair")} ${pairContradictionText(contradiction)}`, "warning");
  }
  return answerRefusedForm({ submission, refusal: result.refusal, textOf: problemText, findStored: () => unwrap(showMeasurePair(service, pairId)).pair });
}

export default function MeasurePairPage() {
  const { pair, measures } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const submitted = answer?.submitted;
  const field = (name: string, stored: string | number | null | undefined) => submittedField(submitted, name, String(stored ?? ""));
  const fields = {
    kind: field("kind", pair?.kind),
    firstId: field("firstId", pair?.firstId),
    secondId: field("secondId", pair?.secondId),
    savingCents: field("savingCents", pair && pair.savingCents !== null ? formatAmount(pair.savingCents).replace(/,00$/, "") : ""),
    reason: field("reason", pair?.reason),
  };
  const labels = { kind: t("pair.kind"), firstId: t("pair.first"), secondId: t("pair.second"), savingCents: t("pair.saving"), reason: t("pair.reason") };
  const options = measures.map(({ id, title }) => ({ value: String(id), label: title }));
  const nameOf = (id: number) => measures.find((measure) => measure.id === id)?.title ?? t("conflict.none");
  return (
    <Page title={titleOf(pair)} crumbs={[{ to: "/planung", label: t("rules.crumb") }, { to: LIST, label: t("rules.title") }]}>
      {answer?.stored && (
        <ConflictNotice
          title={t("conflict.title")}
          advice={t("conflict.advice")}
          stored={[
            { field: labels.kind, value: pairKindLabels[answer.stored.kind] },
            { field: labels.firstId, value: nameOf(answer.stored.firstId) },
            { field: labels.secondId, value: nameOf(answer.stored.secondId) },
            { field: labels.savingCents, value: answer.stored.savingCents === null ? t("conflict.none") : formatMoney(answer.stored.savingCents) },
            { field: labels.reason, value: answer.stored.reason || t("conflict.none") },
          ]}
        />
      )}
      <Form method="post" className="form" noValidate>
        <ErrorSummary
          formErrors={submitted?.error?.[""] ?? []}
          entries={Object.entries(fields).map(([name, { id, errors }]) => ({ fieldId: id, label: labels[name as keyof typeof labels], errors }))}
        />
        <input type="hidden" name="rowVersion" value={field("rowVersion", pair?.rowVersion ?? 0).defaultValue} />
        <ChoiceGroup
          type="radio"
          field={fields.kind}
          label={labels.kind}
          options={measurePairKinds.map((kind) => ({ value: kind, label: pairKindLabels[kind], hint: t(`kindHint.${kind}`) }))}
          selected={[fields.kind.defaultValue]}
        />
        <SelectField field={fields.firstId} label={labels.firstId} options={options} emptyLabel={t("pair.choose")} required />
        <SelectField field={fields.secondId} label={labels.secondId} options={options} emptyLabel={t("pair.choose")} required />
        <TextField field={fields.savingCents} label={labels.savingCents} hint={t("pair.savingHint")} inputMode="decimal" width="medium" />
        <TextArea field={fields.reason} label={labels.reason} optional rows={3} maxLength={1_000} />
        <div className="form-actions">
          <Button variant="primary">{t("pair.save")}</Button>
          <LinkButton to={LIST} variant="tertiary">
            {t("pair.cancel")}
          </LinkButton>
        </div>
      </Form>
      {pair !== null && (
        <details className="remove-part">
          <summary>{t("pair.removeTitle")}</summary>
          <Form method="post">
            <p>{t("pair.removeText")}</p>
            <input type="hidden" name="rowVersion" value={pair.rowVersion} />
            <Button name="intent" value="remove" variant="danger" icon="trash">
              {t("pair.remove")}
            </Button>
          </Form>
        </details>
      )}
    </Page>
  );
}
