import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, Form, useActionData, useLoaderData } from "@remix-run/react";
import type { Cents } from "#app/domain/money/cents.ts";
import { replyInvalid } from "#app/forms/refused-form.ts";
import { BudgetFramesForm, frameKey } from "#app/forms/resources.ts";
import { submittedField } from "#app/forms/submitted-field.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { problemText, t } from "#app/i18n/de/resources.ts";
import { budgetKindLabels } from "#app/i18n/de/vocabulary.ts";
import { formatAmount, formatMoney } from "#app/i18n/format.ts";
import { setBudgetFrames, showBudgetFrames } from "#app/services/resources/set-budget-frames.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ConflictNotice } from "#app/ui/conflict-notice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import { roleText } from "./budget-period.ts";

const BUDGET = "/ressourcen/haushalt";

export const meta: MetaFunction = () => [{ title: t("frames.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showBudgetFrames({ db: context.db, clock: context.clock, user }));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  requirePermission(user, "resources:edit");
  const submission = parseWithZod(await request.formData(), { schema: BudgetFramesForm });
  if (submission.status !== "success") return data({ submitted: submission.reply(), stored: null }, { status: 400 });
  const result = setBudgetFrames(service, submission.value);
  if (result.ok) return redirectWithMessage(BUDGET, t("done.framesSaved", { count: result.value.changedCount }));
  const { refusal } = result;
  if (refusal.code === "invalid") return data({ submitted: replyInvalid(submission, refusal, problemText), stored: null }, { status: 400 });
  if (refusal.code !== "conflict") throw refusalResponse(refusal);
  return data({ submitted: submission.reply(), stored: unwrap(showBudgetFrames(service)).frames }, { status: 409 });
}

export default function BudgetFramesPage() {
  const { frames } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const fields = frames.map((frame) => {
    const key = frameKey(frame.fiscalYear, frame.budgetKind);
    const now = answer?.stored?.find((each) => frameKey(each.fiscalYear, each.budgetKind) === key);
    return {
      ...frame,
      key,
      amount: submittedField(answer?.submitted, `frames.${key}.amount`, plainAmount(frame.amountCents)),
      // After a conflict the form is based on what is stored now; otherwise on what it was opened with.
      version: now === undefined ? submittedField(answer?.submitted, `frames.${key}.rowVersion`, String(frame.rowVersion)).defaultValue : String(now.rowVersion),
      label: t("frames.amountOf", { year: String(frame.fiscalYear), kind: budgetKindLabels[frame.budgetKind] }),
    };
  });
  return (
    <Page title={t("frames.title")} crumbs={[{ to: BUDGET, label: t("budget.title") }]} intro={<p>{t("frames.intro")}</p>}>
      {answer?.stored && (
        <ConflictNotice
          title={t("conflict.title")}
          advice={t("conflict.advice")}
          stored={answer.stored.map((frame) => ({
            field: `${frame.fiscalYear}, ${budgetKindLabels[frame.budgetKind]}`,
            value: frame.amountCents === null ? t("budget.noFrame") : formatMoney(frame.amountCents),
          }))}
        />
      )}
      <Form method="post" className="form" noValidate>
        <ErrorSummary
          formErrors={answer?.submitted.error?.[""] ?? []}
          entries={fields.map((each) => ({ fieldId: each.amount.id, label: each.label, errors: each.amount.errors }))}
        />
        {[...new Set(fields.map((each) => each.fiscalYear))].map((year) => (
          <fieldset className="form-section" key={year}>
            <legend>{`${year}, ${roleText(fields.find((each) => each.fiscalYear === year)?.role ?? null)}`}</legend>
            <div className="form-row">
              {fields
                .filter((each) => each.fiscalYear === year)
                .map((each) => (
                  <div key={each.key}>
                    <input type="hidden" name={`frames.${each.key}.rowVersion`} value={each.version} />
                    <TextField field={each.amount} label={each.label} hint={t("frames.hint")} inputMode="decimal" width="medium" />
                  </div>
                ))}
            </div>
          </fieldset>
        ))}
        <div className="form-actions">
          <Button variant="primary">{t("frames.save")}</Button>
          <LinkButton to={BUDGET} variant="tertiary">
            {t("frames.cancel")}
          </LinkButton>
        </div>
      </Form>
    </Page>
  );
}

/** As it is typed: without a needless ",00". */
const plainAmount = (amount: Cents | null): string => (amount === null ? "" : formatAmount(amount).replace(/,00$/, ""));
