import type { SubmissionResult } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, Form, useActionData, useLoaderData } from "@remix-run/react";
import { submittedVersion } from "#app/forms/submitted-field.ts";
import { dropFormDraft, keepAsNewEntry, offerFormDraft } from "#app/http/drafts.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { endWithoutRight, idParam, idParamOrNew, refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { problemTexts } from "#app/i18n/de/measure-problems.ts";
import { t } from "#app/i18n/de/measures.ts";
import { openForEditing } from "#app/services/measures/open-for-editing.server.ts";
import { removeMeasurePart } from "#app/services/measures/remove-measure-part.server.ts";
import { findPart, saveMeasurePart } from "#app/services/measures/save-measure-part.server.ts";
import { showPart } from "#app/services/measures/show-part.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Page } from "#app/ui/page.tsx";
import { DraftNotice } from "./draft-notice.tsx";
import { PartFields, partFieldLabels, partValueLabel } from "./part-fields.tsx";
import { isPartPath, partPaths } from "./part-paths.ts";
import { parsePart, partFormValues } from "./part-values.ts";

export { revalidateAfterConflict as shouldRevalidate } from "#app/http/revalidate-after-conflict.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? t(`part.${data.kind}`) : t("measures") }];

/** Which measure, which list that hangs on it, and which entry ("neu": a new one). */
function addressOf(params: LoaderFunctionArgs["params"]) {
  const path = params["part"];
  if (!isPartPath(path)) throw refusalResponse({ code: "missing" });
  const partId = idParamOrNew(params["partId"]);
  return { measureId: idParam(params["measureId"]), path, kind: partPaths[path], partId };
}

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const { measureId, path, kind, partId } = addressOf(params);
  const service = { db: context.db, clock: context.clock, user };
  const page = unwrap(showPart(service, { measureId, kind, partId }));
  const stored = partFormValues(page.part);
  const draft = offerFormDraft(service, request);
  // A draft keeps the version it was written on, so that what others saved since is noticed.
  const values: Record<string, string> = draft?.taken ? Object.fromEntries(draft.entries) : stored;
  return { measureId, path, kind, title: page.title, choices: page.choices, values, stored, draft: draft && { savedAt: draft.savedAt, taken: draft.taken, path: draft.path }, isNew: partId === null };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const { measureId, path, kind, partId } = addressOf(params);
  const opened = openForEditing(service, measureId);
  endWithoutRight(opened);
  const form = await request.formData();
  const back = `/massnahmen/${measureId}#${path}`;
  if (form.get("intent") === "discardDraft") {
    dropFormDraft(service, request);
    return redirectWithMessage(new URL(request.url).pathname, t("draft.discarded"));
  }
  const { submission, saved } = parsePart(kind, form);
  if (form.get("intent") === "remove" && partId !== null) {
    const rowVersion = idParam(String(form.get("rowVersion")));
    const removed = removeMeasurePart(service, { measureId, kind, id: partId, rowVersion });
    if (!removed.ok && removed.refusal.code === "missing") return redirectWithMessage(back, t("part.gone"), "warning");
    unwrap(removed);
    return redirectWithMessage(back, t("part.removed"));
  }
  const keepAsNew = () => {
    dropFormDraft(service, request);
    keepAsNewEntry(service, form, `/massnahmen/${measureId}/${path}/neu`);
    // To the head of the page, where the message stands: what it says must not be missed.
    return redirectWithMessage(`/massnahmen/${measureId}`, t("part.goneKept", { part: t(`part.${kind}`) }), "warning");
  };
  if (opened.ok && partId !== null && findPart(opened.value, kind, partId) === null) return keepAsNew();
  if (saved === null) return data({ lastResult: submission.reply(), conflict: false }, { status: 400 });
  const key = partId === null ? null : { id: partId, rowVersion: saved.rowVersion ?? 0 };
  const result = saveMeasurePart(service, { measureId, key, part: saved.part });
  if (result.ok) {
    dropFormDraft(service, request);
    return redirectWithMessage(back, t("part.saved"));
  }
  if (result.refusal.code === "missing") return keepAsNew();
  if (result.refusal.code === "conflict") return data({ lastResult: submission.reply(), conflict: true }, { status: 409 });
  if (result.refusal.code !== "invalid") throw refusalResponse(result.refusal);
  return data({ lastResult: submission.reply({ fieldErrors: problemTexts(result.refusal.fields) }), conflict: false }, { status: 400 });
}

