import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { templateKeys } from "#app/domain/comparisons/templates.ts";
import { NewComparisonForm } from "#app/forms/comparisons.ts";
import { submittedField } from "#app/forms/submitted-field.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { problemSentence, t } from "#app/i18n/de/comparisons.ts";
import { createComparison } from "#app/services/comparisons/save-comparison.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ChoiceGroup, TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";

export const meta: MetaFunction = () => [{ title: t("create.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "comparison:edit");
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "comparison:edit");
  const submission = parseWithZod(await request.formData(), { schema: NewComparisonForm });
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const { title, template } = submission.value;
  const result = createComparison({ db: context.db, clock: context.clock, user }, { title, template: template === "empty" ? null : template });
  if (result.ok) return redirectWithMessage(`/variantenvergleich/${result.value.id}/bearbeiten`, t("done.created"));
  return answerRefusedForm({ submission, refusal: result.refusal, textOf: problemSentence, findStored: () => null });
}

export default function NewComparisonPage() {
  const submitted = useActionData<typeof action>()?.submitted;
  const title = submittedField(submitted, "title", "");
  const template = submittedField(submitted, "template", "digitalOrganisation");
  return (
    <Page title={t("create.title")} crumbs={[{ to: "/variantenvergleich", label: t("title") }]}>
      <Form method="post" className="form" noValidate>
        <ErrorSummary
          entries={[
            { fieldId: title.id, label: t("create.name"), errors: title.errors },
            { fieldId: template.id, label: t("create.template"), errors: template.errors },
          ]}
        />
        <ChoiceGroup
          type="radio"
          field={template}
          label={t("create.template")}
          hint={t("create.templateHint")}
          selected={[template.defaultValue]}
          options={[...templateKeys, "empty" as const].map((key) => ({ value: key, label: t(`create.${key}`), hint: t(`create.${key}Hint`) }))}
        />
        <TextField field={title} label={t("create.name")} hint={t("create.nameHint")} maxLength={200} />
        <div className="form-actions">
          <Button variant="primary">{t("create.save")}</Button>
          <LinkButton to="/variantenvergleich" variant="tertiary">
            {t("edit.cancel")}
          </LinkButton>
        </div>
      </Form>
    </Page>
  );
}
