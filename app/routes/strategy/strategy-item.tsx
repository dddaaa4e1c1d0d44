import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, Form, useActionData, useLoaderData } from "@remix-run/react";
import { ActionFieldForm, GoalForm } from "#app/forms/strategy.ts";
import { submittedVersion } from "#app/forms/submitted-field.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParam, idParamOrNew, refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { problemTexts, t } from "#app/i18n/de/strategy.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { archiveStrategyItem, saveStrategyItem } from "#app/services/strategy/save-strategy-item.server.ts";
import { showStrategyItem } from "#app/services/strategy/show-strategy-item.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ConflictNotice } from "#app/ui/conflict-notice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField, TextArea, TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";

const kinds = { handlungsfelder: "actionField", ziele: "goal" } as const;

function addressOf(params: LoaderFunctionArgs["params"]) {
  const kind = params["kind"] === "handlungsfelder" || params["kind"] === "ziele" ? kinds[params["kind"]] : null;
  if (kind === null) throw refusalResponse({ code: "missing" });
  return { kind, id: idParamOrNew(params["itemId"]) };
}

export { revalidateAfterConflict as shouldRevalidate } from "#app/http/revalidate-after-conflict.ts";

export const meta: MetaFunction = () => [{ title: t("title") }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const address = addressOf(params);
  const { item, nextPosition, actionFields } = unwrap(showStrategyItem({ db: context.db, clock: context.clock, user }, address));
  const values: Record<string, string> =
    item === null
      ? { position: String(nextPosition) }
      : {
          rowVersion: String(item.rowVersion),
          position: String(item.position),
          description: item.description,
          ...(item.kind === "goal" ? { title: item.title, actionFieldId: String(item.actionFieldId ?? "") } : { name: item.name }),
        };
  return { ...address, values, archived: item !== null && item.archivedAt !== null, actionFields: actionFields.map(({ id, name }) => ({ id, name })) };
}

function save(service: ServiceContext, { kind, id }: ReturnType<typeof addressOf>, form: FormData) {
  const keyOf = (rowVersion: number | undefined) => (id === null ? null : { id, rowVersion: rowVersion ?? 0 });
  if (kind === "goal") {
    const submission = parseWithZod(form, { schema: GoalForm });
    if (submission.status !== "success") return { submission, result: null };
    const { rowVersion, ...values } = submission.value;
    return { submission, result: saveStrategyItem(service, { kind, key: keyOf(rowVersion), values }) };
  }
  const submission = parseWithZod(form, { schema: ActionFieldForm });
  if (submission.status !== "success") return { submission, result: null };
  const { rowVersion, ...values } = submission.value;
  return { submission, result: saveStrategyItem(service, { kind, key: keyOf(rowVersion), values }) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "strategy:edit");
  const service = { db: context.db, clock: context.clock, user };
  const address = addressOf(params);
  const form = await request.formData();
  const intent = form.get("intent");
  if ((intent === "archive" || intent === "restore") && address.id !== null) {
    const archive = intent === "archive";
    unwrap(archiveStrategyItem(service, { kind: address.kind, id: address.id, rowVersion: idParam(String(form.get("rowVersion"))), archive }));
    return redirectWithMessage("/strategie", t(archive ? "archivedNow" : "restoredNow"));
  }
  const { submission, result } = save(service, address, form);
  if (result === null) return data({ lastResult: submission.reply(), conflict: false }, { status: 400 });
  if (result.ok) return redirectWithMessage("/strategie", t("saved"));
  if (result.refusal.code === "conflict") return data({ lastResult: submission.reply(), conflict: true }, { status: 409 });
  if (result.refusal.code !== "invalid") throw refusalResponse(result.refusal);
  return data({ lastResult: submission.reply({ fieldErrors: problemTexts(result.refusal.fields) }), conflict: false }, { status: 400 });
}

export default function StrategyItem() {
  const { kind, id, values, archived, actionFields } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer?.lastResult.initialValue;
  const errors = answer?.lastResult.error ?? {};
  const field = (name: string) => {
    const value = typed?.[name];
    return { id: `strategie-${name}`, name, defaultValue: typed === undefined || typed === null ? values[name] : typeof value === "string" ? value : "", errors: errors[name] ?? undefined };
  };
  const isGoal = kind === "goal";
  const labels = isGoal
    ? { title: t("goalTitle"), actionFieldId: t("actionField"), description: t("description"), position: t("position") }
    : { name: t("name"), description: t("description"), position: t("position") };
  return (
    <Page title={t(isGoal ? (id === null ? "addGoal" : "editGoal") : id === null ? "addField" : "editField")} crumbs={[{ to: "/strategie", label: t("title") }]}>
      {answer?.conflict && (
        <ConflictNotice
          title={t("conflict")}
          advice={t("conflictAdvice")}
          stored={Object.entries(labels).map(([name, label]) => ({
            field: label,
            value: (name === "actionFieldId" ? actionFields.find(({ id: fieldId }) => String(fieldId) === values[name])?.name : values[name]) || t("nothing"),
          }))}
        />
      )}
      <Form method="post" className="form" noValidate>
        <ErrorSummary
          formErrors={errors[""] ?? undefined}
          entries={Object.entries(labels).map(([name, label]) => ({ fieldId: `strategie-${name}`, label, errors: errors[name] ?? [] }))}
        />
        {values["rowVersion"] !== undefined && <input type="hidden" name="rowVersion" value={submittedVersion(answer?.lastResult, values["rowVersion"], answer?.conflict ?? false)} />}
        {isGoal ? (
          <>
            <TextField field={field("title")} label={t("goalTitle")} hint={t("goalHint")} required maxLength={300} />
            <SelectField
              field={field("actionFieldId")}
              label={t("actionField")}
              emptyLabel={t("allFields")}
              options={actionFields.map((choice) => ({ value: String(choice.id), label: choice.name }))}
            />
          </>
        ) : (
          <TextField field={field("name")} label={t("name")} required maxLength={120} />
        )}
        <TextArea field={field("description")} label={t("description")} maxLength={4000} />
        <TextField field={field("position")} label={t("position")} hint={t("positionHint")} inputMode="numeric" width="short" maxLength={3} />
        <div className="form-actions">
          <Button variant="primary">{t("save")}</Button>
          <LinkButton to="/strategie" variant="tertiary">
            {t("cancel")}
          </LinkButton>
        </div>
      </Form>
      {id !== null && (
        <Form method="post" className="form remove-part">
          <input type="hidden" name="rowVersion" value={values["rowVersion"]} />
          {!archived && <p className="muted">{t("archiveHint")}</p>}
          <div className="form-actions">
            <Button name="intent" value={archived ? "restore" : "archive"} icon="archive">
              {t(archived ? "restore" : "archive")}
            </Button>
          </div>
        </Form>
      )}
    </Page>
  );
}
