import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orgUnitKinds } from "#app/domain/measures/vocabulary.ts";
import { OrgUnitForm, OrgUnitIntentForm } from "#app/forms/administration.ts";
import { submittedVersion } from "#app/forms/submitted-field.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/administration.ts";
import { orgUnitKindLabels } from "#app/i18n/de/vocabulary.ts";
import { archiveOrgUnit } from "#app/services/administration/archive-org-unit.server.ts";
import { listOrgUnits } from "#app/services/administration/list-org-units.server.ts";
import { saveOrgUnit } from "#app/services/administration/save-org-unit.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { fieldProps, SelectField, TextField } from "#app/ui/fields.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { ConflictNotice } from "./conflict-notice.tsx";
import { refusedInput, refusedSave } from "./refused-save.server.ts";

const LIST = "/verwaltung/organisation";

export { revalidateAfterConflict as shouldRevalidate } from "#app/http/revalidate-after-conflict.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.unit ? t("organisation.edit") : t("organisation.add") }];

/** One page for "neu" and for an existing unit. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const units = unwrap(listOrgUnits({ db: context.db, clock: context.clock, user }));
  const id = params["id"] === undefined ? null : idParam(params["id"]);
  const unit = units.find((candidate) => candidate.id === id) ?? null;
  if (id !== null && unit === null) throw refusalResponse({ code: "missing" });
  const parents = units.filter((parent) => parent.id !== id && (parent.archivedAt === null || parent.id === unit?.parentId));
  return { unit, parents: parents.map(({ id: value, name, depth }) => ({ value: String(value), label: `${"– ".repeat(depth)}${name}` })) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const units = unwrap(listOrgUnits(service));
  const id = params["id"] === undefined ? null : idParam(params["id"]);
  if (id !== null && !units.some((unit) => unit.id === id)) throw refusalResponse({ code: "missing" });
  const formData = await request.formData();
  if (id !== null && formData.has("intent")) {
    const submission = parseWithZod(formData, { schema: OrgUnitIntentForm });
    if (submission.status !== "success") return refusedInput(submission);
    const result = archiveOrgUnit(service, { id, ...submission.value });
    if (!result.ok) return refusedSave(result.refusal, submission);
    return redirectWithMessage(LIST, t(submission.value.intent === "delete" ? "organisation.deleted" : "organisation.saved"));
  }
  const submission = parseWithZod(formData, { schema: OrgUnitForm });
  if (submission.status !== "success") return refusedInput(submission);
  const { rowVersion, ...fields } = submission.value;
  const result = saveOrgUnit(service, { ...fields, existing: id === null ? null : { id, rowVersion: rowVersion ?? 0 } });
  return result.ok ? redirectWithMessage(LIST, t("organisation.saved")) : refusedSave(result.refusal, submission);
}

export default function OrgUnit() {
  const { unit, parents } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [form, fields] = useForm({
    lastResult: refused?.result,
    defaultValue: unit ?? { kind: "department", position: "0" },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: OrgUnitForm }),
    shouldRevalidate: "onBlur",
  });
  const labels = { name: t("organisation.name"), shortName: t("organisation.shortName"), kind: t("organisation.kind"), parentId: t("organisation.parent"), position: t("organisation.position") };
  const names = Object.keys(labels) as Array<keyof typeof labels>;
  const parentName = parents.find((parent) => parent.value === String(unit?.parentId))?.label ?? t("organisation.topLevel");
  return (
    <Page title={unit ? unit.name : t("organisation.add")} crumbs={[{ to: LIST, label: t("organisation.title") }]}>
      {unit && refused?.conflict && (
        <ConflictNotice stored={[...(["name", "shortName", "position"] as const).map((name) => ({ label: labels[name], value: unit[name] })), { label: labels.parentId, value: parentName }]} />
      )}
      <Form method="post" {...getFormProps(form)} className="form">
        <ErrorSummary formErrors={form.errors} entries={names.map((name) => ({ fieldId: fields[name].id, label: labels[name], errors: fields[name].errors ?? [] }))} />
        {unit && <input type="hidden" name="rowVersion" value={submittedVersion(refused?.result, unit.rowVersion, refused?.conflict ?? false)} />}
        <TextField field={fieldProps(fields.name)} label={labels.name} required />
        <div className="form-row">
          <TextField field={fieldProps(fields.shortName)} label={labels.shortName} width="medium" required />
          <SelectField field={fieldProps(fields.kind)} label={labels.kind} options={orgUnitKinds.map((value) => ({ value, label: orgUnitKindLabels[value] }))} />
        </div>
        <SelectField field={fieldProps(fields.parentId)} label={labels.parentId} emptyLabel={t("organisation.topLevel")} options={parents} />
        <TextField field={fieldProps(fields.position)} label={labels.position} hint={t("organisation.positionHint")} inputMode="numeric" width="short" required />
        <div className="form-actions">
          <Button variant="primary">{t("save")}</Button>
          <LinkButton to={LIST} variant="tertiary">
            {t("cancel")}
          </LinkButton>
        </div>
      </Form>
      {unit && (
        <Section title={t("organisation.outOfUse")} id="ausser-gebrauch">
          <p>{t("organisation.archiveHint")}</p>
          <Form method="post" className="form-actions">
            <input type="hidden" name="rowVersion" value={unit.rowVersion} />
            <Button name="intent" value={unit.archivedAt === null ? "archive" : "restore"} icon="archive">
              {t(unit.archivedAt === null ? "organisation.archive" : "organisation.restore")}
            </Button>
            <Button name="intent" value="delete" variant="danger" icon="trash">
              {t("organisation.remove")}
            </Button>
          </Form>
        </Section>
      )}
    </Page>
  );
}
