import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { raterGroupKinds } from "#app/domain/measures/vocabulary.ts";
import { RaterGroupForm } from "#app/forms/prioritisation.ts";
import { submittedField } from "#app/forms/submitted-field.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParamOrNew, unwrap } from "#app/http/respond.server.ts";
import { problemText, t } from "#app/i18n/de/prioritisation.ts";
import { t as surveyText } from "#app/i18n/de/survey.ts";
import { raterGroupKindLabels } from "#app/i18n/de/vocabulary.ts";
import { createRaterGroup, saveRaterGroup } from "#app/services/prioritisation/save-rater-group.server.ts";
import { showRaterGroup } from "#app/services/prioritisation/show-weighting.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ConflictNotice } from "#app/ui/conflict-notice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { CheckboxField, SelectField, TextField } from "#app/ui/fields.tsx";
import { Page, Section } from "#app/ui/page.tsx";

const LIST = "/priorisierung/kriterien";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.raterGroup ? t("group.editTitle", { name: loaded.raterGroup.name }) : t("group.newTitle") },
];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const raterGroupId = idParamOrNew(params["raterGroupId"]);
  requirePermission(user, "criteria:edit");
  if (raterGroupId === null) return { raterGroup: null };
  return unwrap(showRaterGroup({ db: context.db, clock: context.clock, user }, raterGroupId));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const raterGroupId = idParamOrNew(params["raterGroupId"]);
  requirePermission(user, "criteria:edit");
  const submission = parseWithZod(await request.formData(), { schema: RaterGroupForm });
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const { rowVersion = 0, ...fields } = submission.value;
  const result = raterGroupId === null ? createRaterGroup(service, fields) : saveRaterGroup(service, { ...fields, raterGroupId, rowVersion });
  if (result.ok) return redirectWithMessage(LIST, t(raterGroupId === null ? "done.groupCreated" : "done.groupSaved"));
  const findStored = () => (raterGroupId === null ? null : unwrap(showRaterGroup(service, raterGroupId)).raterGroup);
  return answerRefusedForm({ submission, refusal: result.refusal, textOf: problemText, findStored });
}

export default function RaterGroupPage() {
  const { raterGroup } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = (name: string, stored: string | number | undefined) => submittedField(answer?.submitted, name, String(stored ?? ""));
  const fields = {
    name: field("name", raterGroup?.name),
    kind: field("kind", raterGroup?.kind),
    weight: field("weight", raterGroup?.weight ?? 10),
    position: field("position", raterGroup?.position ?? 100),
    isSurvey: field("isSurvey", raterGroup?.isSurvey ? "on" : ""),
  };
  return (
    <Page
      title={raterGroup === null ? t("group.newTitle") : t("group.editTitle", { name: raterGroup.name })}
      crumbs={[
        { to: "/priorisierung", label: t("ranking.title") },
        { to: LIST, label: t("weighting.title") },
      ]}
    >
      {answer?.stored && (
        <ConflictNotice
          title={t("conflict.title")}
          advice={t("conflict.advice")}
          stored={[
            { field: t("weighting.name"), value: answer.stored.name },
            { field: t("group.kind"), value: raterGroupKindLabels[answer.stored.kind] },
            { field: t("weighting.weight"), value: String(answer.stored.weight) },
            { field: t("criterion.position"), value: String(answer.stored.position) },
            { field: surveyText("isSurvey"), value: surveyText(answer.stored.isSurvey ? "yes" : "no") },
          ]}
        />
      )}
      <Form method="post" className="form" noValidate>
        <ErrorSummary
          formErrors={answer?.submitted.error?.[""] ?? []}
          entries={[
            { fieldId: fields.name.id, label: t("weighting.name"), errors: fields.name.errors },
            { fieldId: fields.kind.id, label: t("group.kind"), errors: fields.kind.errors },
            { fieldId: fields.weight.id, label: t("weighting.weight"), errors: fields.weight.errors },
            { fieldId: fields.position.id, label: t("criterion.position"), errors: fields.position.errors },
          ]}
        />
        <input type="hidden" name="rowVersion" value={field("rowVersion", raterGroup?.rowVersion ?? 0).defaultValue} />
        <TextField field={fields.name} label={t("weighting.name")} maxLength={120} required />
        <SelectField
          field={fields.kind}
          label={t("group.kind")}
          width="medium"
          options={raterGroupKinds.map((kind) => ({ value: kind, label: raterGroupKindLabels[kind] }))}
          {...(raterGroup === null ? { emptyLabel: "" } : {})}
        />
        <div className="form-row">
          <TextField field={fields.weight} label={t("weighting.weight")} hint={t("group.weightHint")} inputMode="numeric" width="short" required />
          <TextField field={fields.position} label={t("criterion.position")} hint={t("criterion.positionHint")} inputMode="numeric" width="short" required />
        </div>
        <CheckboxField field={fields.isSurvey} label={surveyText("isSurvey")} hint={surveyText("isSurveyHint")} />
        <div className="form-actions">
          <Button variant="primary">{t("criterion.save")}</Button>
          <LinkButton to={LIST} variant="tertiary">
            {t("criterion.cancel")}
          </LinkButton>
        </div>
      </Form>
      {raterGroup !== null && (
        <Section title={t("group.deleteSection")}>
          <p className="page-intro">{t("group.deleteHint")}</p>
          <LinkButton to={`/priorisierung/gruppen/${raterGroup.id}/loeschen`} variant="danger" icon="trash">
            {t("group.delete")}
          </LinkButton>
        </Section>
      )}
    </Page>
  );
}
