import { parseWithZod } from "@conform-to/zod/v4";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { BallotForm } from "#app/forms/ballots.ts";
import { submittedVersion } from "#app/forms/submitted-field.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParam, unwrap } from "#app/http/respond.server.ts";
import { revalidateAfterConflict } from "#app/http/revalidate-after-conflict.ts";
import { problemText, t } from "#app/i18n/de/ballots.ts";
import { formatMoney } from "#app/i18n/format.ts";
import { createBallot, saveBallot } from "#app/services/ballots/save-ballot.server.ts";
import { showBallotForm } from "#app/services/ballots/show-ballot-form.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ConflictNotice } from "#app/ui/conflict-notice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Page } from "#app/ui/page.tsx";
import { AdvisoryNote } from "./advisory-note.tsx";
import { BallotFields, ballotFieldsOf } from "./ballot-fields.tsx";

const LIST = "/abstimmungen";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.ballot ? t("form.editTitle", { title: loaded.ballot.title }) : t("form.newTitle") }];
export const shouldRevalidate = revalidateAfterConflict;

const idOrNew = (value: string | undefined) => (value === undefined ? null : idParam(value));

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const ballotId = idOrNew(params["ballotId"]);
  const shown = unwrap(showBallotForm({ db: context.db, clock: context.clock, user }, ballotId));
  // What members already see is looked at, not changed.
  if (shown.ballot !== null && shown.ballot.state !== "draft") throw redirect(`${LIST}/${shown.ballot.id}`);
  return shown;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  requirePermission(user, "ballot:manage");
  const ballotId = idOrNew(params["ballotId"]);
  const submission = parseWithZod(await request.formData(), { schema: BallotForm });
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const { rowVersion, ...fields } = submission.value;
  const result = ballotId === null ? createBallot(service, fields) : saveBallot(service, { ...fields, ballotId, rowVersion });
  if (result.ok) return redirectWithMessage(`${LIST}/${result.value.ballotId}`, t(ballotId === null ? "done.created" : "done.saved"));
  return answerRefusedForm({ submission, refusal: result.refusal, textOf: problemText, findStored: () => unwrap(showBallotForm(service, ballotId)).ballot });
}

export default function BallotFormPage() {
  const { ballot, candidates, committee } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const fields = ballotFieldsOf({ submitted: answer?.submitted, ballot, committee });
  const title = ballot === null ? t("form.newTitle") : t("form.editTitle", { title: ballot.title });
  const back = ballot === null ? LIST : `${LIST}/${ballot.id}`;
  return (
    <Page title={title} crumbs={[{ to: LIST, label: t("title") }, ...(ballot === null ? [] : [{ to: back, label: ballot.title }])]}>
      <AdvisoryNote />
      {answer?.stored && (
        <ConflictNotice
          title={t("conflict.title")}
          advice={t("conflict.advice")}
          stored={[
            { field: t("form.title"), value: answer.stored.title },
            { field: t("form.question"), value: answer.stored.question },
            { field: t("facts.budget"), value: formatMoney(answer.stored.budgetCents) },
            { field: t("form.kind"), value: t(`kind.${answer.stored.kind}`) },
            { field: t("form.secrecy"), value: t(answer.stored.isSecret ? "secrecy.secret" : "secrecy.open") },
            { field: t("form.measures"), value: answer.stored.items.map((item) => item.title).join(", ") },
          ]}
        />
      )}
      <Form method="post" className="form" noValidate>
        <ErrorSummary formErrors={answer?.submitted.error?.[""] ?? []} entries={fields.entries} />
        <input type="hidden" name="rowVersion" value={submittedVersion(answer?.submitted, ballot?.rowVersion ?? 0, Boolean(answer?.stored))} />
        <BallotFields fields={fields} candidates={candidates} committee={committee} />
        <div className="form-actions">
          <Button variant="primary">{t("form.save")}</Button>
          <LinkButton to={back} variant="tertiary">
            {t("form.cancel")}
          </LinkButton>
        </div>
      </Form>
    </Page>
  );
}
