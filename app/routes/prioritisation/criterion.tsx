import { parseWithZod } from "@conform-to/zod/v4";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { ratingLevels } from "#app/domain/prioritisation/level-units.ts";
import { CriterionForm } from "#app/forms/prioritisation.ts";
import { submittedField } from "#app/forms/submitted-field.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParamOrNew, postedRowVersion, unwrap } from "#app/http/respond.server.ts";
import { problemText, t } from "#app/i18n/de/prioritisation.ts";
import { archiveCriterion } from "#app/services/prioritisation/archive-criterion.server.ts";
import { createCriterion, saveCriterion } from "#app/services/prioritisation/save-criterion.server.ts";
import { showCriterion } from "#app/services/prioritisation/show-weighting.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ConflictNotice } from "#app/ui/conflict-notice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { CheckboxField, TextArea, TextField } from "#app/ui/fields.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { ruleText, t as derivationText } from "#app/i18n/de/derivation.ts";
import { InvalidationNotice } from "./invalidation-notice.tsx";
import { DerivationFieldset, derivationErrors, derivationFields } from "./derivation-fields.tsx";

const LIST = "/priorisierung/kriterien";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.criterion ? t("criterion.editTitle", { name: loaded.criterion.name }) : t("criterion.newTitle") },
];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const criterionId = idParamOrNew(params["criterionId"]);
  requirePermission(user, "criteria:edit");
  if (criterionId === null) return { criterion: null, ratingCount: 0 };
  return unwrap(showCriterion({ db: context.db, clock: context.clock, user }, criterionId));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const criterionId = idParamOrNew(params["criterionId"]);
  requirePermission(user, "criteria:edit");
  const formData = await request.formData();
  if (criterionId !== null && formData.get("intent") === "archive") {
    const confirmed = formData.getAll("confirmed").map(String);
    const { name, invalidated } = unwrap(archiveCriterion(service, { criterionId, rowVersion: postedRowVersion(formData), archive: true, confirmed }));
    if (invalidated.length > 0) return data({ submitted: undefined, stored: undefined, invalidated, archiving: true }, { status: 400 });
    return redirectWithMessage(LIST, t("done.criterionArchived", { name }));
  }
  const submission = parseWithZod(formData, { schema: CriterionForm });
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const { rowVersion = 0, confirmed = [], ...fields } = submission.value;
  const result = criterionId === null ? createCriterion(service, fields) : saveCriterion(service, { ...fields, criterionId, rowVersion, confirmed });
  if (result.ok && result.value.invalidated.length > 0) {
    return data({ submitted: submission.reply(), stored: undefined, invalidated: result.value.invalidated, archiving: false }, { status: 400 });
  }
  if (result.ok) return redirectWithMessage(LIST, t(criterionId === null ? "done.criterionCreated" : "done.criterionSaved"));
  const findStored = () => (criterionId === null ? null : unwrap(showCriterion(service, criterionId)).criterion);
  return answerRefusedForm({ submission, refusal: result.refusal, textOf: problemText, findStored });
}

