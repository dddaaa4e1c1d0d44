import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { redirect, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { data, Form, useActionData, useLoaderData } from "@remix-run/react";
import { LogInForm } from "#app/forms/accounts.ts";
import { readSessionCookie, sessionCookie } from "#app/http/session-cookie.server.ts";
import { safeReturnPath } from "#app/http/return-path.server.ts";
import { t } from "#app/i18n/de/accounts.ts";
import { findDraft } from "#app/services/accounts/find-draft.server.ts";
import { logIn } from "#app/services/accounts/log-in.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { fieldProps, TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import { busyRefusal, passwordRefusal } from "./log-in-refusal.server.ts";

export const meta: MetaFunction = () => [{ title: t("logIn") }];

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export function loader({ request, context }: LoaderFunctionArgs) {
  const next = safeReturnPath(new URL(request.url).searchParams.get("weiter"));
  if (context.user) throw redirect(next);
  const { expiredUserId } = context;
  const formPath = new URL(next, "http://internal.invalid").pathname;
  const draftKept = expiredUserId !== null && findDraft({ db: context.db, user: { id: expiredUserId } }, formPath) !== null;
  return { next, expired: expiredUserId !== null, draftKept };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), { schema: LogInForm });
  if (submission.status !== "success") return data(submission.reply({ hideFields: ["password"] }), { status: 400 });
  const { email, password, next } = submission.value;
  const previousToken = readSessionCookie(request.headers.get("Cookie"));
  const result = await logIn(context, { email, password, previousToken }).catch(busyRefusal);
  if (!("ok" in result) || !result.ok) {
    const { formErrors, init } = "ok" in result ? passwordRefusal(result.refusal) : result;
    return data(submission.reply({ formErrors, hideFields: ["password"] }), init);
  }
  return redirect(safeReturnPath(next ?? null), { headers: { "Set-Cookie": sessionCookie(result.value.token) } });
}

export default function LogIn() {
  const { next, expired, draftKept } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm({
    lastResult,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: LogInForm }),
    // Not on blur: the summary would vanish under the pointer that is about to press the button.
    shouldRevalidate: "onInput",
  });
  return (
    <div className="narrow">
      <Page title={t("logIn")}>
        {expired && (
          <Alert kind="info" title={t("sessionOver")}>
            <p>{t("sessionOverAdvice")}</p>
            {draftKept && <p>{t("draftKept")}</p>}
          </Alert>
        )}
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
        <p className="muted">{t("noAccount")}</p>
      </Page>
    </div>
  );
}
