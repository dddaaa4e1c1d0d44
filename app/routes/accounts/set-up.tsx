import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, Form, useActionData, useLoaderData } from "@remix-run/react";
import { lands } from "#app/domain/administration/settings.ts";
import { budgetSystems } from "#app/domain/measures/vocabulary.ts";
import { SetUpForm } from "#app/forms/administration.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { refusalResponse } from "#app/http/respond.server.ts";
import { sessionCookie } from "#app/http/session-cookie.server.ts";
import { budgetPeriodOptions, landLabels, t } from "#app/i18n/de/administration.ts";
import { budgetSystemLabels } from "#app/i18n/de/vocabulary.ts";
import { isSetUpOpen, setUp } from "#app/services/accounts/set-up.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { fieldProps, SelectField, TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import { busyRefusal, passwordRefusal } from "./log-in-refusal.server.ts";

export const meta: MetaFunction = () => [{ title: t("setUp.title") }];

/** Only with the token printed at the first start; without it, and afterwards, the page does not exist. */
const tokenOf = (request: Request) => new URL(request.url).searchParams.get("token");

export function loader({ request, context }: LoaderFunctionArgs) {
  if (!isSetUpOpen(context.db, tokenOf(request))) throw refusalResponse({ code: "missing" });
  return { nextYear: Number(context.clock.today().slice(0, 4)) + 1 };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const token = tokenOf(request);
  if (!isSetUpOpen(context.db, token)) throw refusalResponse({ code: "missing" });
  const submission = parseWithZod(await request.formData(), { schema: SetUpForm });
  if (submission.status !== "success") return data(submission.reply({ hideFields: ["admin.password"] }), { status: 400 });
  const result = await setUp(context, token, submission.value).catch(busyRefusal);
  if (!("ok" in result) || !result.ok) {
    const { formErrors, fieldErrors, init } = "ok" in result ? passwordRefusal(result.refusal) : result;
    return data(submission.reply({ formErrors, fieldErrors, hideFields: ["admin.password"] }), init);
  }
  return redirectWithMessage("/verwaltung/organisation", t("setUp.done"), "success", new Headers({ "Set-Cookie": sessionCookie(result.value.token) }));
}

export default function SetUp() {
  const { nextYear } = useLoaderData<typeof loader>();
  const [form, fields] = useForm({
    lastResult: useActionData<typeof action>(),
    defaultValue: { municipality: { budgetSystem: "doppik", land: "NW", firstFiscalYear: String(nextYear), fiscalHorizon: "4", budgetPeriodYears: "1" } },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: SetUpForm }),
    shouldRevalidate: "onBlur",
  });
  const town = fields.municipality.getFieldset();
  const admin = fields.admin.getFieldset();
  const entry = (field: { id: string; errors?: string[] }, label: string) => ({ fieldId: field.id, label, errors: field.errors ?? [] });
  return (
    <Page title={t("setUp.title")} intro={t("setUp.intro")}>
      <Form method="post" {...getFormProps(form)} className="form">
        <ErrorSummary
          formErrors={form.errors}
          entries={[
            entry(town.name, t("settings.name")),
            entry(town.land, t("settings.land")),
            entry(town.population, t("settings.population")),
            entry(town.budgetSystem, t("settings.budgetSystem")),
            entry(town.firstFiscalYear, t("settings.firstFiscalYear")),
            entry(town.fiscalHorizon, t("settings.fiscalHorizon")),
            entry(town.budgetPeriodYears, t("settings.budgetPeriodYears")),
            entry(admin.name, t("users.name")),
            entry(admin.email, t("users.email")),
            entry(admin.password, t("setUp.password")),
          ]}
        />
        <fieldset className="form-section">
          <legend>{t("setUp.municipality")}</legend>
          <TextField field={fieldProps(town.name)} label={t("settings.name")} hint={t("settings.nameHint")} required />
          <div className="form-row">
            <SelectField field={fieldProps(town.land)} label={t("settings.land")} options={lands.map((value) => ({ value, label: landLabels[value] }))} />
            <TextField field={fieldProps(town.population)} label={t("settings.population")} optional inputMode="numeric" width="medium" />
          </div>
          <div className="form-row">
            <SelectField field={fieldProps(town.budgetSystem)} label={t("settings.budgetSystem")} options={budgetSystems.map((value) => ({ value, label: budgetSystemLabels[value] }))} />
            <TextField field={fieldProps(town.firstFiscalYear)} label={t("settings.firstFiscalYear")} inputMode="numeric" width="short" required />
            <TextField field={fieldProps(town.fiscalHorizon)} label={t("settings.fiscalHorizon")} inputMode="numeric" width="short" required />
            <SelectField field={fieldProps(town.budgetPeriodYears)} label={t("settings.budgetPeriodYears")} options={budgetPeriodOptions} />
          </div>
        </fieldset>
        <fieldset className="form-section">
          <legend>{t("setUp.admin")}</legend>
          <TextField field={fieldProps(admin.name)} label={t("users.name")} autoComplete="name" required />
          <TextField field={fieldProps(admin.email)} label={t("users.email")} hint={t("setUp.emailHint")} type="email" autoComplete="username" required />
          <TextField field={fieldProps(admin.password)} label={t("setUp.password")} hint={t("setUp.passwordHint")} type="password" autoComplete="new-password" required />
        </fieldset>
        <div className="form-actions">
          <Button variant="primary">{t("setUp.create")}</Button>
        </div>
      </Form>
    </Page>
  );
}
