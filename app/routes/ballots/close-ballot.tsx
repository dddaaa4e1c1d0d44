import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FEWEST_SECRET_PAPERS } from "#app/domain/prioritisation/ballot-terms.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParam, postedRowVersion, refusalResponse, refusalStatus, unwrap } from "#app/http/respond.server.ts";
import { problemText, t } from "#app/i18n/de/ballots.ts";
import { closeBallot, showClosing } from "#app/services/ballots/close-ballot.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { AdvisoryNote } from "./advisory-note.tsx";

const LIST = "/abstimmungen";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: t("close.title", { title: loaded?.title ?? "" }) }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const closing = unwrap(showClosing({ db: context.db, clock: context.clock, user }, idParam(params["ballotId"])));
  if (closing.state !== "open") throw redirect(`${LIST}/${closing.id}`);
  return closing;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "ballot:manage");
  const ballotId = idParam(params["ballotId"]);
  const rowVersion = postedRowVersion(await request.formData());
  const result = closeBallot({ db: context.db, clock: context.clock, user }, { ballotId, rowVersion });
  if (result.ok) return redirectWithMessage(`${LIST}/${ballotId}`, t("done.closed", { title: result.value.title }));
  const { refusal } = result;
  if (refusal.code !== "invalid" && refusal.code !== "conflict") throw refusalResponse(refusal);
  const errors = refusal.code === "conflict" ? [t("close.changedMeanwhile")] : Object.values(refusal.fields).flat().map(problemText);
  return data({ errors }, { status: refusalStatus(refusal) });
}

export default function CloseBallotPage() {
  const { id, title, rowVersion, memberCount, votedCount, isWithheld } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const missing = memberCount - votedCount;
  return (
    <Page
      title={t("close.title", { title })}
      crumbs={[
        { to: LIST, label: t("title") },
        { to: `${LIST}/${id}`, label: title },
      ]}
    >
      <AdvisoryNote />
      {(answer?.errors ?? []).map((error) => (
        <Alert key={error} kind="danger" title={error} live />
      ))}
      <Form method="post" className="form">
        <p>
          <strong>{t("turnout", { voted: votedCount, members: memberCount })}.</strong> {missing === 0 ? t("close.complete") : t("close.missing", { count: missing })}
        </p>
        {isWithheld && <Alert kind="warning" title={t("close.withheld", { fewest: FEWEST_SECRET_PAPERS })} />}
        <p>{t(isWithheld ? "close.textWithheld" : "close.text")}</p>
        <input type="hidden" name="rowVersion" value={rowVersion} />
        <div className="form-actions">
          <Button variant="danger" icon="lock">
            {t("close.confirm")}
          </Button>
          <LinkButton to={`${LIST}/${id}`} variant="tertiary">
            {t("close.cancel")}
          </LinkButton>
        </div>
      </Form>
    </Page>
  );
}
