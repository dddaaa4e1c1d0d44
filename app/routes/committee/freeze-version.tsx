import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, Form, useActionData } from "@remix-run/react";
import { FreezeForm } from "#app/forms/committee.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/committee.ts";
import { t as shell } from "#app/i18n/de/shell.ts";
import { freezeVersion } from "#app/services/committee/freeze-version.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { fieldProps, TextArea, TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";

export const meta: MetaFunction = () => [{ title: t("freeze.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "version:freeze");
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "version:freeze");
  const submission = parseWithZod(await request.formData(), { schema: FreezeForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { id, number } = unwrap(freezeVersion({ db: context.db, clock: context.clock, user }, submission.value));
  return redirectWithMessage(`/ausschuss/fassungen/${id}`, t("freeze.done", { number }));
}

export default function FreezeVersion() {
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm({ lastResult, onValidate: ({ formData }) => parseWithZod(formData, { schema: FreezeForm }), shouldRevalidate: "onInput" });
  return (
    <Page title={t("freeze.title")} crumbs={[{ to: "/ausschuss", label: t("list.title") }]} intro={<p>{t("freeze.intro")}</p>}>
      <Form method="post" {...getFormProps(form)} className="form">
        <ErrorSummary
          formErrors={form.errors}
          entries={[
            { fieldId: fields.title.id, label: t("freeze.name"), errors: fields.title.errors ?? [] },
            { fieldId: fields.note.id, label: t("freeze.note"), errors: fields.note.errors ?? [] },
          ]}
        />
        <TextField field={fieldProps(fields.title)} label={t("freeze.name")} hint={t("freeze.nameHint")} />
        <TextArea field={fieldProps(fields.note)} label={t("freeze.note")} hint={t("freeze.noteHint")} optional />
        <div className="form-actions">
          <Button variant="primary" icon="lock">
            {t("freeze.submit")}
          </Button>
          <LinkButton to="/ausschuss" variant="tertiary">
            {shell("cancel")}
          </LinkButton>
        </div>
      </Form>
    </Page>
  );
}
