import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { data, Form, useActionData, useLoaderData } from "@remix-run/react";
import { LogInForm } from "#app/forms/accounts.ts";
import { sessionCookie } from "#app/http/session-cookie.server.ts";
import { safeReturnPath } from "#app/http/return-path.server.ts";
import { t } from "#app/i18n/de/accounts.ts";
import { logIn } from "#app/services/accounts/log-in.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { fieldProps, TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";

export const meta: MetaFunction = () => [{ title: t("logIn") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const next = safeReturnPath(new URL(request.url).searchParams.get("weiter"));
  if (context.user) throw redirect(next);
  return { next };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), { schema: LogInForm });
  if (submission.status !== "success") return data(submission.reply({ hideFields: ["password"] }), { status: 400 });
  const result = await logIn(context, submission.value);
  if (!result.ok) return data(submission.reply({ formErrors: [t("wrongCredentials")], hideFields: ["password"] }), { status: 400 });
  return redirect(safeReturnPath(submission.value.next ?? null), { headers: { "Set-Cookie": sessionCookie(result.value.token) } });
}

export default function LogIn() {
  const { next } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm({
    lastResult,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: LogInForm }),
    shouldRevalidate: "onBlur",
  });
  return (
    <div className="narrow">
      <Page title={t("logIn")}>
        <Form method="post" {...getFormProps(form)} className="form">
          <ErrorSummary
            formErrors={form.errors}
            entries={[
              { fieldId: fields.email.id, label: t("email"), errors: fields.email.errors ?? [] },
              { fieldId: fields.password.id, label: t("password"), errors: fields.password.errors ?? [] },
            ]}
          />
          <input type="hidden" name="next" value={next} />
          <TextField field={fieldProps(fields.email)} label={t("email")} type="email" autoComplete="username" />
          <TextField field={fieldProps(fields.password)} label={t("password")} type="password" autoComplete="current-password" />
          <div className="form-actions">
            <Button variant="primary">{t("logIn")}</Button>
          </div>
        </Form>
      </Page>
    </div>
  );
}
