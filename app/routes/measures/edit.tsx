import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { contentOf } from "#app/domain/measures/content.ts";
import { contentWarnings } from "#app/domain/measures/measure-change.ts";
import { formValuesFromEntries, formValuesOf, MeasureEditForm, readBase, readResolution } from "#app/forms/measures.ts";
import { submittedVersion } from "#app/forms/submitted-field.ts";
import { dropFormDraft, keepFormDraft, offerFormDraft } from "#app/http/drafts.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { endWithoutRight, idParam, refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { fieldLabels } from "#app/i18n/de/measure-labels.ts";
import { problemTexts } from "#app/i18n/de/measure-problems.ts";
import { t } from "#app/i18n/de/measures.ts";
import { openForEditing } from "#app/services/measures/open-for-editing.server.ts";
import { showConflict } from "#app/services/measures/show-conflict.server.ts";
import { showMeasureForm } from "#app/services/measures/show-measure-form.server.ts";
import { updateMeasure, type StoredVersion, type UpdateMeasureCommand } from "#app/services/measures/update-measure.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { Page } from "#app/ui/page.tsx";
import { ConflictView } from "./conflict-view.tsx";
import { DraftNotice } from "./draft-notice.tsx";
import { MeasureForm } from "./measure-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: t("form.editTitle", { title: data?.title ?? "" }) }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const id = idParam(params["measureId"]);
  const form = unwrap(showMeasureForm(service, id));
  const draft = offerFormDraft(service, request);
  const shown = { id, title: form.content.title, choices: form.choices, draft: draft && { savedAt: draft.savedAt, taken: draft.taken, path: draft.path } };
  if (!draft?.taken) return { ...shown, values: formValuesOf(form.content), rowVersion: String(form.rowVersion), base: JSON.stringify(form.content) };
  // A draft keeps the version it was written on, so that what others changed since is merged and not overwritten.
  const posted = new Map(draft.entries);
  return { ...shown, values: formValuesFromEntries(draft.entries), rowVersion: posted.get("rowVersion") ?? "1", base: posted.get("base") ?? "" };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const id = idParam(params["measureId"]);
  endWithoutRight(openForEditing(service, id));
  const form = await request.formData();
  if (form.get("intent") === "discardDraft") {
    dropFormDraft(service, request);
    return redirectWithMessage(`/massnahmen/${id}/bearbeiten`, t("draft.discarded"));
  }
  if (form.get("intent") === "resolve") return resolve(service, request, id, form);
  const submission = parseWithZod(form, { schema: MeasureEditForm });
  if (submission.status !== "success") {
    keepFormDraft(service, request, form);
    return data({ conflict: null, lastResult: submission.reply() }, { status: 400 });
  }
  const { rowVersion, base } = submission.value;
  const command = { id, rowVersion, content: contentOf(submission.value) };
  const result = save(service, request, command, readBase(base));
  if (result instanceof Response) return result;
  keepFormDraft(service, request, form);
  return result;
}

/** The two versions put together as the person chose, saved on top of the one they were shown. */
function resolve(service: ServiceContext, request: Request, id: number, form: FormData) {
  const resolution = readResolution(form);
  if (resolution === null) throw refusalResponse({ code: "invalid", fields: {} });
  const { rowVersion, content, theirs } = resolution;
  return save(service, request, { id, rowVersion, content }, theirs);
}

function save(service: ServiceContext, request: Request, command: UpdateMeasureCommand, base: ReturnType<typeof readBase>) {
  const result = updateMeasure(service, command);
  if (result.ok) {
    dropFormDraft(service, request);
    const here = `/massnahmen/${command.id}`;
    const { changed } = result.value;
    if (changed.length === 0) return redirectWithMessage(here, t("form.nothingChanged"), "info");
    const saved = t("form.saved", { fields: changed.map((field) => fieldLabels[field]).join(", ") });
    const warnings = contentWarnings(command.content, service.clock.today()).map(({ code }) => t(`warning.${code}`));
    if (warnings.length === 0) return redirectWithMessage(here, saved);
    return redirectWithMessage(here, `${saved} ${t("form.pleaseCheck", { warnings: warnings.join(" ") })}`, "warning");
  }
  const { refusal } = result;
  if (refusal.code === "conflict") {
    const conflict = showConflict(service, { base, mine: command.content, theirs: refusal.current as StoredVersion });
    return data({ conflict, lastResult: null }, { status: 409 });
  }
  if (refusal.code !== "invalid") throw refusalResponse(refusal);
  const initialValue = { ...formValuesOf(command.content), rowVersion: String(command.rowVersion), base: JSON.stringify(base) };
  const lastResult = { status: "error" as const, initialValue, error: problemTexts(refusal.fields) };
  return data({ conflict: null, lastResult }, { status: 400 });
}

/** What the form carries unseen. A refused save still rests on the version its form was opened with, so that what others saved meanwhile is noticed. */
function carriedValues(opened: { readonly rowVersion: string; readonly base: string }, answer: ReturnType<typeof useActionData<typeof action>>) {
  const posted = answer?.lastResult?.initialValue;
  return { rowVersion: submittedVersion(answer?.lastResult ?? undefined, opened.rowVersion, false), base: typeof posted?.base === "string" ? posted.base : opened.base };
}

export default function EditMeasure() {
  const { id, title, values, choices, draft, ...opened } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { rowVersion, base } = carriedValues(opened, answer);
  const crumbs = [
    { to: "/massnahmen", label: t("measures") },
    { to: `/massnahmen/${id}`, label: title },
  ];
  if (answer?.conflict) {
    return (
      <Page title={t("conflict.title")} crumbs={crumbs}>
        <ConflictView conflict={answer.conflict} measureId={id} />
      </Page>
    );
  }
  return (
    <Page title={t("form.editTitle", { title })} crumbs={crumbs}>
      {draft && !answer && <DraftNotice {...draft} />}
      <MeasureForm values={values} choices={choices} lastResult={answer?.lastResult} cancelTo={`/massnahmen/${id}`}>
        <input type="hidden" name="rowVersion" value={rowVersion} />
        <input type="hidden" name="base" value={base} />
      </MeasureForm>
    </Page>
  );
}
