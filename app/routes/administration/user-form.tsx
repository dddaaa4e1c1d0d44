import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import { roles, type Role } from "#app/domain/permissions/permissions.ts";
import { UserForm } from "#app/forms/administration.ts";
import { submittedVersion } from "#app/forms/submitted-field.ts";
import { t } from "#app/i18n/de/administration.ts";
import { roleLabels } from "#app/i18n/de/vocabulary.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { fieldProps, SelectField, TextField } from "#app/ui/fields.tsx";
import { Section } from "#app/ui/page.tsx";
import { ConflictNotice } from "./conflict-notice.tsx";

type Account = {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly orgUnitId: number | null;
  readonly raterGroupId: number | null;
  readonly parliamentaryGroup: string | null;
  readonly deactivatedAt: string | null;
  readonly rowVersion: number;
};
type Choices = { readonly orgUnits: ReadonlyArray<{ id: number; name: string; depth: number }>; readonly raterGroups: ReadonlyArray<{ id: number; name: string }> };
type Refused = { readonly result: SubmissionResult<string[]>; readonly conflict: boolean } | undefined;

export function UserFormView({ account, choices, refused, cancelTo }: { account: Account | null; choices: Choices; refused: Refused; cancelTo: string }) {
  const [form, fields] = useForm({
    lastResult: refused?.result,
    defaultValue: account ?? { role: "contributor" },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: UserForm }),
    shouldRevalidate: "onBlur",
  });
  const labels = {
    name: t("users.name"),
    email: t("users.email"),
    role: t("users.role"),
    orgUnitId: t("users.orgUnit"),
    raterGroupId: t("users.raterGroup"),
    parliamentaryGroup: t("users.parliamentaryGroup"),
  };
  const names = Object.keys(labels) as Array<keyof typeof labels>;
  const units = choices.orgUnits.map(({ id, name, depth }) => ({ value: String(id), label: `${"– ".repeat(depth)}${name}` }));
  const groups = choices.raterGroups.map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <>
      {account && refused?.conflict && (
        <ConflictNotice
          stored={[
            { label: labels.name, value: account.name },
            { label: labels.email, value: account.email },
            { label: labels.role, value: roleLabels[account.role] },
            { label: labels.orgUnitId, value: choices.orgUnits.find((unit) => unit.id === account.orgUnitId)?.name ?? null },
            { label: labels.parliamentaryGroup, value: account.parliamentaryGroup },
          ]}
        />
      )}
      <Form method="post" {...getFormProps(form)} className="form">
        <ErrorSummary formErrors={form.errors} entries={names.map((name) => ({ fieldId: fields[name].id, label: labels[name], errors: fields[name].errors ?? [] }))} />
        {account && <input type="hidden" name="rowVersion" value={submittedVersion(refused?.result, account.rowVersion, refused?.conflict ?? false)} />}
        <div className="form-row">
          <TextField field={fieldProps(fields.name)} label={labels.name} required autoComplete="off" />
          <TextField field={fieldProps(fields.email)} label={labels.email} hint={t("users.emailHint")} type="email" required autoComplete="off" />
        </div>
        <div className="form-row">
          <SelectField field={fieldProps(fields.role)} label={labels.role} options={roles.map((value) => ({ value, label: roleLabels[value] }))} />
          <SelectField field={fieldProps(fields.orgUnitId)} label={labels.orgUnitId} emptyLabel={t("users.noUnit")} options={units} />
        </div>
        <div className="form-row">
          <SelectField field={fieldProps(fields.raterGroupId)} label={labels.raterGroupId} emptyLabel={t("users.noGroup")} options={groups} />
          <TextField field={fieldProps(fields.parliamentaryGroup)} label={labels.parliamentaryGroup} optional />
        </div>
        <div className="form-actions">
          <Button variant="primary">{t("save")}</Button>
          <LinkButton to={cancelTo} variant="tertiary">
            {t("cancel")}
          </LinkButton>
        </div>
      </Form>
    </>
  );
}

/** Closing an account and issuing a new first password, apart from the form, so that neither happens by saving. */
export function UserAccess({ account }: { account: Account }) {
  return (
    <Section title={t("users.access")} id="zugang">
      <p>{t("users.accessHint")}</p>
      <Form method="post" className="form-actions">
        <input type="hidden" name="rowVersion" value={account.rowVersion} />
        <Button name="intent" value="resetPassword" icon="lock">
          {t("users.resetPassword")}
        </Button>
        {account.deactivatedAt === null ? (
          <Button name="intent" value="deactivate" variant="danger">
            {t("users.deactivate")}
          </Button>
        ) : (
          <Button name="intent" value="reactivate">{t("users.reactivate")}</Button>
        )}
      </Form>
    </Section>
  );
}
