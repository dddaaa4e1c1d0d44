import { parseWithZod } from "@conform-to/zod/v4";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { disclosures } from "#app/domain/prioritisation/round.ts";
import { RoundForm } from "#app/forms/rounds.ts";
import { submittedField, submittedVersion } from "#app/forms/submitted-field.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParam, unwrap } from "#app/http/respond.server.ts";
import { problemText, t } from "#app/i18n/de/rounds.ts";
import { createRound, saveRound } from "#app/services/prioritisation/save-round.server.ts";
import { showRoundForm } from "#app/services/prioritisation/show-round.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ConflictNotice } from "#app/ui/conflict-notice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ChoiceGroup, TextArea, TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import { InvalidationNotice } from "./invalidation-notice.tsx";
import { ROUNDS, roundCrumbs, roundPath } from "./round-crumbs.ts";
import { TakingPart } from "./taking-part.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.round ? t("form.editTitle", { title: loaded.round.title }) : t("form.newTitle") }];

const idOf = (param: string | undefined): number | null => (param === undefined ? null : idParam(param));

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showRoundForm({ db: context.db, clock: context.clock, user }, idOf(params["roundId"])));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const roundId = idOf(params["roundId"]);
  requirePermission(user, "round:manage");
  const submission = parseWithZod(await request.formData(), { schema: RoundForm });
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const { rowVersion = 0, confirmed, ...command } = submission.value;
  const result = roundId === null ? createRound(service, command) : saveRound(service, { ...command, roundId, rowVersion, confirmed });
  if (!result.ok) {
    const findStored = () => (roundId === null ? null : unwrap(showRoundForm(service, roundId)).round);
    return answerRefusedForm({ submission, refusal: result.refusal, textOf: problemText, findStored });
  }
  if ("roundId" in result.value) return redirectWithMessage(roundPath(result.value.roundId), t("done.created"));
  const { invalidated } = result.value;
  if (invalidated.length > 0) return data({ submitted: submission.reply(), stored: undefined, invalidated }, { status: 400 });
  return redirectWithMessage(roundId === null ? ROUNDS : roundPath(roundId), t("done.saved"));
}

export default function RoundFormPage() {
  const { round, otherOpen, criteria, groups } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const obstacle = round === null ? (otherOpen === null ? null : t("list.oneOpen")) : round.state === "open" ? null : t("form.closedNotice");
  const submitted = answer?.submitted;
  const field = (name: string, stored: string) => submittedField(submitted, name, stored);
  const fields = { title: field("title", round?.title ?? ""), question: field("question", round?.question ?? ""), disclosure: field("disclosure", round?.disclosure ?? "byGroup") };
  const criterionRows = criteria.map((each) => ({ ...each, key: `criteria.c${each.id}`, ratesUntil: null }));
  const groupRows = groups.map((each) => ({ ...each, key: `groups.g${each.id}`, note: t("form.members", { count: each.memberCount }) }));
  const [criteriaErrors, groupErrors] = [submitted?.error?.["criteria"] ?? [], submitted?.error?.["groups"] ?? []];
  const invalidated = answer && "invalidated" in answer ? answer.invalidated : [];
  const title = round === null ? t("form.newTitle") : t("form.editTitle", { title: round.title });
  if (obstacle !== null || criteria.length === 0 || groups.length === 0) {
    return (
      <Page title={title} crumbs={roundCrumbs(round)}>
        <Alert kind="info" title={obstacle ?? t(criteria.length === 0 ? "form.noCriteria" : "form.noGroups")} />
        <div className="form-actions">
          {otherOpen !== null && <LinkButton to={roundPath(otherOpen)}>{t("form.openOther")}</LinkButton>}
          {obstacle === null && <LinkButton to="/priorisierung/kriterien">{t("tabs.criteria")}</LinkButton>}
        </div>
      </Page>
    );
  }
  return (
    <Page title={title} crumbs={roundCrumbs(round)}>
      {answer?.stored && (
        <ConflictNotice
          title={t("conflict.title")}
          advice={t("conflict.advice")}
          stored={[
            { field: t("form.title"), value: answer.stored.title },
            { field: t("form.question"), value: answer.stored.question || t("conflict.empty") },
            { field: t("round.disclosure"), value: t(`disclosure.${answer.stored.disclosure}`) },
            { field: t("form.criteria"), value: criteria.filter((each) => each.isIn).map((each) => `${each.name}: ${each.weight}`).join(" · ") },
            { field: t("form.groups"), value: groups.filter((each) => each.isIn).map((each) => `${each.name}: ${each.weight}`).join(" · ") },
          ]}
        />
      )}
      <Form method="post" className="form" noValidate>
        <ErrorSummary
          formErrors={submitted?.error?.[""] ?? []}
          entries={[
            { fieldId: fields.title.id, label: t("form.title"), errors: fields.title.errors },
            { fieldId: fields.question.id, label: t("form.question"), errors: fields.question.errors },
            { fieldId: fields.disclosure.id, label: t("form.disclosure"), errors: fields.disclosure.errors },
            { fieldId: "criteria", label: t("form.criteria"), errors: criteriaErrors },
            { fieldId: "groups", label: t("form.groups"), errors: groupErrors },
            ...[...criterionRows, ...groupRows].flatMap((row) => [
              { fieldId: field(`${row.key}.weight`, "").id, label: t("form.weightOf", { name: row.name }), errors: field(`${row.key}.weight`, "").errors },
              { fieldId: field(`${row.key}.until`, "").id, label: t("form.untilOf", { name: row.name }), errors: field(`${row.key}.until`, "").errors },
            ]),
          ]}
        />
        <InvalidationNotice invalidations={invalidated} />
        <input type="hidden" name="rowVersion" value={submittedVersion(submitted, round?.rowVersion ?? 0, Boolean(answer?.stored))} />
        <TextField field={fields.title} label={t("form.title")} hint={t("form.titleHint")} maxLength={120} required />
        <TextArea field={fields.question} label={t("form.question")} hint={t("form.questionHint")} rows={2} maxLength={500} optional />
        <ChoiceGroup
          type="radio"
          field={fields.disclosure}
          label={t("form.disclosure")}
          options={disclosures.map((value) => ({ value, label: t(`disclosure.${value}`), hint: t(`disclosureHint.${value}`) }))}
          selected={[fields.disclosure.defaultValue]}
        />
        <TakingPart id="criteria" legend={t("form.criteria")} hint={t("form.criteriaHint")} rows={criterionRows} field={field} errors={criteriaErrors} />
        <TakingPart id="groups" legend={t("form.groups")} hint={t("form.groupsHint")} rows={groupRows} field={field} errors={groupErrors} dated />
        <div className="form-actions">
          <Button variant="primary">{t(invalidated.length > 0 ? "form.confirmSave" : round === null ? "form.open" : "form.save")}</Button>
          <LinkButton to={round === null ? ROUNDS : roundPath(round.id)} variant="tertiary">
            {t("form.cancel")}
          </LinkButton>
        </div>
      </Form>
    </Page>
  );
}
