import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { NewScenarioForm } from "#app/forms/scenarios.ts";
import { submittedField } from "#app/forms/submitted-field.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { problemSentence, t } from "#app/i18n/de/scenarios.ts";
import { createScenario } from "#app/services/planning/save-scenario.server.ts";
import { showNewScenario } from "#app/services/planning/show-scenarios.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField, TextArea, TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";

const LIST = "/szenarien";

export const meta: MetaFunction = () => [{ title: t("create.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const model = new URL(request.url).searchParams.get("vorlage") ?? "";
  return { ...unwrap(showNewScenario({ db: context.db, clock: context.clock, user })), model };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "planner:run");
  const submission = parseWithZod(await request.formData(), { schema: NewScenarioForm });
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const result = createScenario({ db: context.db, clock: context.clock, user }, submission.value);
  if (result.ok) return redirectWithMessage(`${LIST}/${result.value.id}/bearbeiten`, t("done.created"));
  return answerRefusedForm({ submission, refusal: result.refusal, textOf: problemSentence, findStored: () => null });
}

export default function NewScenarioPage() {
  const { models, model } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>()?.submitted;
  const name = submittedField(submitted, "name", "");
  const description = submittedField(submitted, "description", "");
  const copyOf = submittedField(submitted, "copyOf", model);
  return (
    <Page title={t("create.title")} crumbs={[{ to: LIST, label: t("title") }]}>
      <Form method="post" className="form" noValidate>
        <ErrorSummary
          entries={[
            { fieldId: name.id, label: t("create.name"), errors: name.errors },
            { fieldId: description.id, label: t("create.description"), errors: description.errors },
            { fieldId: copyOf.id, label: t("create.copyOf"), errors: copyOf.errors },
          ]}
        />
        <TextField field={name} label={t("create.name")} hint={t("create.nameHint")} maxLength={120} required />
        <TextArea field={description} label={t("create.description")} rows={2} maxLength={4000} optional />
        {models.length > 0 && <SelectField field={copyOf} label={t("create.copyOf")} emptyLabel={t("create.none")} options={models.map((each) => ({ value: String(each.id), label: t("create.copy", { name: each.name }) }))} />}
        <div className="form-actions">
          <Button variant="primary">{t("create.save")}</Button>
          <LinkButton to={LIST} variant="tertiary">
            {t("create.cancel")}
          </LinkButton>
        </div>
      </Form>
    </Page>
  );
}
