import { parseWithZod } from "@conform-to/zod/v4";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { VoteForm } from "#app/forms/ballots.ts";
import { replyInvalid } from "#app/forms/refused-form.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParam, postedRowVersion, refusalResponse, refusalStatus, unwrap } from "#app/http/respond.server.ts";
import { problemText, t } from "#app/i18n/de/ballots.ts";
import { castVote, checkVote } from "#app/services/ballots/cast-vote.server.ts";
import { openBallot } from "#app/services/ballots/open-ballot.server.ts";
import { discardBallot } from "#app/services/ballots/save-ballot.server.ts";
import { showBallot } from "#app/services/ballots/show-ballot.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Page } from "#app/ui/page.tsx";
import { AdvisoryNote } from "./advisory-note.tsx";
import { BallotFacts } from "./ballot-facts.tsx";
import { BallotResultView } from "./ballot-result.tsx";
import { DraftActions, RunningActions } from "./officer-actions.tsx";
import { VoteConfirmation } from "./vote-confirmation.tsx";
import { VotingPaper } from "./voting-paper.tsx";

const LIST = "/abstimmungen";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.ballot.title ?? t("title") }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showBallot({ db: context.db, clock: context.clock, user }, idParam(params["ballotId"])));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const ballotId = idParam(params["ballotId"]);
  unwrap(showBallot(service, ballotId));
  const form = await request.formData();
  const intent = form.get("intent");
  if (intent === "open" || intent === "discard") {
    requirePermission(user, "ballot:manage");
    return manage(service, ballotId, intent, form);
  }
  if (intent !== "review" && intent !== "cast" && intent !== "change") throw refusalResponse({ code: "invalid", fields: {} });
  requirePermission(user, "ballot:vote");
  return vote(service, ballotId, form);
}

const NOTHING = { errors: [] as string[], submitted: null, review: null };

/** Buttons of the officer on a draft. */
function manage(service: ServiceContext, ballotId: number, intent: "open" | "discard", form: FormData) {
  const rowVersion = postedRowVersion(form);
  const result = intent === "open" ? openBallot(service, { ballotId, rowVersion }) : discardBallot(service, { ballotId, rowVersion });
  if (result.ok) {
    const { title } = result.value;
    return intent === "open" ? redirectWithMessage(`${LIST}/${ballotId}`, t("done.opened", { title })) : redirectWithMessage(LIST, t("done.discarded", { title }));
  }
  const { refusal } = result;
  if (refusal.code === "conflict") return data({ ...NOTHING, errors: [t("draft.changedMeanwhile")] }, { status: 409 });
  if (refusal.code !== "invalid") throw refusalResponse(refusal);
  return data({ ...NOTHING, errors: Object.values(refusal.fields).flat().map(problemText) }, { status: refusalStatus(refusal) });
}

/** A member's way: choose, see once more what was chosen, cast it or go back. What was chosen travels in the form and is stored nowhere before. */
function vote(service: ServiceContext, ballotId: number, form: FormData) {
  const submission = parseWithZod(form, { schema: VoteForm });
  if (submission.status !== "success") return data({ ...NOTHING, submitted: submission.reply() }, { status: 400 });
  const { intent, choices } = submission.value;
  if (intent === "change") return data({ ...NOTHING, submitted: submission.reply() });
  const result = intent === "review" ? checkVote(service, { ballotId, choices }) : castVote(service, { ballotId, choices });
  if (!result.ok) {
    if (result.refusal.code !== "invalid") throw refusalResponse(result.refusal);
    return data({ ...NOTHING, submitted: replyInvalid(submission, result.refusal, problemText) }, { status: 400 });
  }
  if (intent === "cast") return redirectWithMessage(`${LIST}/${ballotId}`, t(result.value.isSecret ? "done.votedSecret" : "done.votedOpen"));
  return data({ ...NOTHING, review: [...choices].map(([measureId, points]) => ({ measureId, points })) });
}

export default function BallotPage() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { ballot, result, mayManage, mayVote, hasVoted } = view;
  const review = mayVote ? (answer?.review ?? null) : null;
  const submitted = answer?.submitted ?? undefined;
  return (
    <Page title={ballot.title} crumbs={[{ to: LIST, label: t("title") }]} intro={ballot.question === "" ? undefined : <p>{ballot.question}</p>}>
      <AdvisoryNote />
      {(answer?.errors ?? []).map((error) => (
        <Alert key={error} kind="danger" title={error} live />
      ))}
      {!mayVote && (submitted?.error?.[""] ?? []).map((error) => <Alert key={error} kind="danger" title={error} live />)}
      {hasVoted === true && ballot.state === "open" && review === null && <Alert kind="success" title={t(ballot.isSecret ? "vote.votedSecret" : "vote.votedOpen")} />}
      {mayManage && ballot.state === "draft" && <DraftActions view={view} />}
      {mayManage && ballot.state === "open" && <RunningActions view={view} />}
      {mayVote && (review === null ? <VotingPaper key={submitted === undefined ? "new" : "again"} view={view} submitted={submitted} /> : <VoteConfirmation view={view} review={review} />)}
      {result !== null && <BallotResultView result={result} canReadPlan={view.canReadPlan} />}
      <BallotFacts view={view} />
    </Page>
  );
}