/** What was typed comes back after a refusal. */
function shownValues(
  { values, stored }: { readonly values: Record<string, string>; readonly stored: Record<string, string> },
  lastResult: SubmissionResult<string[]> | undefined,
  conflict: boolean,
): Record<string, string> {
  if (lastResult?.initialValue === undefined || lastResult.initialValue === null) return values;
  const typed = Object.entries(lastResult.initialValue).flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
  return { ...Object.fromEntries(typed), ...(stored["rowVersion"] === undefined ? {} : { rowVersion: submittedVersion(lastResult, stored["rowVersion"], conflict) }) };
}

export default function MeasurePart() {
  const { measureId, path, kind, title, choices, values, stored, draft, isNew } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const lastResult = answer?.lastResult;
  const shown = shownValues({ values, stored }, lastResult, answer?.conflict ?? false);
  const errors = lastResult?.error ?? {};
  const field = (name: string) => ({ id: `eintrag-${name}`, name, defaultValue: shown[name], errors: errors[name] ?? undefined });
  const part = t(`part.${kind}`);
  return (
    <Page
      title={t(isNew ? "part.addTitle" : "part.editTitle", { part })}
      crumbs={[
        { to: "/massnahmen", label: t("measures") },
        { to: `/massnahmen/${measureId}`, label: title },
      ]}
      intro={<p>{t("part.of", { title })}</p>}
    >
      {draft && !answer && <DraftNotice {...draft} />}
      {answer?.conflict && (
        <div className="sheet-notices">
          <Alert kind="warning" title={t("part.conflictTitle")} live>
            <p>{t("part.conflictText")}</p>
            <dl className="history-change">
              {Object.entries(partFieldLabels[kind])
                .filter(([name]) => (stored[name] ?? "") !== (shown[name] ?? ""))
                .map(([name, label]) => (
                  <div key={name}>
                    <dt>{label}</dt>
                    <dd>{storedText(name, stored[name] ?? "")}</dd>
                  </div>
                ))}
            </dl>
          </Alert>
        </div>
      )}
      <Form method="post" className="form" noValidate>
        <ErrorSummary
          formErrors={errors[""] ?? undefined}
          entries={Object.entries(partFieldLabels[kind]).map(([name, label]) => ({ fieldId: `eintrag-${name}`, label, errors: errors[name] ?? [] }))}
        />
        {shown["rowVersion"] !== undefined && <input type="hidden" name="rowVersion" value={shown["rowVersion"]} />}
        <PartFields kind={kind} field={field} choices={choices} />
        <div className="form-actions">
          <Button variant="primary">{t("form.save")}</Button>
          <LinkButton to={`/massnahmen/${measureId}#${path}`} variant="tertiary">
            {t("form.cancel")}
          </LinkButton>
        </div>
      </Form>
      {!isNew && (
        <details className="remove-part">
          <summary>{t("part.removeTitle", { part })}</summary>
          <Form method="post">
            <p>{t("part.removeText")}</p>
            <input type="hidden" name="rowVersion" value={stored["rowVersion"]} />
            <Button name="intent" value="remove" variant="danger" icon="trash">
              {t("part.removeConfirm")}
            </Button>
          </Form>
        </details>
      )}
    </Page>
  );
}

/** The stored value as a person reads it. */
const storedText = (name: string, value: string): string => partValueLabel(name, value) ?? (value === "" ? t("conflict.empty") : value);
