import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, Form, useActionData, useLoaderData } from "@remix-run/react";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParam, postedRowVersion, refusalResponse, refusalStatus, unwrap } from "#app/http/respond.server.ts";
import { problemText, t } from "#app/i18n/de/rounds.ts";
import { closeRound } from "#app/services/prioritisation/close-round.server.ts";
import { showRoundDecision } from "#app/services/prioritisation/show-round.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { roundCrumbs, roundPath } from "./round-crumbs.ts";
import { GroupProgress } from "./round-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: t("closing.title", { title: loaded?.round.title ?? "" }) }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showRoundDecision({ db: context.db, clock: context.clock, user }, idParam(params["roundId"])));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const roundId = idParam(params["roundId"]);
  requirePermission(user, "round:manage");
  const rowVersion = postedRowVersion(await request.formData());
  const result = closeRound({ db: context.db, clock: context.clock, user }, { roundId, rowVersion });
  if (result.ok) return redirectWithMessage(roundPath(roundId), t("done.closed", { title: result.value.title }));
  const { refusal } = result;
  if (refusal.code === "conflict") return data({ problem: t("closing.changedMeanwhile") }, { status: refusalStatus(refusal) });
  if (refusal.code !== "invalid") throw refusalResponse(refusal);
  return data({ problem: (refusal.fields[""] ?? []).map(problemText).join(" ") }, { status: refusalStatus(refusal) });
}

export default function CloseRoundPage() {
  const { round, progress } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const groups = progress?.groups ?? [];
  const allFinished = groups.every((group) => group.doneCount === group.memberCount);
  return (
    <Page title={t("closing.title", { title: round.title })} crumbs={roundCrumbs(round)}>
      {answer && <Alert kind="danger" title={answer.problem} live />}
      {progress === null ? (
        <Alert kind="info" title={t("problem.roundClosed")} />
      ) : (
        <>
          <Section title={t(allFinished ? "closing.allFinished" : "closing.unfinished")} id="stand">
            {!allFinished && <p>{t("closing.unfinishedText")}</p>}
            <dl className="round-progress-list">
              {groups.map((group) => (
                <div key={group.id}>
                  <dt>{group.name}</dt>
                  <dd>
                    <GroupProgress group={group} measureCount={progress.measureCount} open />
                  </dd>
                </div>
              ))}
            </dl>
          </Section>
          <Form method="post" className="form">
            <p>{t("closing.text")}</p>
            <p>{t("closing.disclosure", { disclosure: t(`disclosure.${round.disclosure}`) })}</p>
            <input type="hidden" name="rowVersion" value={round.rowVersion} />
            <div className="form-actions">
              <Button variant="danger" icon="lock">
                {t("closing.confirm")}
              </Button>
              <LinkButton to={roundPath(round.id)} variant="tertiary">
                {t("closing.cancel")}
              </LinkButton>
            </div>
          </Form>
        </>
      )}
    </Page>
  );
}
