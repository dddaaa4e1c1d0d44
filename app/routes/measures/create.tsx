import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { contentOf } from "#app/domain/measures/content.ts";
import { formValuesFromEntries, formValuesOf, MeasureForm as MeasureSchema } from "#app/forms/measures.ts";
import { dropFormDraft, keepFormDraft, offerFormDraft } from "#app/http/drafts.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { problemTexts } from "#app/i18n/de/measure-problems.ts";
import { t } from "#app/i18n/de/measures.ts";
import { createMeasure } from "#app/services/measures/create-measure.server.ts";
import { showNewMeasureForm } from "#app/services/measures/show-measure-form.server.ts";
import { Page } from "#app/ui/page.tsx";
import { DraftNotice } from "./draft-notice.tsx";
import { MeasureForm } from "./measure-form.tsx";

export const meta: MetaFunction = () => [{ title: t("form.createTitle") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const form = unwrap(showNewMeasureForm(service));
  const draft = offerFormDraft(service, request);
  const values = draft?.taken ? formValuesFromEntries(draft.entries) : formValuesOf(form.content);
  return { values, choices: form.choices, draft: draft && { savedAt: draft.savedAt, taken: draft.taken, path: draft.path } };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "measure:create");
  const service = { db: context.db, clock: context.clock, user };
  const form = await request.formData();
  if (form.get("intent") === "discardDraft") {
    dropFormDraft(service, request);
    return redirectWithMessage("/massnahmen/neu", t("draft.discarded"));
  }
  const submission = parseWithZod(form, { schema: MeasureSchema });
  if (submission.status !== "success") {
    keepFormDraft(service, request, form);
    return data(submission.reply(), { status: 400 });
  }
  const result = createMeasure(service, { content: contentOf(submission.value) });
  if (result.ok) {
    dropFormDraft(service, request);
    return redirectWithMessage(`/massnahmen/${result.value.id}`, t("form.created", { title: submission.value.title }));
  }
  if (result.refusal.code !== "invalid") throw refusalResponse(result.refusal);
  keepFormDraft(service, request, form);
  return data(submission.reply({ fieldErrors: problemTexts(result.refusal.fields) }), { status: 400 });
}

export default function CreateMeasure() {
  const { values, choices, draft } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  return (
    <Page title={t("form.createTitle")} crumbs={[{ to: "/massnahmen", label: t("measures") }]} intro={<p>{t("form.intro")}</p>}>
      {draft && !lastResult && <DraftNotice {...draft} />}
      <MeasureForm values={values} choices={choices} lastResult={lastResult} cancelTo="/massnahmen" />
    </Page>
  );
}
