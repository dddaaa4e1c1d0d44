import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { OverrideForm } from "#app/forms/rounds.ts";
import { submittedField, submittedVersion } from "#app/forms/submitted-field.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParam, postedRowVersion, unwrap } from "#app/http/respond.server.ts";
import { problemText, t } from "#app/i18n/de/rounds.ts";
import { formatDayOf } from "#app/i18n/format.ts";
import { overridePriority, removeOverride, showOverride } from "#app/services/prioritisation/override-priority.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ConflictNotice } from "#app/ui/conflict-notice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { roundCrumbs } from "./round-crumbs.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: t("override.title", { title: loaded?.title ?? "" }) }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const key = { roundId: idParam(params["roundId"]), measureId: idParam(params["measureId"]) };
  return { ...key, ...unwrap(showOverride({ db: context.db, clock: context.clock, user }, key)) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const key = { roundId: idParam(params["roundId"]), measureId: idParam(params["measureId"]) };
  requirePermission(user, "round:manage");
  const formData = await request.formData();
  const ranking = rankingPath(key);
  if (formData.get("intent") === "remove") {
    const { title } = unwrap(removeOverride(service, { ...key, rowVersion: postedRowVersion(formData) }));
    return redirectWithMessage(ranking, t("done.overrideRemoved", { title }));
  }
  const submission = parseWithZod(formData, { schema: OverrideForm });
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const { rowVersion = 0, ...fields } = submission.value;
  const result = overridePriority(service, { ...key, ...fields, rowVersion: rowVersion === 0 ? null : rowVersion });
  if (result.ok) return redirectWithMessage(ranking, t("done.overridden", { title: result.value.title }));
  const findStored = () => storedOverride(unwrap(showOverride(service, key)).override);
  return answerRefusedForm({ submission, refusal: result.refusal, textOf: problemText, findStored });
}

const rankingPath = ({ roundId, measureId }: { roundId: number; measureId: number }) => `/priorisierung?runde=${roundId}&warum=${measureId}#platz-${measureId}`;
/** Version 0 stands for a place that was taken back meanwhile. */
const storedOverride = (override: { position: number; reason: string; rowVersion: number } | null) => override ?? { position: null, reason: "", rowVersion: 0 };

export default function OverridePage() {
  const { roundId, measureId, roundTitle, title, computedPosition, placeCount, override } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = (name: string, stored: string) => submittedField(answer?.submitted, name, stored);
  const fields = { position: field("position", override === null ? "" : String(override.position)), reason: field("reason", override?.reason ?? "") };
  return (
    <Page title={t("override.title", { title })} crumbs={roundCrumbs({ id: roundId, title: roundTitle })} intro={<p>{t("override.text", { computed: computedPosition, count: placeCount })}</p>}>
      {answer?.stored && (
        <ConflictNotice
          title={t("conflict.title")}
          advice={t("conflict.advice")}
          stored={[{ field: t("override.position"), value: answer.stored.position === null ? t("override.conflictNone") : t("override.conflictPlace", { position: answer.stored.position, reason: answer.stored.reason }) }]}
        />
      )}
      <Form method="post" className="form" noValidate>
        <ErrorSummary
          formErrors={answer?.submitted.error?.[""] ?? []}
          entries={[
            { fieldId: fields.position.id, label: t("override.position"), errors: fields.position.errors },
            { fieldId: fields.reason.id, label: t("override.reason"), errors: fields.reason.errors },
          ]}
        />
        {override !== null && <p className="field__hint">{t("override.given", { name: override.decidedBy, date: formatDayOf(override.decidedAt) })}</p>}
        <input type="hidden" name="rowVersion" value={submittedVersion(answer?.submitted, override?.rowVersion ?? 0, Boolean(answer?.stored))} />
        <TextField field={fields.position} label={t("override.position")} hint={t("override.positionHint", { max: placeCount })} inputMode="numeric" width="short" required />
        <TextField field={fields.reason} label={t("override.reason")} hint={t("override.reasonHint")} maxLength={300} required />
        <div className="form-actions">
          <Button variant="primary">{t("override.save")}</Button>
          <LinkButton to={rankingPath({ roundId, measureId })} variant="tertiary">
            {t("form.cancel")}
          </LinkButton>
        </div>
      </Form>
      {override !== null && (
        <Section title={t("override.removeTitle")}>
          <p className="page-intro">{t("override.removeText", { computed: computedPosition })}</p>
          <Form method="post">
            <input type="hidden" name="rowVersion" value={override.rowVersion} />
            <Button variant="danger" icon="trash" name="intent" value="remove">
              {t("override.remove")}
            </Button>
          </Form>
        </Section>
      )}
    </Page>
  );
}
