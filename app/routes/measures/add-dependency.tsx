import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, Form, useActionData, useLoaderData } from "@remix-run/react";
import { DependencyForm } from "#app/forms/measure-parts.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { endWithoutRight, idParam, refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { problemTexts } from "#app/i18n/de/measure-problems.ts";
import { t } from "#app/i18n/de/measures.ts";
import { addDependency } from "#app/services/measures/add-dependency.server.ts";
import { openForEditing } from "#app/services/measures/open-for-editing.server.ts";
import { showDependencyForm } from "#app/services/measures/show-part.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField, TextField } from "#app/ui/fields.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";

export const meta: MetaFunction = () => [{ title: t("dependency.title") }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const measureId = idParam(params["measureId"]);
  return { measureId, ...unwrap(showDependencyForm({ db: context.db, clock: context.clock, user }, measureId)) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const successorId = idParam(params["measureId"]);
  endWithoutRight(openForEditing(service, successorId));
  const submission = parseWithZod(await request.formData(), { schema: DependencyForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const result = addDependency(service, { successorId, ...submission.value });
  if (result.ok) return redirectWithMessage(`/massnahmen/${successorId}#abhaengigkeiten`, t("dependency.added", { title: result.value.title }));
  if (result.refusal.code !== "invalid") throw refusalResponse(result.refusal);
  return data(submission.reply({ fieldErrors: problemTexts(result.refusal.fields) }), { status: 400 });
}

export default function AddDependency() {
  const { measureId, title, candidates } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const errors = lastResult?.error ?? {};
  const typed = (name: string) => {
    const value = lastResult?.initialValue?.[name];
    return typeof value === "string" ? value : undefined;
  };
  const field = (name: string, fallback?: string) => ({ id: `abhaengigkeit-${name}`, name, defaultValue: typed(name) ?? fallback, errors: errors[name] ?? undefined });
  return (
    <Page
      title={t("dependency.title")}
      crumbs={[
        { to: "/massnahmen", label: t("measures") },
        { to: `/massnahmen/${measureId}`, label: title },
      ]}
      intro={<p>{t("dependency.intro", { title })}</p>}
    >
      {candidates.length === 0 ? (
        <EmptyState title={t("dependency.nothing")} />
      ) : (
        <Form method="post" className="form" noValidate>
          <ErrorSummary
            formErrors={errors[""] ?? undefined}
            entries={[
              { fieldId: "abhaengigkeit-predecessorId", label: t("dependency.predecessor"), errors: errors["predecessorId"] ?? [] },
              { fieldId: "abhaengigkeit-lagQuarters", label: t("dependency.lag"), errors: errors["lagQuarters"] ?? [] },
            ]}
          />
          <SelectField
            field={field("predecessorId")}
            label={t("dependency.predecessor")}
            emptyLabel="–"
            options={candidates.map((candidate) => ({ value: String(candidate.id), label: candidate.title }))}
          />
          <TextField field={field("lagQuarters", "0")} label={t("dependency.lag")} hint={t("dependency.lagHint")} inputMode="numeric" width="short" maxLength={2} />
          <div className="form-actions">
            <Button variant="primary">{t("form.save")}</Button>
            <LinkButton to={`/massnahmen/${measureId}#abhaengigkeiten`} variant="tertiary">
              {t("form.cancel")}
            </LinkButton>
          </div>
        </Form>
      )}
    </Page>
  );
}
