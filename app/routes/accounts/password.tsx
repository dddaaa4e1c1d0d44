import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, Form, useActionData, useLoaderData } from "@remix-run/react";
import { ChangePasswordForm } from "#app/forms/accounts.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { sessionCookie } from "#app/http/session-cookie.server.ts";
import { t } from "#app/i18n/de/accounts.ts";
import { changePassword } from "#app/services/accounts/change-password.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { fieldProps, TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import { busyRefusal, passwordRefusal } from "./log-in-refusal.server.ts";

export const meta: MetaFunction = () => [{ title: t("changePassword") }];
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

const secrets = ["current", "next", "repeated"];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return { mustChange: user.mustChangePassword, email: user.email };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const { db, clock, clientAddress } = context;
  const submission = parseWithZod(await request.formData(), { schema: ChangePasswordForm });
  if (submission.status !== "success") return data(submission.reply({ hideFields: secrets }), { status: 400 });
  const result = await changePassword({ db, clock, user, clientAddress }, submission.value).catch(busyRefusal);
  if (!("ok" in result) || !result.ok) {
    const { formErrors, fieldErrors, init } = "ok" in result ? passwordRefusal(result.refusal) : result;
    return data(submission.reply({ formErrors, fieldErrors, hideFields: secrets }), init);
  }
  const to = user.mustChangePassword ? "/" : "/konto";
  return redirectWithMessage(to, t("passwordChanged"), "success", new Headers({ "Set-Cookie": sessionCookie(result.value.token) }));
}

export default function Password() {
  const { mustChange, email } = useLoaderData<typeof loader>();
  const [form, fields] = useForm({
    lastResult: useActionData<typeof action>(),
    onValidate: ({ formData }) => parseWithZod(formData, { schema: ChangePasswordForm }),
    shouldRevalidate: "onInput",
  });
  const entry = (field: (typeof fields)[keyof typeof fields], label: string) => ({ fieldId: field.id, label, errors: field.errors ?? [] });
  return (
    <div className="narrow">
      <Page title={t("changePassword")} crumbs={mustChange ? [] : [{ to: "/konto", label: t("account") }]}>
        {mustChange && (
          <Alert kind="info" title={t("mustChange")}>
            {t("mustChangeAdvice")}
          </Alert>
        )}
        <Form method="post" {...getFormProps(form)} className="form">
          <ErrorSummary
            formErrors={form.errors}
            entries={[entry(fields.current, t("currentPassword")), entry(fields.next, t("newPassword")), entry(fields.repeated, t("repeatPassword"))]}
          />
          <input type="hidden" autoComplete="username" value={email} readOnly />
          <TextField field={fieldProps(fields.current)} label={t("currentPassword")} type="password" autoComplete="current-password" />
          <TextField field={fieldProps(fields.next)} label={t("newPassword")} hint={t("newPasswordHint")} type="password" autoComplete="new-password" />
          <TextField field={fieldProps(fields.repeated)} label={t("repeatPassword")} type="password" autoComplete="new-password" />
          <div className="form-actions">
            <Button variant="primary">{t("changePassword")}</Button>
          </div>
        </Form>
      </Page>
    </div>
  );
}
