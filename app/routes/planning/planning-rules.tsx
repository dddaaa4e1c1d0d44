import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, Form, useActionData, useLoaderData } from "@remix-run/react";
import { StartLimitsForm } from "#app/forms/planning-terms.ts";
import { replyInvalid } from "#app/forms/refused-form.ts";
import { submittedField } from "#app/forms/submitted-field.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { problemText, t } from "#app/i18n/de/planning-terms.ts";
import { formatInteger } from "#app/i18n/format.ts";
import { setStartLimits } from "#app/services/planning/set-start-limits.server.ts";
import { showPlanningRules } from "#app/services/planning/show-planning-rules.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ConflictNotice } from "#app/ui/conflict-notice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { Facts } from "#app/ui/table.tsx";
import { PairTable } from "./pair-table.tsx";

const HERE = "/planung/vorgaben";

export const meta: MetaFunction = () => [{ title: t("rules.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showPlanningRules({ db: context.db, clock: context.clock, user }));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  requirePermission(user, "planner:run");
  const submission = parseWithZod(await request.formData(), { schema: StartLimitsForm });
  if (submission.status !== "success") return data({ submitted: submission.reply(), stored: null }, { status: 400 });
  const result = setStartLimits(service, submission.value);
  if (result.ok) return redirectWithMessage(`${HERE}#starts`, t("done.limits", { count: result.value.changedCount }));
  const { refusal } = result;
  if (refusal.code === "invalid") return data({ submitted: replyInvalid(submission, refusal, problemText), stored: null }, { status: 400 });
  if (refusal.code !== "conflict") throw refusalResponse(refusal);
  return data({ submitted: submission.reply(), stored: unwrap(showPlanningRules(service)).units }, { status: 409 });
}

export default function PlanningRulesPage() {
  const { pairs, units, mayEdit } = useLoaderData<typeof loader>();
  const limited = units.filter((unit) => unit.startsPerQuarter !== null);
  const add = mayEdit && (
    <LinkButton to={`${HERE}/paare/neu`} icon="plus" compact>
      {t("rules.addPair")}
    </LinkButton>
  );
  return (
    <Page title={t("rules.title")} crumbs={[{ to: "/planung", label: t("rules.crumb") }]} intro={<p>{t("rules.intro")}</p>}>
      <Section title={t("rules.pairs")} id="paare" actions={add}>
        <p className="section-intro">{t("rules.pairsIntro")}</p>
        {pairs.length === 0 ? <EmptyState title={t("rules.noPairs")} /> : <PairTable pairs={pairs} mayEdit={mayEdit} />}
      </Section>
      <Section title={t("rules.limits")} id="starts">
        <p className="section-intro">{t("rules.limitsIntro")}</p>
        {mayEdit ? (
          <LimitsForm />
        ) : limited.length === 0 ? (
          <p className="muted">{t("rules.noLimits")}</p>
        ) : (
          <Facts facts={limited.map((unit) => ({ label: unit.name, value: formatInteger(unit.startsPerQuarter) }))} />
        )}
      </Section>
    </Page>
  );
}

function LimitsForm() {
  const { units } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const fields = units.map((unit) => {
    const key = `limits.u${unit.id}`;
    const now = answer?.stored?.find((each) => each.id === unit.id);
    return {
      ...unit,
      key,
      starts: submittedField(answer?.submitted, `${key}.starts`, String(unit.startsPerQuarter ?? "")),
      // After a conflict the form is based on what is stored now; otherwise on what it was opened with.
      version: now === undefined ? submittedField(answer?.submitted, `${key}.rowVersion`, String(unit.rowVersion)).defaultValue : String(now.rowVersion),
    };
  });
  return (
    <>
      {answer?.stored && (
        <ConflictNotice
          title={t("conflict.title")}
          advice={t("conflict.advice")}
          stored={answer.stored.filter((unit) => unit.startsPerQuarter !== null).map((unit) => ({ field: unit.name, value: formatInteger(unit.startsPerQuarter) }))}
        />
      )}
      <Form method="post" className="form form--wide" noValidate>
        <ErrorSummary
          formErrors={answer?.submitted.error?.[""] ?? []}
          entries={fields.map(({ name, starts }) => ({ fieldId: starts.id, label: name, errors: starts.errors }))}
        />
        <div className="start-limits">
          {fields.map(({ id, name, key, starts, version }) => (
            <div key={id}>
              <input type="hidden" name={`${key}.rowVersion`} value={version} />
              <TextField field={starts} label={name} inputMode="numeric" width="short" maxLength={3} />
            </div>
          ))}
        </div>
        <div className="form-actions">
          <Button variant="primary">{t("rules.saveLimits")}</Button>
        </div>
      </Form>
    </>
  );
}
