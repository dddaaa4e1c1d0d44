import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { AdoptForm } from "#app/forms/rounds.ts";
import { submittedField, submittedVersion } from "#app/forms/submitted-field.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParam, unwrap } from "#app/http/respond.server.ts";
import { problemText, t } from "#app/i18n/de/rounds.ts";
import { adoptRound } from "#app/services/prioritisation/adopt-round.server.ts";
import { showRoundDecision } from "#app/services/prioritisation/show-round.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import { roundCrumbs, roundPath } from "./round-crumbs.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: t("adopting.title", { title: loaded?.round.title ?? "" }) }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showRoundDecision({ db: context.db, clock: context.clock, user }, idParam(params["roundId"])));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const roundId = idParam(params["roundId"]);
  requirePermission(user, "round:manage");
  const submission = parseWithZod(await request.formData(), { schema: AdoptForm });
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const result = adoptRound(service, { roundId, ...submission.value });
  if (result.ok) return redirectWithMessage(roundPath(roundId), t("done.adopted", { title: result.value.title, count: result.value.placeCount }));
  return answerRefusedForm({ submission, refusal: result.refusal, textOf: problemText, findStored: () => unwrap(showRoundDecision(service, roundId)).round });
}

export default function AdoptRoundPage() {
  const { round, inForceTitle } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const note = submittedField(answer?.submitted, "adoptedNote", "");
  const obstacle = round.state === "open" ? t("problem.roundStillOpen") : round.state === "adopted" ? t("problem.alreadyAdopted") : null;
  return (
    <Page title={t("adopting.title", { title: round.title })} crumbs={roundCrumbs(round)}>
      {answer?.stored && <Alert kind="warning" title={t("adopting.changedMeanwhile")} live />}
      {obstacle !== null ? (
        <Alert kind="info" title={obstacle} />
      ) : (
        <Form method="post" className="form" noValidate>
          <ErrorSummary formErrors={answer?.submitted.error?.[""] ?? []} entries={[{ fieldId: note.id, label: t("adopting.note"), errors: note.errors }]} />
          <p>{t("adopting.text")}</p>
          {inForceTitle !== null && <p>{t("adopting.replaces", { title: inForceTitle })}</p>}
          <input type="hidden" name="rowVersion" value={submittedVersion(answer?.submitted, round.rowVersion, Boolean(answer?.stored))} />
          <TextField field={note} label={t("adopting.note")} hint={t("adopting.noteHint")} maxLength={300} required />
          <div className="form-actions">
            <Button variant="primary" icon="check">
              {t("adopting.confirm")}
            </Button>
            <LinkButton to={roundPath(round.id)} variant="tertiary">
              {t("closing.cancel")}
            </LinkButton>
          </div>
        </Form>
      )}
    </Page>
  );
}