export default function CriterionPage() {
  const { criterion, ratingCount } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const submitted = answer?.submitted;
  const touched = { invalidated: (answer && "invalidated" in answer && answer.invalidated) || [], archiving: Boolean(answer && "archiving" in answer && answer.archiving) };
  const field = (name: string, stored: string | number | undefined) => submittedField(submitted, name, String(stored ?? ""));
  const fields = {
    name: field("name", criterion?.name),
    question: field("question", criterion?.question),
    weight: field("weight", criterion?.weight ?? 10),
    reversed: field("reversed", criterion?.reversed ? "on" : ""),
    position: field("position", criterion?.position ?? 100),
    levels: ratingLevels.map((level) => field(`levels.s${level}`, criterion?.levels[level])),
  };
  const derivation = derivationFields(field, criterion?.derivation ?? null);
  const title = criterion === null ? t("criterion.newTitle") : t("criterion.editTitle", { name: criterion.name });
  return (
    <Page
      title={title}
      crumbs={[
        { to: "/priorisierung", label: t("ranking.title") },
        { to: LIST, label: t("weighting.title") },
      ]}
    >
      {answer?.stored && (
        <ConflictNotice
          title={t("conflict.title")}
          advice={t("conflict.advice")}
          stored={[
            { field: t("criterion.name"), value: answer.stored.name },
            { field: t("criterion.question"), value: answer.stored.question || t("conflict.empty") },
            { field: t("criterion.weight"), value: String(answer.stored.weight) },
            { field: t("weighting.direction"), value: t(answer.stored.reversed ? "weighting.reversed" : "weighting.straight") },
            { field: t("criterion.position"), value: String(answer.stored.position) },
            { field: t("criterion.levels"), value: answer.stored.levels.join(" · ") || t("conflict.empty") },
            { field: derivationText("title"), value: answer.stored.derivation === null ? derivationText("sourceNone") : `${derivationText(`sources.${answer.stored.derivation.source}`)}: ${ruleText(answer.stored.derivation)}` },
          ]}
        />
      )}
      <Form method="post" className="form" noValidate>
        {!touched.archiving && <InvalidationNotice invalidations={touched.invalidated} />}
        <ErrorSummary
          formErrors={submitted?.error?.[""] ?? []}
          entries={[
            { fieldId: fields.name.id, label: t("criterion.name"), errors: fields.name.errors },
            { fieldId: fields.question.id, label: t("criterion.question"), errors: fields.question.errors },
            { fieldId: fields.weight.id, label: t("criterion.weight"), errors: fields.weight.errors },
            { fieldId: fields.position.id, label: t("criterion.position"), errors: fields.position.errors },
            ...fields.levels.map((each, level) => ({ fieldId: each.id, label: t("criterion.level", { level }), errors: each.errors })),
            ...derivationErrors(derivation),
          ]}
        />
        <input type="hidden" name="rowVersion" value={field("rowVersion", criterion?.rowVersion ?? 0).defaultValue} />
        <TextField field={fields.name} label={t("criterion.name")} maxLength={120} required />
        <TextArea field={fields.question} label={t("criterion.question")} hint={t("criterion.questionHint")} rows={2} maxLength={500} optional />
        <div className="form-row">
          <TextField field={fields.weight} label={t("criterion.weight")} hint={t("criterion.weightHint")} inputMode="numeric" width="short" required />
          <TextField field={fields.position} label={t("criterion.position")} hint={t("criterion.positionHint")} inputMode="numeric" width="short" required />
        </div>
        <CheckboxField field={fields.reversed} label={t("criterion.reversed")} hint={t("criterion.reversedHint")} />
        <fieldset className="form-section">
          <legend>{t("criterion.levels")}</legend>
          <p className="field__hint">{t("criterion.levelsHint")}</p>
          {fields.levels.map((each, level) => (
            <TextField key={each.id} field={each} label={t("criterion.level", { level })} maxLength={300} optional />
          ))}
        </fieldset>
        <DerivationFieldset {...derivation} />
        <div className="form-actions">
          <Button variant="primary">{t("criterion.save")}</Button>
          <LinkButton to={LIST} variant="tertiary">
            {t("criterion.cancel")}
          </LinkButton>
        </div>
      </Form>
      {criterion !== null && criterion.archivedAt === null && (
        <Section title={t("criterion.archiveTitle")}>
          <p className="page-intro">{t("criterion.archiveHint", { count: ratingCount })}</p>
          <Form method="post">
            {touched.archiving && <InvalidationNotice invalidations={touched.invalidated} />}
            <input type="hidden" name="rowVersion" value={criterion.rowVersion} />
            <Button variant="danger" icon="archive" name="intent" value="archive">
              {t("criterion.archive")}
            </Button>
          </Form>
        </Section>
      )}
    </Page>
  );
}
