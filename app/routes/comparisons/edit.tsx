import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { ComparisonForm } from "#app/forms/comparisons.ts";
import { submittedField, submittedVersion } from "#app/forms/submitted-field.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParam, unwrap } from "#app/http/respond.server.ts";
import { problemSentence, t } from "#app/i18n/de/comparisons.ts";
import { formatMoney, formatPosts } from "#app/i18n/format.ts";
import { saveComparison } from "#app/services/comparisons/save-comparison.server.ts";
import { showComparisonForm } from "#app/services/comparisons/show-comparison.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ConflictNotice } from "#app/ui/conflict-notice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea, TextField } from "#app/ui/fields.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { criterionRows, CriterionRowFields, optionRows, OptionRowFields, rowEntries } from "./edit-rows.tsx";

const LIST = "/variantenvergleich";

export { revalidateAfterConflict as shouldRevalidate } from "#app/http/revalidate-after-conflict.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: t("edit.title", { title: loaded?.comparison.title ?? "" }) }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showComparisonForm({ db: context.db, clock: context.clock, user }, idParam(params["id"])));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const id = idParam(params["id"]);
  requirePermission(user, "comparison:edit");
  const submission = parseWithZod(await request.formData(), { schema: ComparisonForm });
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const result = saveComparison(service, { id, ...submission.value });
  if (result.ok) return redirectWithMessage(`${LIST}/${id}`, t("done.saved"));
  return answerRefusedForm({ submission, refusal: result.refusal, textOf: problemSentence, findStored: () => unwrap(showComparisonForm(service, id)).comparison });
}

export default function EditComparisonPage() {
  const { comparison, ratedBy } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const submitted = answer?.submitted;
  const stored = answer?.stored ?? null;
  // A row that was not sent is one that somebody else has added since: it stands as it is stored.
  const field = (name: string, value: string) => submittedField(isSent(submitted?.initialValue, name) ? submitted : undefined, name, value);
  const title = field("title", comparison.title);
  const question = field("question", comparison.question);
  const recommendation = field("recommendation", comparison.recommendation);
  const options = optionRows(comparison.options, field);
  const criteria = criterionRows(comparison.criteria, field);
  return (
    <Page
      title={t("edit.title", { title: comparison.title })}
      crumbs={[
        { to: LIST, label: t("title") },
        { to: `${LIST}/${comparison.id}`, label: comparison.title },
      ]}
    >
      {stored && (
        <ConflictNotice
          title={t("conflict.title")}
          advice={t("conflict.advice")}
          stored={[
            { field: t("edit.name"), value: stored.title },
            { field: t("edit.question"), value: stored.question || t("conflict.empty") },
            { field: t("edit.recommendation"), value: stored.recommendation || t("conflict.empty") },
            ...stored.options.map((option, index) => ({
              field: t("edit.option", { number: index + 1 }),
              value: t("conflict.option", { name: option.name, oneOff: formatMoney(option.oneOffCents), yearly: formatMoney(option.yearlyCents), posts: formatPosts(option.postHundredths), description: option.description }),
            })),
            ...stored.criteria.map((criterion, index) => ({
              field: t("edit.criterion", { number: index + 1 }),
              value: t("conflict.criterion", { name: criterion.name, weight: criterion.weight, reversed: criterion.reversed ? "yes" : "no", question: criterion.question }),
            })),
          ]}
        />
      )}
      <Form method="post" className="form comparison-form" noValidate>
        <ErrorSummary
          formErrors={submitted?.error?.[""] ?? []}
          entries={[
            { fieldId: title.id, label: t("edit.name"), errors: title.errors },
            { fieldId: question.id, label: t("edit.question"), errors: question.errors },
            { fieldId: recommendation.id, label: t("edit.recommendation"), errors: recommendation.errors },
            ...rowEntries(options, criteria),
          ]}
        />
        <input type="hidden" name="rowVersion" value={submittedVersion(submitted, comparison.rowVersion, stored !== null)} />
        <TextField field={title} label={t("edit.name")} maxLength={200} required />
        <TextArea field={question} label={t("edit.question")} hint={t("edit.questionHint")} rows={2} maxLength={1000} optional />
        <TextArea field={recommendation} label={t("edit.recommendation")} hint={t("edit.recommendationHint")} rows={6} maxLength={10_000} optional />
        <Section title={t("edit.options")}>
          <div className="comparison-rows">
            {options.map((row) => (
              <OptionRowFields key={row.key} row={row} />
            ))}
          </div>
        </Section>
        <Section title={t("edit.criteria")}>
          <p className="field__hint">{t("edit.criteriaHint", { count: ratedBy })}</p>
          <div className="comparison-rows">
            {criteria.map((row) => (
              <CriterionRowFields key={row.key} row={row} />
            ))}
          </div>
        </Section>
        <div className="form-actions">
          <Button variant="primary">{t("edit.save")}</Button>
          <LinkButton to={`${LIST}/${comparison.id}`} variant="tertiary">
            {t("edit.cancel")}
          </LinkButton>
        </div>
      </Form>
    </Page>
  );
}

/** Whether a form's values hold the row that a field belongs to ("options.s12.name"); fields outside of rows always count as sent. */
function isSent(values: Readonly<Record<string, unknown>> | null | undefined, name: string): boolean {
  const [part = "", row] = name.split(".");
  if (row === undefined) return true;
  const rows = values?.[part];
  return typeof rows === "object" && rows !== null && Object.hasOwn(rows, row);
}
