import { parseWithZod } from "@conform-to/zod/v4";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { ratingLevels } from "#app/domain/prioritisation/level-units.ts";
import { OptionRatingForm } from "#app/forms/comparisons.ts";
import { submittedField } from "#app/forms/submitted-field.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParam, unwrap } from "#app/http/respond.server.ts";
import { problemSentence, t } from "#app/i18n/de/comparisons.ts";
import { rateOption, showOptionRating } from "#app/services/comparisons/rate-option.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ChoiceGroup, TextField } from "#app/ui/fields.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { TabLinks } from "#app/ui/table.tsx";

const LIST = "/variantenvergleich";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${t("rate.title")}: ${loaded?.title ?? ""}` }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const id = idParam(params["id"]);
  const option = new URL(request.url).searchParams.get("variante");
  return { id, ...unwrap(showOptionRating({ db: context.db, clock: context.clock, user }, id, option === null ? null : idParam(option))) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const id = idParam(params["id"]);
  requirePermission(user, "comparison:read");
  requirePermission(user, "rating:write");
  const submission = parseWithZod(await request.formData(), { schema: OptionRatingForm });
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const { optionId, answers, then } = submission.value;
  if (answers.length === 0) return data({ submitted: submission.reply({ formErrors: [t("rate.nothingChosen")] }), stored: null }, { status: 400 });
  const result = rateOption({ db: context.db, clock: context.clock, user }, { id, optionId, answers });
  if (!result.ok) return answerRefusedForm({ submission, refusal: result.refusal, textOf: problemSentence, findStored: () => null });
  const { nextId } = result.value;
  if (then === "stay") return redirectWithMessage(`${LIST}/${id}/bewerten?variante=${optionId}`, t("done.rated"));
  return nextId === null ? redirectWithMessage(`${LIST}/${id}`, t("done.ratedAll")) : redirectWithMessage(`${LIST}/${id}/bewerten?variante=${nextId}`, t("done.rated"));
}

export default function RateOptionPage() {
  const { id, title, option, progress, criteria } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>()?.submitted;
  const crumbs = [
    { to: LIST, label: t("title") },
    { to: `${LIST}/${id}`, label: title },
  ];
  if (option === null || criteria.length === 0) {
    return (
      <Page title={t("rate.title")} crumbs={crumbs}>
        <EmptyState title={t("rate.nothingToRate")} action={<LinkButton to={`${LIST}/${id}`}>{t("rate.back")}</LinkButton>}>
          <p>{t("rate.nothingToRateHint")}</p>
        </EmptyState>
      </Page>
    );
  }
  const questions = criteria.map((criterion) => ({
    criterion,
    answer: submittedField(submitted, `answers.c${criterion.id}`, criterion.answer === "none" ? "" : criterion.answer === null ? "unknown" : String(criterion.answer)),
    note: submittedField(submitted, `notes.c${criterion.id}`, criterion.note),
  }));
  return (
    <Page title={t("rate.title")} crumbs={crumbs} intro={<p>{t("rate.intro")}</p>}>
      <TabLinks
        label={t("rate.choose")}
        tabs={progress.map(({ optionId, name, answered, total }) => ({ to: `${LIST}/${id}/bewerten?variante=${optionId}`, label: t("rate.tab", { name, answered, total }), current: optionId === option.id }))}
      />
      <Section title={option.name}>
        {option.description.split(/\n+/).map((paragraph) => (
          <p key={paragraph} className="comparison-text">
            {paragraph}
          </p>
        ))}
      </Section>
      <Form method="post" key={option.id} className="form comparison-rating" noValidate>
        <ErrorSummary formErrors={submitted?.error?.[""] ?? []} entries={questions.map(({ criterion, note, answer }) => ({ fieldId: note.errors.length > 0 ? note.id : answer.id, label: criterion.name, errors: [...answer.errors, ...note.errors] }))} />
        <input type="hidden" name="optionId" value={option.id} />
        {questions.map(({ criterion, answer, note }) => (
          <div key={criterion.id} className="form-section">
            <ChoiceGroup
              type="radio"
              field={answer}
              label={criterion.name}
              hint={[criterion.question, criterion.reversed ? t("rate.reversedHint") : ""].filter(Boolean).join(" ")}
              selected={[answer.defaultValue]}
              options={[...ratingLevels.map((level) => ({ value: String(level), label: levelText(level, criterion.levels) })), { value: "unknown", label: t("rate.cannotJudge") }]}
            />
            <TextField field={note} label={t("rate.note")} optional maxLength={1000} />
          </div>
        ))}
        <div className="form-actions">
          <Button variant="primary" icon="arrowRight" name="then" value="next">
            {t("rate.next")}
          </Button>
          <Button name="then" value="stay">
            {t("rate.stay")}
          </Button>
          <a href={`${LIST}/${id}`}>{t("rate.back")}</a>
        </div>
      </Form>
    </Page>
  );
}

function levelText(level: number, levels: readonly string[]): string {
  const sentence = levels[level] ?? (level === 0 ? t("rate.lowest") : level === 4 ? t("rate.highest") : undefined);
  return sentence === undefined ? t("rate.level", { level }) : t("rate.levelWithSentence", { level, sentence });
}
